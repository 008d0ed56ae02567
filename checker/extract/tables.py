"""Rows of tables in plain text: | Killed | 43 | and Nampula: 3,108 / 44, each figure with the heading of its column."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CELL = re.compile(r"[^|]+")
_NUMERIC = re.compile(r"[\s*_~<>+-]*[\d.,\u00a0\u202f]*\d[\s*_%+]*")
_RULE = re.compile(r"[\s|:+=-]+")
_SLASHED = re.compile(r"\s*([^:/\n]{2,60}):\s*([^/\n]{1,40}(?:/[^/\n]{1,40})+)")


class Piece(NamedTuple):
    """A stretch that is read by itself; `heading` is that of its column, "" where there is none."""

    start: int
    end: int
    heading: str = ""


class Columns:
    """The headings of the table that is being read, if one is."""

    def __init__(self) -> None:
        self._headings: tuple[str, ...] = ()

    def pieces(self, text: str, start: int, end: int) -> tuple[Piece, ...] | None:
        """The pieces of a row, none for a row of headings; None where the unit is no row of a table."""
        cells = tuple(_cells(text, start, end))
        if not cells:
            self._headings = ()
            return None
        if _RULE.fullmatch(text, start, end):
            return ()
        numeric = [bool(_NUMERIC.fullmatch(text, *cell)) for cell in cells]
        if not any(numeric):
            self._headings = tuple(text[a:b].strip(" *_") for a, b in cells)
            return None
        return tuple(self._row(text, cells, numeric))

    def _row(self, text: str, cells: Sequence[tuple[int, int]], numeric: Sequence[bool]) -> Iterator[Piece]:
        """The words of the row with its first figure, and each further figure alone."""
        begin: int | None = cells[0][0]
        for index, (first, last) in enumerate(cells):
            heading = self._headings[index] if len(self._headings) == len(cells) else ""
            if numeric[index]:
                yield Piece(first if begin is None else begin, last, heading)
                begin = None
            elif begin is None and text[first:last].strip():
                yield Piece(first, last)
        if begin is not None:
            yield Piece(begin, cells[-1][1])


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a row between bars, or of one whose figures are parted by slashes."""
    if text.count("|", start, end) > 1 or (text.count("|", start, end) == 1 and text[start:end].strip()[-1:] != "|"):
        yield from (m.span() for m in _CELL.finditer(text, start, end) if m.group().strip())
        return
    slashed = _SLASHED.fullmatch(text, start, end)
    if slashed:
        yield slashed.span(1)
        offset = slashed.start(2)
        for part in slashed.group(2).split("/"):
            yield offset, offset + len(part)
            offset += len(part) + 1
