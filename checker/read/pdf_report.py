"""The report that the pages of a PDF file hold: headings by their size, paragraphs, lists, tables, notes, furniture."""

import re
from collections.abc import Sequence

from checker.model import Limits, Section
from checker.read.blocks import Properties, is_page_number, is_printed, saved_on, usable_title
from checker.read.page import Page
from checker.read.parts import Parts
from checker.read.pdf_furniture import PageParts, body_size, part_pages
from checker.read.pdf_notes import without_marks
from checker.read.pdf_paragraphs import BULLET, LARGE, Paragraphs, Piece

STEP = 1.06  # times another size of headings: below, the two are one level
DEEPEST = 4
LONGEST_HEADING = 250  # characters
LONGEST_STRONG = 120  # characters of a bold line that is a heading
STOPS = ".,;:"
ADDRESS = re.compile(r"https?://[^\s|]+")
LEADERS = re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){4,}\s*\d+$")  # of a list of contents


def compose(
    pages: Sequence[PageParts], askew: Sequence[str], properties: Properties, limits: Limits, reasons: Sequence[str]
) -> Parts:
    """The report."""
    size = body_size(pages)
    parted = part_pages(pages, size)
    found = _numberless(Paragraphs(parted, size).pieces())
    writer = _Writer(limits, _levels([piece for _, piece in found], size))
    for reason in reasons:
        writer.page.reason(reason)
    if parted:
        writer.furnish(parted[0].number, parted[0].above)
    for number, piece in found:
        writer.put(number, piece)
    for each in parted:
        writer.furnish(each.number, (*each.above, *each.below))
        writer.margin(each.number, each.margin, printed=is_printed(properties))
    writer.furnish(parted[-1].number if parted else 1, askew)
    return writer.parts(properties)


def _numberless(found: Sequence[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    """The pieces, the notes among them without their numbers."""
    texts = iter(without_marks([piece.text for _, piece in found if piece.note]))
    return [(number, piece._replace(text=next(texts)) if piece.note else piece) for number, piece in found]


class _Writer:
    def __init__(self, limits: Limits, levels: dict[float, int]) -> None:
        self.page = Page(limits)
        self._levels = levels
        self._furniture: set[str] = set()
        self._number = 0
        self._headed = False
        self._begun = False

    def put(self, number: int, piece: Piece) -> None:
        """A paragraph or table that begins on a page."""
        self._turn(number)
        level = self._level(piece)
        if piece.rows:
            self.page.table(piece.rows)
        elif level:
            self._headed = self._headed or level == 1
            self.page.heading(piece.text, level)
        elif LEADERS.search(piece.text):
            self.page.paragraph(piece.text, Section.FURNITURE)
        elif bullet := BULLET.match(piece.text):
            self.page.item(piece.text[bullet.end() :])
        else:
            for offset, later in piece.marks:
                self.page.mark("page", later, ahead=offset)
            self.page.paragraph(piece.text)
        self._number = piece.marks[-1][1] if piece.marks else self._number
        self._begun = True

    def furnish(self, number: int, texts: Sequence[str]) -> None:
        """What stands above, below or across the text: kept once."""
        for text in texts:
            if text not in self._furniture and not is_page_number(text):
                self._furniture.add(text)
                self._turn(number)
                self.page.paragraph(text, Section.FURNITURE)

    def margin(self, number: int, texts: Sequence[str], *, printed: bool) -> None:
        """What stands in the margins; a browser prints there what is its own: the address, the day of printing."""
        if not printed:
            self.furnish(number, texts)
        for text in texts:
            if printed and (address := ADDRESS.search(text)):
                self.page.front("url", address.group())

    def parts(self, properties: Properties) -> Parts:
        """The report; a title in the properties counts where the text has no headline that readers see."""
        self.page.front("title", "" if self._headed else usable_title(properties.title))
        self.page.front("author", properties.author)
        self.page.front("saved", saved_on(properties))
        return self.page.parts()

    def _turn(self, number: int) -> None:
        if number != self._number:
            self.page.mark("page", number)
            self._number = number

    def _level(self, piece: Piece) -> int:
        """The level of a heading, 0 for what is none."""
        if piece.rows or piece.note or not any(map(str.isalpha, piece.text)):
            return 0
        if piece.size in self._levels and len(piece.text) <= LONGEST_HEADING:
            return self._levels[piece.size]
        if (
            not piece.strong
            or " | " in piece.text
            or len(piece.text) > LONGEST_STRONG
            or piece.text[-1] in STOPS
            or BULLET.match(piece.text)
        ):
            return 0
        deepest = max(self._levels.values(), default=0)
        return 1 if not deepest and not self._begun else min(max(deepest + 1, 2), DEEPEST)


def _levels(pieces: Sequence[Piece], size: float) -> dict[float, int]:
    """The levels of headings by their size, the largest first."""
    sizes = sorted({piece.size for piece in pieces if piece.size >= LARGE * size and not piece.rows}, reverse=True)
    levels: dict[float, int] = {}
    level, largest = 0, 0.0
    for each in sizes:
        if not levels or each * STEP < largest:
            level, largest = level + 1, each
        levels[each] = min(level, DEEPEST)
    return levels
