"""Tables of a page of a PDF file, told by what stands one below the other; what only seems one is given as lines."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from checker.read.pdf_rows import Row, cut, line_of
from checker.read.pdf_segments import Segment

ALIGNED = 0.7  # sizes by which edges or middles of cells in a column may differ
REACH = 5.0  # sizes between two rows of one table
LONGEST_BETWEEN = 80  # characters of a line that stands alone between two rows
FEWEST, MOST = 2, 400  # rows of a table
SHARE = 0.6  # of the cells that have to be aligned to the point
CLEAR = 0.9  # the same where the cells stand close
WIDE = 2.0  # sizes between cells that stand apart
PROSE = 20  # characters: longer cells may be lines of columns of prose
RUNNING = 0.3  # share of the cells whose sentence goes on in the cell below
STOPS = ".!?:;"

Text = tuple[str, ...]


class Table(NamedTuple):
    """Rows of cells, and the first stretch of it."""

    rows: tuple[Text, ...]
    first: Segment


class _Column:
    """A column by what was found of it."""

    def __init__(self, left: float, right: float) -> None:
        self.left, self.right = left, right

    def fits(self, left: float, right: float, size: float) -> bool:
        """Whether a cell stands in it."""
        return left < self.right + ALIGNED * size and right > self.left - ALIGNED * size

    def aligned(self, left: float, right: float, size: float) -> bool:
        """Whether it shares an edge or the middle."""
        gaps = (left - self.left, right - self.right, (left + right - self.left - self.right) / 2)
        return min(map(abs, gaps)) <= ALIGNED * size

    def widen(self, left: float, right: float) -> None:
        """Take a cell in."""
        self.left, self.right = min(self.left, left), max(self.right, right)


def lines_and_tables(rows: Sequence[Row]) -> Iterator[Segment | Table]:
    """What the rows are, in their order."""
    rows = _with_tight_rows(rows)
    at = 0
    while at < len(rows):
        end = _fitting(rows, at, _run(rows, at))
        found = _table(rows[at:end]) if end - at >= FEWEST else None
        if found is None:
            yield from _lines(rows[at])
            at += 1
            continue
        yield from found
        at = end


def _with_tight_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows, those cut into cells that stand so close that only the places of their words tell of them."""
    told = list(rows)
    for at, row in enumerate(rows):
        if len(row.cells) == 1 or any(len(cell) > 1 for cell in row.cells):
            continue
        lefts = [cell[0].left for cell in row.cells[1:]]
        found: dict[int, Row] = {}
        for step in (-1, 1):
            here = at + step
            while (
                0 <= here < len(rows)
                and abs(here - at) < MOST
                and _near(*sorted((rows[here], rows[here - step]), key=_height))
            ):
                tight = cut(rows[here], lefts)
                if tight is None:
                    break
                found[here] = tight
                here += step
        if len(found) >= FEWEST:
            for here, tight in found.items():
                told[here] = tight
    return told


def _height(row: Row) -> float:
    return -row.cells[0][0].baseline


def _lines(row: Row) -> Iterator[Segment]:
    """A row that belongs to no table."""
    if all(len(cell) == 1 for cell in row.cells):
        yield line_of([cell[0] for cell in row.cells])
    else:
        yield from (line for cell in row.cells for line in cell)


def _run(rows: Sequence[Row], at: int) -> int:
    """Where the rows of several cells end that begin here; a short line among them belongs to them."""
    if len(rows[at].cells) == 1:
        return at
    end = at + 1
    while end < min(len(rows), at + MOST) and _near(rows[end - 1], rows[end]):
        single = len(rows[end].cells) == 1
        if single and not (end + 1 < len(rows) and _between(rows[at], rows[end], rows[end + 1])):
            break
        end += 1
    return end


def _near(a: Row, b: Row) -> bool:
    size = max(a.last.size, b.last.size)
    lowest = min(cell[-1].baseline for cell in a.cells)
    return 0 < lowest - b.cells[0][0].baseline <= REACH * size


def _between(first: Row, row: Row, following: Row) -> bool:
    """Whether a line alone stands between two rows of a table: a heading within it, or the rest of a cell."""
    short = len(row.last.text) <= LONGEST_BETWEEN
    return short and len(following.cells) > 1 and _near(row, following) and row.right <= first.right + first.last.size


