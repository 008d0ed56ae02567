"""The tables of an RTF file: cells end with a word of their own, and so do rows; nothing else tells of one."""

from typing import NamedTuple

LONGEST_CELL = 400  # characters: a cell that holds more lays out a page


class Table(NamedTuple):
    """Rows of cells, and the paragraphs within them."""

    rows: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]

    @property
    def laid_out(self) -> bool:
        """Whether it only lays out a page."""
        widest = max(map(len, self.rows), default=0)
        return widest <= 1 or any(len(cell) > LONGEST_CELL for row in self.rows for cell in row)


class Tables:
    """Collects the table that is being read, and those within it, which stand behind it."""

    def __init__(self) -> None:
        self._outer = _Grid()
        self._inner = _Grid()
        self._nested: list[Table] = []

    def paragraph(self, text: str) -> None:
        """A paragraph within a cell that goes on."""
        self._outer.lines.append(text.strip())

    def cell(self, text: str) -> None:
        """The end of a cell."""
        self._outer.cell(text)
        self._end_inner()

    def row(self) -> None:
        """The end of a row."""
        self._outer.row()

    def nested_cell(self, text: str) -> None:
        """The end of a cell of a table within a cell."""
        self._inner.cell(text)

    def nested_row(self) -> None:
        """The end of a row of a table within a cell."""
        self._inner.row()

    def taken(self) -> list[Table]:
        """The tables that were read since."""
        self._end_inner()
        self._outer.row()
        found = [*([self._outer.table()] if self._outer.rows else []), *self._nested]
        self._outer, self._nested = _Grid(), []
        return found

    def _end_inner(self) -> None:
        self._inner.row()
        if self._inner.rows:
            self._nested.append(self._inner.table())
        self._inner = _Grid()


class _Grid:
    """The cells of one table as they come."""

    def __init__(self) -> None:
        self.lines: list[str] = []  # of the cell that is being read
        self._cells: list[str] = []
        self.rows: list[tuple[str, ...]] = []
        self._texts: list[str] = []

    def cell(self, text: str) -> None:
        lines = [line for line in (*self.lines, text.strip()) if line]
        self._texts += lines
        self._cells.append(" ".join(lines))
        self.lines = []

    def row(self) -> None:
        if self.lines:
            self.cell("")
        if self._cells:
            self.rows.append(tuple(self._cells))
        self._cells = []

    def table(self) -> Table:
        return Table(tuple(self.rows), tuple(self._texts))
