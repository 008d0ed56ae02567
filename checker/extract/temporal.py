"""Times in a sentence: every expression, resolved against the report's own date and never against today's."""

from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from checker.extract import temporal_calendar as calendar
from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal_clock import clock
from checker.extract.temporal_dates import Line, Parsed, at, counts, day_number, month_at, year_number
from checker.extract.temporal_parse import PREFIXES, parse
from checker.extract.temporal_phrases import openers, phrases
from checker.extract.temporal_relative import Offset, Part, Slice
from checker.extract.temporal_tense import direction
from checker.extract.temporal_terms import Dated, Day, Direction, Frame, Span, Term, Weekday
from checker.extract.words import KNOWN
from checker.model import Period
from checker.rulebook.temporal import temporal

_OPENINGS = (*PREFIXES, "fy")


def find_times(
    sentence: Sentence, anchor: date | None, *, month_first: bool = False, year: int | None = None
) -> tuple[TimeMention, ...]:
    """The times of a sentence in order, the longest reading of each, none overlapping.

    Args:
        sentence: its tokens carry offsets of the document.
        anchor: the report's date; without one only what needs none gets a period.
        month_first: whether 9/3/2026 is the third of September in this document.
        year: that of days without a year in a report without a date; other reports of its story tell it.
    """
    line = sentence.tokens
    pairs = openers()
    found: list[TimeMention] = []
    last = 0
    for index in [place for place, token in enumerate(line) if _opens(token.lower) or token.lower in pairs]:
        word = line[index].lower
        if index < last or not (_opens(word) or at(line, index + 1) in pairs[word]):
            continue
        behind = clock(line, index)
        if behind is not None:
            found.append(_mention(line, index, behind, None, clock=True))
            last = behind
            continue
        parsed = parse(line, index, month_first=month_first)
        if parsed is not None:
            parsed = _ranged(line, index, parsed, month_first=month_first)
            mention = _resolved(line, index, parsed, anchor)
            if mention.period is None and anchor is None and year is not None:
                mention = mention._replace(period=_in_year(parsed.term, year))
            found.append(mention)
            last = parsed.last
    return tuple(found)


@lru_cache(maxsize=KNOWN)
def _opens(word: str) -> bool:
    """Whether a time may begin at a word, whatever follows it."""
    return word in _triggers() or word[0].isdigit() or word.startswith(_OPENINGS)


@cache
def _triggers() -> frozenset[str]:
    """Words at which a time may begin, figures aside."""
    words = temporal()
    shifts = words.shifts
    return frozenset().union(
        words.month,
        words.weekday,
        (f"{day[0]}s" for day in words.calendar.weekdays),
        words.part,
        words.seasons,
        words.ordinal,
        words.numbers.last,
        words.relations.fiscal,
        words.clock.named,
        (phrase for phrase in phrases() if " " not in phrase),
        *(shifts.last, shifts.this, shifts.next, shifts.rolling_back, shifts.within_before, shifts.within_after),
        (f"{order}-{unit}" for order in words.numbers.ordinals[:4] for unit in ("quarter", "half")),
        ("q1", "q2", "q3", "q4", "week", "weekend", "month", "year", "weeks", "months", "years"),
    )


def _ranged(line: Line, index: int, first: Parsed, *, month_first: bool) -> Parsed:
    """The time with a second one that closes a range: "February 3 and 12", "Monday to Wednesday"."""
    joint = at(line, first.last)
    relations = temporal().relations
    if joint == "," and isinstance(first.term, Day):
        return _listed(line, first, first.term)
    here = first.last + 1
    open_ended = first.role == "point" and isinstance(first.term, Dated | Weekday | Part | Offset)
    if not open_ended or joint not in relations.range or here >= len(line):
        return first
    between = _before(line, index) in relations.between
    loose = joint in relations.and_ and not between
    number = day_number(line, here)
    if isinstance(first.term, Day) and first.term.month and number and not month_at(line, here + 1):
        bare = replace(first.term, number=number, weekday=None)
        if number > first.term.number and not counts(line, here) and line[here].lower[0].isdigit():
            last, bare = _year_of(line, here, bare)
            opening = replace(first.term, year=bare.year, shift=bare.shift)
            return Parsed(last, Span(opening, bare), "span")
    second = parse(line, here, month_first=month_first)
    if second is None or second.role != "point" or not isinstance(second.term, Dated | Weekday | Part | Offset):
        return first
    if loose and not _consecutive(first.term, second.term):
        return first
    return Parsed(second.last, Span(first.term, second.term), "span")


