"""An excerpt with carets under its figures, cut to the width of the terminal."""

from collections.abc import Iterable
from typing import NamedTuple

from checker.report.escape import columns, visible_character

CUT = "…"


class Excerpt(NamedTuple):
    """Two lines of equal layout: the text, and carets under what it is shown for."""

    text: str
    carets: str


def excerpt(quote: str, marks: Iterable[tuple[int, int]], width: int) -> Excerpt:
    """The quote on one line of at most `width` columns, around the first of its marks if it has to be cut.

    Args:
        quote: as it stands in the document.
        marks: the stretches to point at, as (start, end) in the quote; those that are cut off get no caret.
        width: columns, at least 20.
    """
    cells = [visible_character(char) for char in quote]
    marked = [False] * len(cells)
    for start, end in marks:
        marked[start:end] = [True] * len(marked[start:end])
    first, last = _window(cells, marked, width)
    head, tail = CUT if first > 0 else "", CUT if last < len(cells) else ""
    text = head + "".join(cells[first:last]) + tail
    carets = " " * len(head) + "".join(
        ("^" if mark else " ") * columns(cell) for cell, mark in zip(cells[first:last], marked[first:last], strict=True)
    )
    return Excerpt(text.rstrip(), carets.rstrip())


def _window(cells: list[str], marked: list[bool], width: int) -> tuple[int, int]:
    """The stretch of cells to show: as much on both sides of the first mark as there is room for."""
    widths = [columns(cell) for cell in cells]
    if sum(widths) <= width:
        return 0, len(cells)
    room = width - 2 * len(CUT)
    first = marked.index(True) if True in marked else 0
    last = first
    left = right = True  # whether that side may still grow
    while left or right:
        left = first > 0 and widths[first - 1] <= room
        if left:
            first -= 1
            room -= widths[first]
        right = last < len(cells) and widths[last] <= room
        if right:
            room -= widths[last]
            last += 1
    return _trimmed(cells, first, last)


def _trimmed(cells: list[str], first: int, last: int) -> tuple[int, int]:
    """The window without the halves of words at its ends, where that costs little and leaves the middle alone."""
    little = (last - first) // 4
    if first > 0 and " " in cells[first : first + little]:
        first = cells.index(" ", first) + 1
    if last < len(cells) and " " in cells[last - little : last]:
        while cells[last - 1] != " ":
            last -= 1
    return first, last
