"""When: the time of a figure, from its clause outwards to the report's own date."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.extract.clauses import Segment, segment_at, segments
from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal_aspect import Aspect, aspect_of
from checker.extract.when_periods import as_counted, beginning, counted_from
from checker.model import Kind, Period, Precision
from checker.rulebook.grammar import grammar
from checker.rulebook.temporal import temporal

STORY = 60  # days from the report within which a time is the story's
MEMORY = 2  # sentences that an event time holds without being said again
NIGHT = 2  # days that a night belongs to
_REPORTING = 4  # tokens between a verb of saying and the time of the saying
_NOW = frozenset((Aspect.PRESENT, Aspect.PERFECT, Aspect.NONE, Aspect.FUTURE))


class Told(NamedTuple):
    """An event time, the sentence and paragraph that told it."""

    sentence: int
    paragraph: int
    period: Period


@dataclass(slots=True)
class Timeline:
    """The times that later sentences inherit.

    `lead` is the event time of the report's opening, `heading` that of the section, `recent` the last one told,
    `began` the last old beginning told; `published` is the report's own date, `as_of` that of its figures.
    """

    published: Period | None
    lead: Period | None = None
    heading: Period | None = None
    cumulative: bool = False
    recent: Told | None = None
    began: Told | None = None
    as_of: Period | None = None

    @property
    def own(self) -> Period | None:
        """The day that figures without a time are as of."""
        return self.as_of or self.published

    def pass_by(self, sentence: Sentence, times: Sequence[TimeMention]) -> None:
        """Keep what a sentence said for the next ones."""
        told = event_times(sentence, times)
        if _is_heading(sentence):
            self._enter(sentence, told)
            return
        self.as_of = _as_of(sentence, told) or self.as_of
        near = [t.period for t in told if t.period and self.near(t.period)]
        if self.lead is None and near:
            self.lead = near[-1]
        if near:
            self.recent = Told(sentence.index, sentence.paragraph, near[0])
        for mention in told:
            if mention.period and not self.near(mention.period) and _begins(sentence, mention):
                self.began = Told(sentence.index, sentence.paragraph, mention.period)

    def _enter(self, sentence: Sentence, told: Sequence[TimeMention]) -> None:
        """A heading's time holds for its section; what the figures of the last one were as of ends with it."""
        self.as_of = None
        since = any(token.lower == "since" for token in sentence.tokens)
        self.heading = counted_from(told[-1].period, self.own) if told and since else told[0].period if told else None

    def near(self, period: Period) -> bool:
        """Whether a time is of the story, not of its background."""
        return self.published is None or abs((self.published.end - period.end).days) <= STORY


def _is_heading(sentence: Sentence) -> bool:
    text, label = sentence.text.strip(" #*:"), sentence.label.strip(" #*:")
    return bool(label) and bool(text) and (text.startswith(label) or (label.endswith(text) and label[0].isdigit()))


def _as_of(sentence: Sentence, told: Sequence[TimeMention]) -> Period | None:
    """The day that a line about the figures themselves gives: data as of 8 February."""
    for mention in told:
        before = " ".join(token.lower for token in sentence.tokens[max(0, mention.first - 2) : mention.first])
        if before.endswith(temporal().clauses.as_of) and mention.period and mention.period.days == 1:
            return mention.period
    return None


def _begins(sentence: Sentence, mention: TimeMention) -> bool:
    words = temporal().clauses.beginning | temporal().relations.since
    return any(token.lower in words for token in sentence.tokens[max(0, mention.first - 12) : mention.last])


