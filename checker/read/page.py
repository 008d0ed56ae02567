"""The text that readers of formats make: front matter, headings, paragraphs and rows as Markdown writes them.

One form for all, so that what is extracted from a report hangs on its words and not on the format in which it came.
"""

import re
from collections.abc import Iterable

from checker.model import Field, Limits, Mark, Passage, Section
from checker.read.decode import clean
from checker.read.parts import Parts

LONGEST_FIELD = 2_000  # characters of a value of the front matter
_BLANKS = re.compile(r"[ \t\f\v\u00a0]*\n[ \t\f\v\u00a0]*|[ \t\f\v\u00a0]+")
_KEY = re.compile(r"[^\w -]+")


class Page:
    """Builds the text of one report, block after block; what is said of offsets stays right by itself."""

    def __init__(self, limits: Limits, entry: str = "") -> None:
        self._most = limits.text_characters
        self._entry = entry
        self._fields: dict[str, str] = {}
        self._blocks: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._passages: list[Passage] = []
        self._reasons: list[str] = []
        self._tight = ""  # whether the last block is a row or an item

    def front(self, key: str, value: str | None) -> None:
        """A field of the front matter; the first of a key counts, an empty one does not."""
        add_field(self._fields, key, value)

    def mark(self, of: str, number: int, ahead: int = 0) -> None:
        """What follows, or the next paragraph from so many characters on, is this page or paragraph of the original."""
        self._marks.append(Mark.model_validate({"start": self._length + ahead, "of": of, "number": number}))

    def heading(self, text: str, level: int = 1) -> None:
        """A heading."""
        self._block(f"{'#' * min(max(level, 1), 6)} ", text, None)

    def paragraph(self, text: str, section: Section | None = None) -> None:
        """Prose; lines within it become one. `section` where the format says what it is."""
        self._block("", text, section)

    def quote(self, text: str) -> None:
        """A passage that is set apart as quoted."""
        self._block("> ", text, Section.QUOTE)

    def item(self, text: str) -> None:
        """An item of a list."""
        self._block("- ", text, None, tight="item")

    def table(self, rows: Iterable[Iterable[str]]) -> None:
        """Rows of cells, the first of them the header where the table has one."""
        self._tight = self._tight and "another"
        for cells in rows:
            told = [_one_line(cell).replace("|", "/") for cell in cells]
            if any(told):
                self._block("", f"| {' | '.join(told)} |", None, tight="row")

    def plain(self, text: str) -> None:
        """Text with lines of its own, as a plain text has them."""
        for block in clean(text).replace("\0", " ").split("\n\n"):
            if block.strip():
                self._part("")
                self._put(block.strip("\n"), "\n\n", None)

    def reason(self, text: str) -> None:
        """Something that could not be read."""
        if text not in self._reasons:
            self._reasons.append(text)

    def parts(self) -> Parts:
        """What was built."""
        head, fields = head_of(self._fields)
        shift = len(head)
        return Parts(
            text=head + "".join(self._blocks).rstrip("\n"),
            front=fields,
            body=shift,
            reason="; ".join(self._reasons),
            entry=self._entry,
            marks=tuple(mark.model_copy(update={"start": mark.start + shift}) for mark in self._marks),
            passages=tuple(
                Passage(start=each.start + shift, end=each.end + shift, section=each.section) for each in self._passages
            ),
        )

    def _block(self, lead: str, text: str, section: Section | None, *, tight: str = "") -> None:
        told = _one_line(text)
        if told:
            self._part(tight)
            self._put(lead + told, "\n" if tight else "\n\n", section)

    def _part(self, tight: str) -> None:
        """Part a list or table that ends from what follows it."""
        if self._tight and self._tight != tight:
            self._add("\n")
        self._tight = tight

    def _put(self, block: str, behind: str, section: Section | None) -> None:
        if self._length + len(block) > self._most:
            self.reason(f"holds more than {self._most:,} characters of text; the rest was not read")
            block = block[: max(0, self._most - self._length)]
            if not block:
                return
        start = self._length
        self._add(block + behind)
        if section is not None:
            self._passages.append(Passage(start=start, end=start + len(block), section=section))

    def _add(self, text: str) -> None:
        self._blocks.append(text)
        self._length += len(text)


def _one_line(text: str) -> str:
    """The text with each run of blanks and newlines as one blank."""
    return _BLANKS.sub(" ", clean(text).replace("\0", " ")).strip()


def add_field(fields: dict[str, str], key: str, value: str | None) -> None:
    """Add a field of a front matter, on one line; the first of a key counts, an empty one does not."""
    told = " ".join(clean(value or "").replace("\0", " ").split())[:LONGEST_FIELD].strip()
    key = " ".join(_KEY.sub(" ", key.lower()).split())
    if told and key and key not in fields:
        fields[key] = told


def head_of(values: dict[str, str]) -> tuple[str, dict[str, Field]]:
    """The head of a text that has these fields, and the fields with their places."""
    if not values:
        return "", {}
    text, fields = "---\n", {}
    for key, value in values.items():
        start = len(text) + len(key) + 2
        fields[key] = Field(value=value, start=start, end=start + len(value))
        text += f"{key}: {value}\n"
    return f"{text}---\n\n", fields
