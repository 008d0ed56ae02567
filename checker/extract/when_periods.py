"""Periods of figures: counted from a beginning to the report, up to an end, or from another time (a week later)."""

from calendar import monthrange
from datetime import date

from checker.extract import temporal_calendar as calendar
from checker.extract.syntax import Sentence, TimeMention
from checker.model import Period, Precision
from checker.rulebook.temporal import temporal

LONG = 365  # days: a count that runs for longer from a month or year is as of the report's month
NIGHT = 2  # days that a night belongs to
MIDDLE = 15  # day of a month
YEAR = 4  # figures of a year
_BACK = frozenset(("earlier", "before", "beforehand", "previous"))
_ON = frozenset(("later", "after", "afterwards", "following", "next"))


def counted_from(first: Period | None, own: Period | None) -> Period | None:
    """From the first day of a time to the report's; a count over years is as of the report's month."""
    if first is None or own is None or first.start > own.end:
        return first
    end = own.end
    if (end - first.start).days > LONG and first.precision is not Precision.DAY:
        end = end.replace(day=monthrange(end.year, end.month)[1])
    return Period(start=first.start, end=end, precision=Precision.RANGE)


def beginning(sentence: Sentence, mention: TimeMention) -> Period | None:
    """The time itself of "since September 2014": the month; the day or the year where that is all it names."""
    period = mention.period
    if mention.role != "since" or period is None:
        return period
    words = [token.lower for token in sentence.tokens[mention.first : mention.last]]
    numbers = [word for word in words if word[0].isdigit()]
    if any(len(word) < YEAR for word in numbers) or words[0] in temporal().weekday:
        return Period.on(period.start)
    middle = any(word == "mid" or word.startswith("mid-") for word in words)
    month = any(word.rpartition("-")[2] in temporal().month for word in words)
    if month and middle:
        return Period.on(period.start.replace(day=MIDDLE))
    if month or middle:
        last = monthrange(period.start.year, period.start.month)[1]
        return Period(start=period.start.replace(day=1), end=period.start.replace(day=last), precision=Precision.MONTH)
    return calendar.year_of(period.start.year) if numbers else Period.on(period.start)


def as_counted(sentence: Sentence, period: Period | None) -> Period | None:
    """The day that the figures of a night belong to: its later one."""
    if period is None or period.days != NIGHT:
        return period
    nights = any(token.lower in temporal().clauses.nights for token in sentence.tokens)
    return Period.on(period.end) if nights else period


def until(sentence: Sentence, mention: TimeMention, own: Period, *, lasting: bool) -> Period | None:
    """The days that a deadline leaves: what lasts until 30 June runs from the report on, before July is by 30 June."""
    period = mention.period
    if period is None or period.end <= own.end:
        return period
    if sentence.tokens[max(0, mention.first - 1)].lower == "before":
        day = calendar.moved(period.start, -1)
        return Period.on(day) if day else period
    if mention.last - mention.first == 1 and sentence.tokens[mention.first].lower.isdigit():
        return calendar.year_of(period.end.year)
    return Period(start=own.start, end=period.end, precision=Precision.RANGE) if lasting else period


def relative(sentence: Sentence, mention: TimeMention, base: Period | None, *, told: bool = False) -> Period | None:
    """The time that words count from another: a week later, the same month, the previous day.

    `told` where the base is what the words behind name: two days after the quake.
    """
    words = [token.lower for token in sentence.tokens[mention.first : mention.last]]
    if base is not None and "same" in words:
        base = _in_year(sentence, mention, base)
    day = next((temporal().weekday[word] for word in words if word in temporal().weekday), None)
    if base is not None and day is not None:
        gap = (day - base.end.weekday() - 1) % calendar.WEEK + 1
        then = calendar.moved(base.end, gap)
        return Period.on(then) if then else None
    unit = next((temporal().unit[word] for word in words if word in temporal().unit), None)
    unit = "period" if words[-1] == "period" else unit
    if base is None or unit is None:
        return None
    behind = mention.last < len(sentence.tokens) and sentence.tokens[mention.last].text[0].isalnum()
    if words[-1] in {"after", "before"} and behind and not told:
        return None  # a day after the vote: counted from that
    if "same" in words or words[0] == "that":
        return _around(base, unit)
    measure = temporal().units[unit] if unit in temporal().units else temporal().units["hour"]
    side = -1 if _BACK & set(words) else 1 if _ON & set(words) else 0
    if not side or not (measure.days or measure.months):
        return None
    count = side * next((n for word in words if (n := _count(word))), 1)
    start, end = (_shifted(day, measure.days, measure.months, count) for day in (base.start, base.end))
    return calendar.days(start, end, base.precision)


def _in_year(sentence: Sentence, mention: TimeMention, base: Period) -> Period:
    """The base in the year that follows: the same month of 2025, the same period last year."""
    behind = [token.lower for token in sentence.tokens[mention.last : mention.last + 4]]
    behind = [word for word in behind if word not in {"the", "of", "in"}][:2]
    if behind in (["last", "year"], ["previous", "year"]):
        shift = -calendar.YEAR
    elif behind and behind[0].isdecimal() and len(behind[0]) == YEAR:
        shift = (int(behind[0]) - base.start.year) * calendar.YEAR
    else:
        return base
    start, end = calendar.moved_months(base.start, shift), calendar.moved_months(base.end, shift)
    return calendar.days(start, end, base.precision) or base


def _count(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < YEAR else temporal().numbers.counts.get(word, 0)


def _shifted(day: date, days: int, months: int, count: int) -> date | None:
    return calendar.moved_months(day, count * months) if months else calendar.moved(day, count * days)


def _around(base: Period, unit: str) -> Period | None:
    """The day, week, month or year that holds the beginning of another time."""
    if unit == "month":
        return calendar.months_from(base.start.year, base.start.month)
    if unit == "year":
        return calendar.year_of(base.start.year)
    if unit == "week":
        return calendar.week_of(base.start)
    return base if unit in {"day", "night", "period"} else None
