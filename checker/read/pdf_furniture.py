"""What repeats on the pages of a PDF file above and below the text: headers, footers, page numbers; and notes."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from checker.read.blocks import is_page_number
from checker.read.pdf_segments import Segment
from checker.read.pdf_tables import Table

EDGE = 3  # lines at the top and at the bottom of a page that may repeat
SHARE = 0.5  # of the pages that such a line stands on
FEWEST = 2  # pages
ZONE = 0.14  # of the height of a page, at its top and bottom, in which a page number stands
MARGIN = 0.045  # of the height of a page, into which programs print of themselves
NOTE = 0.93  # of the size of the text: a note at the foot of the page is smaller
LONGEST = 200  # characters of a line that repeats
_DIGITS = re.compile(r"\d+")

Part = Segment | Table


class PageParts(NamedTuple):
    """The lines and tables of a page in reading order, and between which heights it lies."""

    number: int
    parts: tuple[Part, ...]
    bottom: float
    top: float


class Parted(NamedTuple):
    """A page without what repeats: its text, its notes, what stands above and below, and in the margins."""

    number: int
    body: tuple[Part, ...]
    notes: tuple[Segment, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    margin: tuple[str, ...]


def body_size(pages: Sequence[PageParts]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for part in page.parts:
            if isinstance(part, Segment):
                sizes[part.size] += len(part.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def part_pages(pages: Sequence[PageParts], size: float) -> list[Parted]:
    """The pages, each without what repeats."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_masked(line) for line in _edges(page)})
    needed = max(FEWEST, SHARE * len(pages))
    return [_parted(page, {text for text, count in counts.items() if count >= needed}, size) for page in pages]


def _parted(page: PageParts, repeated: set[str], size: float) -> Parted:
    small = [line for line in _edges(page) if line.size <= NOTE * size and _outside(line, page, MARGIN)]
    margin = {id(line) for line in small}
    edges = {id(line) for line in _edges(page) if _masked(line) in repeated or _is_number(line, page)} - margin
    middle = (page.top + page.bottom) / 2
    set_apart = [part for part in page.parts if isinstance(part, Segment) and id(part) in edges]
    rest = [part for part in page.parts if id(part) not in edges | margin]
    notes = _notes(rest, size)
    kept = {id(line) for line in notes}
    return Parted(
        page.number,
        tuple(part for part in rest if id(part) not in kept),
        tuple(notes),
        tuple(line.text for line in set_apart if line.baseline >= middle),
        tuple(line.text for line in set_apart if line.baseline < middle),
        tuple(line.text for line in small),
    )


def _edges(page: PageParts) -> list[Segment]:
    """The highest and the lowest lines of a page."""
    lines = sorted((part for part in page.parts if isinstance(part, Segment)), key=lambda line: -line.baseline)
    chosen = lines[:EDGE] + lines[max(EDGE, len(lines) - EDGE) :]
    return [line for line in chosen if len(line.text) <= LONGEST]


def _masked(line: Segment) -> str:
    """A line by which it is known again on another page: its words and its height; a sentence also by its numbers."""
    text = line.text.casefold()
    told = text if text.endswith(".") else _DIGITS.sub("#", text)
    return f"{told} {round(line.baseline / 4)}"


def _is_number(line: Segment, page: PageParts) -> bool:
    """Whether a line at the edge is nothing but the number of the page."""
    return _outside(line, page, ZONE) and is_page_number(line.text)


def _outside(line: Segment, page: PageParts, share: float) -> bool:
    """Whether a line stands in that share of the page's height at its top or bottom."""
    zone = share * (page.top - page.bottom)
    return line.baseline > page.top - zone or line.baseline < page.bottom + zone


def _notes(parts: Sequence[Part], size: float) -> list[Segment]:
    """The lines at the foot of a page that are smaller than the text, below all of it."""
    heights = [
        part.first.baseline if isinstance(part, Table) else part.baseline for part in parts if _is_text(part, size)
    ]
    lowest = min(heights, default=float("-inf"))
    lines = [part for part in parts if isinstance(part, Segment)]
    return [line for line in lines if line.size <= NOTE * size and line.baseline < lowest]


def _is_text(part: Part, size: float) -> bool:
    return isinstance(part, Table) or part.size > NOTE * size
