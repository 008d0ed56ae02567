"""Parts of times, and times with a year of their own: late October, the first half of the year, Q1, summer 2015."""

import re
from dataclasses import replace

from checker.extract import temporal_calendar as calendar
from checker.extract.temporal_dates import (
    Line,
    Parsed,
    at,
    month_at,
    month_first_date,
    weekday_at,
    year_behind,
    year_number,
    years,
)
from checker.extract.temporal_phrases import count_at, side_of
from checker.extract.temporal_relative import CalendarUnit, NthWeekday, Part, Slice
from checker.extract.temporal_terms import Month, Season, Term, Years
from checker.model import Precision
from checker.rulebook.temporal import temporal

LAST_CENTURY = 21
LAST_QUARTER = 4

_QUARTER = re.compile(r"q([1-4])")
_FISCAL = re.compile(r"fy-?(\d{4}|\d{2})")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def whole(line: Line, index: int) -> Parsed | None:
    """What can have parts: a month, year, decade, season or week, with or without an article."""
    here = index + 1 if at(line, index) in {"the", "of"} else index
    here = here + 1 if at(line, here) == "the" else here
    words, word = temporal(), at(line, here)
    if month_at(line, here):
        found = month_first_date(line, here)
        return found if found and isinstance(found.term, Month) else None
    if word == "year" and year_number(line, here + 1) is None:
        return Parsed(here + 1, Years(shift=0))
    if word in {"month", "week", "quarter", "decade"}:
        return Parsed(here + 1, CalendarUnit(word, 0))
    side = side_of(word)
    unit = words.unit.get(at(line, here + 1))
    if side is not None and unit and words.units[unit].days != 1:
        return Parsed(here + 2, Years(shift=side) if unit == "year" else CalendarUnit(unit, side))
    return fiscal(line, here) or season(line, here) or years(line, here + 1 if word == "year" else here)


def part(line: Line, index: int) -> Parsed | None:
    """Early October, late 2015, the end of the year, mid-2012 given as two tokens; late on Friday is Friday."""
    words, word = temporal(), at(line, index)
    if at(line, index + 1) == "of":
        name = "start" if word in words.parts["start"].words else words.part.get(word)
    else:
        name = next((key for key in ("early", "mid", "late") if word == key), None)
    if name is None:
        return None
    here = index + 2 if at(line, index + 1) in {"of", "on", "-"} else index + 1
    if weekday_at(line, here) is not None or (at(line, here) == "this" and at(line, here + 1) in words.day.parts):
        return None
    found = whole(line, here)
    return Parsed(found.last, Part(name, found.term)) if found else None


def slice_of(line: Line, index: int) -> Parsed | None:
    """The first quarter of 2026, the second half of February, the last week of March, the first two months of the year.

    The third day of anything else is a time that stays open.
    """
    words, word = temporal(), at(line, index)
    order = words.ordinal.get(word, -1 if word in words.numbers.last else 0)
    if not order:
        return None
    counted = count_at(line, index + 1)
    count, here = counted or (1, index + 1)
    day = weekday_at(line, here)
    if day is not None and counted is None and at(line, here + 1) in {"of", "in"}:
        found = whole(line, here + 2)
        return Parsed(found.last, NthWeekday(day, order, found.term)) if found else None
    full = at(line, here) == "full"
    here += full
    name = "half" if at(line, here) == "half" else words.unit.get(at(line, here), "")
    if name not in {"day", "week", "month", "quarter", "half"}:
        return None
    unit = "full" if full and name == "week" else name
    first = (order - 1) * count if order > 0 else -count
    if at(line, here + 1) == "of":
        found = whole(line, here + 2)
        if found is None:
            return Parsed(here + 2, Term(), "vague") if name == "day" and counted is None else None
        return Parsed(found.last, Slice(unit, first, count, found.term))
    return _yearly(line, here + 1, Slice(unit, first, count, Years()))


def _yearly(line: Line, index: int, found: Slice) -> Parsed | None:
    """The third quarter 2025, the second quarter: without "of" only for parts of years."""
    year = year_number(line, index)
    if year is not None and found.unit in {"quarter", "half"}:
        return Parsed(index + 1, replace(found, of=Years(year=year)))
    single = found.unit == "quarter" and found.count == 1 and found.index >= 0
    single = single or (
        found.unit == "month" and found.count > calendar.SEASON and found.index >= 0
    )  # in the first ten months
    return Parsed(index, found) if single else None


def quarter(line: Line, index: int) -> Parsed | None:
    """Q1, Q3 2025, Q2 of this year."""
    match = _QUARTER.fullmatch(at(line, index))
    if match is None or line[index].text[0] != "Q":
        return None
    last, year, shift = year_behind(line, index + 1)
    return Parsed(last, Slice("quarter", int(match.group(1)) - 1, 1, Years(year, shift)))


def hyphened_slice(line: Line, index: int) -> Parsed | None:
    """First-quarter profit, second-half sales: of the year behind, or the nearest."""
    first, _, unit = at(line, index).partition("-")
    order = temporal().ordinal.get(first, 0)
    if unit not in {"quarter", "half"} or not 0 < order <= (LAST_QUARTER if unit == "quarter" else 2):
        return None
    last, year, shift = year_behind(line, index + 1)
    return Parsed(last, Slice(unit, order - 1, 1, Years(year, shift)))


def fiscal(line: Line, index: int) -> Parsed | None:
    """Fiscal 2027, financial year 2025-26, FY27: taken for the calendar year of that number."""
    word = at(line, index)
    match = _FISCAL.fullmatch(word)
    if match:
        digits = match.group(1)
        return Parsed(index + 1, Years(year=int(digits) if len(digits) > len("27") else 2000 + int(digits)))
    if word not in temporal().relations.fiscal:
        return None
    here = index + 2 if at(line, index + 1) == "year" else index + 1
    found = years(line, here)
    return found if found and isinstance(found.term, Years) and found.term.precision is not Precision.DECADE else None


def season(line: Line, index: int) -> Parsed | None:
    """Summer 2015, the winter of 2014; without a year only behind "the"."""
    first = temporal().seasons.get(at(line, index))
    if first is None:
        return None
    last, year, shift = year_behind(line, index + 1)
    if year is None and shift is None:
        named = (
            at(line, index - 1) == "the"
            and at(line, index) != "fall"
            and at(line, index - 2) in {"in", "during", "over"}
        )
        return Parsed(index + 1, Season(month=first)) if named else None
    return Parsed(last, Season(year, shift, first))


def century(line: Line, index: int) -> Parsed | None:
    """The 19th century."""
    match = _CENTURY.fullmatch(at(line, index))
    number = int(match.group(1)) if match else temporal().ordinal.get(at(line, index), 0)
    if at(line, index + 1) != "century" or not 0 < number <= LAST_CENTURY:
        return None
    return Parsed(index + 2, Years(year=(number - 1) * 100 + 1, count=100, precision=Precision.RANGE))
