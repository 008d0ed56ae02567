"""Times as pages write them for machines, brought into one form that keeps the time of day and its zone."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

EARLIEST, LATEST = date(1970, 1, 2), date(2200, 1, 1)
_SECONDS = re.compile(r"\d{9,10}(?:\d{3})?")
_TIME = 60  # characters


def normal(written: str) -> str:
    """A time in ISO 8601; as it is written where it is in no form of machines, "" where it is a machine's "never"."""
    found = moment(written)
    if found is None:
        return "" if _parsed(written.strip()) else written
    if isinstance(found, datetime):
        return found.isoformat(" ", "minutes")
    return found.isoformat()


def moment(written: str) -> datetime | date | None:
    """The day, or the day with its time and zone as far as they are written; None where nothing is to be made of it."""
    found = _parsed(written.strip())
    return found if found is not None and EARLIEST <= _day(found) <= LATEST else None


def _parsed(text: str) -> datetime | date | None:
    if not text or len(text) > _TIME:
        return None
    return _iso(text) or _seconds(text) or _mail(text)


def same(a: str, b: str) -> bool:
    """Whether two times are one: the same instant where both have a zone, else the same day."""
    first, second = moment(a), moment(b)
    if first is None or second is None:
        return a == b
    if _zoned(first) and _zoned(second) and first == second:
        return True
    return _day(first) == _day(second)


def before(a: str, b: str) -> bool:
    """Whether the first of two times lies on an earlier day."""
    first, second = moment(a), moment(b)
    return first is not None and second is not None and _day(first) < _day(second)


def _day(found: datetime | date) -> date:
    return found.date() if isinstance(found, datetime) else found


def _zoned(found: datetime | date) -> bool:
    return isinstance(found, datetime) and found.tzinfo is not None


def _iso(text: str) -> datetime | date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d)|(?<=\d)\s*(?=Z$)", "", text.removesuffix(" UTC")))
    except ValueError:
        return None


def _seconds(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970."""
    if not _SECONDS.fullmatch(text):
        return None
    return datetime.fromtimestamp(int(text[:-3] if len(text) > len("9999999999") else text), UTC)


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
