"""The dates that a document bears about itself: where each was found, and which year one without a year means."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from checker.extract.profile_addresses import address_days, saved_near
from checker.extract.profile_letterhead import closes_byline, covered, letterhead, numbered
from checker.extract.profile_lines import (
    MARKS,
    Line,
    Stated,
    dated_fields,
    head,
    is_prose,
    is_title_case,
    opens_with,
    publication_phrases,
    stated_days,
    tail,
    undated,
)
from checker.extract.profile_places import dateline_span
from checker.extract.temporal_terms import Day, Frame
from checker.extract.tokens import tokens
from checker.model import DateFound, DateSource, Document, Period, Span
from checker.rulebook.furniture import furniture
from checker.rulebook.temporal import temporal

TRUST = list(DateSource)
BEFORE = 120  # characters before a date in which a publication phrase stands
COVERED = 2  # how little the end of a period tells beside a date of the report's own
SHIFT = 3  # days by which a dateline may lie behind the publication line and still be the same report's
REACH = 2  # years from a stated year in which a weekday decides
BODY = 3_000  # characters in which weekdays and years are looked for
OLDEST = 1995  # a year that may be a report's own; the text's older ones tell nothing of its age
POSTS = 50  # embedded posts that are looked at

_POST = re.compile(r"\(@\w{1,30}\)\s{0,3}")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?!\d)")
_STATED_YEAR = re.compile(r"\b([A-Za-z]{2,12},? )((?:19|20)\d\d)(?![\d%]|[.,:]\d)")
MONTHS = 12


class Candidate(NamedTuple):
    """A date of the document's own; `weight` orders candidates of one source."""

    stated: Stated
    source: DateSource
    weight: int = 0


def month_first(document: Document) -> bool:
    """Whether the document writes 9/30/2026; without a date that decides, the day comes first."""
    found = [(int(a), int(b)) for a, b in _SLASHED.findall(document.text)] if "/" in document.text else []
    return any(b > MONTHS >= a for a, b in found) and not any(a > MONTHS for a, b in found)


def dates(document: Document, default_year: int | None = None) -> tuple[DateFound, ...]:
    """All dates of the document's own that a year could be found for, the most trusted first."""
    candidates = sorted(_candidates(document), key=lambda c: (TRUST.index(c.source), c.weight, c.stated.start))
    dated = [c for c in candidates if not c.stated.day.floating]
    found: list[DateFound] = []
    for candidate in candidates:
        period = _period(document, candidate.stated.day, dated, default_year)
        if period is not None:
            found.append(DateFound(period=period, source=candidate.source, **_place(document, candidate.stated)))
    return tuple(found) or _configured(document)


def _configured(document: Document) -> tuple[DateFound, ...]:
    """The date that the configuration gives to a document that bears none."""
    written = document.defaults.get("date", "")
    if not written:
        return ()
    return (DateFound(period=Period.on(date.fromisoformat(written)), source=DateSource.CONFIGURATION, text=written),)


def published(document: Document, found: tuple[DateFound, ...]) -> Period | None:
    """The date of publication: the most trusted one.

    Where a line on the page gives a day just before the dateline's, and the text first speaks of the dateline's
    weekday, the dateline holds: a report does not speak of a day before it comes.
    """
    if not found:
        return None
    first = found[0]
    if first.source is DateSource.PUBLISHED:
        for other in found[1:]:
            later = (other.period.start - first.period.start).days
            if other.source is DateSource.DATELINE and 0 < later <= SHIFT:
                return other.period if first_weekday(document) == other.period.start.weekday() else first.period
    return first.period


def _place(document: Document, stated: Stated) -> dict[str, str | Span | None]:
    if stated.start < 0:
        return {"text": PurePath(document.path).name, "span": None}
    line = document.text.count("\n", 0, stated.start) + 1
    column = stated.start - (document.text.rfind("\n", 0, stated.start) + 1) + 1
    span = Span(start=stated.start, end=stated.end, line=line, column=column)
    return {"text": document.text[stated.start : stated.end], "span": span}


def _candidates(document: Document) -> Iterator[Candidate]:
    order = month_first(document)
    front = DateSource.FRONT_MATTER if document.plain else DateSource.EMBEDDED
    for rank, key in enumerate(furniture().front.dates):
        if key in document.front:
            entry = document.front[key]
            for stated in stated_days(entry.value, entry.start, month_first=order)[:1]:
                yield Candidate(stated, front, rank)
    for rank, stated in enumerate(dated_fields(document, month_first=order), len(furniture().front.dates)):
        yield Candidate(stated, DateSource.FRONT_MATTER, rank)
    dateline = dateline_span(document)
    above = head(document)
    below = [line for line in tail(document) if not above or line.start >= above[-1].end]
    for line in (*above, *below):
        for stated in stated_days(line.text, line.start, month_first=order):
            found = _classified(document, line, stated, dateline)
            if found:
                yield found
        stretch = covered(line, month_first=order)
        if stretch:
            yield Candidate(stretch, DateSource.DATELINE, COVERED)
    yield from _posts(document, month_first=order)
    yield from (Candidate(*found) for found in address_days(document))


