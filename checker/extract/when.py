"""When: the time of a figure, from its clause outwards to the report's own date."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checker.extract.drafts import ClaimDraft
from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal_aspect import Aspect, aspect_of
from checker.extract.when_periods import NIGHT, as_counted, beginning, counted_from
from checker.extract.when_sentence import STORY, Figure, Spot, is_telling, stated, telling_day, told_on
from checker.model import Kind, Period, Section
from checker.rulebook.temporal import temporal

MONTH = 31  # days of a bulletin's period
MEMORY = 2  # sentences that an event time holds without being said again
_BEGINNING = 12  # tokens between "began" and its time
_COUNTS = frozenset((Kind.FLOW, Kind.CUMULATIVE))


class Told(NamedTuple):
    """A time, and the sentence and paragraph that told it."""

    sentence: int
    paragraph: int
    period: Period


@dataclass(slots=True)
class Timeline:
    """The times that later sentences inherit.

    `published` is the report's own date, `as_of` that of a section's figures, `heading` the section's period, `lead`
    the event time of the opening, `recent` the last one told, `began` the last old beginning, `said` the last telling.
    """

    published: Period | None
    as_of: Period | None = None
    heading: Period | None = None
    lead: Period | None = None
    recent: Told | None = None
    began: Told | None = None
    said: Told | None = None
    before: Told | None = None
    listing: bool = False
    counted: Period | None = None

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
        if self.listing and not _is_item(sentence):
            self.heading, self.listing = None, False
        if told and sentence.tokens[-1].text == ":" and any(t.role == "since" for t in told):
            self.heading, self.listing = counted_from(beginning(sentence, told[0]), self.own), True
        self.as_of = _as_of(sentence, told) or self.as_of
        firsts = [p for t in told if t.period != self.as_of and (p := beginning(sentence, t))]
        near = [period for period in firsts if self.near(period)]
        if near:
            self.lead = self.lead or near[-1]
            self.recent = Told(sentence.index, sentence.paragraph, near[0])
        old = [p for t in told if t.role == "point" and (p := t.period) and not self.near(p)]
        self.before = Told(sentence.index, sentence.paragraph, old[-1]) if old and not near else None
        for mention in told:
            first = beginning(sentence, mention)
            if first and not self.near(first) and _begins(sentence, mention):
                self.began = Told(sentence.index, sentence.paragraph, first)
        said = telling_day(sentence, times)
        if said is not None:
            self.said = Told(sentence.index, sentence.paragraph, said)

    def _enter(self, sentence: Sentence, told: Sequence[TimeMention]) -> None:
        """A heading's time holds for its section; what the figures of the last one were as of ends with it."""
        self.as_of, self.listing = None, False
        since = any(token.lower == "since" for token in sentence.tokens)
        first = told[-1 if since else 0].period if told else None
        self.heading = counted_from(first, self.counted or self.own) if since else first
        if first is not None and not since and NIGHT < first.days <= MONTH:
            self.counted = Period.on(first.end)

    def near(self, period: Period) -> bool:
        """Whether a time is of the story, not of its background."""
        return self.published is None or abs((self.published.end - period.end).days) <= STORY


