"""Times in words: last week, three days ago, the first half of the year, late October, summer 2015, at the time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from checker.extract.temporal_dates import (
    Line,
    Parsed,
    at,
    is_short,
    month_at,
    month_first_date,
    weekday_at,
    year_behind,
    year_number,
    years,
)
from checker.extract.temporal_relative import MOST, Ago, CalendarUnit, Offset, Part, Rolling, Slice
from checker.extract.temporal_terms import Dated, Frame, Holiday, Month, Season, Term, Weekday, Years, nearest
from checker.model import Period, Precision
from checker.rulebook.temporal import temporal

LAST_CENTURY = 21

_QUARTER = re.compile(r"q([1-4])")
_FISCAL = re.compile(r"fy-?(\d{4}|\d{2})")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Named(Term):
    """Last October, next summer: the nearest one wholly before (-1) or behind (1) the report."""

    of: Dated
    side: int

    def resolve(self, frame: Frame) -> Period | None:
        """That one."""
        anchor = frame.anchor
        if anchor is None:
            return None
        found = [self.of.in_year(anchor.year + shift) for shift in (-2, -1, 0, 1, 2)]
        if self.side == 0:
            return nearest(found[1:4], frame)
        known = [p for p in found if p and (p.end < anchor if self.side < 0 else p.start > anchor)]
        return (known[-1] if self.side < 0 else known[0]) if known else None


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], Term, str], ...]]:
    """First word to the fixed phrases it opens, the longest first, each with its term and role."""
    words = temporal()
    table: dict[str, list[tuple[tuple[str, ...], Term, str]]] = {}
    entries: list[tuple[str, Term, str]] = [(p, Offset(*days), "point") for p, days in words.deictic.items()]
    entries += [(p, Holiday(month=day[0], number=day[1]), "point") for p, day in words.holidays.fixed.items()]
    entries += [(p, Holiday(month=0, number=day), "point") for p, day in words.holidays.easter.items()]
    entries += [(p, Term(), "vague") for p in words.vague.phrases]
    for phrase, term, role in entries:
        parts = tuple(phrase.replace("'s", " 's").split())
        table.setdefault(parts[0], []).append((parts, term, role))
    return {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in table.items()}


def fixed(line: Line, index: int) -> Parsed | None:
    """Yesterday, overnight, Christmas Eve, at the time; a holiday takes a year behind it."""
    for parts, term, role in phrases().get(at(line, index), ()):
        last = index + len(parts)
        if all(at(line, index + offset) == part for offset, part in enumerate(parts)):
            if not isinstance(term, Holiday):
                return Parsed(last, term, role)
            end, year, shift = year_behind(line, last)
            return Parsed(end, Holiday(year, shift, term.month, term.number), role)
    return None


def side_of(word: str) -> int | None:
    """-1 for last, 0 for this, 1 for next, None for other words."""
    shifts = temporal().shifts
    for words, side in ((shifts.last, -1), (shifts.this, 0), (shifts.next, 1)):
        if word in words:
            return side
    return None


def count_at(line: Line, index: int) -> tuple[int, int] | None:
    """A number of units and the token behind it: "three", "24", "a couple of", "several"."""
    word = at(line, index)
    number = temporal().numbers.counts.get(word)
    if number is None and word.isascii() and word.isdigit() and len(word) <= len(str(MOST)):
        number = int(word)
    if number is None or not 0 < number <= MOST:
        return None
    last = index + 1
    nested = temporal().numbers.counts.get(at(line, last)) if word == "a" else None
    if nested:
        number, last = nested, last + 1
    return number, last + 1 if at(line, last) in {"of", "full", "whole"} else last


def shifted(line: Line, index: int) -> Parsed | None:
    """Last week, this past Friday, next month, the last two months, last October, this summer."""
    words, word = temporal(), at(line, index)
    within = -1 if word in words.shifts.within_before else int(word in words.shifts.within_after)
    here = index + 1 if within else index
    side = side_of(at(line, here))
    rolling = at(line, here) in words.shifts.rolling_back | words.shifts.rolling_on
    if side is None and not rolling:
        return None
    if at(line, here) == "this" and at(line, here + 1) in words.shifts.rolling_back:
        here, side = here + 1, -1
    if rolling:
        found = _rolling(line, here)
        if found:
            return found
    if side is None:
        return None
    here += 1
    unit = words.unit.get(at(line, here))
    if unit and at(line, here) == words.units[unit].words[0] and unit not in {"minute", "hour", "day", "fortnight"}:
        return Parsed(here + 1, CalendarUnit(unit, side, within))
    weekday = weekday_at(line, here)
    if weekday is not None and not is_short(line, here):
        after = here + 2 if at(line, here + 1) in words.day.parts else here + 1
        return Parsed(after, Weekday(weekday, side))
    month = month_at(line, here)
    if month is not None:
        return Parsed(here + 1, Named(Month(month=month), side))
    season = words.seasons.get(at(line, here))
    return Parsed(here + 1, Named(Season(month=season), side)) if season else None


def _rolling(line: Line, index: int) -> Parsed | None:
    """The past 24 hours, the last two months, the next 30 days; one unit only behind "the" or "past"."""
    words, word = temporal(), at(line, index)
    counted = count_at(line, index + 1)
    count, here = counted or (1, index + 1)
    unit = words.unit.get(at(line, here))
    if unit is None or (counted is None and unit in {"day", "minute"}):
        return None
    if counted is None:
        if at(line, here) != words.units[unit].words[0] or unit == "weekend":
            return None
        if word != "past" and not (word == "last" and at(line, index - 1) == "the"):
            return None
    elif at(line, here) == words.units[unit].words[0] and count > 1:
        return None
    ahead = word in words.shifts.rolling_on
    return Parsed(here + 1, Rolling(unit, count, ahead), "span" if ahead else "since")


def counted_units(line: Line, index: int) -> Parsed | None:
    """Three days ago, a month earlier, five days before: the number is a quantity as well."""
    counted = count_at(line, index)
    if counted is None:
        return None
    count, here = counted
    unit = temporal().unit.get(at(line, here))
    if unit is None:
        return None
    following = at(line, here + 1)
    if following in temporal().vague.ago:
        return Parsed(here + 2, Ago(unit, count), "age")
    return Parsed(here + 2, Term(), "vague") if following in temporal().vague.relative else None


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
    full = at(line, here) == "full"
    here += full
    name = "half" if at(line, here) == "half" else words.unit.get(at(line, here))
    if name not in {"day", "week", "month", "quarter", "half"}:
        return None
    unit = "full" if full and name == "week" else name
    index_of = (order - 1) * count if order > 0 else -count
    if at(line, here + 1) == "of":
        found = whole(line, here + 2)
        if found:
            return Parsed(found.last, Slice(unit, index_of, count, found.term))
        return Parsed(here + 2, Term(), "vague") if name == "day" and counted is None else None
    year = year_number(line, here + 1)
    if year is not None and name in {"quarter", "half"}:
        return Parsed(here + 2, Slice(unit, index_of, count, Years(year=year)))
    if name == "quarter" and counted is None and order > 0:
        return Parsed(here + 1, Slice(unit, index_of, count, Years()))
    return None


def quarter(line: Line, index: int) -> Parsed | None:
    """Q1, Q3 2025, Q2 of this year."""
    match = _QUARTER.fullmatch(at(line, index))
    if match is None or line[index].text[0] != "Q":
        return None
    last, year, shift = year_behind(line, index + 1)
    return Parsed(last, Slice("quarter", int(match.group(1)) - 1, 1, Years(year, shift)))


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
