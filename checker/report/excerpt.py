"""An excerpt with carets under its figures, cut to the width of the terminal."""

from collections.abc import Iterable
from typing import NamedTuple

from checker.report.escape import columns, visible_character

CUT = "…"


class Excerpt(NamedTuple):
    """Two lines of equal layout: the text, and carets under what it is shown for.

    `starts` are the columns in which the marks begin, None for those that were cut off.
    """

    text: str
    carets: str
    starts: tuple[int | None, ...]


def excerpt(quote: str, marks: Iterable[tuple[int, int]], width: int) -> Excerpt:
    """The quote on one line of at most `width` columns: around all of its marks, or the first, if it has to be cut.

    Args:
        quote: as it stands in the document.
        marks: the stretches to point at, as (start, end) in the quote; those that are cut off get no caret.
        width: columns, at least 20.
    """
    cells = [visible_character(char) for char in quote]
    stretches = [range(*slice(start, end).indices(len(cells))) for start, end in marks]
    marked = [False] * len(cells)
    for stretch in stretches:
        marked[stretch.start : stretch.stop] = [True] * len(stretch)
    first, last = _window(cells, marked, width)
    head, tail = CUT if first > 0 else "", CUT if last < len(cells) else ""
    text = head + "".join(cells[first:last]) + tail
    carets = " " * len(head) + "".join(
        ("^" if mark else " ") * columns(cell) for cell, mark in zip(cells[first:last], marked[first:last], strict=True)
    )
    starts = (
        len(head) + sum(map(columns, cells[first : stretch.start])) if first <= stretch.start < last else None
        for stretch in stretches
    )
    return Excerpt(text.rstrip(), carets.rstrip(), tuple(starts))


def _window(cells: list[str], marked: list[bool], width: int) -> tuple[int, int]:
    """The stretch of cells to show: the marks, and as much on both sides of them as there is room for."""
    widths = [columns(cell) for cell in cells]
    if sum(widths) <= width:
        return 0, len(cells)
    room = width - 2 * len(CUT)
    first = marked.index(True) if True in marked else 0
    last = len(marked) - marked[::-1].index(True) if True in marked else 0
    if sum(widths[first:last]) > room:
        last = first
    room -= sum(widths[first:last])
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
    return _trimmed(cells, marked, first, last)


def _trimmed(cells: list[str], marked: list[bool], first: int, last: int) -> tuple[int, int]:
    """The window without the halves of words at its ends, where that costs little and no mark."""
    little = (last - first) // 4
    if first > 0 and " " in cells[first : first + little]:
        after = cells.index(" ", first) + 1
        first = first if True in marked[first:after] else after
    if last < len(cells) and " " in cells[last - little : last]:
        before = last
        while cells[before - 1] != " ":
            before -= 1
        last = last if True in marked[before:last] else before
    return first, last
