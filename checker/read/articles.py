"""Articles that lie in a file as records of named values: lines of JSON, rows of a table."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from checker.errors import DocumentError
from checker.model import Columns, Limits, Status
from checker.read.decode import clean
from checker.read.page import Page
from checker.read.parts import Content, Member, Source

DEEPEST = 5  # lists and records within a value that are looked into
SHOWN = 12  # names that a message lists
WAITED = 1_000  # records without a text after which nobody waits for one
SECONDS, MILLISECONDS = range(9, 11), range(12, 14)  # digits of a date that is a Unix time
_NAMES = ("name", "title", "text", "value", "url")  # of a record within a record, what stands for it
_APART = re.compile(r"[\s_-]+")
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|table|article|section|html|body)\b[^<>]{0,500}>", re.IGNORECASE)
_SAMPLE = 5_000  # characters in which markup shows

Record = Mapping[str, object]


class Entry(NamedTuple):
    """A record and where it begins; with a problem instead where it cannot be read."""

    number: int
    record: Record
    reason: str = ""
    problem: str = ""


def folded(name: str) -> str:
    """A name as it is compared: "Publication Date" is publication_date."""
    return _APART.sub("_", name.strip("\ufeff \t\r\n").casefold())


def articles(entries: Iterable[Entry], source: Source, what: str) -> Iterator[Content]:
    """What the records hold, each under its number; `what` is what people call one of their names.

    Raises:
        DocumentError: none has a text, or too many are broken.
    """
    limits, columns = source.limits, source.columns
    waiting: list[Entry] = []
    found = broken = 0
    for entry in entries:
        if entry.problem:
            broken += 1
            if broken > limits.entries:
                raise DocumentError(f"has more than {limits.entries:,} broken entries; the rest was not read")
            yield Member(str(entry.number), b"", problem=entry.problem)
        elif found or _value(entry.record, columns.text) is not None:
            found += 1 + len(waiting)
            for each in (*waiting, entry):
                yield _content(each, columns, limits)
            waiting.clear()
            if found > limits.articles:
                raise DocumentError(f"holds more than {limits.articles:,} articles; split it", Status.TOO_LARGE)
        else:
            waiting.append(entry)
            if len(waiting) > WAITED:
                break
    if waiting:
        raise DocumentError(textless(columns, waiting[0].record, what), Status.SKIPPED)


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
    text = clean(_told(_value(entry.record, columns.text), "\n\n"))
    front = tuple(_front(entry.record, columns))
    if _MARKUP.search(text[:_SAMPLE]):
        page = f"<!DOCTYPE html><html><body><article>{text}</article></body></html>"
        data = page.encode("utf-8")
        return Member(str(entry.number), data, "utf-8", "text/html", front=front)
    built = Page(limits, str(entry.number))
    for key, value in front:
        built.front(key, value)
    built.plain(text)
    if entry.reason:
        built.reason(entry.reason)
    return built.parts()


def _front(record: Record, columns: Columns) -> Iterator[tuple[str, str]]:
    for key in ("title", "source", "date", "url", "language"):
        names = [name for name in getattr(columns, key) if name not in columns.text]
        told = _told(_value(record, names), ", ")
        yield key, _day(told) if key == "date" else told


def _value(record: Record, names: Iterable[str]) -> object:
    """The first value that says something under one of the names, None without one."""
    known: dict[str, object] = {}
    for name, value in record.items():
        known.setdefault(folded(name), value)
    for name in names:
        value = _found(known, name)
        if _told(value).strip():
            return value
    return None


def _found(known: Record, name: str) -> object:
    """The value of a name; article.body is also the body of the article."""
    if folded(name) in known:
        return known[folded(name)]
    value: object = known
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = next((inner for key, inner in value.items() if folded(key) == folded(part)), None)
    return value


def _told(value: object, joint: str = ", ", depth: int = 0) -> str:
    """A value as text: the items of a list joined, of a record the name."""
    if isinstance(value, str):
        return value
    if depth < DEEPEST and isinstance(value, list):
        return joint.join(filter(None, (_told(item, joint, depth + 1) for item in value)))
    if depth < DEEPEST and isinstance(value, Mapping):
        return next(filter(None, (_told(value.get(name), joint, depth + 1) for name in _NAMES)), "")
    return ""


def _day(told: str) -> str:
    """A date as it is written; a Unix time as the date that it is."""
    digits = told.partition(".")[0]
    if not digits.isdecimal() or not digits.isascii() or len(digits) not in {*SECONDS, *MILLISECONDS}:
        return told
    seconds = int(digits) // (1000 if len(digits) in MILLISECONDS else 1)
    return datetime.fromtimestamp(seconds, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
