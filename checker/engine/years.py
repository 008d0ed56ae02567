"""The year of reports that bear a day and a month alone: taken from dated reports of the same story.

A pass of its own, since it needs the whole corpus. Only reports of the same weeks that share proper names lend their
year, so that an unrelated report changes nothing, and only where all of them agree. Without such names a weekday
beside the day decides: the year of reports of the same weeks in which it is right.
"""

import re
from collections.abc import Mapping, Sequence

from checker.extract.profile import profile
from checker.model import Document, Period
from checker.rulebook.temporal import temporal

FEWEST_NAMES = 1  # proper names that two reports of one story share at the least
MANY_NAMES = 3  # ... where one of them bears no day
WEEKS = 45  # days between the reports of one story
READ = 20_000  # characters of a report in which names are looked for

_WITHIN = re.compile(r"(?<=[a-z,;] )[A-Z][\w'-]{3,}")  # capitalised within a sentence: a name


def settle_years(documents: Sequence[Document], found: Mapping[str, Period | None]) -> dict[str, int]:
    """The year that each undated document takes, by document id; those that no dated one is akin to are left out.

    Args:
        documents: of the run.
        found: when each came out by itself, by document id; None for the undated ones.
    """
    undated = [document for document in documents if found.get(document.id) is None]
    names = {document.id: _names(document) for document in documents} if undated else {}
    settled: dict[str, int] = {}
    for document in undated:
        years: set[int] = set()
        for other in documents:
            published = found.get(other.id)
            if published is None or len(names[document.id] & names[other.id]) < FEWEST_NAMES:
                continue
            supposed = _published(document, published.start.year)
            if supposed is None and _akin(names[document.id], names[other.id]):
                years.add(published.start.year)  # it bears no day of its own: its days are of that year
            if supposed is not None and abs((supposed.start - published.start).days) <= WEEKS:
                years.add(published.start.year)
        years = years or _fitting(document, set(found.values()))
        if len(years) == 1:
            settled[document.id] = years.pop()
    return settled


def _akin(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two reports share so many names that they are of one story whenever they came out."""
    return len(first & second) >= MANY_NAMES


def _fitting(document: Document, known: set[Period | None]) -> set[int]:
    """The years of other reports in which the weekday stated with the day is right, in the weeks of such a report."""
    years: set[int] = set()
    for published in known:
        supposed = _published(document, published.start.year) if published else None
        if published and supposed and abs((supposed.start - published.start).days) <= WEEKS:
            stated = profile(document, published.start.year).dates[0].text.casefold()
            days = {number for name, number in temporal().weekday.items() if name in stated.replace(",", " ").split()}
            years |= {published.start.year} if supposed.start.weekday() in days else set()
    return years


def _published(document: Document, year: int) -> Period | None:
    """The date of publication; a document that cannot be worked on has none here and is named by the map stage."""
    try:
        return profile(document, year).published
    except Exception:  # noqa: BLE001 the map stage meets the same fault and reports it
        return None


def _names(document: Document) -> frozenset[str]:
    calendar = temporal().calendar
    days = {word for words in (*calendar.months, *calendar.weekdays) for word in words}
    found = _WITHIN.findall(document.text[document.body : document.body + READ])
    return frozenset(name for name in found if name.casefold() not in days)