def _listed(line: Line, first: Parsed, opening: Day) -> Parsed:
    """The days of a list, up to the last: "March 5, 6 and 7"."""
    here, number = first.last, opening.number
    while at(line, here) == "," and (day_number(line, here + 1) or 0) > number and line[here + 1].lower.isdecimal():
        number = int(line[here + 1].lower)
        here += 2
    final = day_number(line, here + 1) or 0
    if here == first.last or at(line, here) not in temporal().relations.and_ or final <= number:
        return first
    last, closing = _year_of(line, here + 1, replace(opening, number=final, weekday=None))
    return (
        Parsed(last, Span(replace(opening, year=closing.year), closing), "span")
        if not counts(line, here + 1)
        else first
    )


def _year_of(line: Line, index: int, bare: Day) -> tuple[int, Day]:
    """The second day with a year behind it: "between February 3 and 12, 2026"."""
    here = index + 2 if at(line, index + 1) == "," else index + 1
    year = year_number(line, here) if bare.floating else None
    return (here + 1, replace(bare, year=year)) if year is not None else (index + 1, bare)


def _consecutive(first: Term, second: Term) -> bool:
    """Friday and Saturday, yesterday and today are one stretch of time, Friday and Monday are two times."""
    if isinstance(first, Weekday) and isinstance(second, Weekday):
        return (second.number - first.number) % calendar.WEEK == 1
    if isinstance(first, Offset) and isinstance(second, Offset):
        return second.start - first.end == 1
    return False


def _before(line: Line, index: int) -> str:
    """The word before the time, past articles and the parts of a day."""
    here = index - 1
    while here >= 0 and (at(line, here) in {"the", "a", "about", "around"} or at(line, here) in temporal().day.early):
        here -= 1
    return at(line, here)


def _resolved(line: Line, index: int, parsed: Parsed, anchor: date | None) -> TimeMention:
    term, role = parsed.term, parsed.role
    before = _before(line, index)
    way = Direction.OPEN
    if role == "point" and before in temporal().relations.since:
        role, way = "since", Direction.BACK
    elif role == "point" and (before in temporal().relations.until or (before == "to" and at(line, index - 2) == "up")):
        role = "until"
    if way is Direction.OPEN and anchor is not None:
        way = direction(line, index, parsed.last, deadline=role == "until")
    period = term.resolve(Frame(anchor, way))
    if role == "since" and parsed.role == "point" and period is not None:
        period = calendar.days(period.start, anchor) if anchor and anchor >= period.start else None
    if role == "until" and period is not None and period.days > 1:
        period = Period.on(period.end)
    return _mention(line, index, parsed.last, period, role=role, term=term)


def _in_year(term: Term | None, year: int) -> Period | None:
    """The day, the month or the range of days that bear no year, in that one."""
    if isinstance(term, Span):
        first, final = _in_year(term.first, year), _in_year(term.final, year)
        return calendar.days(first.start, final.end) if first and final else None
    return term.in_year(year) if isinstance(term, Dated) and term.floating else None


def _explicit(term: Term | None) -> bool:
    """Whether the words give the year."""
    while isinstance(term, Part | Slice | Span):
        term = term.final if isinstance(term, Span) else term.of
    return isinstance(term, Dated) and term.year is not None


def _mention(
    line: Line,
    first: int,
    last: int,
    period: Period | None,
    *,
    role: str = "point",
    term: Term | None = None,
    clock: bool = False,
) -> TimeMention:
    day = term.first if isinstance(term, Span) and isinstance(term.first, Day) else term
    dated = day if isinstance(day, Day) else None
    return TimeMention(
        first,
        last,
        line[first].start,
        line[last - 1].end,
        period,
        role,
        dated.weekday if dated else None,
        dated.impossible if dated else "",
        _explicit(term),
        clock,
    )
