"""The time, place and speaker of a figure, from its clause outwards to the whole report."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.extract.places import nearest_place
from checker.extract.syntax import Attribution, ModalStretch, PlaceMention, Sentence, TimeMention
from checker.model import Kind, Modality, Period, Place, Speaker
from checker.rulebook.grammar import grammar

_BREAKS = frozenset((";", ":", "(", ")", "—", "while", "whereas", "but"))
_REPORTING = 4  # tokens between a verb of saying and the time of the saying


@dataclass(slots=True)
class Scene:
    """Where and when the text stands at a sentence: what later sentences inherit.

    `lead` is the first event time of the report, `last` that of the current paragraph; `published` the report's own.
    """

    published: Period | None
    home: Place | None
    lead: Period | None = None
    last: Period | None = None
    paragraph: int = -1
    place: Place | None = None
    recent: list[PlaceMention] = field(default_factory=list)

    def enter(self, sentence: Sentence) -> None:
        """A new paragraph forgets what the last one was about."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.last, self.place = sentence.paragraph, None, None

    def leave(self, sentence: Sentence, times: Sequence[TimeMention], places: Sequence[PlaceMention]) -> None:
        """Keep what a sentence said for the next ones."""
        for mention in event_times(sentence, times):
            self.last = mention.period
            self.lead = self.lead or mention.period
            break
        for place in places:
            if place.role == "place":
                self.place = place.place
                break


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
    if events:
        start, end = clause_of(sentence, at)
        inside = [t for t in events if start <= t.start < end]
        pool = (
            inside
            or [t for t in events if t.first == 0 or t.role == "since"]
            or (events if kind is not Kind.STOCK else [])
        )
        if pool:
            best = min(pool, key=lambda t: (t.first - at if t.first >= at else at - t.last + 3, t.first))
            return best.period, True
    if kind is Kind.STOCK:
        return scene.published or scene.last or scene.lead, False
    return scene.last or scene.lead or scene.published, False


def place_of(sentence: Sentence, at: int, places: tuple[PlaceMention, ...], scene: Scene) -> Place | None:
    """The place of the figure at a token index: its clause's, its sentence's, its paragraph's, the report's."""
    token = sentence.tokens[at]
    found = nearest_place(places, token.start, clause_of(sentence, at))
    if found is None:
        found = nearest_place(places, token.start, (sentence.start, sentence.end))
    if found is not None:
        return found.place
    return scene.place or scene.home


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
