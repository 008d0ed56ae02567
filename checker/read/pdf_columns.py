"""Where the column ends in which a line stands: told by the lines around it."""

from collections.abc import Sequence

from checker.read.pdf_segments import Segment

WINDOW = 6  # lines before and behind that are looked at
FEWEST = 5  # lines that tell where a column ends
INDENT = 8.0  # sizes by which lines of one column may be indented


def rights(lines: Sequence[Segment], everywhere: float) -> list[float]:
    """The right edge of the column of each line; `everywhere` is where lines end on most pages."""
    return [_right(lines, at, everywhere) for at in range(len(lines))]


def _right(lines: Sequence[Segment], at: int, everywhere: float) -> float:
    line = lines[at]
    around = [each for each in lines[max(0, at - WINDOW) : at + WINDOW + 1] if _shares(line, each)]
    right = max(each.right for each in around)
    return max(right, everywhere) if len(around) < FEWEST else right


def _shares(line: Segment, other: Segment) -> bool:
    """Whether another line stands in the same column: it begins with it or a little before, and reaches into it."""
    return line.left - INDENT * line.size <= other.left <= line.left + line.size and other.right > line.left
