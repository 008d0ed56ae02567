"""The blocks that word processors' files are made of, and the report that is built of them.

Whatever the format, a block comes with the part it has in the report; this module gives each part its form.
"""

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from checker.model import Limits, Section
from checker.read.page import Page
from checker.read.parts import Parts
from checker.rulebook.styles import style_words

LONGEST_STRONG = 160  # characters of a bold line that is a heading
LONGEST_LINE = 90  # characters of a line that was broken by hand to stand for itself
LONGEST_TITLE = 300  # characters of a title in the properties of a file
LONGEST_MARK = 8  # characters of a raised mark
_PAGE_NUMBER = re.compile(
    r"[\s|–—-]{0,40}(?:page|p\.|pg\.?)?\s{0,9}\d{1,5}(?:\s{0,9}(?:of|/|\|)\s{0,9}\d{1,5})?[\s|–—-]{0,40}", re.IGNORECASE
)
_DAY = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?$")
_NOTE_MARK = re.compile(r"[\d\s,*†‡§¶()\[\]-]+")
_POWER = re.compile(r"[x×·*]\s?10$")
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


class Role(Enum):
    """What a block is in its report."""

    TITLE = "title"
    HEADING = "heading"
    STANDFIRST = "standfirst"
    BODY = "body"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Block(NamedTuple):
    """A paragraph; `level` is that of a heading, `strong` whether all of it is set in bold."""

    text: str
    role: Role = Role.BODY
    level: int = 1
    strong: bool = False


class Properties(NamedTuple):
    """What a file says of itself beside its text; `saved` begins with year, month and day."""

    title: str = ""
    author: str = ""
    saved: str = ""
    program: str = ""


class Report:
    """Builds the text of one report from its blocks."""

    def __init__(self, limits: Limits) -> None:
        self.page = Page(limits)
        self._count = 0
        self._titled = False
        self._headed = False
        self._furniture: set[str] = set()

    def put(self, block: Block) -> None:
        """The next paragraph."""
        text = block.text.strip()
        if not text:
            return
        if block.role is Role.FURNITURE:
            self.furnish(text)
            return
        self._next()
        if block.role in {Role.TITLE, Role.HEADING} or self._is_heading(block):
            self._head(text, block)
        elif block.role is Role.ITEM:
            self.page.item(text)
        elif block.role is Role.QUOTE:
            self.page.quote(text)
        elif block.role is Role.BODY and lined(text):
            self.page.plain(text)
        else:
            section = {Role.STANDFIRST: Section.STANDFIRST, Role.CAPTION: Section.CAPTION}.get(block.role)
            self.page.paragraph(text, section)

    def table(self, rows: Iterable[Iterable[str]]) -> None:
        """Rows of cells; a table counts as one paragraph."""
        self._next()
        self.page.table(rows)

    def furnish(self, text: str) -> None:
        """What repeats on pages: kept once, bare page numbers not at all."""
        told = " ".join(text.split())
        if told and told not in self._furniture and not is_page_number(told):
            self._furniture.add(told)
            self.page.paragraph(told, Section.FURNITURE)

    def parts(self, properties: Properties) -> Parts:
        """The report; a title in the properties counts where the text has no headline that readers see."""
        title = "" if self._headed else usable_title(properties.title)
        self.page.front("title", title)
        self.page.front("author", properties.author)
        self.page.front("saved", saved_on(properties))
        return self.page.parts()

    def _next(self) -> None:
        self._count += 1
        self.page.mark("paragraph", self._count)

    def _head(self, text: str, block: Block) -> None:
        first = self._count == 1
        level = block.level + self._titled
        if block.role is Role.TITLE:
            self._titled, level = True, 1
        elif block.role is not Role.HEADING:
            level = 1 if first else 3
        self._headed = self._headed or first or block.role is Role.TITLE
        self.page.heading(text, level)

    def _is_heading(self, block: Block) -> bool:
        """Whether a line that is bold as a whole stands as a heading, as people make them who know no styles."""
        text = block.text.strip()
        plain = block.role is Role.BODY and block.strong
        return plain and len(text) <= LONGEST_STRONG and text[-1] not in ".,;:" and any(map(str.isalpha, text))


def lined(text: str) -> bool:
    """Whether the breaks in a paragraph part lines that stand for themselves: a byline, and below it the date."""
    lines = text.split("\n")
    heads = (line.lstrip()[:1] for line in lines[1:])
    return len(lines) > 1 and max(map(len, lines)) <= LONGEST_LINE and not any(head.islower() for head in heads)


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of its page."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def usable_title(title: str) -> str:
    """A title from the properties of a file, "" where it is what a program or a file's name put there."""
    words = style_words().properties
    told = " ".join(title.split())
    for added in words.added:
        if told.casefold().startswith(added):
            told = told[len(added) :].strip()
        elif told.casefold().endswith(added):
            told = told[: -len(added)].strip()
    folded = told.casefold()
    if folded.endswith(words.endings) or folded.rstrip("0123456789 ()-_") in {*words.placeholders, ""}:
        return ""
    return told if " " in told and len(told) <= LONGEST_TITLE else ""


def saved_on(properties: Properties) -> str:
    """The day on which a program wrote the file, "" where that program prints what others wrote."""
    day = _DAY.match(properties.saved.strip())
    return day.group() if day and not is_printed(properties) else ""


def is_printed(properties: Properties) -> bool:
    """Whether the program that wrote the file prints what others wrote, as browsers do."""
    program = properties.program.casefold()
    return any(printer in program for printer in style_words().properties.printers)


def raised(before: str, text: str) -> str:
    """What a raised stretch adds to the text before it: areas and powers keep their figure, marks of notes go.

    Set on the line, the mark behind "43¹" would make it 431.
    """
    mark = text.strip()
    if len(mark) > LONGEST_MARK or not _NOTE_MARK.fullmatch(mark or " "):
        return text
    word = _LAST_WORD.search(before[-20:])
    if mark in {"2", "3"} and word and word[1].casefold() in style_words().raised.units:
        return mark.translate(_RAISED)
    return mark.translate(_RAISED) if _POWER.search(before[-4:]) else ""
