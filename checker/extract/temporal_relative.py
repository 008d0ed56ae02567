"""Times counted from the report's date, and parts of other times: last week, three days ago, the end of April."""

from dataclasses import dataclass
from datetime import date

from checker.extract import temporal_calendar as calendar
from checker.extract.temporal_terms import Direction, Frame, Term, Years, nearest
from checker.model import Period, Precision
from checker.rulebook.temporal import temporal

HOURS = 24
MONTH = 31
MOST = 1_000  # of any unit: a greater number is no time


@dataclass(frozen=True, slots=True)
class Known(Term):
    """A period that the words themselves give."""

    period: Period

    def resolve(self, frame: Frame) -> Period | None:  # noqa: ARG002 - it needs none
        """That period."""
        return self.period


@dataclass(frozen=True, slots=True)
class Offset(Term):
    """Days from the report's: yesterday is (-1, -1), overnight (-1, 0)."""

    start: int
    end: int

    def resolve(self, frame: Frame) -> Period | None:
        """Those days."""
        if frame.anchor is None:
            return None
        precision = Precision.DAY if self.start == self.end else Precision.RANGE
        return calendar.days(
            calendar.moved(frame.anchor, self.start), calendar.moved(frame.anchor, self.end), precision
        )


@dataclass(frozen=True, slots=True)
class CalendarUnit(Term):
    """Last week, this year: `shift` counts units from the report's; `within` is earlier (-1) or later (1)."""

    unit: str
    shift: int
    within: int = 0

    def whole(self, anchor: date) -> Period | None:
        """The unit from its first to its last day."""
        if self.unit == "weekend":
            return self._weekend(anchor)
        unit = temporal().units[self.unit]
        if unit.days:
            day = calendar.moved(anchor, self.shift * unit.days)
            if day is None:
                return None
            return Period.on(day) if unit.days == 1 else calendar.week_of(day)
        if unit.months:
            return _months(anchor, self.shift * unit.months, unit.months)
        return None

    def _weekend(self, anchor: date) -> Period | None:
        """The last weekend begun by then, or one counted from it."""
        saturday = calendar.moved(
            anchor, -((anchor.weekday() - 5) % calendar.WEEK) + calendar.WEEK * max(self.shift, 0)
        )
        if saturday and self.shift < 0 and (anchor - saturday).days <= 1:
            saturday = calendar.moved(saturday, -calendar.WEEK)
        return calendar.days(saturday, calendar.moved(saturday, 1)) if saturday else None

    def resolve(self, frame: Frame) -> Period | None:
        """The unit; the current one ends with the report unless its verb looks ahead."""
        anchor = frame.anchor
        whole = self.whole(anchor) if anchor else None
        if whole is None or anchor is None or self.shift or self.unit == "weekend":
            return whole
        if self.within > 0:
            return calendar.days(anchor, whole.end, whole.precision)
        if self.within < 0 or frame.direction is not Direction.AHEAD:
            return calendar.days(whole.start, min(anchor, whole.end), whole.precision)
        return whole


def _months(anchor: date, shift: int, length: int) -> Period | None:
    """The block of `length` months (a month, quarter, year or decade) that holds the day `shift` months on."""
    day = calendar.moved_months(anchor, shift)
    if day is None:
        return None
    if length > calendar.YEAR:
        return calendar.year_of(day.year - day.year % calendar.DECADE, calendar.DECADE, Precision.DECADE)
    precision = {1: Precision.MONTH, calendar.SEASON: Precision.QUARTER}.get(length, Precision.YEAR)
    return calendar.months_from(day.year, day.month - (day.month - 1) % length, length, precision)


@dataclass(frozen=True, slots=True)
class Rolling(Term):
    """The last two months, the next 30 days: up to, or from, the report's date."""

    unit: str
    count: int
    ahead: bool = False

    def resolve(self, frame: Frame) -> Period | None:
        """From as many units ago to the report, or as many on."""
        other = _counted(frame.anchor, self.unit, self.count if self.ahead else -self.count) if frame.anchor else None
        return calendar.days(frame.anchor, other) if self.ahead else calendar.days(other, frame.anchor)


@dataclass(frozen=True, slots=True)
class Ago(Term):
    """Three days ago: as finely as the unit goes."""

    unit: str
    count: int

    def resolve(self, frame: Frame) -> Period | None:
        """The day, week, month or year so long before the report."""
        day = _counted(frame.anchor, self.unit, -self.count) if frame.anchor else None
        if day is None:
            return None
        unit = temporal().units[self.unit]
        if unit.months:
            return (
                calendar.months_from(day.year, day.month) if unit.months < calendar.YEAR else calendar.year_of(day.year)
            )
        if not unit.days:
            return calendar.days(frame.anchor if self.unit == "minute" else day, frame.anchor)
        return Period.on(day) if unit.days == 1 else calendar.week_of(day)


