"""The lines of a report's head and tail, and what they look like."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from checker.extract.syntax import Token
from checker.extract.temporal_clock import clock
from checker.extract.temporal_dates import short_numeric_date
from checker.extract.temporal_parse import parse
from checker.extract.temporal_terms import Day
from checker.extract.tokens import tokens
from checker.model import Document
from checker.rulebook.furniture import furniture
from checker.rulebook.temporal import temporal

HEAD, TAIL = 12, 6  # lines with text
AT_A_TIME = 4  # documents whose lines are kept in mind: several productions look at those of one
PREFIX = 400  # characters of a head line that are looked at
FEW = 12  # tokens of a line that ends with a short date
SHORT = 130  # characters: a longer line is prose
FIELD, WORDS = 120, 3  # characters of a field that is a date, words beside it
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
MARKS = " \t*_#>[]()•·|-–—"


class Line(NamedTuple):
    """A line with text: its place in the document, its text, and its rank among the lines with text."""

    start: int
    end: int
    text: str
    rank: int


class Stated(NamedTuple):
    """A day as a line states it; offsets of the document."""

    day: Day
    start: int
    end: int


def lines(document: Document) -> tuple[Line, ...]:
    """The lines with text behind the front matter."""
    return _lines(document.text, document.body)


@lru_cache(maxsize=AT_A_TIME)
def _lines(text: str, body: int) -> tuple[Line, ...]:
    found: list[Line] = []
    start = body
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            found.append(Line(start, end, line, len(found)))
        start = end + 1
    return tuple(found)


def head(document: Document) -> tuple[Line, ...]:
    """The first lines with text, each cut at 400 characters."""
    return _head(document.text, document.body)


@lru_cache(maxsize=AT_A_TIME)
def _head(text: str, body: int) -> tuple[Line, ...]:
    return tuple(
        line._replace(end=min(line.end, line.start + PREFIX), text=line.text[:PREFIX])
        for line in _lines(text, body)[:HEAD]
    )


def tail(document: Document) -> tuple[Line, ...]:
    """The last lines with text, each cut to its last 400 characters."""
    start = document.body
    end = len(document.text)
    found: list[Line] = []
    while end > start and len(found) < TAIL:
        begin = document.text.rfind("\n", start, end)
        begin = start if begin < 0 else begin + 1
        line = document.text[begin:end]
        if line.strip():
            cut = max(begin, end - PREFIX)
            found.append(Line(cut, end, document.text[cut:end], -1 - len(found)))
        end = begin - 1
    return tuple(found[::-1])


@lru_cache(maxsize=HEAD * AT_A_TIME)
def stated_days(text: str, offset: int, *, month_first: bool) -> tuple[Stated, ...]:
    """The days of the calendar that a stretch of text states, with or without a year."""
    if not _DIGIT.search(text) and _names_of_days().isdisjoint(_WORD.findall(text.casefold())):
        return ()
    found = tokens(text, offset)
    days: list[Stated] = []
    behind = 0
    for index, token in enumerate(found):
        if index < behind or not _may_open(token.lower):
            continue
        behind = clock(found, index) or 0
        parsed = None if behind else parse(found, index, month_first=month_first)
        if parsed:
            behind = parsed.last
        if parsed and isinstance(parsed.term, Day) and parsed.term.month:
            days.append(Stated(parsed.term, token.start, found[parsed.last - 1].end))
    return tuple(days) or _short_date(found, month_first=month_first)


def _short_date(found: tuple[Token, ...], *, month_first: bool) -> tuple[Stated, ...]:
    """A date such as 18.04 that ends a short line behind a comma: "saturday edition, 18.04"."""
    words = temporal()
    last = len(found) - 1
    if not 1 < last < FEW or found[last - 1].lower != ",":
        return ()
    parsed = short_numeric_date(found, last, month_first=month_first)
    if parsed is None or not isinstance(parsed.term, Day):
        return ()
    weekday = next((words.weekday[token.lower] for token in found if token.lower in words.weekday), None)
    return (Stated(replace(parsed.term, weekday=weekday), found[last].start, found[last].end),)


def _may_open(lower: str) -> bool:
    """Whether a date may begin at a word."""
    words = temporal()
    return lower[0].isdigit() or lower in words.month or lower in words.weekday


@cache
def _names_of_days() -> frozenset[str]:
    """The words of the names of months and weekdays: a line that has none of them, and no figure, states no day."""
    return frozenset(word for name in (*temporal().month, *temporal().weekday) for word in _WORD.findall(name))


@lru_cache(maxsize=HEAD * AT_A_TIME)
def rest_of(line: Line, found: Stated) -> str:
    """The line without the date, clock times and marks."""
    text = f"{line.text[: found.start - line.start]} {line.text[found.end - line.start :]}"
    words = tokens(text)
    kept: list[str] = []
    index = 0
    while index < len(words):
        behind = clock(words, index)
        if behind is None:
            kept.append(words[index].text)
            index += 1
        else:
            index = behind
    return " ".join(word for word in kept if word.strip(MARKS + ",.:;/"))


def is_title_case(text: str) -> bool:
    """Whether at least half of the words have a capital, as names and letterheads have and prose has not."""
    words = [word for word in text.split() if word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) >= len(words)


def is_prose(line: Line) -> bool:
    """Whether the line reads as running text rather than a heading or letterhead."""
    text = line.text.strip()
    return len(text) > SHORT or (text.endswith((".", '."', ".”")) and len(text) > SHORT // 2 and text[0] not in "*_([")


def opens_with(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether the folded text begins with one of the phrases as whole words."""
    if not text.startswith(phrases):
        return False
    return any(text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum() for phrase in phrases)


@cache
def publication_phrases() -> tuple[tuple[str, ...], ...]:
    """The phrases before a publication date as words, the longest first."""
    split = (tuple(phrase.split()) for phrase in furniture().published.phrases)
    return tuple(sorted(split, key=lambda words: -len(words)))


def undated(text: str) -> str:
    """A line without the label of its date: By our staff Published: 6 May."""
    folded = text.casefold()
    for phrase in furniture().published.phrases:
        at = folded.find(f" {phrase}:")
        if at >= 0:
            return text[:at].rstrip(MARKS)
    return text


def dated_fields(document: Document, *, month_first: bool) -> Iterator[Stated]:
    """Dates of front matter under keys of their own that hold a whole date and little else: issue, edition."""
    known = furniture().front
    for key, entry in sorted(document.front.items()):
        if key in (*known.dates, *known.saved, *known.titles, *known.urls) or len(entry.value) > FIELD:
            continue
        for stated in stated_days(entry.value, entry.start, month_first=month_first)[:1]:
            rest = entry.value.replace(document.text[stated.start : stated.end], "").strip(MARKS + ".")
            if not stated.day.floating and not any(char.isdigit() for char in rest) and len(rest.split()) <= WORDS:
                yield stated
