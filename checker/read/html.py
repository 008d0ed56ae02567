"""HTML: what a page tells of itself becomes the front matter, its report the text; what stands around it is left out.

A page is measured before a parser meets it. One that is nested too deep for any is read by tokens alone, and says so.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from checker.read.html_blocks import Block, Shape, characters, fill
from checker.read.html_charset import decoded
from checker.read.html_found import found_date
from checker.read.html_front import front, title_of
from checker.read.html_linear import read_linear
from checker.read.html_meta import metadata
from checker.read.html_parts import before_region, restored, take_parts
from checker.read.html_text import region_of, whole
from checker.read.html_tokens import UNSEEN, VOID, Token, Tokens
from checker.read.html_tree import clear, tree_of
from checker.read.page import Page
from checker.read.parts import Parts, Source

DEEPEST = 500  # elements within elements of a page; one that is deeper is read without a tree
LARGEST = 20_000_000  # characters of a page; a longer one is read without a tree
KEPT = 0.9  # of the text outside scripts that a tree has to hold
ONLY = 0.5  # of the report in a page's data: with less of it on the page, the data has it
DROPPED = "the parser of pages dropped a part of its text; all of it was read"
IMPLIED = frozenset(("p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "html", "body"))


class Measured(NamedTuple):
    """A page without what no parser should meet, and what its tokens show of it."""

    text: str
    depth: int
    dropped: int
    unclosed: bool
    characters: int


def read_html(source: Source) -> Iterator[Parts]:
    """The report on a page.

    Raises:
        DocumentError: the bytes are no text.
    """
    decoded_page = decoded(source.data, source.charset)
    page = Page(source.limits)
    if decoded_page.reason:
        page.reason(decoded_page.reason)
    compose(page, decoded_page.text)
    yield page.parts()


def compose(page: Page, text: str) -> None:
    """Read a page into a report."""
    measured = measure(text)
    if measured.dropped:
        page.reason(f"{measured.dropped:,} attributes were passed over: no tag needs so many")
    if measured.unclosed:
        page.reason("a comment in it has no end; what stands behind its beginning was read")
    if measured.depth > DEEPEST:
        _read_tokens(page, measured, f"is nested more than {DEEPEST} elements deep; all text on the page was read")
    elif len(measured.text) > LARGEST:
        _read_tokens(page, measured, f"is longer than {LARGEST:,} characters; all text on the page was read")
    else:
        _read_tree(page, measured)


def compose_content(page: Page, markup: str, title: str) -> None:
    """Read the HTML of a report that comes without a page around it: an entry of a feed, a part of a mail."""
    measured = measure(markup)
    if measured.depth > DEEPEST or len(measured.text) > LARGEST:
        _read_tokens(page, measured, "is nested too deep or too long for a page; all of its text was read")
        return
    root = tree_of(measured.text)
    if _lost(root, measured):
        _read_tokens(page, measured, DROPPED)
        return
    clear(root, title)
    apart = take_parts(root, title, "")
    fill(page, (*apart.before, *restored(whole(root), apart.signed)))


def inline_text(markup: str) -> str:
    """Text in which there may be tags and entities, on one line."""
    return " ".join("".join(token.text for token in Tokens(markup)).split())


def measure(text: str) -> Measured:
    """Measure a page by its tokens, in time that grows with its length alone."""
    tokens = Tokens(text)
    pieces: list[str] = []
    at, deepest, depth, dropped, length = 0, 0, 0, 0, 0
    opened: Counter[str] = Counter()
    for token in tokens:
        if token.kind == "text":
            length += 0 if token.name else len(token.text)
        elif token.kind == "open" and token.name not in VOID and token.name not in IMPLIED:
            opened[token.name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif token.kind == "close" and opened[token.name]:
            opened[token.name] -= 1
            depth -= 1
        if token.dropped:
            dropped += token.dropped
            pieces += (text[at : token.start], _rewritten(token))
            at = token.end
    slim = "".join(pieces) + text[at:]
    if tokens.unclosed:
        last = slim.rfind("-->")
        slim = slim[: last + 1] + slim[last + 1 :].replace("<!--", " ")
    return Measured(slim, deepest, dropped, tokens.unclosed, length)


def _rewritten(token: Token) -> str:
    """A tag with the attributes that are kept."""
    kept = (f' {name}="{value.replace(chr(34), "&quot;")}"' for name, value in token.attributes.items())
    return f"<{token.name}{''.join(kept)}>"


def _read_tokens(page: Page, measured: Measured, reason: str) -> None:
    """Read a page without a tree of it."""
    page.reason(reason)
    found = read_linear(Tokens(measured.text))
    if characters(found.blocks) < KEPT * measured.characters:
        everything = read_linear(Tokens(measured.text), UNSEEN)
        found = found if found.blocks and characters(found.blocks) * 2 > characters(everything.blocks) else everything
    page.front("title", found.title)
    fill(page, found.blocks)


def _lost(root: HtmlElement, measured: Measured) -> bool:
    """Whether the tree of a page holds less text than the page."""
    return len("".join(root.itertext())) < KEPT * measured.characters


def _read_tree(page: Page, measured: Measured) -> None:
    """Read a page by a tree of it."""
    root = tree_of(measured.text)
    if _lost(root, measured):
        _read_tokens(page, measured, DROPPED)
        return
    told = metadata(root)
    title = title_of(told, root)
    clear(root, title)
    front(page, told, title, root)
    apart = take_parts(root, title, told.description)
    if not told.dates and not told.loose_dates and not apart.dated:
        page.front("date", found_date(root))
    region = region_of(root)
    if region.amiss:
        page.reason(region.amiss)
    blocks = region.blocks
    if told.body and characters(blocks) < ONLY * len(told.body):
        blocks = tuple(Block(Shape.LINES, part) for part in told.body.split("\n") if part.strip())
    pictures = before_region(root, region.element, apart.signed)
    fill(page, (*apart.before, *pictures, *restored(blocks, apart.signed)))
