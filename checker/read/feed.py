"""RSS and Atom: each entry of a feed is a report of its own, named by its number: feed.xml!3.

The feed is decoded and looked through before its parser meets it; nothing is fetched, and a feed that declares
entities is refused.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax import SAXException

from checker.errors import DocumentError
from checker.model import Status
from checker.read.html import compose_content, inline_text
from checker.read.html_charset import decoded
from checker.read.html_dates import normal, same
from checker.read.page import Page
from checker.read.parts import Parts, Source

_ROOT = re.compile(r"<[A-Za-z]")
_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]{0,5000}?\[", re.IGNORECASE)
_DECLARATIONS = re.compile(r"<\?xml[^>]{0,500}>|<!DOCTYPE[^>]{0,5000}>", re.IGNORECASE)
_COMPLAINT = 200  # characters of a parser's complaint

Told = Mapping[str, Any]


def read_feed(source: Source) -> Iterator[Parts]:
    """The entries of a feed in its order.

    Raises:
        DocumentError: it is no feed, declares entities, is broken, or has more entries than are read.
    """
    text = decoded(source.data, source.charset)
    feed = _parsed(text.text)
    entries, most = feed["entries"], source.limits.entries
    if not entries and feed["bozo"]:
        raise DocumentError(f"is no feed that can be read: {_complaint(feed)}")
    for number, entry in enumerate(entries[:most], 1):
        page = Page(source.limits, str(number))
        if text.reason:
            page.reason(text.reason)
        _write(page, entry, feed["feed"])
        yield page.parts()
    if len(entries) > most:
        raise DocumentError(f"holds {len(entries):,} entries; {most:,} were read", Status.TOO_LARGE)
    if feed["bozo"] and isinstance(feed.get("bozo_exception"), SAXException):
        raise DocumentError(f"is broken; what could be read of it was: {_complaint(feed)}", Status.PARTIAL)


def _parsed(text: str) -> Told:
    """The feed as feedparser understands it.

    Raises:
        DocumentError: it declares entities, or its markup is beyond repair.
    """
    import feedparser  # noqa: PLC0415 slow to import

    root = _ROOT.search(text)
    start = root.start() if root else 0
    if _ENTITIES.search(text, 0, start):
        raise DocumentError("declares entities of its own, which no feed needs; it was not read")
    head = _DECLARATIONS.sub("", text[:start])
    content = io.BytesIO((head.strip() + text[start:]).encode("utf-8", "replace"))
    try:
        found: Told = feedparser.parse(
            content,
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise DocumentError(f"is no feed that can be read: {error}") from error
    return found


def _complaint(feed: Told) -> str:
    """What the parser says is wrong, on one line."""
    return " ".join(str(feed.get("bozo_exception", "it has no entries")).split())[:_COMPLAINT]


def _write(page: Page, entry: Told, feed: Told) -> None:
    """Read an entry into a report."""
    title = inline_text(_text(entry, "title"))
    content, is_html = _content(entry)
    page.front("title", title if content else "")
    page.front("source", inline_text(_text(entry.get("source") or {}, "title") or _text(feed, "title")))
    _write_dates(page, [normal(_text(entry, key)) for key in ("published", "created", "updated")])
    page.front("author", _text(entry, "author"))
    page.front("url", _text(entry, "link"))
    page.front("language", _text(feed, "language").partition("-")[0].lower())
    if is_html:
        compose_content(page, content, title)
    elif content:
        page.plain(content)
    else:
        page.heading(title)


def _write_dates(page: Page, dates: list[str]) -> None:
    """The day of publication, and that of the last change where it is another."""
    published = next((written for written in dates if written), "")
    page.front("date", published)
    if dates[-1] and not same(dates[-1], published):
        page.front("modified", dates[-1])


def _content(entry: Told) -> tuple[str, bool]:
    """The longest content of an entry, else its summary; and whether that is HTML."""
    found = [each for each in entry.get("content") or () if _text(each, "value")]
    if not found and _text(entry, "summary"):
        found = [entry.get("summary_detail") or {"type": "text/html", "value": _text(entry, "summary")}]
    best: Told = max(found, key=lambda each: len(_text(each, "value")), default={})
    return _text(best, "value"), "html" in _text(best, "type")


def _text(thing: Told, key: str) -> str:
    value = thing.get(key)
    return value.strip() if isinstance(value, str) else ""
