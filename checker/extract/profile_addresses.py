"""Days by which a report is known from outside: in its address, in its file's name, in what its file says of itself."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from checker.extract.profile_lines import Stated, head, stated_days, tail
from checker.extract.temporal_terms import Day, Frame
from checker.model import DateSource, Document
from checker.rulebook.furniture import furniture

MONTHS = 12

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


def saved_days(document: Document) -> Iterator[Found]:
    """When the file was last saved: for want of better, since a report may be exported long after it came out."""
    for key in furniture().front.saved:
        if key in document.front:
            entry = document.front[key]
            for stated in stated_days(entry.value, entry.start, month_first=False)[:1]:
                yield stated, DateSource.PROPERTIES


def _numbers(match: re.Match[str] | None, offset: int) -> Stated | None:
    if match is None:
        return None
    year, month, number = (int(group) for group in match.groups())
    day = Day(year=year, month=month, number=number)
    usable = 1 <= month <= MONTHS and day.resolve(Frame(None)) is not None
    return Stated(day, offset + match.start(1), offset + match.end(3)) if usable else None
