"""The front matter of a page: of each thing the best version, and every other that does not agree with it."""

import re

from lxml.html import HtmlElement

from checker.read.html_data import folded
from checker.read.html_dates import before, moment, same
from checker.read.html_meta import TAB, Metadata, changed, times, urlsplit_host
from checker.read.html_tree import has_class, text_of
from checker.read.page import Page
from checker.rulebook.furniture import furniture
from checker.rulebook.web import web

ALIKE = 0.5  # of the words of the shorter of two titles: with more in common they are one
PARTS = 6  # of the title of a tab
FEWEST = 2  # words of the name of a site or section; a title has more
TITLE = 5  # words; what is shorter and names an institution is no title
HEADLINES = 20  # headings that are looked at
_PARTS = re.compile(r"(?<!\s)\s+(?:[|–—•·:»«-]|::|//)\s+")
_FIGURE = re.compile(r"\d[\d.,]*")


def front(page: Page, told: Metadata, title: str, root: HtmlElement) -> None:
    """Write the front matter."""
    source = _source(told, title)
    page.front("title", title)
    _other_titles(page, title, told, source)
    page.front("source", source)
    _other_sources(page, source, told)
    _dates(page, told, root)
    page.front("author", ", ".join(told.authors[:10]))
    page.front("url", told.url)
    page.front("language", told.language.partition("-")[0].partition("_")[0].lower())


def title_of(told: Metadata, root: HtmlElement) -> str:
    """The headline on the page, else what its data and tags call it."""
    others = [bare(version.value, told) if version.where == TAB else version.value for version in told.titles]
    sites = {folded(version.value) for version in told.sources}
    shown = [each for each in list(root.iter("h1"))[:HEADLINES] if _is_title(text_of(each), sites)]
    agreed = [text_of(each) for each in (shown or list(root.iter("h2"))[:HEADLINES])]
    agreed = [text for text in agreed if len(text.split()) > FEWEST and any(alike(text, other) for other in others)]
    marked = [text_of(each) for each in shown if _is_marked(each)]
    best = max(agreed, key=len, default="") or next(iter([*marked, *map(text_of, shown)]), "")
    return best or next((other for other in others if _is_title(other, sites) and not _is_institution(other)), "")


def _is_title(text: str, sites: set[str]) -> bool:
    """Whether a heading may be a report's: more than a word or two, and not the name of the site."""
    return len(text.split()) > FEWEST and folded(text) not in sites


def _is_institution(text: str) -> bool:
    """Whether a short title names who publishes the page: Ministry of Interior."""
    words = folded(text).split()
    return len(words) < TITLE and not furniture().source.institutions.isdisjoint(words)


def _is_marked(headline: HtmlElement) -> bool:
    """Whether a heading is the headline of a report, and not the name of the site."""
    marked = headline.get("itemprop") == "headline" or has_class(headline, web().parts.headlines)
    return marked or any(each.tag in {"article", "main"} for each in headline.iterancestors())


def bare(title: str, told: Metadata) -> str:
    """The title of a tab without the name of the site before or behind it."""
    parts = _PARTS.split(title)
    if not 1 < len(parts) <= PARTS:
        return title
    names = [folded(version.value) for version in told.sources]
    kept = [part for part in parts if not any(_within(folded(part), name) for name in names)]
    return max(kept or parts, key=lambda part: len(part.split()))


def _within(a: str, b: str) -> bool:
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")


def alike(a: str, b: str) -> bool:
    """Whether two titles say the same in other words: one within the other, or half of their words in common."""
    first, second = folded(a), folded(b)
    if not first or not second or _within(first, second):
        return True
    words, others = set(first.split()), set(second.split())
    return len(words & others) >= ALIKE * min(len(words), len(others))


def _other_titles(page: Page, title: str, told: Metadata, source: str) -> None:
    """Titles of another report; and one with figures of its own, which is read for claims as a headline is."""
    for where, value in told.titles:
        other = bare(value, told) if where == TAB else value
        if not alike(title, other):
            if len(other.split()) > FEWEST and folded(other) != folded(source):
                page.front(f"title {where}", other)
        elif _figures(other) and _figures(title) and not _figures(title) & _figures(other):
            page.front("headline", other)


def _figures(text: str) -> set[str]:
    return {match.strip(".,") for match in _FIGURE.findall(text)}


def _source(told: Metadata, title: str) -> str:
    """Who publishes the page: what its tags or data say, what stands behind the title in its tab, else its address."""
    host = urlsplit_host(told.url).removeprefix("www.")
    names = [version.value for version in told.sources]
    if names:
        at_home = [name for name in names if len(names) > 1 and folded(name).replace(" ", "") in host.replace("-", "")]
        return next(iter(at_home), None) or next((name for name in names if "." not in name), names[0])
    tab = next((version.value for version in told.titles if version.where == TAB), "")
    parts = _PARTS.split(tab)
    if 1 < len(parts) <= PARTS and alike(title, parts[0]) and not alike(title, parts[-1]):
        return parts[-1]
    return tab if _is_institution(tab) else host


def _other_sources(page: Page, source: str, told: Metadata) -> None:
    keys = {"json-ld": "publisher", "meta": "site"}
    others = [version for version in told.sources if not _within(folded(version.value), folded(source))]
    if others:
        for where, value in told.sources:
            page.front(keys[where], value)


def _dates(page: Page, told: Metadata, root: HtmlElement) -> None:
    """The day of publication, each other that is told, and the day of the last change."""
    shown, changes = times(root), (*told.changes, *changed(root))
    known = [*told.dates, *shown[:1]] or [*told.loose_dates]
    if not known:
        return
    first = known[0]
    page.front("date", first.value)
    # A date that is not said to be the publication's and lies behind it is that of a change.
    later = [each for each in told.loose_dates if not before(each.value, first.value)]
    earlier = [each for each in told.loose_dates if before(each.value, first.value)]
    for where, value in (*known[1:], *earlier):
        if moment(value) is not None and not same(value, first.value):
            page.front(f"date {where}", value)
    for _, value in (*changes, *later):
        if not same(value, first.value):
            page.front("modified", value)
