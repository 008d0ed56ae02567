"""The year of reports that bear a day and a month alone: taken from dated reports of the same story.

A pass of its own, since it needs the whole corpus. Only reports of the same weeks that share proper names lend their
year, so that an unrelated report changes nothing, and only where all of them agree. Without such names a weekday
beside the day, or the first one that the prose names, decides: the year of reports of the same weeks in which it is
right.

Undated reports meet the others by an index of names, never one by one: the work grows with the reports, not with their
pairs.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from checker.engine.crossing import Mapped
from checker.engine.stages import READABLE
from checker.extract.profile import first_weekday, profile
from checker.model import Document, Period
from checker.rulebook.gazetteer import lookup
from checker.rulebook.temporal import temporal

MANY_NAMES = 3  # proper names that two reports of one story share at the least where one of them bears no day
WEEKS = 45  # days between the reports of one story
READ = 20_000  # characters of a report in which names are looked for
MOST_BEARERS = 1_000  # dated reports that bear a name; one that more bear tells no story

_WITHIN = re.compile(r"(?<=[a-z,;] )[A-Z][\w'-]{3,}")  # capitalised within a sentence: a name
_CAPITALISED = re.compile(r"\b[A-Z][\w-]{3,}")


class Days:
    """The days on which some reports came out, and their years."""

    def __init__(self) -> None:
        self.years: set[int] = set()
        self._days: set[int] = set()
        self._sorted: list[int] = []

    def add(self, day: date) -> None:
        """Another day."""
        self.years.add(day.year)
        self._days.add(day.toordinal())

    def near(self, day: date, year: int) -> bool:
        """Whether one of them lies in that year and in the weeks about a day."""
        if len(self._sorted) < len(self._days):
            self._sorted = sorted(self._days)
        first = max(day.toordinal() - WEEKS, date(year, 1, 1).toordinal())
        last = min(day.toordinal() + WEEKS, date(year, 12, 31).toordinal())
        at = bisect_left(self._sorted, first)
        return at < len(self._sorted) and self._sorted[at] <= last


class Bearer(NamedTuple):
    """A dated report: the names within its sentences, all its names with the places it names, and its day."""

    names: frozenset[str]
    places: frozenset[str]
    published: Period


class Dated:
    """The dated reports by those of their names that are wanted: the days of those that bear it, and which they are."""

    def __init__(self) -> None:
        self._days: dict[str, Days] = defaultdict(Days)
        self._bearers: dict[str, list[int]] = defaultdict(list)
        self._years: list[int] = []

    def add(self, names: Iterable[str], published: Period) -> None:
        """Another report, with those of its names that are wanted."""
        number, day = len(self._years), published.start
        self._years.append(day.year)
        for name in names:
            self._days[name].add(day)
            if len(self._bearers[name]) <= MOST_BEARERS:
                self._bearers[name].append(number)

    def of(self, names: Iterable[str]) -> list[Days]:
        """The days of the reports that bear each of the names."""
        return [self._days[name] for name in names if name in self._days]

    def akin(self, names: Iterable[str]) -> set[int]:
        """The years of reports that bear so many of the names that they are of one story whenever they came out."""
        shared: Counter[int] = Counter()
        for name in names:
            bearers = self._bearers.get(name, ())
            shared.update(bearers if len(bearers) <= MOST_BEARERS else ())
        return {self._years[number] for number, count in shared.items() if count >= MANY_NAMES}


def settle_years(
    mapped: Collection[Mapped],
    archive: Callable[[Collection[str]], Iterable[Bearer]] | None = None,
    days: Iterable[date] = (),
) -> dict[str, int]:
    """The year that each undated document takes, by document id; those that no dated one is akin to are left out.

    Args:
        mapped: the documents; they are gone through several times, where one of them is undated.
        archive: gives further dated documents that bear any of these names.
        days: on which further documents came out.
    """
    if not any(True for _ in _undated(mapped)):
        return {}
    wanted = frozenset(name for document in _undated(mapped) for name in places_of(document))
    near, anywhere, every = Dated(), Dated(), Days()
    for bearer in chain(archive(wanted) if archive else (), map(_bearer, _dated(mapped))):
        near.add(bearer.names & wanted, bearer.published)
        anywhere.add(bearer.places & wanted, bearer.published)
        every.add(bearer.published.start)
    for day in days:
        every.add(day)
    settled = (
        (
            document.id,
            _years(document, names_of(document), near)
            or _years(document, places_of(document), anywhere)
            or _weekday_years(document, every),
        )
        for document in _undated(mapped)
    )
    return {name: years.pop() for name, years in settled if len(years) == 1}


def _dated(mapped: Iterable[Mapped]) -> Iterator[Mapped]:
    return (item for item in mapped if item.head.dated)


def _bearer(item: Mapped) -> Bearer:
    if item.profile.published is None:
        raise ValueError("not dated")
    return Bearer(names_of(item.document), places_of(item.document), item.profile.published)


def _undated(mapped: Iterable[Mapped]) -> Iterator[Document]:
    return (item.document for item in mapped if not item.head.dated and item.head.status in READABLE)


def _years(document: Document, own: Iterable[str], dated: Dated) -> set[int]:
    """The years that a document may be of, by those of its names that it shares with dated ones."""
    names = sorted(own)
    met = dated.of(names)
    supposed = {year: _published(document, year) for year in sorted({year for days in met for year in days.years})}
    years = {year for year, day in supposed.items() if day and any(days.near(day.start, year) for days in met)}
    if None in supposed.values():  # it bears no day of its own: its days are of the year of its story
        years |= {year for year in dated.akin(names) if supposed[year] is None}
    return years


def _weekday_years(document: Document, every: Days) -> set[int]:
    """The years of other reports in which the weekday of the document's day is right."""
    return {year for year in every.years if _fitting(document, year, every)}


def _fitting(document: Document, year: int, days: Days) -> bool:
    """Whether the weekday stated with the day, or first in the prose, is right in this year and near a report of it."""
    supposed = _published(document, year)
    if supposed is None or not days.near(supposed.start, year):
        return False
    stated = profile(document, year).dates[0].text.casefold().replace(",", " ").split()
    named: set[int | None] = {number for name, number in temporal().weekday.items() if name in stated}
    return supposed.start.weekday() in (named or {first_weekday(document)})


def _published(document: Document, year: int) -> Period | None:
    """The date of publication in a year; a document that cannot be worked on has none here.

    The map stage meets the same fault and names it.
    """
    try:
        return profile(document, year).published
    except Exception:  # noqa: BLE001 reported by the map stage
        return None


def names_of(document: Document) -> frozenset[str]:
    """The names that stand within the sentences of a report."""
    found = (name.casefold().removesuffix("'s") for name in _WITHIN.findall(_opening(document)))
    return frozenset(found) - _calendar()


def places_of(document: Document) -> frozenset[str]:
    """The names and the places named anywhere in a report, as in its dateline."""
    words = set(map(str.casefold, _CAPITALISED.findall(_opening(document))))
    return names_of(document) | {word for word in words if lookup(word)} - _calendar()


def _opening(document: Document) -> str:
    return document.text[document.body : document.body + READ]


def _calendar() -> frozenset[str]:
    calendar = temporal().calendar
    return frozenset(word for words in (*calendar.months, *calendar.weekdays) for word in words)
