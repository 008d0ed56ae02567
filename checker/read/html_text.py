"""Where on a page its report is: trafilatura finds its paragraphs, and the element that holds them is read as a whole.

What trafilatura gives out has lost a list here and a heading there; where it looks for the report is seldom wrong.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html
from lxml.html import HtmlElement

from checker.read.html_blocks import Block, characters
from checker.read.html_linear import read_linear
from checker.read.html_tokens import UNSEEN, Tokens
from checker.read.html_tree import text_of
from checker.rulebook.web import web

PROSE = 80  # characters: a longer block is prose
LEAST = 0.3  # of the prose of a page: where less is taken for its report, all of it is read
HOLDS = 0.9  # of the paragraphs that were found, by length: the innermost element with as much is the report
LEAVES = frozenset(("p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt", "pre", "tr", "td"))
NO_DATES = {"original_date": True, "max_date": "2100-01-01"}  # without a bound it would ask the clock for one
LOST = "the report could not be told from what stands around it on the page; all of it was read"


class Region(NamedTuple):
    """The element that holds the report, and its blocks; `amiss` says what went wrong ("" for nothing)."""

    element: HtmlElement
    blocks: tuple[Block, ...]
    amiss: str = ""


def region_of(root: HtmlElement) -> Region:
    """Where the report is, and its text."""
    found = tuple(_found(root))
    element = _holding(root, found)
    blocks = _blocks(element)
    everything = blocks if element is root and blocks else whole(root)
    prose = sum(len(block.text) for block in everything if len(block.text) >= PROSE)
    if blocks and characters(blocks) >= LEAST * prose:
        return Region(element, blocks)
    return Region(root, everything, LOST if blocks else "")


def whole(root: HtmlElement) -> tuple[Block, ...]:
    """All text of a page beside its furniture, and that too where nothing is left without it."""
    return _blocks(root) or read_linear(Tokens(html.tostring(root, encoding="unicode")), UNSEEN).blocks


def _blocks(element: HtmlElement) -> tuple[Block, ...]:
    return read_linear(Tokens(html.tostring(element, encoding="unicode", with_tail=False))).blocks


def _found(root: HtmlElement) -> Iterator[str]:
    """The paragraphs that trafilatura takes for the report, without blanks."""
    import trafilatura  # noqa: PLC0415 a third of a second

    try:
        document = trafilatura.bare_extraction(
            root,
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            with_metadata=False,
            date_extraction_params=NO_DATES,
        )
    except (ValueError, TypeError, LookupError, AttributeError, etree.LxmlError):
        return  # it stumbles over markup that no page should have; the page is read all the same
    body = getattr(document, "body", None)
    if body is not None:
        for element in body.iter("p", "item", "quote", "head", "cell", "ab"):
            yield _bare(text_of(element))


def _bare(text: str) -> str:
    return "".join(text.split())


def _holding(root: HtmlElement, found: tuple[str, ...]) -> HtmlElement:
    """The innermost element that holds nearly all of what was found."""
    wanted = {text: len(text) for text in found if text}
    weights: Counter[HtmlElement] = Counter()
    for element in root.iter():
        weight = wanted.get(_bare(_own_text(element)), 0)
        if weight:
            for each in (element, *element.iterancestors()):
                weights[each] += weight
    if 2 * weights[root] < sum(wanted.values()):
        return root  # it has put the text together otherwise than the page
    enough = HOLDS * weights[root]
    chosen = root
    while True:
        inner = next((child for child in chosen if enough and weights[child] >= enough), None)
        if inner is None or inner.tag in LEAVES:
            return chosen
        chosen = inner


def _own_text(element: HtmlElement) -> str:
    """The text of an element that holds no blocks, "" for others."""
    inline = web().elements.inline
    if element.tag in LEAVES or ((element.text or "").strip() and all(child.tag in inline for child in element)):
        return text_of(element)
    return ""
