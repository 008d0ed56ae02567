"""Dates of the calendar in their many spellings: from tokens to terms."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.syntax import Token
from checker.extract.temporal_relative import Known
from checker.extract.temporal_terms import Day, Month, Span, Term, Years
from checker.model import Period, Precision
from checker.rulebook.grammar import grammar
from checker.rulebook.temporal import temporal

Line = Sequence[Token]
LAST_DAY = 31
SPACED = 5  # tokens of 19. 7. 2016
PIVOT = 70  # of two figures: 69 is 2069, 70 is 1970

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SEVERAL_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)[-/](\d{4}|\d{2})")
_DECADE = re.compile(r"((?:1[5-9]|20)\d)0s|([2-9])0s")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_TWO_DAYS = re.compile(r"(\d{1,2})-(\d{1,2})")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})t?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_SPACED = re.compile(r"(\d{1,2}) \. (\d{1,2}) \. ((?:19|20)\d\d)")
_NO_YEAR = re.compile(r"(\d{1,2})[./](\d{1,2})")
_RUN_TOGETHER = re.compile(r"(\d{1,2}),?((?:19|20)\d\d)")  # Jul 012016, Oct 12,2025
_MILITARY = re.compile(r"(\d{2})?[0-2]\d[0-5]\d[a-z]")  # 1800H, 041800Z


class Parsed(NamedTuple):
    """A term, the token behind it, and its role."""

    last: int
    term: Term
    role: str = "point"


def at(line: Line, index: int) -> str:
    """The folded word there, "" outside the line."""
    return line[index].lower if 0 <= index < len(line) else ""


def month_at(line: Line, index: int) -> int | None:
    """The month that the word names; its first letter is a capital unless the name is no other word."""
    word = at(line, index)
    month = temporal().month.get(word)
    if month is None or line[index].text[0].isupper():
        return month
    return month if word not in temporal().short and word not in temporal().calendar.ambiguous else None


def day_number(line: Line, index: int) -> int | None:
    """The figure or ordinal as the day of a month."""
    word = at(line, index)
    match = _DAY.fullmatch(word)
    number = int(match.group(1)) if match else temporal().ordinal.get(word, 0)
    return number if 0 < number <= LAST_DAY else None


def year_number(line: Line, index: int) -> int | None:
    """The figure as a year, unless it reads as a round count of something."""
    word = at(line, index)
    if not _YEAR.fullmatch(word):
        return None
    return None if word.endswith("00") and counts(line, index) else int(word)


def counts(line: Line, index: int) -> bool:
    """Whether what stands behind the figure makes it a count: a plural, people, percent."""
    relations, following = temporal().relations, at(line, index + 1)
    plural = following.isalpha() and following.endswith("s") and following not in relations.singular
    return (plural and following not in relations.events) or following in relations.counted


def year_behind(line: Line, index: int) -> tuple[int, int | None, int | None]:
    """The token behind a year that follows a day or month, the year, and its shift: "2025", ", 2025", "last year"."""
    here = index + 1 if at(line, index) in {",", "of", "in"} else index
    year = year_number(line, here)
    if year is not None:
        return here + 1, year, None
    here = index + 1 if at(line, index) == "of" else index
    shift = year_shift(line, here)
    return (here + 2, None, shift) if shift is not None else (index, None, None)


def year_shift(line: Line, index: int) -> int | None:
    """-1 for "last year", 0 for "this year", 1 for "next year"."""
    if at(line, index + 1) != "year":
        return None
    shifts = temporal().shifts
    for words, shift in ((shifts.last, -1), (shifts.this, 0), (shifts.next, 1)):
        if at(line, index) in words:
            return shift
    return None


def full_year(number: str) -> int:
    """A year of four or two figures."""
    year = int(number)
    return year if len(number) == len("2025") else year + (1900 if year >= PIVOT else 2000)


def numeric_date(line: Line, index: int, *, month_first: bool) -> Parsed | None:
    """2026-03-04, 9/3/2026, 29-07-2016, 19.07.2016, 19. 7. 2016."""
    word, last = at(line, index), index + 1
    dotted = at(line, index + 1) == at(line, index + 3) == "."
    spaced = _SPACED.fullmatch(" ".join(token.text for token in line[index : index + SPACED])) if dotted else None
    if spaced:
        word, last = ".".join(spaced.groups()), index + SPACED
    match = _YEAR_FIRST.fullmatch(word)
    if match:
        year, month, day = int(match.group(1)), int(match.group(3)), int(match.group(4))
    else:
        match = _YEAR_LAST.fullmatch(word)
        if match is None or (match.group(2) == "." and len(match.group(4)) == len("16")):
            return None
        day, month, year = int(match.group(1)), int(match.group(3)), full_year(match.group(4))
        if month > len(temporal().calendar.months) or (month_first and day <= len(temporal().calendar.months)):
            day, month = month, day
    if not 1 <= month <= len(temporal().calendar.months) or not 1 <= day <= LAST_DAY:
        return None
    return Parsed(last, Day(number=day, month=month, year=year))


def short_numeric_date(line: Line, index: int, *, month_first: bool) -> Parsed | None:
    """18.04 or 9/3, which only a weekday before it, or the head of a page, makes a date."""
    match = _NO_YEAR.fullmatch(at(line, index))
    if match is None:
        return None
    day, month = int(match.group(1)), int(match.group(2))
    if month > len(temporal().calendar.months) or (month_first and day <= len(temporal().calendar.months)):
        day, month = month, day
    if not 1 <= month <= len(temporal().calendar.months) or not 1 <= day <= LAST_DAY:
        return None
    return Parsed(index + 1, Day(number=day, month=month))


def day_first(line: Line, index: int) -> Parsed | None:
    """12 October 2025, the fifth of April, 14 and 15 October, 3-5 March, 04 1800H September 2025."""
    both = _TWO_DAYS.fullmatch(at(line, index))
    if both and month_at(line, index + 1):
        closing = _with_month(line, index + 1, int(both.group(2)))
        return _ranged(closing, int(both.group(1))) if closing else None
    military = _MILITARY.fullmatch(at(line, index))
    if military and military.group(1) and month_at(line, index + 1):
        return _with_month(line, index + 1, int(military.group(1)))
    number = day_number(line, index)
    if number is None:
        return None
    here = index + 1
    if (at(line, here) in {"of", "."} and month_at(line, here + 1)) or _MILITARY.fullmatch(at(line, here)):
        here += 1
    found = _with_month(line, here, number) if month_at(line, here) else None
    if found or at(line, here) not in temporal().relations.range:
        return found
    second = day_number(line, here + 1)
    closing = _with_month(line, here + 2, second) if second and month_at(line, here + 2) else None
    return _ranged(closing, number) if closing else None


def _with_month(line: Line, index: int, number: int) -> Parsed | None:
    month = month_at(line, index)
    if month is None or not 0 < number <= LAST_DAY:
        return None
    here = index + 1
    if at(line, here) == "." and at(line, here + 1)[:1].isdigit():
        here += 1
    last, year, shift = year_behind(line, here)
    return Parsed(last, Day(number=number, month=month, year=year, shift=shift))


def _ranged(closing: Parsed, number: int) -> Parsed | None:
    final = closing.term
    if not isinstance(final, Day) or not 0 < number <= LAST_DAY or number >= final.number:
        return None
    first = Day(number=number, month=final.month, year=final.year, shift=final.shift)
    return Parsed(closing.last, Span(first, final), "span")


def month_first_date(line: Line, index: int) -> Parsed | None:
    """October 12, 2025; Oct. 12; Jul 012016; February 3-12; January 2022; October of last year; June."""
    month = month_at(line, index)
    if month is None:
        return None
    here = index + 1
    if at(line, here) == "." and at(line, here + 1)[:1].isdigit():
        here += 1
    if at(line, here) == "the" and day_number(line, here + 1):
        here += 1
    glued = _RUN_TOGETHER.fullmatch(at(line, here))
    if glued and 0 < int(glued.group(1)) <= LAST_DAY:
        return Parsed(here + 1, Day(number=int(glued.group(1)), month=month, year=int(glued.group(2))))
    both = _TWO_DAYS.fullmatch(at(line, here))
    if both:
        last, year, shift = year_behind(line, here + 1)
        return _ranged(
            Parsed(last, Day(number=int(both.group(2)), month=month, year=year, shift=shift)), int(both.group(1))
        )
    number = day_number(line, here) if at(line, index - 1) not in {"in", "during", "throughout"} else None
    if number is not None and not _no_day(line, here):
        last, year, shift = year_behind(line, here + 1)
        return Parsed(last, Day(number=number, month=month, year=year, shift=shift))
    last, year, shift = year_behind(line, here)
    return Parsed(last, Month(month=month, year=year, shift=shift))


def _no_day(line: Line, index: int) -> bool:
    """Whether the figure behind a month counts something: "In March 33 people"; an ordinal: "May first said"."""
    following = at(line, index + 1)
    if at(line, index).isalpha():  # an ordinal
        return not following.isdigit() and following not in {",", ".", ""}
    return following in temporal().relations.counted


def years(line: Line, index: int) -> Parsed | None:
    """2019, 2012-13, 1980s, '90s: the figure alone; whether it is a year at all its company tells."""
    word = at(line, index)
    if _YEAR.fullmatch(word):
        year = year_number(line, index)
        return Parsed(index + 1, Years(year=year)) if year is not None else None
    several = _SEVERAL_YEARS.fullmatch(word)
    if several:
        first = int(several.group(1))
        final = (
            int(several.group(2)) if len(several.group(2)) > len("13") else first // 100 * 100 + int(several.group(2))
        )
        if first < final <= first + LAST_DAY:
            return Parsed(index + 1, Years(year=first, count=final - first + 1, precision=Precision.RANGE))
    decade = _DECADE.fullmatch(word)
    if decade:
        first = int(decade.group(1)) * 10 if decade.group(1) else 1900 + int(decade.group(2)) * 10
        return Parsed(index + 1, Years(year=first, count=10, precision=Precision.DECADE))
    return None