def event_times(sentence: Sentence, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times of what is told, without clock times and the times of the telling (said on Sunday)."""
    return [t for t in times if t.period is not None and not t.clock and not _of_reporting(sentence, t)]


def _of_reporting(sentence: Sentence, mention: TimeMention) -> bool:
    saying = grammar().words.saying
    words = [token.lower for token in sentence.tokens[max(0, mention.first - _REPORTING) : mention.first]]
    for index in range(len(words) - 1, -1, -1):
        if words[index] in {",", "that", ";"}:
            return False
        if words[index] in saying or words[index] in {"statement", "revealed"}:
            return True
    return False


@dataclass(slots=True)
class Place:
    """A figure in its sentence."""

    sentence: Sentence
    at: int
    times: Sequence[TimeMention]
    kind: Kind
    line: Timeline
    parts: tuple[Segment, ...] = ()
    aspect: Aspect = Aspect.NONE
    events: list[TimeMention] = field(default_factory=list)

    def word(self, index: int) -> str:
        """The folded word there, "" outside."""
        return self.sentence.tokens[index].lower if 0 <= index < len(self.sentence.tokens) else ""


def time_of(
    sentence: Sentence, at: int, times: Sequence[TimeMention], kind: Kind, line: Timeline
) -> tuple[Period | None, bool]:
    """The time of the figure at a token index, and whether its sentence states it."""
    place = Place(sentence, at, times, kind, line)
    place.events = event_times(sentence, times)
    place.aspect = aspect_of(sentence, at)
    if times:
        place.parts = segments(sentence)
        found = _own(place)
        if found is not None:
            return as_counted(sentence, found), True
        found = _saying(place)
        if found is not None:
            return found, True
    return _inherited(place), False


def _own(place: Place) -> Period | None:
    """The time of the figure's clause, or the nearest of the sentence that can be its."""
    costs = [(cost, t) for t in place.events if (cost := _cost(place, t)) is not None]
    if not costs:
        return None
    mention = min(costs, key=lambda pair: (pair[0], pair[1].first))[1]
    return _read(place, mention)


def _cost(place: Place, mention: TimeMention) -> int | None:
    """How far a time is from the figure; None where it cannot be its."""
    at = place.at
    distance = mention.first - at if mention.first >= at else at - mention.last + 3
    here, there = segment_at(place.parts, at), segment_at(place.parts, mention.first)
    own, other = place.parts[here], place.parts[there]
    compared = _compared(place, mention)
    if compared is None:
        return None
    now = place.kind is Kind.STOCK or place.aspect is Aspect.PRESENT
    if here == there:
        return distance - compared
    opening = mention.first <= 1 or mention.role == "since"
    if own.level != other.level and not opening:
        return None
    if now and not opening and (other.island or own.island or abs(here - there) > 1):
        return None
    if other.island:
        distance += 30
    return distance + 5 * abs(here - there) + (8 if own.island else 0) - compared


def _compared(place: Place, mention: TimeMention) -> int | None:
    """None where only one of figure and time stands in what is compared (40, against 61 in May)."""
    if mention.first > place.at:
        return None if any(_comparing(place, i) for i in range(place.at + 1, mention.first)) else 0
    return None if any(_comparing(place, i) for i in range(mention.last, place.at)) else 0


def _comparing(place: Place, index: int) -> bool:
    """Whether the word begins a figure that another is compared with: against 61, than the 503, from 2,500."""
    if place.word(index) not in temporal().clauses.comparing:
        return False
    behind = place.word(index + 1)
    if place.word(index) == "than" and place.word(index - 1) in {"more", "less", "fewer", "other", "rather"}:
        return behind == "the"
    if behind in {"the", "about", "some", "around", "just"}:
        behind = place.word(index + 2)
    return behind[:1].isdigit() or behind in {"$", "€", "£"} or behind in temporal().numbers.counts


def _read(place: Place, mention: TimeMention) -> Period | None:
    """The period of the figure by the time chosen: what began then may count up to the report."""
    period, line = mention.period, place.line
    if period is None or line.own is None:
        return period
    since = mention.role == "since" or _since(place, mention)
    if since and place.at > mention.last and "when" in {place.word(mention.last), place.word(mention.last + 1)}:
        return beginning(place.sentence, mention)
    if since:
        return counted_from(period, line.own)
    if mention.role == "until" and period.end > line.own.end and place.aspect in {Aspect.FUTURE, Aspect.PRESENT}:
        year = mention.last - mention.first == 1 and place.word(mention.first).isdigit()
        return Period(start=period.start.replace(month=1, day=1), end=period.end, precision=Precision.YEAR) if year else Period(start=line.own.start, end=period.end, precision=Precision.RANGE)
    if period.precision is Precision.YEAR and place.kind is Kind.ATTRIBUTE and place.aspect is Aspect.PRESENT:
        return Period(start=period.start, end=period.end.replace(month=12, day=31), precision=Precision.YEAR)
    old = (line.own.start - period.end).days > STORY
    around = {place.word(i) for i in range(place.at - 6, place.at + 6)}
    if old and around & {"has", "have"} and place.kind is not Kind.ATTRIBUTE:
        return counted_from(period, line.own)
    return period


def _since(place: Place, mention: TimeMention) -> bool:
    """Whether "since" stands further left in the clause: since the war began in 2011."""
    for index in range(mention.first - 1, max(-1, mention.first - 14), -1):
        word = place.word(index)
        if word in {",", ";", ":", "("}:
            return False
        if word == "since":
            return True
    return False


def _saying(place: Place) -> Period | None:
    """The day on which a state of things was told."""
    if place.aspect is Aspect.PAST and place.kind not in {Kind.STOCK, Kind.CUMULATIVE}:
        return None
    for mention in place.times:
        if mention.period is not None and mention.period.days == 1 and _of_reporting(place.sentence, mention):
            return mention.period
    return None


def _inherited(place: Place) -> Period | None:
    """The time that a figure without one in its sentence takes."""
    line, sentence = place.line, place.sentence
    if line.heading is not None:
        return line.heading
    told = line.recent
    if line.lead is not None and line.lead.days > NIGHT and place.kind in {Kind.FLOW, Kind.CUMULATIVE} and place.aspect in {Aspect.PAST, Aspect.NONE}:
        return line.lead
    if (
        place.aspect is Aspect.PERFECT
        and place.kind is not Kind.ATTRIBUTE
        and line.began is not None
        and sentence.index - line.began.sentence <= MEMORY
    ):
        return counted_from(line.began.period, line.own)
    if (
        place.aspect is Aspect.PAST
        and told is not None
        and told.paragraph == sentence.paragraph
        and sentence.index - told.sentence <= MEMORY
    ):
        return as_counted(sentence, told.period)
    return line.own or line.lead
