"""A page as a tree, and what in it is no part of the report: told by elements, classes, roles and headings."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from checker.read.html_data import folded
from checker.read.html_tokens import UNSEEN
from checker.rulebook.web import web

FEW = 300  # characters: a page with less beside its furniture is not what it calls itself
LINKED = 0.8  # of a block's text: with more within links it is no prose
SHARE = 0.4  # of such a page's text: an element that holds more is the report, whatever its class says
SHORT = 8  # characters behind twice those of a heading, within which a line is that heading
LONG = 120  # characters of a paragraph that is prose
HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF], " ")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}>")
_COUNT = re.compile(r"\(?[\d.,]+[km]?\)?")
_HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none", re.IGNORECASE)


def tree_of(text: str) -> HtmlElement:
    """The tree of a page, of whatever size its text is; nothing is fetched."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    content = _DECLARATION.sub("", text).translate(_CONTROLS).strip()
    try:
        return html.document_fromstring(content.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except etree.ParserError:  # it finds no element in it
        return html.document_fromstring("<html></html>", ensure_head_body=True)


def text_of(element: HtmlElement) -> str:
    """The text of an element on one line; its blocks and line breaks are parted by blanks, its inline parts are not."""
    if not len(element):
        return " ".join((element.text or "").split())
    parts: list[str] = []
    inline = web().elements.inline
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if each.tag not in inline:
            parts.append(" ")
        told = each.text if event == "start" else each.tail if each is not element else ""
        parts.append(told or "")
    return " ".join("".join(parts).split())


def class_words(element: HtmlElement) -> Iterator[list[str]]:
    """The words of each class and of the id."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    for name in names[:50]:
        words = [word.lower() for word in _WORDS.findall(name[:200])]
        if words and words[0] not in web().furniture.states:
            yield words


def has_class(element: HtmlElement, words: frozenset[str]) -> bool:
    """Whether one of the words stands in a class or the id of an element."""
    return any(not words.isdisjoint(found) for found in class_words(element))


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element calls itself something else than a part of the report."""
    if not isinstance(element.tag, str):
        return True
    lexicon = web().furniture
    if element.tag in lexicon.elements or (element.get("role") or "").lower() in lexicon.roles:
        return True
    if element.get("hidden") is not None or _HIDDEN.search((element.get("style") or "")[:500]):
        return True
    return any(
        not lexicon.classes.isdisjoint(words) or _within(lexicon.phrases, " ".join(words))
        for words in class_words(element)
    )


def _within(phrases: tuple[str, ...], words: str) -> bool:
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


def clear(root: HtmlElement, title: str) -> None:
    """Take out what is no part of the report; what holds its headline is one."""
    for element in list(root.iter()):
        never = element.tag in UNSEEN or not isinstance(element.tag, str)
        if never and element.getparent() is not None:
            element.drop_tree()
    found = list(_furniture(root, folded(title)))
    lengths = _lengths(root)
    left = lengths[root] - sum(lengths[element] for element in found)
    for element in found:
        # Where almost nothing would be left, a class does not say what it seems to.
        if left >= FEW or lengths[element] <= SHARE * lengths[root]:
            element.drop_tree()
    for element in list(root.iter("form")):
        element.tag = "div"  # whole pages lie in one
    _clear_lists(root)
    _clear_links(root)


def _furniture(root: HtmlElement, title: str) -> Iterator[HtmlElement]:
    """The outermost elements that are no part of the report."""
    headline = next((each for each in root.iter("h1") if folded(text_of(each)) == title), None)
    holding = set(headline.iterancestors()) if headline is not None else set()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        outer = element.tag in {"html", "head", "body", "main"}
        if not outer and element not in holding and (is_furniture(element) or _is_site_header(element)):
            yield element
        else:
            waiting.extend(element)


def _is_site_header(element: HtmlElement) -> bool:
    """Whether a header is that of the site and not of the report."""
    return element.tag == "header" and next(element.iterancestors("article", "main"), None) is None


def _lengths(root: HtmlElement) -> dict[HtmlElement, int]:
    """Characters of text within each element."""
    found: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        inner = sum(found[child] + len((child.tail or "").strip()) for child in element)
        found[element] = len((element.text or "").strip()) + inner
    return found


def _linked(root: HtmlElement, lengths: dict[HtmlElement, int]) -> dict[HtmlElement, int]:
    """Of these the characters within links; a link within a heading is the heading's own."""
    found: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        inner = 0 if element.tag in HEADS else sum(found[child] for child in element)
        found[element] = lengths[element] if element.tag == "a" else inner
    return found


def _clear_links(root: HtmlElement) -> None:
    """Take out blocks that are nothing but links: lists of other reports, cards, a line that points elsewhere."""
    lengths = _lengths(root)
    linked = _linked(root, lengths)
    for element in list(root.iter("ul", "ol", "div", "section", "p", "td", "span", "header", "article")):
        told = linked[element] >= LINKED * lengths[element] or _points(element, lengths[element], linked[element])
        if linked[element] and told and element.getparent() is not None:
            element.drop_tree()


def _points(element: HtmlElement, length: int, linked: int) -> bool:
    """Whether a line only says where a link leads: "Read more: Bridge closed"."""
    lead = (element.text or "").strip()
    return lead.endswith(":") and len(lead) + linked >= length


def _clear_lists(root: HtmlElement) -> None:
    """Take out what stands under a heading such as "Related", up to the next heading or to prose."""
    for heading in list(root.iter(*HEADS, "p", "strong", "div")):
        words = text_of(heading) if len(heading) < len(HEADS) else ""
        if not words or len(words) > LONG or not _heads_furniture(words) or heading.getparent() is None:
            continue
        while (following := heading.getnext()) is not None and _is_list(following):
            following.drop_tree()
        heading.drop_tree()


def _is_list(element: HtmlElement) -> bool:
    """Whether an element is a list of links, or of what readers wrote."""
    if element.tag not in {"ul", "ol", "div", "p", "section"}:
        return False
    text = len(text_of(element))
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return 2 * linked >= text or has_class(element, web().furniture.classes)


def _heads_furniture(words: str) -> bool:
    """Whether a short line heads links or comments, or counts them."""
    lexicon = web().furniture
    name = words.casefold().strip(" :…»>")
    bare = _COUNT.sub("", name).strip()
    if bare != name and bare in lexicon.counted:
        return True
    return any(
        name == head or (name.startswith(f"{head} ") and len(name) < 2 * len(head) + SHORT) for head in lexicon.headings
    )


def addresses(root: HtmlElement) -> Iterator[str]:
    """The page's own address as its links tell it, without a fragment."""
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            yield link.get("href").strip().partition("#")[0]


def headings(root: HtmlElement) -> frozenset[str]:
    """The page's main headings and its title, folded."""
    return frozenset(folded(text_of(each)) for each in list(root.iter("h1", "title"))[:20]) - {""}