def _classified(document: Document, line: Line, stated: Stated, dateline: tuple[int, int] | None) -> Candidate | None:
    """The date with its source, None where it is a date of the story."""
    before = line.text[max(0, stated.start - line.start - BEFORE) : stated.start - line.start]
    if "(@" in before:
        return None  # an embedded post's
    weight = 0 if _labelled(line, before) else _publication_phrase(before)
    if weight is not None:
        return Candidate(stated, DateSource.PUBLISHED, weight)
    words = furniture().published
    folded = line.text.strip(MARKS).casefold()
    if opens_with(folded, words.counted) and not is_prose(line):
        return Candidate(stated, DateSource.DATELINE, 1)
    if numbered(line, stated):
        return Candidate(stated, DateSource.DATELINE)
    in_dateline = dateline is not None and dateline[0] <= stated.start < dateline[1]
    closing = (opens_with(folded, words.closings) and not is_prose(line)) or closes_byline(line, stated)
    if in_dateline or closing or _opens_text(document, line, stated):
        return Candidate(stated, DateSource.DATELINE)
    source = letterhead(line, stated)
    return Candidate(stated, source) if source else None


def _publication_phrase(before: str) -> int | None:
    """The rank of the publication phrase that ends the text, None without one or where it belongs to a sentence."""
    words = [token.lower for token in tokens(before)]
    fillers = furniture().published.fillers
    while words and (words[-1] in fillers or words[-1][0].isdigit()) and not _ends_with_phrase(words):
        words.pop()
    return _ends_with_phrase(words)


def _ends_with_phrase(words: list[str]) -> int | None:
    for phrase in publication_phrases():
        if tuple(words[-len(phrase) :]) == phrase:
            prior = words[-len(phrase) - 1] if len(words) > len(phrase) else "|"
            if prior[0].isalnum() or prior in {",", "'s"}:
                return None
            return 1 if phrase[-1].startswith("update") or phrase[-1] == "modified" else 0
    return None


def _opens_text(document: Document, line: Line, stated: Stated) -> bool:
    """Whether the text begins with the date, or with its own headline, an agency's name, and the date."""
    if line.rank or not is_prose(line) or stated.day.floating:
        return False
    before = line.text[: stated.start - line.start].strip(MARKS)
    for key in furniture().front.titles:
        title = document.front[key].value.strip() if key in document.front else ""
        if title and before.startswith(title):
            before = before[len(title) :].strip(MARKS)
    return len(before.split()) <= SHIFT and len(before) < len("Associated Press and Reuters") and is_title_case(before)


def _labelled(line: Line, before: str) -> bool:
    """Whether a byline runs into the label of the date: By our staff Published: 6 May."""
    named = opens_with(line.text.strip(MARKS).casefold(), furniture().source.byline)
    return named and undated(before) != before and not is_prose(line)


def _posts(document: Document, *, month_first: bool) -> Iterator[Candidate]:
    """Dates of embedded posts; of several the last counts most, since the report quotes it."""
    for number, match in enumerate(_POST.finditer(document.text)):
        if number == POSTS:
            return
        text = document.text[match.end() : match.end() + len("Wednesday, September 30, 2026")]
        for stated in stated_days(text, match.end(), month_first=month_first)[:1]:
            if stated.start <= match.end() + 1:
                day = stated.day.resolve(Frame(None))
                yield Candidate(stated, DateSource.POST, -day.start.toordinal() if day else 0)


def _period(document: Document, day: Day, dated: Iterable[Candidate], default_year: int | None) -> Period | None:
    """The day in its own year, in that of the document's other dates, its file, other reports, or by its weekday."""
    if not day.floating:
        return day.resolve(Frame(None))
    for other in dated:
        anchor = other.stated.day.resolve(Frame(None))
        if anchor:
            near = [day.in_year(anchor.start.year + shift) for shift in (-1, 0, 1)]
            return min((p for p in near if p), key=lambda p: abs((p.start - anchor.start).days), default=None)
    if saved := saved_near(document, day):
        return saved
    if default_year is not None:
        return day.in_year(default_year)
    return _by_weekday(document, day)


def _by_weekday(document: Document, day: Day) -> Period | None:
    """The one year, close behind the latest that the text names, in which the day bears the weekday stated with it."""
    if day.weekday is None:
        return None
    text = document.text[document.body : document.body + BODY]
    named = {
        int(year)
        for word, year in _STATED_YEAR.findall(text)
        if word.strip(", ").casefold() not in temporal().relations.until
    }
    latest = max(named, default=0)
    if latest < OLDEST:
        return None
    fits = [day.in_year(year) for year in range(latest, latest + REACH + 1)]
    matching = [period for period in fits if period and period.start.weekday() == day.weekday]
    return matching[0] if len(matching) == 1 else None


def first_weekday(document: Document) -> int | None:
    """The first weekday that the prose names by itself, not beside a date."""
    body = document.text[document.body : document.body + BODY]
    words = tokens(body)
    names = {name: number for number, (name, *_) in enumerate(temporal().calendar.weekdays)}
    for index, token in enumerate(words):
        if token.lower in names and token.text[0].isupper():
            following = [word.lower for word in words[index + 1 : index + 3] if word.lower != ","][:1]
            if not any(word[0].isdigit() or word in temporal().month for word in following):
                return names[token.lower]
    return None
