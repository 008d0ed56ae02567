"""A figure in its sentence: its clause, its verb, and the times that its sentence tells."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.extract.clauses import Segment, segment_at, segments
from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal_aspect import Aspect, aspect_of
from checker.extract.when_periods import NIGHT
from checker.model import Kind, Period
from checker.rulebook.grammar import grammar
from checker.rulebook.temporal import temporal

_REPORTING = 8  # tokens between a verb of saying and the time of the saying
WHOLE = 5  # tokens before a dual value or a part in which its whole ends


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
    story: Period | None = None
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
    for index in range(spot.at - 1, max(-1, spot.at - WHOLE), -1):
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