def event_times(sentence: Sentence, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times of what is told, without clock times and the times of the telling (said on Sunday)."""
    return [t for t in times if t.period is not None and not t.clock and not is_telling(sentence, t)]


def _is_heading(sentence: Sentence) -> bool:
    text, label = sentence.text.strip(" #*:"), sentence.label.strip(" #*:")
    return bool(label) and bool(text) and (text.startswith(label) or (label[0].isdigit() and label.endswith(text)))


def _is_item(sentence: Sentence) -> bool:
    return sentence.tokens[0].text in {"-", "•", "·", "–"} or sentence.text[0] == "*"


def _as_of(sentence: Sentence, told: Sequence[TimeMention]) -> Period | None:
    """The day that a line about the figures themselves gives: data as of 8 February."""
    for mention in told:
        before = " ".join(token.lower for token in sentence.tokens[max(0, mention.first - 2) : mention.first])
        if before.endswith(temporal().clauses.as_of) and mention.period and mention.period.days == 1:
            return mention.period if aspect_of(sentence, 0) is Aspect.NONE else None
    return None


def _begins(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the time is a beginning: the war, which began in 2011."""
    words = temporal().clauses.beginning | temporal().relations.since
    return any(token.lower in words for token in sentence.tokens[max(0, mention.first - _BEGINNING) : mention.last])


class Timed(NamedTuple):
    """The time of a figure, whether its sentence states it, and the production that gave it."""

    period: Period | None
    stated: bool
    because: str


def time_of(figure: Figure, times: Sequence[TimeMention], line: Timeline) -> Timed:
    """The time of a figure: of its clause, of the telling, of its section, of what was told before, of the report."""
    spot = Spot(figure, times, line.own, line.recent.period if line.recent else line.lead)
    if times:
        for production, name in ((stated, "time of the clause"), (told_on, "time of the telling")):
            found = production(spot)
            if found is not None:
                return Timed(found, stated=True, because=name)
    if line.heading is not None:
        period = Period.on(line.heading.end) if figure.kind is Kind.STOCK else line.heading
        return Timed(period, stated=False, because="time of the section")
    for inherited, name in _INHERITED:
        found = inherited(spot, line)
        if found is not None:
            return Timed(found, stated=False, because=name)
    own = line.own or line.lead
    return Timed(own, stated=False, because="time of the report" if own else "no time")


def _since_then(spot: Spot, line: Timeline) -> Period | None:
    """Since then, 300 have died: from the last time told."""
    if line.recent is None and line.began is None:
        return None
    words = [token.lower for token in spot.figure.sentence.tokens[:2]]
    told = max((t for t in (line.recent, line.began) if t), key=lambda t: t.sentence)
    return counted_from(told.period, line.own) if words == ["since", "then"] else None


def _event(spot: Spot, line: Timeline) -> Period | None:
    """What belongs to one happening has the time of the lead's."""
    lead = line.lead
    if lead is None or lead.days > NIGHT:
        return None
    return Period.on(lead.end) if spot.figure.measure in temporal().clauses.happenings else None


def _period(spot: Spot, line: Timeline) -> Period | None:
    """The counts of a report on a period are of that period."""
    counts = spot.figure.kind in _COUNTS and spot.aspect in {Aspect.PAST, Aspect.NONE}
    return line.lead if counts and line.lead is not None and line.lead.days > NIGHT else None


def _begun(spot: Spot, line: Timeline) -> Period | None:
    """What has come about since the old beginning that a sentence before told: the war began in 2011."""
    told = line.began
    if told is None or spot.aspect is not Aspect.PERFECT or spot.figure.kind is Kind.ATTRIBUTE:
        return None
    return counted_from(told.period, line.own) if spot.figure.sentence.index - told.sentence <= MEMORY else None


def _happened(spot: Spot, line: Timeline) -> Period | None:
    """What happened, in a paragraph that told when."""
    old = line.before
    if (
        old is not None
        and spot.aspect is Aspect.PAST
        and old.paragraph == spot.figure.sentence.paragraph
        and old.sentence == spot.figure.sentence.index - 1
    ):
        return old.period
    told = line.recent
    if told is None or spot.aspect is not Aspect.PAST or told.paragraph != spot.figure.sentence.paragraph:
        return None
    near = spot.figure.sentence.index - told.sentence <= MEMORY
    return as_counted(spot.figure.sentence, told.period) if near else None


def _said(spot: Spot, line: Timeline) -> Period | None:
    """How things stood when somebody told of them a sentence before."""
    told = line.said
    if told is None or spot.aspect is Aspect.FUTURE or spot.figure.sentence.index - told.sentence > 1:
        return None
    return told.period if told.paragraph == spot.figure.sentence.paragraph else None


_INHERITED = (
    (_since_then, "time since then"),
    (_event, "time of the happening"),
    (_period, "time of the report's period"),
    (_begun, "time since the beginning"),
    (_happened, "time of the paragraph's event"),
    (_said, "time of the telling before"),
)


def settle_headlines(drafts: Sequence[ClaimDraft]) -> None:
    """Give figures of headlines without a time of their own that of the same figure, or measure, in the body."""
    body = [draft for draft in drafts if draft.sentence.section is not Section.HEADLINE and draft.measure != "date"]
    for draft in drafts:
        if draft.sentence.section is not Section.HEADLINE or draft.time_stated or draft.measure == "date":
            continue
        same = [o for o in body if o.unit.name == draft.unit.name and o.reading.asserted == draft.reading.asserted]
        alike = [o for o in body if o.unit.name == draft.unit.name and o.measure == draft.measure]
        if same or alike:
            draft.time = (same or alike)[0].time
