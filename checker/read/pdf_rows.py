"""Lines and rows of a page of a PDF file: stretches that stand side by side, in the order in which they are drawn."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.read.pdf_segments import GAP, SPACE, Segment, same_line

REACH = 12  # lines by which a cell may lie behind the one that stands beside it
PITCH = 1.7  # sizes between two lines of one cell
APART = 3.0  # sizes: a wider gap in a line that is no row of a table parts two things
TOLERANCE = 0.3  # sizes
EXACT = 0.8  # points by which words may stand beside the place of a cell
LONGEST = 60  # characters of a cell that stands close to the next
MARKER = re.compile(r"[•◦▪▫‣●○■□◆➢➤✓✔∙·–—*-]|\(?(?:\d{1,2}|[a-z])[.)]")  # before an item of a list
MARKER_REACH = 5.0  # sizes between a marker and its item

Cell = tuple[Segment, ...]


class Row(NamedTuple):
    """Cells side by side, each with its lines."""

    cells: tuple[Cell, ...]

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(segment.right for cell in self.cells for segment in cell)

    @property
    def top(self) -> Segment:
        """The first stretch of its last cell."""
        return self.cells[-1][0]

    @property
    def last(self) -> Segment:
        """Its last stretch."""
        return self.cells[-1][-1]


def rows(segments: Sequence[Segment]) -> list[Row]:
    """The rows of a page; a line of prose is a row of one cell."""
    found: list[Row] = []
    for segment in segments:
        if not (found and (_beside(found, segment) or _below(found, segment))):
            found.append(Row(((segment,),)))
    return found


def _beside(found: list[Row], segment: Segment) -> bool:
    """Whether a stretch goes on with the last line, or is a cell beside it: then it is put there."""
    row = found[-1]
    gap = segment.left - row.last.right
    if same_line(segment, row.last) and gap > -TOLERANCE * segment.size:
        reach = MARKER_REACH if len(row.cells) == 1 and MARKER.fullmatch(row.last.text) else GAP
        cell = _joined(row.cells[-1], segment) if gap <= reach * segment.size else None
        found[-1] = Row((*row.cells[:-1], cell) if cell else (*row.cells, (segment,)))
        return True
    return segment.baseline > row.last.baseline and _behind(found, segment)


def _joined(cell: Cell, segment: Segment) -> Cell:
    """A cell whose last line goes on."""
    last = cell[-1]
    blank = " " if segment.left - last.right > SPACE * segment.size else ""
    size = last.size if len(last.text) >= len(segment.text) else segment.size
    strong = last.strong and segment.strong
    return (
        *cell[:-1],
        last._replace(text=last.text + blank + segment.text, right=segment.right, size=size, strong=strong),
    )


def _behind(found: list[Row], segment: Segment) -> bool:
    """Whether a stretch stands beside a cell of several lines, the last of which is drawn already."""
    right = float("-inf")
    for back in range(1, min(REACH, len(found)) + 1):
        row = found[-back]
        right = max(right, row.right)
        if right > segment.left + TOLERANCE * segment.size or (back > 1 and len(found[-back + 1].cells) > 1):
            return False
        if same_line(row.top, segment) or (back == 1 and len(row.cells) > 1 and same_line(row.cells[0][0], segment)):
            lines = tuple(line for below in found[len(found) - back + 1 :] for line in below.cells[0])
            del found[len(found) - back :]
            found.append(Row((*row.cells[:-1], (*row.cells[-1], *lines), (segment,))))
            return True
    return False


def _below(found: list[Row], segment: Segment) -> bool:
    """Whether a stretch is a further line of the last cell of a row: then it is put there."""
    row = found[-1]
    if len(row.cells) == 1:
        return False
    before = max(line.right for cell in row.cells[:-1] for line in cell)
    down = row.last.baseline - segment.baseline
    if not 0 < down <= PITCH * segment.size or segment.left <= before + TOLERANCE * segment.size:
        return False
    if abs(segment.size - row.last.size) > TOLERANCE * segment.size:
        return False
    found[-1] = Row((*row.cells[:-1], (*row.cells[-1], segment)))
    return True


def cut(row: Row, lefts: Sequence[float]) -> Row | None:
    """A line cut into cells before the words that begin right at these places, None where not all of them do."""
    line = row.last
    found = [next((word for word in line.words if abs(word[0] - left) <= EXACT), None) for left in lefts]
    places = [word for word in found if word is not None]
    if len(places) < len(lefts) or len(row.cells) > 1 or len(row.cells[0]) > 1:
        return None
    bounds = [(line.left, 0), *places, (line.right, len(line.text))]
    cells = [
        line._replace(text=line.text[at:end].strip(), left=left, right=min(right, line.right), words=())
        for (left, at), (right, end) in pairwise(bounds)
    ]
    return Row(tuple((cell,) for cell in cells)) if all(len(cell.text) <= LONGEST for cell in cells) else None


def line_of(cells: Sequence[Segment]) -> Segment:
    """The stretches of one line as one; what stands far apart is parted by a bar."""
    text = cells[0].text
    for before, after in pairwise(cells):
        text += (" | " if after.left - before.right > APART * after.size else " ") + after.text
    longest = max(cells, key=lambda cell: len(cell.text))
    return Segment(
        text, cells[0].left, cells[-1].right, longest.baseline, longest.size, all(each.strong for each in cells)
    )
