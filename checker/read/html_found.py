"""The date of a page that tells none for machines: htmldate finds it, and it has to stand on the page."""

import re
from copy import deepcopy
from datetime import date, datetime

from lxml import html
from lxml.html import HtmlElement

EARLIEST, LATEST = datetime(1995, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 days without a zone
LARGEST = 2_000_000  # characters of a page that tells no date in which one is looked for
NEAR = 24  # characters between the parts of a date


def found_date(root: HtmlElement) -> str:
    """A day in ISO 8601, "" where there is none. The clock is never asked, for a date that it gives is none."""
    from htmldate import find_date  # noqa: PLC0415 slow to import

    text = html.tostring(root, encoding="unicode")
    if len(text) > LARGEST:
        return ""
    # The extensive search would complete parts of dates by today's.
    found = find_date(deepcopy(root), extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST)
    if not found:
        return ""
    day = date.fromisoformat(found)
    return found if _stands(text, day) else ""


def _stands(text: str, day: date) -> bool:
    """Whether year, month and day stand beside each other on the page, in any order."""
    month = rf"(?:0?{day.month}|{day:%b}[a-z]*\.?)"
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    gap = rf"[^\w<>]{{1,{NEAR}}}?"
    orders = (
        (f"{day.year}", month, number),
        (number, month, f"{day.year}"),
        (month, number, f"{day.year}"),
    )
    pattern = "|".join(gap.join(parts) for parts in orders)
    return f"{day:%Y%m%d}" in text or re.search(rf"(?<!\d)(?:{pattern})(?!\d)", text, re.IGNORECASE) is not None