def _counted(anchor: date, unit_name: str, count: int) -> date | None:
    """The day so many units away; hours are rounded to whole days away from the report."""
    unit = temporal().units[unit_name]
    if unit.months:
        return calendar.moved_months(anchor, count * unit.months)
    if unit.days:
        return calendar.moved(anchor, count * unit.days)
    hours = abs(count) if unit_name == "hour" else 1
    whole = -(-hours // HOURS)
    return calendar.moved(anchor, whole if count > 0 else -whole)


@dataclass(frozen=True, slots=True)
class Part(Term):
    """Early October, the end of the year: `name` is a part of the lexicon's."""

    name: str
    of: Term

    def resolve(self, frame: Frame) -> Period | None:
        """The part of the whole; of a week, quarter or season there are none smaller."""
        whole = self.of.whole(frame.anchor) if isinstance(self.of, CalendarUnit) and frame.anchor else None
        whole = whole or self.of.resolve(frame)
        if whole is None:
            return None
        part = temporal().parts[self.name]
        start = whole.start
        if whole.precision is Precision.MONTH:
            last = min(part.month[1], whole.end.day)
            return calendar.days(
                calendar.day(start.year, start.month, part.month[0]), calendar.day(start.year, start.month, last)
            )
        if whole.precision is Precision.YEAR:
            first, last = part.year
            precision = Precision.MONTH if first == last else Precision.RANGE
            return calendar.months_from(start.year, first, last - first + 1, precision)
        if whole.precision is Precision.DECADE:
            first, last = part.decade
            return calendar.year_of(start.year + first, last - first + 1, Precision.RANGE)
        return whole

    @property
    def floating(self) -> bool:
        """Whether the whole floats."""
        return self.of.floating


@dataclass(frozen=True, slots=True)
class Slice(Term):
    """The first two months of the year, the second half of February: `index` from 0, or from -1 back."""

    unit: str  # day, week, month, quarter, half, or "full" for weeks that begin on a Monday
    index: int
    count: int
    of: Term

    def resolve(self, frame: Frame) -> Period | None:
        """The days of the slice."""
        if isinstance(self.of, Years) and self.of.floating:
            if frame.anchor is None:
                return None
            years = (calendar.year_of(frame.anchor.year + shift) for shift in (-1, 0, 1))
            return nearest((self.within(year) for year in years if year), frame)
        whole = self.of.whole(frame.anchor) if isinstance(self.of, CalendarUnit) and frame.anchor else None
        whole = whole or self.of.resolve(frame)
        return self.within(whole) if whole else None

    def within(self, whole: Period) -> Period | None:
        """The slice of that period."""
        months = {"month": 1, "quarter": calendar.SEASON, "half": calendar.YEAR // 2}.get(self.unit)
        start = whole.start
        if months and whole.precision is Precision.YEAR:
            index = self.index if self.index >= 0 else calendar.YEAR // months + self.index
            names = {1: Precision.MONTH, calendar.SEASON: Precision.QUARTER}
            precision = names.get(months * self.count, Precision.RANGE)
            return calendar.months_from(start.year, 1 + index * months, months * self.count, precision)
        if self.unit == "half":
            middle = calendar.moved(start, (whole.days - 1) // 2) or start
            if self.index == 0:
                return calendar.days(start, middle)
            return calendar.days(calendar.moved(middle, 1), whole.end)
        length = {"day": 1, "week": calendar.WEEK, "full": calendar.WEEK}.get(self.unit)
        if length is None:
            return None
        if self.unit == "full":
            start = calendar.moved(start, -start.weekday() % calendar.WEEK) or start
        offset = self.index * length if self.index >= 0 else whole.days + self.index * length * self.count
        first, last = calendar.moved(start, offset), calendar.moved(start, offset + length * self.count - 1)
        single = length * self.count == 1
        return calendar.days(
            first, min(last, whole.end) if last else None, Precision.DAY if single else Precision.RANGE
        )

    @property
    def floating(self) -> bool:
        """Whether the whole floats."""
        return self.of.floating


@dataclass(frozen=True, slots=True)
class NthWeekday(Term):
    """The last Thursday of November, the first Sunday in May: `order` from 1, or -1 for the last."""

    weekday: int
    order: int
    of: Term

    def resolve(self, frame: Frame) -> Period | None:
        """That day of the month."""
        whole = self.of.resolve(frame)
        if whole is None or whole.days > MONTH:
            return None
        first = calendar.moved(whole.start, (self.weekday - whole.start.weekday()) % calendar.WEEK)
        last = calendar.moved(whole.end, -((whole.end.weekday() - self.weekday) % calendar.WEEK))
        day = last if self.order < 0 else first and calendar.moved(first, (self.order - 1) * calendar.WEEK)
        return Period.on(day) if day and day <= whole.end else None

    @property
    def floating(self) -> bool:
        """Whether the month floats."""
        return self.of.floating


@dataclass(frozen=True, slots=True)
class Ending(Term):
    """The week that ended on Sunday, the 12 months to June: units up to the last day of another time."""

    unit: str
    final: Term
    count: int = 1

    def resolve(self, frame: Frame) -> Period | None:
        """The unit that ends then."""
        end = self.final.resolve(frame)
        before = _counted(end.end, self.unit, -self.count) if end else None
        start = calendar.moved(before, 1) if before else None
        single = self.unit == "week" and self.count == 1
        return calendar.days(start, end.end if end else None, Precision.WEEK if single else Precision.RANGE)
