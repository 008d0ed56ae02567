"""The time, place and speaker of a figure, from its clause outwards to the whole report."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.extract.places import nearest_place
from checker.extract.syntax import Attribution, ModalStretch, PlaceMention, Sentence, TimeMention
from checker.model import Kind, Modality, Period, Place, Precision, Speaker
from checker.rulebook.grammar import grammar

_BREAKS = frozenset((";", ":", "(", ")", "—", "while", "whereas", "but"))
STORY = 60  # days from the report within which a time is the story's
MEMORY = 2  # sentences that an event time holds without being said again
_REPORTING = 4  # tokens between a verb of saying and the time of the saying


@dataclass(slots=True)
class Scene:
    """Where and when the text stands at a sentence: what later sentences inherit.

    `lead` is the event time of the report's opening, `heading` that of the section, `recent` the last one told and
    the sentence that told it; `published` is the report's own date. `forms` keeps the fullest wording of each place.
    """

    published: Period | None
    home: Place | None
    lead: Period | None = None
    heading: Period | None = None
    recent: tuple[int, Period] | None = None
    paragraph: int = -1
    place: Place | None = None
    forms: dict[str, Place] = field(default_factory=dict)

    def enter(self, sentence: Sentence) -> None:
        """A new paragraph forgets where the last one was."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.place = sentence.paragraph, None

    def leave(self, sentence: Sentence, times: Sequence[TimeMention], places: Sequence[PlaceMention]) -> None:
        """Keep what a sentence said for the next ones."""
        told = event_times(sentence, times)
        if _is_heading(sentence):
            self.heading = told[0].period if told else None
        elif told:
            near = [t.period for t in told if t.period and self.near(t.period)]
            if self.lead is None and near:
                self.lead = near[-1]
            if near:
                self.recent = (sentence.index, near[0])
        for mention in places:
            if mention.role == "demonym":
                continue
            form = self.forms.get(mention.place.name)
            if form is None or len(form.text) < len(mention.place.text):
                self.forms[mention.place.name] = mention.place
        self.place = next((m.place for m in places if m.role == "place"), self.place)

    def near(self, period: Period) -> bool:
        """Whether a time is of the story, not of its background."""
        return self.published is None or abs((self.published.end - period.end).days) <= STORY

    def told(self, sentence: Sentence) -> Period | None:
        """The event time that a sentence without one inherits."""
        if self.heading is not None:
            return self.heading
        if self.recent is not None and sentence.index - self.recent[0] <= MEMORY:
            return self.recent[1]
        return self.lead or self.published


def _is_heading(sentence: Sentence) -> bool:
    return bool(sentence.label) and sentence.text.strip(" #*:").startswith(sentence.label.strip(" #*:"))


@dataclass(frozen=True, slots=True)
class Voices:
    """Who vouches for which stretches of a document, and how firmly."""

    attributions: tuple[Attribution, ...]
    stretches: tuple[ModalStretch, ...]


def clause_of(sentence: Sentence, at: int) -> tuple[int, int]:
    """The offsets of the clause around a token index."""
    tokens = sentence.tokens
    first = at
    while first > 0 and tokens[first - 1].lower not in _BREAKS:
        first -= 1
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].lower not in _BREAKS:
        last += 1
    return tokens[first].start, tokens[last].end


def event_times(sentence: Sentence, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times of what is told, without clock times and the times of the telling (said on Sunday)."""
    return [
        t
        for t in times
        if t.period is not None and not t.clock and t.role != "vague" and not _of_reporting(sentence, t)
    ]


def _of_reporting(sentence: Sentence, mention: TimeMention) -> bool:
    saying = grammar().words.saying
    before = sentence.tokens[max(0, mention.first - _REPORTING) : mention.first]
    words = [token.lower for token in before]
    for index in range(len(words) - 1, -1, -1):
        if words[index] in {",", "that", ";"}:
            return False
        if words[index] in saying or words[index] == "statement":
            return True
    return False


def time_of(
    sentence: Sentence, at: int, times: Sequence[TimeMention], kind: Kind, scene: Scene
) -> tuple[Period | None, bool]:
    """The time of the figure at a token index, and whether its sentence states it."""
    events = event_times(sentence, times)
    start, end = clause_of(sentence, at)
    inside = [t for t in events if start <= t.start < end]
    pool = inside or [t for t in events if t.first == 0 or t.role == "since"] or ([] if kind is Kind.STOCK else events)
    if pool:
        best = min(pool, key=lambda t: (t.first - at if t.first >= at else at - t.last + 3, t.first))
        period = best.period
        if period is not None and _runs_on(sentence, at, scene, period):
            period = Period(start=period.start, end=scene.published.end, precision=Precision.RANGE)
        return period, True
    if kind is Kind.STOCK:
        return scene.heading or scene.published or scene.told(sentence), False
    return scene.told(sentence), False


def _runs_on(sentence: Sentence, at: int, scene: Scene, period: Period) -> bool:
    """Whether a present perfect counts from an old beginning to now: the war began in 2011 and has killed 280,000."""
    if scene.published is None or (scene.published.start - period.end).days <= STORY:
        return False
    around = {token.lower for token in sentence.tokens[max(0, at - 6) : at + 6]}
    return bool(around & {"has", "have"})


def place_of(sentence: Sentence, at: int, places: tuple[PlaceMention, ...], scene: Scene) -> Place | None:
    """The place of the figure at a token index: its clause's, its sentence's, its paragraph's, the report's."""
    token = sentence.tokens[at]
    found = nearest_place(places, token.start, clause_of(sentence, at))
    if found is None:
        found = nearest_place(places, token.start, (sentence.start, sentence.end))
    if found is not None:
        place = scene.forms.get(found.place.name, found.place)
        if found.role == "demonym" and place is found.place:
            place = place.model_copy(update={"text": place.name.title()})
        return place
    if scene.home is not None and scene.home.country and _nationwide(sentence):
        country = scene.home.containers[-1] if scene.home.containers else scene.home.name
        return scene.forms.get(country) or Place(text=country.title(), name=country, country=scene.home.country)
    place = scene.place or scene.home
    return scene.forms.get(place.name, place) if place else None


def _nationwide(sentence: Sentence) -> bool:
    """Whether the sentence speaks of a war or a country as a whole."""
    return any(token.lower in grammar().words.nationwide for token in sentence.tokens)


def speaker_of(at: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who vouches for the figure at an offset: the narrowest stretch over it."""
    over = [a for a in attributions if a.start <= at < a.end]
    return min(over, key=lambda a: a.end - a.start) if over else None


def modality_of(at: int, stretches: Sequence[ModalStretch]) -> tuple[Modality, str]:
    """How firmly the figure at an offset is put, and why."""
    over = [s for s in stretches if s.start <= at < s.end]
    if not over:
        return Modality.ASSERTED, ""
    narrow = min(over, key=lambda s: s.end - s.start)
    return narrow.modality, narrow.because


def same_speaker(speaker: Speaker | None, other: Speaker | None) -> bool:
    """Whether both are named and one."""
    return speaker is not None and other is not None and speaker.name == other.name