def known(line: Line, index: int) -> Parsed | None:
    """A day that a name stands for, such as 9/11."""
    entry = temporal().known.get(at(line, index))
    day = Day(year=entry[0], month=entry[1], number=entry[2]).in_year(entry[0]) if entry else None
    return Parsed(index + 1, Known(Period.on(day.start))) if day else None


def weekday_at(line: Line, index: int) -> int | None:
    """The weekday that the word names; an abbreviation needs a capital."""
    word = at(line, index)
    weekday = temporal().weekday.get(word)
    if weekday is None and word.endswith("days") and _owns(line, index):
        return temporal().weekday.get(word[:-1])
    if weekday is None or (word in temporal().short and not line[index].text[0].isupper()):
        return None
    return weekday


def _owns(line: Line, index: int) -> bool:
    """Whether a weekday that lost its apostrophe owns the next word: Fridays assault; not open on Fridays."""
    behind = index + 1 < len(line) and line[index + 1].text.isalpha() and line[index + 1].text.islower()
    closed = grammar().words.closed | {"through", "only"}
    return behind and at(line, index + 1) not in closed and at(line, index - 1) not in {"on", "and", "every", "these"}


def is_short(line: Line, index: int) -> bool:
    """Whether the weekday or month is abbreviated, so that it needs a figure beside it."""
    return at(line, index) in temporal().short
