"""Articles that lie in a file as records of named values: lines of JSON, rows of a table."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from checker.errors import DocumentError
from checker.model import Columns, Limits, Status
from checker.read.decode import clean, controlled
from checker.read.mojibake import mended, misread
from checker.read.page import Page
from checker.read.parts import Content, Member, Source

DEEPEST = 5  # lists and records within a value that are looked into
SHOWN = 12  # names that a message lists
WAITED = 1_000  # records without a text after which nobody waits for one
USUAL = 100  # characters of a name that is worth keeping in its folded form
HOPELESS = 100  # broken records without a whole one after which nobody waits for one
SECONDS, MILLISECONDS = range(9, 11), range(12, 14)  # digits of a date that is a Unix time
_NAMES = ("name", "title", "text", "value", "url")  # of a record within a record, what stands for it
_APART = re.compile(r"[\s_-]+")
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|table|article|section|html|body)\b[^<>]{0,500}>", re.IGNORECASE)
_SAMPLE = 5_000  # characters in which markup shows

Record = dict[str, object]


class Entry(NamedTuple):
    """A record and where it begins; with a problem instead where it cannot be read."""

    number: int
    record: Record
    reason: str = ""
    problem: str = ""


def folded(name: str) -> str:
    """A name as it is compared: "Publication Date" is publication_date."""
    return _folded(name) if len(name) <= USUAL else _fold(name)


def _fold(name: str) -> str:
    return _APART.sub("_", name.strip("\ufeff \t\r\n").casefold())


_folded = lru_cache(maxsize=1_000)(_fold)


def articles(entries: Iterable[Entry], source: Source) -> Iterator[Content]:
    """What the records hold, each under its number; one that cannot be read leaves the others.

    Raises:
        DocumentError: too many, or too many are broken.
    """
    found = broken = 0
    for entry in entries:
        found += not entry.problem
        broken += bool(entry.problem)
        most = source.limits.entries if found else HOPELESS
        if broken > most:
            raise DocumentError(f"has more than {most:,} broken entries{'' if found else ' and no other'}; gave up")
        if found > source.limits.articles:
            raise DocumentError(f"holds more than {source.limits.articles:,} articles; split it", Status.TOO_LARGE)
        yield _content(entry, source.columns, source.limits)


def with_texts(entries: Iterable[Entry], columns: Columns) -> Iterator[Entry]:
    """The entries, if there are texts among them.

    Raises:
        DocumentError: none has a text.
    """
    waiting: list[Entry] = []
    found = False
    for entry in entries:
        found = found or (not entry.problem and _value(_known(entry.record), columns.text) is not None)
        if found or entry.problem:
            yield from waiting
            waiting.clear()
            yield entry
        elif len(waiting) < WAITED:
            waiting.append(entry)
        else:
            break
    if waiting:
        raise DocumentError(textless(columns, waiting[0].record, "key"), Status.SKIPPED)


def textless(columns: Columns, names: Iterable[str], what: str) -> str:
    """Why a file of records holds no reports, and what to do."""
    wanted = ", ".join(columns.text[:SHOWN])
    there = [name.strip()[:40] for name in names]
    more = f" and {len(there) - SHOWN} more" if len(there) > SHOWN else ""
    return (
        f"no report: no {what} {wanted}; name it under [columns] in check.toml; "
        f"there are {', '.join(there[:SHOWN]) or 'none'}{more}"
    )


def _content(entry: Entry, columns: Columns, limits: Limits) -> Content:
    """The article of a record; one that is a page is read as pages are."""
    if entry.problem:
        return Member(str(entry.number), b"", problem=entry.problem)
    known = _known(entry.record)
    text = _told(_value(known, columns.text), "\n\n")
    try:
        reason = entry.reason or controlled(text) or misread(text)
    except DocumentError as error:
        return Member(str(entry.number), b"", problem=str(error))
    front, text = tuple(_front(known, columns)), mended(text)
    if _MARKUP.search(text[:_SAMPLE]):
        page = f"<!DOCTYPE html><html><body><article>{clean(text)}</article></body></html>"
        return Member(str(entry.number), page.encode("utf-8"), "utf-8", "text/html", front=front)
    built = Page(limits, str(entry.number))
    for key, value in front:
        built.front(key, value)
    built.plain(text)
    if reason:
        built.reason(reason)
    return built.parts()


def _front(known: Record, columns: Columns) -> Iterator[tuple[str, str]]:
    for key in ("title", "source", "date", "url", "language"):
        names = [name for name in getattr(columns, key) if name not in columns.text]
        told = _told(_value(known, names), ", ")
        yield key, _day(told) if key == "date" else told


def _known(record: Record) -> Record:
    """The record by its names as they are compared; the first of a name counts."""
    known: dict[str, object] = {}
    for name, value in record.items():
        known.setdefault(folded(name), value)
    return known


def _value(known: Record, names: Iterable[str]) -> object:
    """The first value that says something under one of the names, None without one."""
    for name in names:
        value = _found(known, name)
        if _told(value).strip():
            return value
    return None


def _found(known: Record, name: str) -> object:
    """The value of a name; article.body is also the body of the article."""
    if folded(name) in known:
        return known[folded(name)]
    value: object = known if "." in name else None
    for part in name.split("."):
        if not isinstance(value, dict):
            return None
        value = next((inner for key, inner in value.items() if folded(key) == folded(part)), None)
    return value


def _told(value: object, joint: str = ", ", depth: int = 0) -> str:
    """A value as text: the items of a list joined, of a record the name."""
    if isinstance(value, str):
        return value
    if depth < DEEPEST and isinstance(value, list):
        return joint.join(filter(None, (_told(item, joint, depth + 1) for item in value)))
    if depth < DEEPEST and isinstance(value, dict):
        return next(filter(None, (_told(value.get(name), joint, depth + 1) for name in _NAMES)), "")
    return ""


def _day(told: str) -> str:
    """A date as it is written; a Unix time as the date that it is."""
    digits = told.partition(".")[0]
    if not digits.isdecimal() or not digits.isascii() or len(digits) not in {*SECONDS, *MILLISECONDS}:
        return told
    seconds = int(digits) // (1000 if len(digits) in MILLISECONDS else 1)
    return datetime.fromtimestamp(seconds, tz=UTC).strftime("%Y-%m-%d %H:%M:%S+00:00")