def _fitting(rows: Sequence[Row], at: int, end: int) -> int:
    """Where the rows end that fit into the columns of the longest among them."""
    while end - at >= FEWEST:
        columns = _columns(rows[at:end])
        fit = next((n for n in range(at, end) if _placed(rows[n], columns) is None), end)
        if fit == end:
            break
        end = fit
    while end > at and len(rows[end - 1].cells) == 1:
        end -= 1
    return end


def _columns(rows: Sequence[Row]) -> list[_Column]:
    """The columns of the row that has most."""
    model = max(rows, key=lambda row: len(row.cells))
    return [_Column(*_extent(cell)) for cell in model.cells]


def _table(rows: Sequence[Row]) -> tuple[Table | Segment, ...] | None:
    """Rows that fit each other as a table or as columns of prose, None where they are neither."""
    columns = _columns(rows)
    placed = [_placed(row, columns) or [] for row in rows]
    lined = [each for row, found in zip(rows, placed, strict=True) if len(row.cells) > 1 for _, _, each in found]
    if sum(lined) < SHARE * len(lined) or (sum(lined) < CLEAR * len(lined) and _gap(rows) < WIDE):
        return None
    plain = [[(column, text) for column, text, _ in found] for found in placed]
    told = _told(plain, rows, len(columns))
    if _is_prose(told):
        return tuple(line for column in range(len(columns)) for line in _column(rows, plain, column))
    return (Table(told, rows[0].cells[0][0]),)


def _extent(cell: Iterable[Segment]) -> tuple[float, float]:
    lines = tuple(cell)
    return min(line.left for line in lines), max(line.right for line in lines)


def _placed(row: Row, columns: Sequence[_Column]) -> list[tuple[int, str, bool]] | None:
    """The column of each cell, its text and whether it is aligned; None where the row does not fit."""
    found: list[tuple[int, str, bool]] = []
    behind = -1
    for cell in row.cells:
        left, right = _extent(cell)
        size = cell[0].size
        fitting = [n for n, column in enumerate(columns) if n > behind and column.fits(left, right, size)]
        if not fitting:
            return None
        behind = next((n for n in fitting if columns[n].aligned(left, right, size)), fitting[0])
        found.append((behind, " ".join(line.text for line in cell), columns[behind].aligned(left, right, size)))
        if len(fitting) == 1:
            columns[behind].widen(left, right)
    return found


def _gap(rows: Sequence[Row]) -> float:
    """The middle one of the gaps between cells, in sizes."""
    gaps = [
        (_extent(after)[0] - _extent(before)[1]) / after[0].size
        for row in rows
        for before, after in zip(row.cells, row.cells[1:], strict=False)
    ]
    return median(gaps)


def _told(placed: Sequence[Sequence[tuple[int, str]]], rows: Sequence[Row], columns: int) -> tuple[Text, ...]:
    """The rows as cells, one for each column; the rest of a cell goes to the row above."""
    told: list[list[str]] = []
    for cells, row in zip(placed, rows, strict=True):
        column, text = cells[0]
        if len(row.cells) == 1 and told and (column > 0 or text[:1].islower()) and told[-1][column]:
            told[-1][column] += f" {text}"
            continue
        texts = [""] * columns
        for column, text in cells:
            texts[column] = text
        told.append(texts)
    return tuple(map(tuple, told))


def _is_prose(rows: Sequence[Text]) -> bool:
    """Whether the cells are lines of columns: long ones, whose sentences go on below."""
    texts = [text for row in rows for text in row if text]
    pairs = [(a, b) for above, below in itertools.pairwise(rows) for a, b in zip(above, below, strict=True)]
    running = sum(bool(a and b) and b[0].islower() and a[-1] not in STOPS for a, b in pairs)
    return bool(pairs) and median(map(len, texts)) >= PROSE and running >= RUNNING * len(pairs)


def _column(rows: Sequence[Row], placed: Sequence[Sequence[tuple[int, str]]], column: int) -> Iterator[Segment]:
    """The lines of one column of prose."""
    for row, cells in zip(rows, placed, strict=True):
        for (where, _), cell in zip(cells, row.cells, strict=True):
            if where == column:
                yield from cell
