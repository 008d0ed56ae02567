"""The time that a sentence states for one of its figures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.extract.clauses import Segment, segment_at, segments
from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal_aspect import Aspect, aspect_of
from checker.extract.when_periods import NIGHT, as_counted, beginning, counted_from, relative, until
from checker.model import Kind, Period, Precision
from checker.rulebook.grammar import grammar
from checker.rulebook.temporal import temporal

STORY = 60  # days from the report within which a time is the story's
ISLAND, INSIDE, JOINT = 30, 8, 5  # what a joint, a subordinate clause of the time, one of the figure count as tokens
BEHIND = 3  # tokens by which a time before its figure counts as farther
_REPORTING = 8  # tokens between a verb of saying and the time of the saying
_WHOLE = 5  # tokens before a dual value or a part in which its whole ends
_AROUND = 6  # tokens around a figure in which "has" makes a count run on
_SINCE = 14  # tokens between "since" and its time
_ARTICLES = frozenset(("the", "about", "some", "around", "just", "nearly"))

_DEGREES = frozenset(("more", "less", "fewer", "other", "rather"))


class Figure(NamedTuple):
    """A figure in its sentence: its token, kind and measure."""

    sentence: Sentence
    at: int
    kind: Kind
    measure: str


@dataclass(slots=True)
class Spot:
    """A figure with the times of its sentence; `own` is what its report is as of, `base` the last time told."""

    figure: Figure
    times: Sequence[TimeMention]
    own: Period | None
    base: Period | None
    at: int = 0
    aspect: Aspect = Aspect.NONE
    parts: tuple[Segment, ...] = ()
    events: list[TimeMention] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the clause and the verb."""
        self.at = self.figure.at
        self.at = _governing(self)
        self.aspect = aspect_of(self.figure.sentence, self.at)
        if self.times:
            self.parts = segments(self.figure.sentence)
            self.own = _telling(self) or self.own
            self.events = [t for t in self.times if not t.clock and not is_telling(self.figure.sentence, t)]

    def word(self, index: int) -> str:
        """The folded word there, "" outside."""
        return self.figure.sentence.tokens[index].lower if 0 <= index < len(self.figure.sentence.tokens) else ""

    @property
    def now(self) -> bool:
        """Whether the figure tells how things stand."""
        return (self.figure.kind is Kind.STOCK and self.aspect is not Aspect.PAST) or self.aspect is Aspect.PRESENT


def _governing(spot: Spot) -> int:
    """The token that stands for the figure: of a dual value or a part (200 zlotys ($55), of which 9), the whole."""
    for index in range(spot.at - 1, max(-1, spot.at - _WHOLE), -1):
        if spot.word(index) == "(" or (spot.word(index) in {"which", "whom"} and spot.word(index - 1) == "of"):
            whole = index - (1 if spot.word(index) == "(" else 2)
            return max(0, whole - 1 if spot.word(whole) == "," else whole)
        if spot.word(index) in {",", ")", ";", ":"}:
            break
    return spot.at


