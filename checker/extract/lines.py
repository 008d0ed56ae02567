"""Offsets to lines and columns."""

from bisect import bisect_right
from collections.abc import Sequence

from checker.model import Mark, Span


def line_starts(text: str) -> list[int]:
    """Where each line begins."""
    starts, at = [0], text.find("\n") + 1
    while at:
        starts.append(at)
        at = text.find("\n", at) + 1
    return starts


def span(lines: Sequence[int], start: int, end: int, origin: Mark | None = None) -> Span:
    """A stretch with the line and column that it begins at, both from 1, and where its document has it from."""
    line = bisect_right(lines, start)
    return Span(start=start, end=end, line=line, column=start - lines[line - 1] + 1, origin=origin)
