"""Arithmetic of the calendar: every function gives a period of days, or None where the calendar does not reach."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from checker.model import Period, Precision

WEEK = 7  # days
YEAR = 12  # months
SEASON = 3  # months
DECADE = 10  # years


def day(year: int, month: int, number: int) -> date | None:
    """The day, None where there is none such."""
    if not MINYEAR < year < MAXYEAR or not 1 <= month <= YEAR or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def days(start: date | None, end: date | None, precision: Precision = Precision.RANGE) -> Period | None:
    """The period between two days, None where one is missing or they are in the wrong order."""
    if start is None or end is None or start > end:
        return None
    return Period(start=start, end=end, precision=precision)


def moved(anchor: date, number: int) -> date | None:
    """The day `number` days later."""
    try:
        return anchor + timedelta(days=number)
    except OverflowError:
        return None


def moved_months(anchor: date, number: int) -> date | None:
    """The same day `number` months later, or the last of a shorter month."""
    years, month = divmod(anchor.month - 1 + number, YEAR)
    year = anchor.year + years
    if not MINYEAR < year < MAXYEAR:
        return None
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


def week_of(anchor: date) -> Period | None:
    """Monday to Sunday around a day."""
    monday = moved(anchor, -anchor.weekday())
    return days(monday, moved(anchor, WEEK - 1 - anchor.weekday()), Precision.WEEK)


def months_from(year: int, month: int, count: int = 1, precision: Precision = Precision.MONTH) -> Period | None:
    """`count` months from the first day of the first one; `month` may pass 12 (13 is the next January)."""
    years, index = divmod(month - 1, YEAR)
    first = day(year + years, index + 1, 1)
    last = moved_months(first, count) if first else None
    return days(first, moved(last, -1) if last else None, precision)


def year_of(year: int, count: int = 1, precision: Precision = Precision.YEAR) -> Period | None:
    """`count` years from New Year's Day."""
    return days(day(year, 1, 1), day(year + count - 1, YEAR, 31), precision)


def iso_week(year: int, number: int) -> Period | None:
    """The week with that number by ISO 8601, which the epidemiological week follows in most countries."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return week_of(monday)


def month_length(month: int, year: int | None) -> int:
    """How many days the month can have; without a year February has 29."""
    return monthrange(year if year and MINYEAR < year < MAXYEAR else 2000, month)[1]


def easter(year: int) -> date | None:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    if not MINYEAR < year < MAXYEAR:
        return None
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * shift) // 451
    month, number = divmod(epact + shift - 7 * late + 114, 31)
    return day(year, month, number + 1)