def is_telling(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the time is that of the telling (said on Sunday), not of what is told."""
    saying, telling = grammar().words.saying, temporal().clauses.telling
    if mention.role != "point" or (mention.period is not None and mention.period.days > NIGHT):
        return False
    words = [token.lower for token in sentence.tokens[max(0, mention.first - _REPORTING) : mention.first]]
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        if word in saying or word in telling:
            return not (index > 0 and words[index - 1] in {"was", "were", "been"})
        finite = word in temporal().tense.past or word in temporal().aspects.future or word.endswith("ed")
        if finite or word[0].isdigit() or word in {",", "that", ";", ":", '"', "”"}:
            return False
    return False


def told_on(spot: Spot) -> Period | None:
    """The day on which a state of things was told."""
    if spot.aspect is Aspect.PAST and spot.figure.kind is Kind.FLOW:
        return None
    return _telling(spot)


def _telling(spot: Spot) -> Period | None:
    """The day of the telling that the figure's statement belongs to."""
    level = spot.parts[segment_at(spot.parts, spot.at)].level
    same = [t for t in spot.times if spot.parts[segment_at(spot.parts, t.first)].level == level]
    return telling_day(spot.figure.sentence, same)


def telling_day(sentence: Sentence, times: Sequence[TimeMention]) -> Period | None:
    """The day of the first telling in a sentence."""
    days = (t.period for t in times if t.period is not None and t.period.days == 1 and is_telling(sentence, t))
    return next(days, None)


def stated(spot: Spot) -> Period | None:
    """The time of the figure's clause, or the nearest of the sentence that can be its."""
    best: tuple[int, int, TimeMention] | None = None
    for mention in spot.events:
        cost = _cost(spot, mention)
        if cost is not None and (best is None or (cost, mention.first) < best[:2]):
            best = (cost, mention.first, mention)
    return as_counted(spot.figure.sentence, _read(spot, best[2])) if best else None


def _cost(spot: Spot, mention: TimeMention) -> int | None:
    """How far a time is from the figure; None where it cannot be its."""
    if _compared(spot, mention) or _ahead(spot, mention) or (_base(spot) and mention.role != "since"):
        return None
    if mention.period is None and relative(spot.figure.sentence, mention, _basis(spot, mention)) is None:
        return None
    at = spot.at
    distance = mention.first - at if mention.first >= at else at - mention.last + BEHIND
    here, there = segment_at(spot.parts, at), segment_at(spot.parts, mention.first)
    if here == there:
        joined = any(spot.word(index) in temporal().relations.and_ for index in range(mention.last, at))
        return distance + JOINT * joined
    own, other = spot.parts[here], spot.parts[there]
    labelled = there == here - 1 and spot.word(own.first) == ":"
    opening = mention.first <= 1 or mention.role == "since" or labelled
    if not opening and (spot.now or own.level != other.level or (own.island and spot.word(own.first) == "as")):
        return None
    if other.island and (spot.aspect is Aspect.PERFECT or _background(spot, mention)):
        return None
    return distance + JOINT * abs(here - there) + (ISLAND if other.island else 0) + (INSIDE if own.island else 0)


def _background(spot: Spot, mention: TimeMention) -> bool:
    """Whether a time lies long before the story."""
    return spot.own is not None and mention.period is not None and (spot.own.start - mention.period.end).days > STORY


def _base(spot: Spot) -> bool:
    """Whether the figure is the whole that a part is taken of, and stands: eighty of the 120 soldiers."""
    if spot.figure.kind is not Kind.STOCK and spot.aspect is Aspect.PAST:
        return False
    for index in range(spot.figure.at - 1, max(-1, spot.figure.at - _WHOLE), -1):
        word = spot.word(index)
        if word == "of":
            before = spot.word(index - 1)
            return index + 1 < spot.figure.at and (
                before[:1].isdigit() or _counts(before) or before in {"half", "most"}
            )
        if word in {",", ";", "(", ")"}:
            break
    return False


def _ahead(spot: Spot, mention: TimeMention) -> bool:
    """Whether the figure is of now and the time to come: 80 people (they leave on Wednesday), 40 of the 120 places."""
    if spot.own is None or mention.period is None or spot.figure.kind not in {Kind.STOCK, Kind.UNKNOWN}:
        return False
    later = mention.period.end > spot.own.end and mention.period.start >= spot.own.start
    return later and mention.role != "until" and spot.aspect is not Aspect.FUTURE


def _compared(spot: Spot, mention: TimeMention) -> bool:
    """Whether only one of the two stands in what is compared (40, against 61 in May; 14 more than yesterday)."""
    if spot.word(mention.first - 1) == "than":
        return True
    behind = mention.first > spot.at
    span = range(spot.at + 1, mention.first - 1) if behind else range(mention.last, spot.at)
    if (
        behind
        and "from" in {spot.word(spot.at - 1), spot.word(spot.at - 2)}
        and any(spot.word(i) == "to" for i in span)
    ):
        return True
    return any(_comparing(spot, index) for index in span)


def _comparing(spot: Spot, index: int) -> bool:
    """Whether the word begins a figure that another is compared with: against 61, than the 503, from 2,500."""
    if spot.word(index) not in temporal().clauses.comparing:
        return False
    behind = spot.word(index + 1)
    if spot.word(index) == "than" and spot.word(index - 1) in _DEGREES:
        return behind == "the"
    if behind in _ARTICLES:
        behind = spot.word(index + 2)
    return behind[:1].isdigit() or behind in {"$", "€", "£"} or _counts(behind)


def _counts(word: str) -> bool:
    return word in temporal().numbers.counts and word not in {"a", "an"}


def _read(spot: Spot, mention: TimeMention) -> Period | None:
    """The period of the figure by the time chosen: what began then may count up to the report."""
    period, own = mention.period, spot.own
    if period is None:
        return relative(spot.figure.sentence, mention, _basis(spot, mention))
    if own is None:
        return period
    if period.days == NIGHT and spot.word(mention.first) in temporal().clauses.nights:
        return Period.on(own.end)
    if mention.role == "since" or _since(spot, mention):
        first = beginning(spot.figure.sentence, mention)
        when = "when" in {spot.word(mention.last), spot.word(mention.last + 1)}
        return first if when and spot.at > mention.last else counted_from(first, own)
    if mention.role == "until" or spot.word(mention.first - 1) == "before":
        return until(spot.figure.sentence, mention, own, lasting=spot.figure.kind is Kind.ATTRIBUTE)
    return _widened(spot, mention, period, own)


def _widened(spot: Spot, mention: TimeMention, period: Period, own: Period) -> Period | None:
    """The whole year of a budget; of what began long ago and has killed 900, the time from then to now."""
    now = spot.aspect in {Aspect.PRESENT, Aspect.NONE}
    if spot.figure.measure in temporal().clauses.yearly and now and period.precision is Precision.YEAR:
        return Period(start=period.start, end=period.end.replace(month=12, day=31), precision=Precision.YEAR)
    around = {spot.word(index) for index in range(spot.at - _AROUND, spot.at + _AROUND)}
    counts = spot.figure.kind is not Kind.ATTRIBUTE and bool(around & temporal().aspects.perfect)
    return counted_from(period, own) if counts and _background(spot, mention) else period


def _since(spot: Spot, mention: TimeMention) -> bool:
    """Whether "since" stands further left in the clause: since the war began in 2011."""
    for index in range(mention.first - 1, max(-1, mention.first - _SINCE), -1):
        if spot.word(index) in {",", ";", ":", "("}:
            return False
        if spot.word(index) == "since":
            return True
    return False


def _basis(spot: Spot, mention: TimeMention) -> Period | None:
    """The time that a relative one counts from: the last before it in the sentence, else the neighbour's."""
    before = [t.period for t in spot.events if t.period is not None and t.first < mention.first]
    return before[-1] if before else spot.base
