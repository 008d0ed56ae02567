"""Times as the words state them, and the periods they resolve to against a report's date."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from checker.extract import temporal_calendar as calendar
from checker.model import Period, Precision
from checker.rulebook.temporal import temporal

ZONES = 2  # days by which a report's date and an event's may differ through zones and deadlines
FAR, NEAR = 270, 95  # days: a date without a year is not so far on its own side if the other side is so near


class Direction(StrEnum):
    """Where a time without a year lies, by its verb."""

    BACK = "back"
    AHEAD = "ahead"
    OPEN = "open"


class Frame(NamedTuple):
    """What a term is resolved against."""

    anchor: date | None
    direction: Direction = Direction.OPEN


@dataclass(frozen=True, slots=True)
class Term:
    """A time as stated; a plain one says nothing that could be resolved."""

    def resolve(self, frame: Frame) -> Period | None:  # noqa: ARG002 - the subclasses use it
        """The period meant, None where the words and the frame do not give it."""
        return None

    @property
    def floating(self) -> bool:
        """Whether it needs a neighbour or the frame to say which year or week is meant."""
        return False


def nearest(candidates: Iterable[Period | None], frame: Frame, tolerance: int = 0) -> Period | None:
    """The candidate that the frame's direction points to; candidates in order of time."""
    if frame.anchor is None:
        return None
    known = [period for period in candidates if period is not None]
    limit = calendar.moved(frame.anchor, tolerance) or frame.anchor
    past = next((period for period in reversed(known) if period.start <= limit), None)
    ahead = next((period for period in known if period.end >= frame.anchor), None)
    if past is None or ahead is None:
        return past or ahead
    back, on = (frame.anchor - past.end).days, (ahead.start - frame.anchor).days
    if frame.direction is Direction.AHEAD:
        return past if on > FAR and back < NEAR else ahead
    return ahead if frame.direction is Direction.OPEN and back > FAR and on < NEAR else past


def _years(frame: Frame) -> range:
    return range(frame.anchor.year - 1, frame.anchor.year + 2) if frame.anchor else range(0)


@dataclass(frozen=True, slots=True)
class Dated(Term):
    """A term that can bear a year, or one counted from the report's ("last year" is -1)."""

    year: int | None = None
    shift: int | None = None

    def stated_year(self, frame: Frame) -> int | None:
        """The year that the words give."""
        if self.year is None and self.shift is not None and frame.anchor:
            return frame.anchor.year + self.shift
        return self.year

    def in_year(self, year: int) -> Period | None:
        """The period in that year."""
        raise NotImplementedError

    def resolve(self, frame: Frame) -> Period | None:
        """The period in the stated year, or in the one nearest to the report."""
        year = self.stated_year(frame)
        if year is not None:
            return self.in_year(year)
        if self.shift is not None:
            return None
        return nearest(map(self.in_year, _years(frame)), frame, self.tolerance)

    @property
    def tolerance(self) -> int:
        """Days that it may lie ahead of the report and still count as past."""
        return 0

    @property
    def floating(self) -> bool:
        """Whether the words give no year."""
        return self.year is None and self.shift is None


@dataclass(frozen=True, slots=True)
class Day(Dated):
    """A day of a month; a month of None is a neighbour's ("14 and 15 October")."""

    number: int = 1
    month: int | None = None
    weekday: int | None = None

    def in_year(self, year: int) -> Period | None:
        """The day in that year."""
        found = calendar.day(year, self.month, self.number) if self.month else None
        return Period.on(found) if found else None

    @property
    def tolerance(self) -> int:
        """Datelines and deadlines may be a day ahead."""
        return ZONES

    @property
    def impossible(self) -> str:
        """Why there is no such day."""
        if self.month is None:
            return ""
        length = calendar.month_length(self.month, self.year)
        if self.number <= length:
            return ""
        name = temporal().calendar.months[self.month - 1][0].title()
        year = f" {self.year}" if self.year and length < calendar.month_length(self.month, None) else ""
        return f"{name}{year} has {length} days"


@dataclass(frozen=True, slots=True)
class Month(Dated):
    """A month."""

    month: int = 1

    def in_year(self, year: int) -> Period | None:
        """The month in that year."""
        return calendar.months_from(year, self.month)


@dataclass(frozen=True, slots=True)
class Season(Dated):
    """Three months from the first of `month`."""

    month: int = 1

    def in_year(self, year: int) -> Period | None:
        """The season that begins in that year."""
        return calendar.months_from(year, self.month, calendar.SEASON, Precision.SEASON)


@dataclass(frozen=True, slots=True)
class Years(Dated):
    """A year, or `count` years from it: a decade, a season of two half years."""

    count: int = 1
    precision: Precision = Precision.YEAR

    def in_year(self, year: int) -> Period | None:
        """The years from that one."""
        return calendar.year_of(year, self.count, self.precision)


@dataclass(frozen=True, slots=True)
class Holiday(Dated):
    """A named day: month and day, or days from Easter Sunday where `month` is 0."""

    month: int = 0
    number: int = 0

    def in_year(self, year: int) -> Period | None:
        """The day in that year."""
        sunday = calendar.easter(year)
        moved = calendar.moved(sunday, self.number) if sunday else None
        found = calendar.day(year, self.month, self.number) if self.month else moved
        return Period.on(found) if found else None


@dataclass(frozen=True, slots=True)
class NumberedWeek(Dated):
    """A week by its number in the year."""

    number: int = 1

    def in_year(self, year: int) -> Period | None:
        """The week of that year."""
        return calendar.iso_week(year, self.number)


@dataclass(frozen=True, slots=True)
class Weekday(Term):
    """A day of the week; `side` is -1 for last, 1 for next, 0 otherwise; `week` counts weeks from the report's."""

    number: int
    side: int = 0
    week: int | None = None

    def resolve(self, frame: Frame) -> Period | None:
        """The day on its side of the report, whose own day counts unless the words exclude it."""
        if frame.anchor is None:
            return None
        here = frame.anchor.weekday()
        if self.week is not None:
            offset = self.number - here + calendar.WEEK * self.week
        elif self.side > 0 or (self.side == 0 and frame.direction is Direction.AHEAD):
            offset = (self.number - here) % calendar.WEEK or (calendar.WEEK if self.side else 0)
        else:
            offset = -((here - self.number) % calendar.WEEK or (calendar.WEEK if self.side else 0))
        found = calendar.moved(frame.anchor, offset)
        return Period.on(found) if found else None

    @property
    def floating(self) -> bool:
        """Whether the words do not say which week."""
        return self.side == 0 and self.week is None


@dataclass(frozen=True, slots=True)
class Span(Term):
    """From one time to another; what the one leaves open, the other fills."""

    first: Term
    final: Term

    def resolve(self, frame: Frame) -> Period | None:
        """The first day of the one to the last day of the other."""
        start, end = self.first, self.final
        if isinstance(start, Dated) and isinstance(end, Dated) and start.floating and not end.floating:
            start = replace(start, year=end.year, shift=end.shift)
            begin, finish = start.resolve(frame), end.resolve(frame)
            if begin and finish and begin.start > finish.end:
                begin = replace(start, year=begin.start.year - 1).resolve(frame)
        else:
            begin = start.resolve(frame)
            onward = Frame(begin.start, Direction.AHEAD) if begin and end.floating else frame
            finish = end.resolve(onward)
        return calendar.days(begin.start, finish.end) if begin and finish else None
