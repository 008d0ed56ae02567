"""Days by which a report is known from outside: in its address, in its file's name, in what its file says of itself."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from checker.extract.profile_lines import Stated, head, stated_days, tail
from checker.extract.temporal_terms import Day, Frame
from checker.model import DateSource, Document, Period
from checker.rulebook.furniture import furniture

MONTHS = 12
EARLY, LATE = 2, 45  # days between the day of a report and that on which its file was saved

_URL = re.compile(r"https?://[^\s\"'<>)\]]{8,300}")
_URL_DATE = re.compile(r"[/-]((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")

Found = tuple[Stated, DateSource]


def address_days(document: Document) -> Iterator[Found]:
    """Dates in the text's own address and in its file's name."""
    keys = [key for key in furniture().front.urls if key in document.front]
    found = [(document.front[key].value, document.front[key].start) for key in keys]
    if not found:
        matches = ((line, _URL.search(line.text)) for line in (*head(document), *tail(document)))
        found = [(m.group(), line.start + m.start()) for line, m in matches if m and m.start() <= len("Source URL: ")]
    for address, offset in found[:1]:
        stated = _numbers(_URL_DATE.search(address), offset)
        if stated:
            yield stated, DateSource.URL
    stated = _numbers(_NAME_DATE.search(PurePath(document.path).name), 0)
    if stated:
        yield stated._replace(start=-1, end=-1), DateSource.FILE_NAME


def saved_near(document: Document, day: Day) -> Period | None:
    """A day without a year in the year in which its file was saved soon after it.

    The day of saving is no date of publication: a report may be exported, or saved again, years after it came out.
    """
    for key in furniture().front.saved:
        if key in document.front:
            entry = document.front[key]
            for stated in stated_days(entry.value, entry.start, month_first=False)[:1]:
                saved = stated.day.resolve(Frame(None))
                years = (saved.start.year, saved.start.year - 1) if saved else ()
                near = (period for year in years if (period := day.in_year(year)))
                return next((p for p in near if saved and -EARLY <= (saved.start - p.start).days <= LATE), None)
    return None


def _numbers(match: re.Match[str] | None, offset: int) -> Stated | None:
    if match is None:
        return None
    year, month, number = (int(group) for group in match.groups())
    day = Day(year=year, month=month, number=number)
    usable = 1 <= month <= MONTHS and day.resolve(Frame(None)) is not None
    return Stated(day, offset + match.start(1), offset + match.end(3)) if usable else None
