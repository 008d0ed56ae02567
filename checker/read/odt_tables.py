"""Tables of an ODT file: rows of cells, merged cells told once; tables that only lay a page out are none."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.read.odt_text import Paragraph, read_paragraph
from checker.read.package import Element, local
from checker.read.styles import Styles

LONGEST_CELL = 400  # characters: a cell that holds more lays out a page
ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
CELLS = frozenset({"table-cell", "covered-table-cell"})
WRAPPERS = frozenset({"list", "list-item", "list-header", "section"})


class Table(NamedTuple):
    """The cells as text, row by row; their paragraphs; the tables within cells; `laid_out` if it is none of data.

    `cells` are the elements, for those that hold prose. What is repeated by number is told once.
    """

    rows: tuple[tuple[str, ...], ...]
    paragraphs: tuple[Paragraph, ...]
    inner: tuple["Table", ...]
    cells: tuple[Element, ...]
    laid_out: bool


def read_table(element: Element, styles: Styles) -> Table:
    """What a table says."""
    rows: list[tuple[str, ...]] = []
    paragraphs: list[Paragraph] = []
    cells: list[Element] = []
    inner: list[Table] = []
    for row in _rows(element):
        told: list[str] = []
        for cell in (each for each in row if local(each) in CELLS):
            cells.append(cell)
            texts = [read_paragraph(each, styles) for each in _within(cell, {"p", "h"})]
            told.append(" ".join(filter(None, (found.text.strip() for found in texts))))
            paragraphs += texts
            inner += [read_table(each, styles) for each in _within(cell, {"table"})]
        rows.append(tuple(told))
    widest = max(map(len, rows), default=0)
    laid_out = widest <= 1 or any(len(text) > LONGEST_CELL for row in rows for text in row)
    return Table(tuple(rows), tuple(paragraphs), tuple(inner), tuple(cells), laid_out)


def _rows(element: Element) -> Iterator[Element]:
    for each in element:
        if local(each) == "table-row":
            yield each
        elif local(each) in ROWS:
            yield from _rows(each)


def _within(element: Element, names: set[str]) -> Iterator[Element]:
    """The elements of some names, directly or in what only wraps them."""
    for each in element:
        if local(each) in names:
            yield each
        elif local(each) in WRAPPERS:
            yield from _within(each, names)
