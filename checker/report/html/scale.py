"""Common scales of the pictures: from amounts and days to percent of the width, with round ticks."""

from collections.abc import Callable, Iterable
from datetime import date
from math import floor, isfinite, log10
from typing import NamedTuple

from checker.model.wording import MONTHS, number

LEAST, MOST = 4.0, 96.0  # percent of the width that the data takes, so that no mark is cut off
MARGIN = 0.06  # of the range, left free on both sides
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)  # times a power of ten: round steps
HALVES = 2.5  # a step that whole numbers do without
TICKS = 5  # at most
WIDE = 50.0  # times: values farther apart than that are shown by their powers of ten
WEEK, MONTH, YEAR = 7, 31, 366  # days


class Tick(NamedTuple):
    """A line of the scale: where, and what it is called."""

    at: float
    label: str


class Scale(NamedTuple):
    """From values to percent of the width; `powers` where equal steps stand for equal factors."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    powers: bool = False

    def at(self, amount: float) -> float:
        """Where an amount lies, in percent; beyond the ends, at the end."""
        low, high, here = (_height(end, powers=self.powers) for end in (self.low, self.high, amount))
        share = (here - low) / (high - low)
        return round(LEAST + (MOST - LEAST) * min(max(share, 0.0), 1.0), 2)


def amounts(values: Iterable[float]) -> Scale:
    """The scale of numbers: from below the least to above the greatest, by powers of ten where they lie far apart."""
    known = sorted(value for value in values if isfinite(value)) or [0.0]
    low, high = known[0], known[-1]
    if low > 0 and high / low > WIDE:
        bottom, top = 10.0 ** floor(log10(low)), high * 1.5
        marks = [10.0**power for power in range(floor(log10(low)), floor(log10(top)) + 1)]
        return _ticked(bottom, top, marks[:: len(marks) // (TICKS + 1) + 1], _amount, powers=True)
    margin = (high - low) * MARGIN or abs(high) * 0.1 or 1.0
    bottom, top = (0.0 if 0 <= low <= high * 0.4 else low - margin), high + margin
    step = _step(top - bottom)
    if step < 1 and all(value == int(value) for value in known):
        step = 1.0
    elif step == HALVES and all(value == int(value) for value in known):
        step = 5.0
    marks = [step * count for count in range(-int(-bottom // step), int(top // step) + 1)]
    return _ticked(bottom, top, marks, _amount)


def days(found: Iterable[date]) -> Scale:
    """The scale of days, with ticks on days, on first days of months, or on first days of years."""
    known = sorted(day.toordinal() for day in found) or [1]
    low, high = known[0], known[-1]
    margin = max(1.0, (high - low) * MARGIN)
    bottom, top = max(1.0, low - margin), min(date.max.toordinal(), high + margin)
    first, last = date.fromordinal(int(bottom)), date.fromordinal(int(top))
    if high - low <= 2 * MONTH:
        step = -(-(high - low + 1) // TICKS)
        marks, label = [date.fromordinal(day) for day in range(low, high + 1, step)], _day
    elif high - low <= 2 * YEAR:
        every = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
        marks, label = _thinned([day for day in every if bottom <= day.toordinal() <= top]), _month
    else:
        marks = _thinned([date(year, 1, 1) for year in range(first.year + 1, last.year + 1)])
        label = _year
    found_ticks = [(float(day.toordinal()), label(day)) for day in marks]
    scale = Scale(bottom, top, ())
    return scale._replace(ticks=tuple(Tick(scale.at(mark), text) for mark, text in found_ticks))


def _ticked(
    low: float, high: float, marks: Iterable[float], label: Callable[[float], str], *, powers: bool = False
) -> Scale:
    scale = Scale(low, high, (), powers)
    return scale._replace(ticks=tuple(Tick(scale.at(mark), label(mark)) for mark in marks if low <= mark <= high))


def _amount(mark: float) -> str:
    """The amount in few characters: 2,500, 20 million, 1.5 billion."""
    for power, name in ((1e9, " billion"), (1e6, " million")):
        if abs(mark) >= power:
            return number(round(mark / power, 10)) + name
    return number(round(mark, 10))


def _height(amount: float, *, powers: bool) -> float:
    return log10(max(amount, 1e-12)) if powers else amount


def _step(width: float) -> float:
    """The least round step that divides the width into few parts."""
    power = 10.0 ** floor(log10(width / TICKS))
    return next(step * power for step in STEPS if step * power * TICKS >= width)


def _thinned(marks: list[date]) -> list[date]:
    return marks[:: len(marks) // (TICKS + 1) + 1]


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def _year(day: date) -> str:
    return str(day.year)
