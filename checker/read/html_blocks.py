"""Blocks of a page's text, whichever reader found them, and how they come into the text of the report."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from checker.model import Section
from checker.read.page import Page


class Shape(Enum):
    """What a block of text is set as."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LINES = "lines"  # with line breaks of its own
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    CAPTION = "caption"
    STANDFIRST = "standfirst"


class Block(NamedTuple):
    """A block: its text, or its rows where it is a table."""

    shape: Shape
    text: str = ""
    level: int = 2
    rows: tuple[tuple[str, ...], ...] = ()


def fill(page: Page, blocks: Iterable[Block]) -> None:
    """Write the blocks, each marked as a paragraph of the page."""
    for number, block in enumerate(blocks, 1):
        page.mark("paragraph", number)
        _write(page, block)


def _write(page: Page, block: Block) -> None:
    text = block.text
    match block.shape:
        case Shape.HEADING:
            page.heading(text, block.level)
        case Shape.PARAGRAPH:
            page.paragraph(text)
        case Shape.LINES:
            page.plain(text)
        case Shape.ITEM:
            page.item(text)
        case Shape.QUOTE:
            page.quote(text)
        case Shape.TABLE:
            page.table(block.rows)
        case Shape.CAPTION:
            page.paragraph(text, Section.CAPTION)
        case Shape.STANDFIRST:
            page.paragraph(text, Section.STANDFIRST)


def characters(blocks: Iterable[Block]) -> int:
    """How much text the blocks hold."""
    return sum(len(block.text) + sum(len(cell) for row in block.rows for cell in row) for block in blocks)
