"""When: the time of a figure, from its clause outwards to the report's own date."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.extract import temporal_calendar as calendar
from checker.extract.drafts import ClaimDraft
from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal_aspect import Aspect
from checker.extract.when_lengths import length_so_far, length_stated
from checker.extract.when_line import Timeline, is_item
from checker.extract.when_periods import NIGHT, as_counted, counted_from
from checker.extract.when_sentence import stated
from checker.extract.when_spot import Figure, Spot, told_on
from checker.extract.when_story import day_in_order, day_of_event, since_event
from checker.model import Kind, Period, Section
from checker.rulebook.temporal import temporal

MEMORY = 2  # sentences that an event time holds without being said again
_COUNTS = frozenset((Kind.FLOW, Kind.CUMULATIVE))


class Timed(NamedTuple):
    """The time of a figure, whether its sentence states it, and the production that gave it."""

    period: Period | None
    stated: bool
    because: str


def time_of(figure: Figure, times: Sequence[TimeMention], line: Timeline) -> Timed:
    """The time of a figure: of its clause, of the telling, of its section, of what was told before, of the report."""
    spot = Spot(figure, times, line.own, line.base, line.story)
    if times:
        for production, name in (
            (length_stated, "time of the length"),
            (stated, "time of the clause"),
            (told_on, "time of the telling"),
        ):
            found = production(spot)
            if found is not None:
                return Timed(found, stated=True, because=name)
    covered = line.covered if line.covered and _of_period(figure.sentence) else None
    if covered is not None:
        return Timed(covered, stated=True, because="time of the bulletin's period")
    if line.dated is not None and line.dated.paragraph == figure.sentence.paragraph:
        return Timed(line.dated.period, stated=False, because="time of the entry")
    if line.heading is not None:
        period = Period.on(line.heading.end) if figure.kind is Kind.STOCK else line.heading
        return Timed(period, stated=False, because="time of the section")
    for inherited, name in _INHERITED:
        found = inherited(spot, line)
        if found is not None:
            return Timed(found, stated=False, because=name)
    own = line.own or (line.lead if line.lead and line.lead.days <= NIGHT else None)
    if own is not None and figure.measure in temporal().clauses.monthly:
        own = calendar.months_from(own.end.year, own.end.month)
    return Timed(own, stated=False, because="time of the report" if own else "no time")


def _of_period(sentence: Sentence) -> bool:
    """Whether the sentence names the bulletin's period: during the reporting period."""
    return any(phrase in sentence.text.casefold() for phrase in temporal().story.covering)


def _since_then(spot: Spot, line: Timeline) -> Period | None:
    """Since then, 300 have died: from the last time told."""
    if line.recent is None and line.began is None:
        return None
    tokens = [token.lower for token in spot.figure.sentence.tokens]
    told = max((t for t in (line.recent, line.began) if t), key=lambda t: t.sentence)
    ends = spot.aspect is Aspect.PERFECT and any(
        (second == "since" and first in temporal().aspects.perfect) or (first == "since" and not second[0].isalnum())
        for first, second in pairwise(tokens)
    )
    return counted_from(told.period, line.own) if ends or ["since", "then"] in (tokens[:2], tokens[1:3]) else None


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


def _length(spot: Spot, line: Timeline) -> Period | None:  # noqa: ARG001 - one shape for all
    """What has gone on for three weeks did so up to the report."""
    return length_so_far(spot)


def _of_event(spot: Spot, line: Timeline) -> Period | None:
    """On the day of the quake: the story's; on the second day of the siege: counted from its first."""
    counted = day_in_order(spot.figure.sentence, spot.at, line.story or line.onset)
    return counted or day_of_event(spot.figure.sentence, line.story)


def _since_event(spot: Spot, line: Timeline) -> Period | None:
    """Since the quake, 300 have died: from the day of the story."""
    return since_event(spot.figure.sentence, spot.at, line.story or line.onset, line.own)


def _story(spot: Spot, line: Timeline) -> Period | None:
    """What happened, or was then the case, is of the story's day."""
    words, figure = temporal().story, spot.figure
    if (
        line.story is None
        or spot.aspect is not Aspect.PAST
        or not (figure.measure in words.measures or figure.kind is Kind.UNKNOWN)
    ):
        return None
    listed = figure.sentence.section is Section.TABLE or is_item(figure.sentence)
    counted = listed or any(t.lower in words.tolls for t in figure.sentence.tokens)
    return None if counted else Period.on(line.story.end)


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
    (_since_event, "time since the story's event"),
    (_of_event, "time of the story's event"),
    (_length, "time of so long up to the report"),
    (_event, "time of the happening"),
    (_period, "time of the report's period"),
    (_begun, "time since the beginning"),
    (_happened, "time of the paragraph's event"),
    (_said, "time of the telling before"),
    (_story, "time of the story's event"),
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
