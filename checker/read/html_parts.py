"""Parts of a report that are set apart on a page: its captions, tables, standfirst, and the lines that date it.

They are taken out of the tree, and a sign stands where a caption or table was, so that none is lost on the way
through a reader that keeps prose alone.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import html
from lxml.html import HtmlElement

from checker.read.html_blocks import Block, Shape
from checker.read.html_data import folded
from checker.read.html_tables import layout, rows_of
from checker.read.html_tree import HEADS, has_class, text_of
from checker.rulebook.furniture import furniture
from checker.rulebook.web import web

SIGN = "\u2e28{}\u2e29"  # brackets that no report has around a number
SIGNED = re.compile(r"\u2e28(\d{1,6})\u2e29")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LINE = 200  # characters of a line that dates a report
AGE = 5  # words of a line that says how old a report is
STANDFIRST = (20, 600)  # characters


class Apart(NamedTuple):
    """What was taken out: blocks by the number of their sign, and paragraphs and lines that go before the text.

    `dated` if one of these lines tells the year.
    """

    signed: tuple[Block, ...]
    before: tuple[Block, ...]
    dated: bool


def take_parts(root: HtmlElement, title: str, description: str) -> Apart:
    """Take the parts out of the tree."""
    root.set("class", "")
    for heading in list(root.iter("h1")):
        if folded(text_of(heading)) == folded(title):
            heading.clear(keep_tail=True)
    signed = tuple(_signed(root))
    before = [Block(Shape.STANDFIRST, text) for text in _standfirst(root, folded(description))]
    lines = tuple(dict.fromkeys(_lines(root)))
    before += [Block(Shape.PARAGRAPH, text) for text in lines]
    return Apart(signed, tuple(before), any(_YEAR.search(line) for line in lines))


def restored(blocks: Iterable[Block], signed: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks with what their signs stand for in its place."""
    for block in blocks:
        numbers = numbers_in(block.text)
        words = SIGNED.sub(" ", block.text).strip() if numbers else block.text
        if words or not numbers:
            yield block._replace(text=words)
        yield from (signed[number] for number in numbers if number < len(signed))


def before_region(root: HtmlElement, region: HtmlElement, signed: tuple[Block, ...]) -> Iterator[Block]:
    """Captions that stand between the headline and the element that holds the report."""
    headline = next((each for each in root.iter("h1") if not text_of(each)), None)
    reached = headline is None
    for element in root.iter("h1", "p", region.tag):
        if element is region:
            return
        reached = reached or element is headline
        if reached and element.tag == "p":
            found = (signed[number] for number in numbers_in(text_of(element)) if number < len(signed))
            yield from (block for block in found if block.shape is Shape.CAPTION)


def numbers_in(text: str) -> list[int]:
    """The numbers of the signs in a text."""
    return [int(number) for number in SIGNED.findall(text)] if SIGN[0] in text else []


def _signed(root: HtmlElement) -> Iterator[Block]:
    """Captions and tables, a sign in the place of each."""
    count, taken = 0, set[HtmlElement]()
    for element in list(root.iter("table", "figure", "figcaption", "p", "div", "span", "small", "dd")):
        if not taken.isdisjoint(element.iterancestors()):
            continue
        found = [block for block in _parts(element) if block.text or block.rows]
        yield from found
        if found or element.tag == "figure":
            taken.add(element)
            _replace(element, range(count, count + len(found)))
            count += len(found)


def _parts(element: HtmlElement) -> list[Block]:
    """What an element holds that is set apart; nothing for one that is not."""
    if element.tag == "table":
        if layout(element):
            _unfold(element)
            return []
        rows = rows_of(element)
        heads = [Block(Shape.CAPTION, text_of(each)) for each in element.findall("caption")]
        return [*heads, Block(Shape.TABLE, rows=rows)] if rows else []
    if element.tag == "figure":
        captions = [text_of(each) for each in element.iter("figcaption")]
        if len(text_of(element)) > len(" ".join(captions)):  # a quote or a table
            element.tag = "div"
            return []
        return [Block(Shape.CAPTION, text) for text in captions]
    if element.tag == "figcaption" or (has_class(element, web().parts.captions) and element.find(".//p") is None):
        return [Block(Shape.CAPTION, text_of(element))]
    return []


def _unfold(table: HtmlElement) -> None:
    """A table that only lays a page out as divisions."""
    parts = table.iter("tbody", "thead", "tfoot", "tr", "td", "th")
    for element in [table, *(each for each in parts if next(each.iterancestors("table"), None) is table)]:
        element.tag = "div"


def _replace(element: HtmlElement, numbers: Iterable[int]) -> None:
    sign = html.Element("p")
    sign.text = " ".join(SIGN.format(number) for number in numbers) or None
    sign.tail = element.tail
    element.getparent().replace(element, sign)


def _standfirst(root: HtmlElement, description: str) -> Iterator[str]:
    """The paragraph below the headline, as a class or the page's own description tells it; one at most."""
    shortest, longest = STANDFIRST
    for element in list(root.iter("p", "div", "h2", "h3", "span"))[:400]:
        text = text_of(element)
        if not shortest <= len(text) <= longest or len(element.findall(".//p")) > 1:
            continue
        if has_class(element, web().parts.standfirsts) or (element.tag in HEADS and folded(text) == description):
            element.drop_tree()
            yield text
            return


def _lines(root: HtmlElement) -> Iterator[str]:
    """Lines that say when the report was published or changed, up to where its prose begins."""
    taken = set[HtmlElement]()
    prose = 0
    for element in list(root.iter("p", "div", "span", "time", "small", "li", "header", "address")):
        if not taken.isdisjoint(element.iterancestors()):
            continue
        text = text_of(element)
        dates = 0 < len(text) <= LINE and _dates_report(element, text)
        prose += element.tag == "p" and len(text) > LINE // 2 and not dates
        if prose > 1:  # one may stand before the line, below the headline
            return
        if dates:
            yield text
        elif not _tells_age(element, text):
            continue
        taken.add(element)
        element.drop_tree()


def _tells_age(element: HtmlElement, text: str) -> bool:
    """Whether a line only says how old the report was when the page was made: 2 hours ago."""
    words = text.casefold().split()
    marked = element.tag == "time" or has_class(element, web().parts.bylines)
    return marked and 1 < len(words) <= AGE and words[-1] in web().parts.ages


def _dates_report(element: HtmlElement, text: str) -> bool:
    if not any(char.isdigit() for char in text):
        return False
    lead = text.casefold().lstrip(" (|·-")
    named = any(lead.startswith(phrase) for phrase in furniture().published.phrases)
    marked = element.tag == "time" or element.find(".//time") is not None or has_class(element, web().parts.bylines)
    return (marked and _YEAR.search(text) is not None) or (named and len(text) < LINE // 2)
