"""What a page tells of itself: each version of its title, source and date, with the place it was found in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from checker.read.html_data import told
from checker.read.html_dates import normal
from checker.read.html_tree import addresses, class_words, has_class, headings, text_of
from checker.rulebook.web import web

DATA, TAGS, PAGE, TAB = "json-ld", "meta", "page", "tab"
NOT_NAMES = ("http://", "https://", "@")  # a publisher given as an address
LONG = 160  # characters: where a paragraph is longer, the report has begun


class Version(NamedTuple):
    """One version of a title, source or date, and where it stands."""

    where: str
    value: str


class Metadata(NamedTuple):
    """What the head of a page and its data tell, the most trusted first."""

    titles: tuple[Version, ...]
    sources: tuple[Version, ...]
    dates: tuple[Version, ...]
    loose_dates: tuple[Version, ...]
    changes: tuple[Version, ...]
    authors: tuple[str, ...]
    url: str
    language: str
    description: str
    body: str


def metadata(root: HtmlElement) -> Metadata:
    """What a page tells by JSON-LD, meta tags and its head."""
    address = next(addresses(root), "")
    data = told(_scripts(root), headings(root), address)
    tags = _tags(root)
    names = web().meta
    tab = text_of(title) if (title := root.find(".//title")) is not None else ""
    urls = (address, data.url, *tags.all(names.urls))
    return Metadata(
        titles=_versions((DATA, data.title), (TAGS, tags.first(names.titles)), (TAB, tab)),
        sources=_versions((TAGS, _named(tags.all(names.sources))), (DATA, _named((data.source,)))),
        dates=_versions((DATA, normal(data.published)), *((TAGS, normal(each)) for each in tags.all(names.dates))),
        loose_dates=_versions(*((TAGS, normal(each)) for each in tags.all(names.loose_dates))),
        changes=_versions((DATA, normal(data.modified)), (TAGS, normal(tags.first(names.changes)))),
        authors=data.authors or tuple(each for each in tags.all(names.authors) if not each.startswith(NOT_NAMES)),
        url=next((each for each in urls if urlsplit_host(each)), ""),
        language=(root.get("lang") or tags.first(names.languages) or data.language).strip(),
        description=data.description or tags.first(names.descriptions),
        body=data.body,
    )


def urlsplit_host(address: str) -> str:
    """The host that an address names, "" where it names none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _versions(*found: tuple[str, str]) -> tuple[Version, ...]:
    """Those that tell anything, each value once."""
    kept: dict[str, Version] = {}
    for where, value in found:
        told_value = " ".join(value.split())
        if told_value:
            kept.setdefault(told_value, Version(where, told_value))
    return tuple(kept.values())


def _named(values: Iterable[str]) -> str:
    """The first value that is a name and no address."""
    return next((value for value in values if value and not value.startswith(NOT_NAMES)), "")


def _scripts(root: HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield script.text or ""


class _Tags:
    """The meta tags of a page: the first content of a name."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}

    def add(self, name: str, content: str) -> None:
        if name and content.strip():
            self._found.setdefault(name.strip().lower(), content.strip())

    def first(self, names: Iterable[str]) -> str:
        return next(iter(self.all(names)), "")

    def all(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._found[name] for name in names if name in self._found)


def _tags(root: HtmlElement) -> _Tags:
    found = _Tags()
    for tag in root.iter("meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            for name in (tag.get(key) or "").split()[:5]:
                found.add(name, tag.get("content") or tag.get("value") or "")
    return found


def times(root: HtmlElement) -> tuple[Version, ...]:
    """Times for machines in the page's own text, up to where its prose begins, changes apart."""
    return _versions(*((PAGE, normal(each)) for change, each in _times(root) if not change))


def changed(root: HtmlElement) -> tuple[Version, ...]:
    """The same of changes."""
    return _versions(*((PAGE, normal(each)) for change, each in _times(root) if change))


def _times(root: HtmlElement) -> Iterator[tuple[bool, str]]:
    """Times, and whether each is that of a change."""
    lexicon = web().parts
    seen = False
    for element in root.iter():
        if element.tag == "p" and len(text_of(element)) > LONG:
            seen = True
        item = (element.get("itemprop") or "").lower()
        if element.tag != "time" and not item.startswith("date"):
            continue
        written = element.get("datetime") or element.get("content") or ""
        named = item.startswith("date") or element.get("pubdate") is not None or has_class(element, lexicon.bylines)
        if written and (named or not seen):
            yield _is_change(element, item), written


def _is_change(element: HtmlElement, item: str) -> bool:
    """Whether a time is that of a change: by its own name, or by the words before it."""
    changes = web().parts.changes
    if item:
        return item != "datepublished" and any(word in item for word in changes)
    for each in (element, element.getparent()):
        if each is not None and any(not changes.isdisjoint(words) for words in class_words(each)):
            words = {word for found in class_words(each) for word in found}
            return not words & {"published", "publish", "posted"} if each is element else True
    before = element.getprevious()
    lead = (before.tail or text_of(before)) if before is not None else (element.getparent().text or "")
    return any(word in lead[-40:].casefold() for word in changes)
