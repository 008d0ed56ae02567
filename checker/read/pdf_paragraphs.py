"""Paragraphs of a PDF file: lines joined across columns and pages, as far as their places and words say so."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.read.hyphens import Hyphens
from checker.read.pdf_columns import rights
from checker.read.pdf_furniture import Part, Parted
from checker.read.pdf_segments import Segment
from checker.read.pdf_tables import Table

SIZES = 0.08  # share by which the sizes of two lines of one paragraph may differ
LOOSE = 1.3  # times the usual distance of lines that lines of one paragraph are apart at the most
CLOSEST, USUAL, WIDEST = 0.8, 1.3, 2.6  # sizes between lines: at the least, where nothing tells, at the most
FEWEST, SHARE = 2, 0.1  # pairs of lines, and share of all, that stand so far apart
INDENT = 0.9  # sizes
SET_IN = 1.5  # sizes by which items whose bullets are drawn are set in
DRAWN = "•"  # what stands for such a bullet
FAR = 0.4  # share of its column that a line leaves free whose sentence does not go on below
ROOM = 0.6  # sizes of room that a word needs beside its own width
LARGE = 1.12  # times the size of the text from which on a line is set as a heading
CLOSERS = "\"'”’»)]"
STOPS = ".!?:;…"
BULLET = re.compile(r"[•◦▪▫‣●○■□◆➢➤✓✔∙·–—*-]\s+")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+")


class Piece(NamedTuple):
    """A paragraph, or the rows of a table; `marks` are the pages that begin in it, each with its place in the text."""

    text: str
    size: float
    strong: bool
    marks: tuple[tuple[int, int], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: bool = False


class _Open:
    """The paragraph that is being read."""

    def __init__(self, line: Segment, right: float, page: int, before: "_Open | None" = None) -> None:
        self.lines = [line]
        told = bool(BULLET.match(line.text) or NUMBER.match(line.text))
        self.drawn = not told and before is not None and _in_drawn_list(line, before)
        self._parts = [f"{DRAWN} {line.text}" if self.drawn else line.text]
        self._length = 0  # of all parts but the last
        self.right = right
        self.page = page
        self.marks: list[tuple[int, int]] = []
        self.item = told or self.drawn

    def add(self, line: Segment, right: float, page: int, hyphens: Hyphens) -> None:
        """One line more, in a column that ends at `right`."""
        joined = hyphens.join(self._parts[-1], line.text)
        self._parts[-1] = joined[: len(joined) - len(line.text)]
        self._length += len(self._parts[-1])
        self._parts.append(line.text)
        if page != self.page:
            self.marks.append((self._length, page))
            self.page = page
        self.lines.append(line)
        self.right = right

    def piece(self, *, note: bool = False) -> Piece:
        """What was read."""
        sizes = Counter({line.size: 0 for line in self.lines})
        for line in self.lines:
            sizes[line.size] += len(line.text)
        size = max(sizes, key=lambda each: (sizes[each], each))
        return Piece("".join(self._parts), size, all(line.strong for line in self.lines), tuple(self.marks), note=note)


class Paragraphs:
    """Joins the lines of pages, given one after the other."""

    def __init__(self, pages: Sequence[Parted], size: float) -> None:
        self._size = size
        self._pitch = _pitch(pages)
        self._hyphens = Hyphens(part.text for page in pages for part in page.body if isinstance(part, Segment))
        self._pages = pages
        self._right = _usual_right(pages)

    def pieces(self) -> list[tuple[int, Piece]]:
        """The paragraphs and tables in reading order, each with the page it begins on.

        The notes at the foot of a page stand behind the paragraph that goes on over its end.
        """
        found: list[tuple[int, Piece]] = []
        block: _Open | None = None
        begun = 0
        waiting: list[tuple[int, Piece]] = []
        for page in self._pages:
            ends = iter(rights(_lines(page.body), self._right))
            for part in page.body:
                line = part if isinstance(part, Segment) else None
                right = next(ends) if line is not None else 0.0
                if block is not None and line is not None and self._continues(block, line, page.number):
                    block.add(line, right, page.number, self._hyphens)
                    continue
                if block is not None:
                    found.append((begun, block.piece()))
                    found += waiting
                    waiting = []
                block, begun = (None if line is None else _Open(line, right, page.number, block)), page.number
                if isinstance(part, Table):
                    found.append((page.number, Piece("", part.first.size, strong=False, rows=part.rows)))
            waiting += [(page.number, note) for note in self._notes(page)]
        return [*found, *([(begun, block.piece())] if block is not None else ()), *waiting]

    def _notes(self, page: Parted) -> list[Piece]:
        found: list[_Open] = []
        for line, right in zip(page.notes, rights(page.notes, self._right), strict=True):
            numbered = bool(found) and line.text[0].isdigit() and found[-1].lines[-1].text[-1] in STOPS
            if found and not numbered and self._continues(found[-1], line, page.number):
                found[-1].add(line, right, page.number, self._hyphens)
            else:
                found.append(_Open(line, right, page.number))
        return [block.piece(note=True) for block in found]

    def _continues(self, block: _Open, line: Segment, page: int) -> bool:
        """Whether a line goes on with the paragraph that is being read."""
        last = block.lines[-1]
        if abs(last.size - line.size) > SIZES * max(last.size, line.size) or BULLET.match(line.text):
            return False
        down = last.baseline - line.baseline
        below = page == block.page and 0 < down <= self._pitch * LOOSE * line.size
        if below and line.left < last.right and line.right > last.left:
            return self._goes_on_below(block, line)
        return _goes_on_elsewhere(block, line, large=line.size >= LARGE * self._size)

    def _goes_on_below(self, block: _Open, line: Segment) -> bool:
        last = block.lines[-1]
        if line.size >= LARGE * self._size:
            return last.strong == line.strong
        short = not last.text.endswith("-") and _had_room(last, line, block.right)
        if short and (last.strong != line.strong or not _centred(last, line)):
            return False
        if NUMBER.match(line.text) and last.text[-1] in STOPS:
            return False
        return block.item or _centred(last, line) or not _indented(block, line)


def _goes_on_elsewhere(block: _Open, line: Segment, *, large: bool) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    last = block.lines[-1].text.rstrip(CLOSERS)
    if large or block.lines[-1].strong != line.strong or not last or last[-1] in STOPS:
        return False
    return line.text[0].islower() or last[-1] in ",-" or (len(block.lines) > 1 and line.text[0].isdigit())


def _in_drawn_list(line: Segment, before: _Open) -> bool:
    """Whether a line begins an item with a drawn bullet, as of browsers: set in below a colon, or as the item above."""
    left = min(each.left for each in before.lines)
    if before.drawn:
        return abs(line.left - left) < line.size / 2
    return before.lines[-1].text.endswith(":") and line.left > left + SET_IN * line.size


def _had_room(last: Segment, line: Segment, right: float) -> bool:
    """Whether the first word of a line would have fitted behind the line above it: then a paragraph ended there."""
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * len(word) / len(line.text)
    room = right - last.right
    running = line.text[0].islower() and last.text.rstrip(CLOSERS)[-1:] not in STOPS
    return room > width + ROOM * line.size and not (running and room < FAR * (right - last.left))


def _indented(block: _Open, line: Segment) -> bool:
    """Whether a line stands to the right of those above it, as the first of a paragraph does."""
    left = min(each.left for each in block.lines[1:] or block.lines)
    return line.left > left + INDENT * line.size


def _centred(a: Segment, b: Segment) -> bool:
    """Whether two lines of different length share their middle."""
    apart = abs(a.left - b.left) > INDENT * a.size
    return apart and abs(a.left + a.right - b.left - b.right) <= a.size


def _lines(parts: Iterable[Part]) -> list[Segment]:
    return [part for part in parts if isinstance(part, Segment)]


def _usual_right(pages: Sequence[Parted]) -> float:
    """Where the lines of most of the text end at the furthest."""
    ends = sorted(line.right for page in pages for line in _lines(page.body))
    return ends[len(ends) * 9 // 10] if ends else 0.0


def _pitch(pages: Sequence[Parted]) -> float:
    """How far the lines of a paragraph stand apart, in sizes: the least distance that is no exception."""
    gaps: Counter[float] = Counter()
    for page in pages:
        lines = [part for part in page.body if isinstance(part, Segment)]
        for above, below in pairwise(lines):
            down = (above.baseline - below.baseline) / below.size
            if CLOSEST <= down <= WIDEST and above.size == below.size:
                gaps[round(down, 1)] += 1
    needed = max(FEWEST, SHARE * gaps.total())
    return min((gap for gap, count in gaps.items() if count >= needed), default=min(gaps, default=USUAL))
