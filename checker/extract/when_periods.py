"""Periods of figures: counted from a beginning to the report, or from another time (a week later)."""

from calendar import monthrange

from checker.extract import temporal_calendar as calendar
from checker.extract.syntax import Sentence, TimeMention
from checker.model import Period, Precision
from checker.rulebook.temporal import temporal

LONG = 365  # days: a count that runs for longer is as of the report's month
YEAR = 4  # figures of a year
NIGHT = 2  # days that a night belongs to


def counted_from(beginning: Period | None, own: Period | None) -> Period | None:
    """From the first day of a time to the report's; a count over years is as of the report's month."""
    if beginning is None or own is None or beginning.start > own.end:
        return beginning
    end = own.end
    if (end - beginning.start).days > LONG and beginning.precision is not Precision.DAY:
        end = end.replace(day=monthrange(end.year, end.month)[1])
    return Period(start=beginning.start, end=end, precision=Precision.RANGE)


def beginning(sentence: Sentence, mention: TimeMention) -> Period | None:
    """The time itself of "since September 2014": the month; the day or the year where that is all it names."""
    period = mention.period
    if mention.role != "since" or period is None:
        return period
    words = [token.lower for token in sentence.tokens[mention.first : mention.last]]
    if any(word in temporal().shifts.last | {"a", "an"} for word in words):
        return period
    numbers = [word for word in words if word[0].isdigit()]
    if any(len(word) < YEAR for word in numbers) or words[0] in temporal().weekday:
        return Period.on(period.start)
    if any(word.partition("-")[2] in temporal().month or word in temporal().month for word in words):
        last = monthrange(period.start.year, period.start.month)[1]
        return Period(start=period.start, end=period.start.replace(day=last), precision=Precision.MONTH)
    if not numbers:
        return Period.on(period.start)
    return Period(start=period.start, end=period.start.replace(month=12, day=31), precision=Precision.YEAR)


def as_counted(sentence: Sentence, period: Period) -> Period:
    """The day that the figures of a night belong to: its later one."""
    if period.days != NIGHT:
        return period
    nights = any(token.lower in temporal().clauses.nights for token in sentence.tokens)
    return Period.on(period.end) if nights else period
