"""Weekdays, alone or with the date they stand beside."""

from dataclasses import replace

from checker.extract.temporal_dates import (
    Line,
    Parsed,
    at,
    day_first,
    day_number,
    is_short,
    month_first_date,
    numeric_date,
    short_numeric_date,
    weekday_at,
)
from checker.extract.temporal_phrases import side_of
from checker.extract.temporal_terms import Day, Span, Weekday
from checker.rulebook.temporal import temporal

_MARKS = frozenset((",", "-", "\u2014"))
_GENERIC = frozenset(("every", "each"))


def weekday(line: Line, index: int, *, month_first: bool) -> Parsed | None:
    """Thursday; Thursday evening; Friday last week; Saturday 7 March 2026; Saturday 11 to Sunday 12 October 2025."""
    number = weekday_at(line, index)
    if number is None or _no_day(line, index):
        return None
    here = index + 1
    if at(line, here) == "." and is_short(line, index):
        here += 1
    here = _day_part(line, here)
    dated = _date(line, here, number, month_first=month_first)
    if dated:
        return dated
    if is_short(line, index):
        return None
    after = here + 1 if at(line, here) == "of" else here
    side = side_of(at(line, after))
    if side is not None and at(line, after + 1) == "week":
        return Parsed(after + 2, Weekday(number, week=side))
    return Parsed(here, Weekday(number))


def with_weekday(line: Line, found: Parsed) -> Parsed:
    """The date with a weekday that stands in brackets behind it, or as an apposition: March 4 (Wednesday)."""
    if not isinstance(found.term, Day) or found.term.weekday is not None:
        return found
    here = found.last
    if at(line, here) == "(" and at(line, here + 2) == ")":
        number = weekday_at(line, here + 1)
        return Parsed(here + 3, replace(found.term, weekday=number)) if number is not None else found
    if at(line, here) == "," and at(line, here + 1) == "a":
        number = weekday_at(line, here + 2)
        return Parsed(here + 3, replace(found.term, weekday=number)) if number is not None else found
    return found


def _no_day(line: Line, index: int) -> bool:
    """Whether the word belongs to a name (Black Friday) or to no single day (every Friday, on a Friday)."""
    pair, before = f"{at(line, index)} {at(line, index + 1)}", f"{at(line, index - 1)} {at(line, index)}"
    names = temporal().calendar.names
    if pair in names or before in names or at(line, index - 1) in _GENERIC:
        return True
    return at(line, index - 1) == "a" and at(line, index - 2) == "on"


def _day_part(line: Line, index: int) -> int:
    return index + 1 if at(line, index) in temporal().day.parts else index


def _date(line: Line, index: int, number: int, *, month_first: bool) -> Parsed | None:
    """The date behind a weekday, with or without a comma, an article or brackets."""
    bracket = at(line, index) == "("
    here = index + 1 if bracket or at(line, index) in _MARKS else index
    here = here + 1 if at(line, here) == "the" else here
    found = _plain_date(line, here, month_first=month_first)
    if found is None:
        return _first_of_two(line, here, number, month_first=month_first)
    last = found.last + 1 if bracket and at(line, found.last) == ")" else found.last
    if isinstance(found.term, Day):
        return Parsed(last, replace(found.term, weekday=number))
    if isinstance(found.term, Span) and isinstance(found.term.first, Day):
        return Parsed(last, Span(replace(found.term.first, weekday=number), found.term.final), "span")
    return None


def _plain_date(line: Line, here: int, *, month_first: bool) -> Parsed | None:
    return (
        numeric_date(line, here, month_first=month_first)
        or short_numeric_date(line, here, month_first=month_first)
        or day_first(line, here)
        or month_first_date(line, here)
    )


def _first_of_two(line: Line, index: int, number: int, *, month_first: bool) -> Parsed | None:
    """Saturday 11 to Sunday 12 October: the first day takes its month from the second."""
    first = day_number(line, index)
    if first is None or at(line, index + 1) not in temporal().relations.range:
        return None
    final = weekday_at(line, index + 2)
    second = _plain_date(line, index + 3, month_first=month_first) if final is not None else None
    if second is None or not isinstance(second.term, Day) or second.term.number <= first:
        return None
    return Parsed(
        second.last,
        Span(replace(second.term, number=first, weekday=number), replace(second.term, weekday=final)),
        "span",
    )
