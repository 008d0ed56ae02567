"""Tokens to terms: which of the many readings of a time begins at a token, the longest first."""

from checker.extract.temporal_dates import (
    Line,
    Parsed,
    at,
    counts,
    day_first,
    is_short,
    known,
    month_at,
    month_first_date,
    numeric_date,
    short_numeric_date,
    weekday_at,
    year_number,
    years,
)
from checker.extract.temporal_parts import century, fiscal, hyphened_slice, part, quarter, season, slice_of, whole
from checker.extract.temporal_phrases import count_at, counted_units, fixed, shifted
from checker.extract.temporal_relative import CalendarUnit, Ending, Offset, Part
from checker.extract.temporal_terms import Dated, Day, Month, NumberedWeek, Span, Term, Weekday, Years
from checker.extract.temporal_weekdays import weekday, with_weekday
from checker.extract.tokens import token as word_at
from checker.model import Precision
from checker.rulebook.temporal import temporal

PREFIXES = ("mid-", "early-", "late-")
_OLDEST = 1900  # a bare figure below is a year only behind "in" and its kind
_WEEKS = 53


def parse(line: Line, index: int, *, month_first: bool) -> Parsed | None:
    """The longest time that begins at the token."""
    return _simple(line, index, month_first=month_first) or _ending(line, index, month_first=month_first)


def _simple(line: Line, index: int, *, month_first: bool) -> Parsed | None:
    """A time that holds no other."""
    word = line[index].lower
    found = fixed(line, index)
    if found:
        return found
    if word[0].isdigit():
        return _figure(line, index, month_first=month_first)
    if weekday_at(line, index) is not None:
        return weekday(line, index, month_first=month_first)
    if month_at(line, index) is not None:
        found = month_first_date(line, index)
        return with_weekday(line, found) if found and _is_month(line, index, found.term) else None
    if word.startswith(PREFIXES):
        return _hyphened(line, index)
    return (
        _sided_weekday(line, index, month_first=month_first)
        or slice_of(line, index)
        or day_first(line, index)
        or part(line, index)
        or shifted(line, index)
        or counted_units(line, index)
        or quarter(line, index)
        or hyphened_slice(line, index)
        or fiscal(line, index)
        or season(line, index)
        or century(line, index)
    )


def _figure(line: Line, index: int, *, month_first: bool) -> Parsed | None:
    found = numeric_date(line, index, month_first=month_first) or day_first(line, index)
    if found:
        return with_weekday(line, found)
    if at(line, index - 1) in {"on", "dated"} and at(line, index + 1) in {"", ",", "."} and "/" in at(line, index):
        found = short_numeric_date(line, index, month_first=month_first)
    return found or known(line, index) or century(line, index) or counted_units(line, index) or _bare_year(line, index)


def _bare_year(line: Line, index: int) -> Parsed | None:
    """A figure whose company makes it a year: "in 2019", "the 2023 quake", "2003-2011", "the 1980s", "(1994)"."""
    found = years(line, index)
    before = at(line, index - 1)
    if found is None or not isinstance(found.term, Years) or before in temporal().relations.hedges:
        return None
    if found.term.precision is Precision.DECADE:
        accepted = _names_decade(line, index)
    else:
        accepted = _is_year(line, index, found.term)
    return found if accepted else None


def _is_year(line: Line, index: int, term: Years) -> bool:
    """Whether what stands before and behind the figure makes it a year."""
    relations, before, following = temporal().relations, at(line, index - 1), at(line, index + 1)
    plural = counts(line, index)
    if before in relations.year and not (plural and before in relations.loose):
        return True
    if term.year is None or not _OLDEST <= term.year < _OLDEST + 200:
        return False
    if before in relations.determiners:
        return following.isalpha() and not plural
    listed = before in {"and", "or", ",", "to", "-"} and year_number(line, index - 2) is not None
    bracketed = before == "(" and following in {")", ",", "-"}
    return term.count > 1 or bracketed or (listed and not plural)


def _names_decade(line: Line, index: int) -> bool:
    """Whether "80s" is a decade and no age: a full year does, two figures need an apostrophe or "the"."""
    return len(line[index].lower) > len("80s") or at(line, index - 1) in {"'", "the", "early", "late"}


def _is_month(line: Line, index: int, term: Term) -> bool:
    """Whether a month's name without a figure is a month and no verb, modal or person."""
    if isinstance(term, Day | Span) or (isinstance(term, Month) and not term.floating):
        return True
    if is_short(line, index):
        return at(line, index - 1) in temporal().relations.firm and not line[index].text.isupper()
    relations, before = temporal().relations, at(line, index - 1)
    named = index + 1 < len(line) and line[index + 1].text[0].isupper() and weekday_at(line, index + 1) is None
    if at(line, index) not in temporal().calendar.ambiguous or before in (relations.firm if named else relations.month):
        return True
    return (
        at(line, index - 1) in temporal().relations.determiners
        and not named
        and at(line, index + 1) not in {"of", "on"}
    )


def _hyphened(line: Line, index: int) -> Parsed | None:
    """Mid-2012, late-September: one token, read as two."""
    token = line[index]
    name, _, lower = token.lower.partition("-")
    if not lower:
        return None
    tail = word_at(token.text[-len(lower) :], token.end - len(lower), token.end)
    found = whole([tail, *line[index + 1 : index + 4]], 0)
    return Parsed(index + found.last, Part(name, found.term)) if found else None


def _sided_weekday(line: Line, index: int, *, month_first: bool) -> Parsed | None:
    """Early on Tuesday, late Friday night: the day itself."""
    if at(line, index) not in temporal().day.early:
        return None
    here = index + 2 if at(line, index + 1) == "on" else index + 1
    found = weekday(line, here, month_first=month_first) if weekday_at(line, here) is not None else None
    return found or (fixed(line, here) if at(line, here) == "this" else None)


def _ending(line: Line, index: int, *, month_first: bool) -> Parsed | None:
    """The week that ended on Sunday, the year to June; a week by its number; the weekend."""
    unit = temporal().unit.get(at(line, index), "")
    if unit == "weekend" and at(line, index - 1) == "the":
        return Parsed(index + 1, CalendarUnit(unit, 0))
    if unit not in {"week", "month", "year"}:
        return None
    here = index + 1
    if unit == "week" and at(line, here).isdecimal() and 0 < int(at(line, here)[:4]) <= _WEEKS:
        return Parsed(here + 1, NumberedWeek(number=int(at(line, here)))) if at(line, here + 1) != "of" else None
    here = here + 1 if at(line, here) == "that" else here
    if at(line, here) not in {"ending", "ended", "to", "through"}:
        return None
    here = here + 2 if at(line, here + 1) == "on" else here + 1
    found = _simple(line, here, month_first=month_first) if here < len(line) else None
    if found is None or not isinstance(found.term, Dated | Weekday | Offset):
        return None
    counted = count_at(line, index - 1) if index and at(line, index) != unit else None
    return Parsed(found.last, Ending(unit, found.term, counted[0] if counted else 1), "span")
