"""When: the time of a figure, from its clause outwards to the report's own date."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.clauses import clause_of
from checker.extract.syntax import Sentence, TimeMention
from checker.model import Kind, Period, Precision
from checker.rulebook.grammar import grammar

STORY = 60  # days from the report within which a time is the story's
MEMORY = 2  # sentences that an event time holds without being said again
_REPORTING = 4  # tokens between a verb of saying and the time of the saying


@dataclass(slots=True)
class Timeline:
    """The times that later sentences inherit.

    `lead` is the event time of the report's opening, `heading` that of the section, `recent` the last one told and
    the sentence that told it; `published` is the report's own date.
    """

    published: Period | None
    lead: Period | None = None
    heading: Period | None = None
    recent: tuple[int, Period] | None = None

    def pass_by(self, sentence: Sentence, times: Sequence[TimeMention]) -> None:
        """Keep what a sentence said for the next ones."""
        told = event_times(sentence, times)
        if _is_heading(sentence):
            self.heading = told[0].period if told else None
            return
        near = [t.period for t in told if t.period and self.near(t.period)]
        if self.lead is None and near:
            self.lead = near[-1]
        if near:
            self.recent = (sentence.index, near[0])

    def near(self, period: Period) -> bool:
        """Whether a time is of the story, not of its background."""
        return self.published is None or abs((self.published.end - period.end).days) <= STORY

    def inherited(self, sentence: Sentence) -> Period | None:
        """The event time that a sentence without one inherits."""
        if self.heading is not None:
            return self.heading
        if self.recent is not None and sentence.index - self.recent[0] <= MEMORY:
            return self.recent[1]
        return self.lead or self.published


def _is_heading(sentence: Sentence) -> bool:
    return bool(sentence.label) and sentence.text.strip(" #*:").startswith(sentence.label.strip(" #*:"))


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
    sentence: Sentence, at: int, times: Sequence[TimeMention], kind: Kind, line: Timeline
) -> tuple[Period | None, bool]:
    """The time of the figure at a token index, and whether its sentence states it."""
    events = event_times(sentence, times)
    start, end = clause_of(sentence, at)
    inside = [t for t in events if start <= t.start < end]
    pool = inside or [t for t in events if t.first == 0 or t.role == "since"] or ([] if kind is Kind.STOCK else events)
    if pool:
        best = min(pool, key=lambda t: (t.first - at if t.first >= at else at - t.last + 3, t.first))
        period = best.period
        if period is not None and _runs_on(sentence, at, line, period):
            period = Period(start=period.start, end=line.published.end, precision=Precision.RANGE)
        return period, True
    if kind is Kind.STOCK:
        return line.heading or line.published or line.inherited(sentence), False
    return line.inherited(sentence), False


def _runs_on(sentence: Sentence, at: int, line: Timeline, period: Period) -> bool:
    """Whether a present perfect counts from an old beginning to now: the war began in 2011 and has killed 280,000."""
    if line.published is None or (line.published.start - period.end).days <= STORY:
        return False
    around = {token.lower for token in sentence.tokens[max(0, at - 6) : at + 6]}
    return bool(around & {"has", "have"})
