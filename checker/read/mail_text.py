"""What a mail's plain text consists of: what its sender wrote, what he quotes, and the signature below."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from checker.model import Section
from checker.read.page import Page

SIGNATURE = 30  # lines that a signature has at most
FEWEST_HEADERS = 2  # lines by which the head of a mail within a mail shows
ANNOUNCED = 40  # characters of the words above such a head
LEAD = 2  # lines of the words that say who wrote what is quoted below
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"[-_]{2,}[^-_\n]{1,60}[-_]{2,}|[-_]{4,}")
_HEADER = re.compile(r"\*?[A-Z][\w-]{1,20}(?: [\w-]{1,20})?:\*?\s+\S")
_FLOWED = re.compile(r"(?<!\n)(?<!\n--) \n(?![>\n]|-- ?\n)")


def unfolded(text: str) -> str:
    """Text whose lines were folded by a mail program, for which a blank at a line's end says so (RFC 3676)."""
    return _FLOWED.sub(" ", text)


class MailText:
    """Puts the text of a mail on a page, its paragraphs numbered."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._number = 0

    def write(self, text: str) -> None:
        """A text of the mail; it has one for each part that is prose."""
        lines, signature = _signed(text.split("\n"))
        own, head, passed_on = _forwarded(lines)
        self._own(own)
        for line in head:
            self._furniture([line])
        if any(map(str.strip, own)):
            for block in _blocks(passed_on):
                self._quote(block)
        else:
            self._own(passed_on)  # nothing but what is passed on: that is the report
        for line in signature[1:]:
            self._furniture([line])

    def _own(self, lines: list[str]) -> None:
        """Prose, and the quotes within it with the line that says who wrote them."""
        runs = [(quoted, list(run)) for quoted, run in groupby(lines, key=lambda line: line.startswith(">"))]
        for index, (quoted, run) in enumerate(runs):
            blocks = list(_blocks(_QUOTED.sub("", line, count=1) if quoted else line for line in run))
            before = index + 1 < len(runs)  # a quote follows
            leads = before and blocks and blocks[-1][-1].rstrip().endswith(":") and len(blocks[-1]) <= LEAD
            for block in blocks[:-1] if leads and not quoted else blocks:
                (self._quote if quoted else self._prose)(block)
            if leads and not quoted:
                self._furniture(blocks[-1])

    def _mark(self) -> None:
        self._number += 1
        self._page.mark("paragraph", self._number)

    def _prose(self, lines: list[str]) -> None:
        self._mark()
        self._page.plain("\n".join(lines))

    def _quote(self, lines: list[str]) -> None:
        self._mark()
        self._page.quote("\n".join(_QUOTED.sub("", line) for line in lines))

    def _furniture(self, lines: list[str]) -> None:
        self._mark()
        self._page.paragraph("\n".join(lines), Section.FURNITURE)


def _signed(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines above the signature, and those of the signature."""
    for number in range(max(0, len(lines) - SIGNATURE), len(lines)):
        if lines[number] in {"-- ", "--"}:
            return lines[:number], lines[number:]
    return lines, []


def _forwarded(lines: list[str]) -> tuple[list[str], list[str], list[str]]:
    """The lines above a mail within the mail; its head, announced and made of lines such as "From: x"; and the mail."""
    for number, line in enumerate(lines):
        first = number - (1 if _announces(lines, number - 1) else 2)
        if not _HEADER.match(line) or not _announces(lines, first):
            continue
        last = number
        while last < len(lines) and _HEADER.match(lines[last]):
            last += 1
        if last - number >= FEWEST_HEADERS:
            return lines[:first], lines[first:last], lines[last:]
    return lines, [], []


def _announces(lines: list[str], number: int) -> bool:
    """Whether a line stands above a mail within the mail: a rule, or a few words and a colon."""
    if number < 0:
        return False
    line = lines[number].strip()
    return bool(_RULE.fullmatch(line)) or (line.endswith(":") and len(line) <= ANNOUNCED)


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines without an empty one."""
    for blank, run in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            yield list(run)
