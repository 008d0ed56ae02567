"""Tables of a DOCX file: rows of cells, merged cells told once; tables that only lay a page out are none."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.read.docx_text import read_paragraph
from checker.read.package import Element, child, local, value
from checker.read.styles import Look, Styles

LONGEST_CELL = 400  # characters: a cell that holds more lays out a page
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


class Table(NamedTuple):
    """The cells as text, row by row; the tables within cells; the notes; `laid_out` if it is no table of data.

    `cells` are the elements, for those that hold prose.
    """

    rows: tuple[tuple[str, ...], ...]
    inner: tuple["Table", ...]
    notes: tuple[tuple[str, str], ...]
    cells: tuple[Element, ...]
    laid_out: bool


def read_table(element: Element, styles: Styles) -> Table:
    """What a table says."""
    rows: list[tuple[str, ...]] = []
    cells: list[Element] = []
    inner: list[Table] = []
    notes: list[tuple[str, str]] = []
    for row in _within(element, "tr"):
        if child(row, "trPr", "del") is not None:
            continue
        told: list[str] = []
        for cell in _within(row, "tc"):
            cells.append(cell)
            if child(cell, "tcPr", "cellDel") is not None:
                continue
            texts = [read_paragraph(each, styles, Look()) for each in _within(cell, "p")]
            told.append("" if _merged(cell) else " ".join(filter(None, (found.text.strip() for found in texts))))
            notes += [note for found in texts for note in found.notes]
            inner += [read_table(each, styles) for each in _within(cell, "tbl")]
        rows.append(tuple(told))
    widest = max(map(len, rows), default=0)
    laid_out = widest <= 1 or any(len(text) > LONGEST_CELL for row in rows for text in row)
    return Table(tuple(rows), tuple(inner), tuple(notes), tuple(cells), laid_out)


def _merged(cell: Element) -> bool:
    """Whether a cell only goes on with the one above it."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and value(merge, "val") != "restart"


def _within(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name, directly or in what only wraps them."""
    for each in element:
        if local(each) == name:
            yield each
        elif local(each) in WRAPPERS:
            yield from _within(each, name)
