"""Times in words: last week, three days ago, the first half of the year, late October, summer 2015, at the time."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from checker.extract.temporal_dates import Line, Parsed, at, is_short, month_at, weekday_at, year_behind
from checker.extract.temporal_relative import MOST, Ago, CalendarUnit, Offset, Rolling
from checker.extract.temporal_terms import Dated, Frame, Holiday, Month, Season, Term, Weekday, nearest
from checker.model import Period
from checker.rulebook.temporal import temporal


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
    """First two words (or the only one) to the fixed phrases they open, the longest first, with term and role."""
    words = temporal()
    table: dict[str, list[tuple[tuple[str, ...], Term, str]]] = {}
    entries: list[tuple[str, Term, str]] = [(p, Offset(*days), "point") for p, days in words.deictic.items()]
    entries += [(p, Holiday(month=day[0], number=day[1]), "point") for p, day in words.holidays.fixed.items()]
    entries += [(p, Holiday(month=0, number=day), "point") for p, day in words.holidays.easter.items()]
    entries += [(p, Term(), "vague") for p in words.vague.phrases]
    for phrase, term, role in entries:
        parts = tuple(phrase.replace("'s", " 's").split())
        table.setdefault(" ".join(parts[:2]), []).append((parts, term, role))
    return {first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in table.items()}


@cache
def openers() -> Mapping[str, frozenset[str]]:
    """Words that open a time only before certain others: "the" before "day", "a" before "month"."""
    words = temporal()
    table: dict[str, set[str]] = {}
    for phrase in phrases():
        first, _, second = phrase.partition(" ")
        table.setdefault(first, set()).add(second)
    followers = {*words.unit, *words.numbers.counts, *words.clock.oclock, "of", "full", "whole"}
    for word in words.numbers.counts:
        table.setdefault(word, set()).update(followers)
    return {first: frozenset(seconds) for first, seconds in table.items()}


def fixed(line: Line, index: int) -> Parsed | None:
    """Yesterday, overnight, Christmas Eve, at the time; a holiday takes a year behind it."""
    word = at(line, index)
    table = phrases()
    for parts, term, role in (*table.get(f"{word} {at(line, index + 1)}", ()), *table.get(word, ())):
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
    shifts, word = temporal().shifts, at(line, index)
    within = -1 if word in shifts.within_before else int(word in shifts.within_after)
    here = index + 1 if within else index
    side = side_of(at(line, here))
    if at(line, here) == "this" and at(line, here + 1) in shifts.rolling_back:
        here, side = here + 1, -1
    if at(line, here) in shifts.rolling_back or at(line, here) in shifts.rolling_on:
        found = _rolling(line, here)
        if found:
            return found
    return None if side is None else _sided(line, here + 1, side, within)


def _sided(line: Line, index: int, side: int, within: int) -> Parsed | None:
    """The unit, weekday, month or season behind last, this or next."""
    words, word = temporal(), at(line, index)
    unit = words.unit.get(word)
    if unit and word == words.units[unit].words[0] and unit not in {"minute", "hour", "day", "fortnight"}:
        return Parsed(index + 1, CalendarUnit(unit, side, within))
    weekday = weekday_at(line, index)
    if weekday is not None and not is_short(line, index):
        after = index + 2 if at(line, index + 1) in words.day.parts else index + 1
        if at(line, index - 1) == "following":
            return Parsed(after, Term(), "vague")  # counted from what was told before
        return Parsed(after, Weekday(weekday, side))
    month = month_at(line, index)
    if month is not None:
        return Parsed(index + 1, Named(Month(month=month), side))
    season = words.seasons.get(word)
    return Parsed(index + 1, Named(Season(month=season), side)) if season else None


def _rolling(line: Line, index: int) -> Parsed | None:
    """The past 24 hours, the last two months, the next 30 days; one unit only behind "the" or "past"."""
    words, word = temporal(), at(line, index)
    if word == "last" and at(line, index - 1) in words.tense.future | {"to", "not", "did", "does"}:
        return None  # it will last two months
    counted = count_at(line, index + 1)
    count, here = counted or (1, index + 1)
    unit = words.unit.get(at(line, here))
    if unit is None or (counted is None and unit in {"day", "minute"}):
        return None
    if counted is None:
        if at(line, here) != words.units[unit].words[0] or unit in {"weekend", "quarter"}:
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
        half = at(line, index - 1) == "half"  # half a year ago: too vague to resolve
        return Parsed(here + 2, Term(), "vague") if half else Parsed(here + 2, Ago(unit, count), "age")
    if following == "after" and at(line, index - 1) in temporal().vague.comes and temporal().units[unit].months:
        return Parsed(here + 2, Ago(unit, count), "age")  # the raid comes a month after: counted from the news itself
    return Parsed(here + 2, Term(), "vague") if following in temporal().vague.relative else None
