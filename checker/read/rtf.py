"""RTF files: the text as it prints, read token by token.

An own reader: what turns RTF into plain text leaves out notes and keeps what was deleted or is hidden, and knows
neither headings nor tables. Groups are kept on a list, so that no depth of them can exhaust the stack.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from checker.errors import DocumentError
from checker.model import Status
from checker.read.blocks import Block, Properties, Report, Role
from checker.read.parts import Parts, Source
from checker.read.rtf_state import KEPT, NOTHING, PLACES, USUAL, Line, Place, State, charset, decoded
from checker.read.rtf_tables import Tables
from checker.read.rtf_tokens import Kind, Token, tokens
from checker.read.rtf_words import CHARACTERS, CODE_PAGES, OLD_ENCODINGS, SIGNS, SWITCHES
from checker.read.styles import Style, Styles

DEEPEST = 2_000  # groups within groups


def read_rtf(source: Source) -> Iterator[Parts]:
    """The report that an RTF file is.

    Raises:
        DocumentError: nested beyond all reason.
    """
    yield _Reader(Report(source.limits)).read(source.data)


class _Reader:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._state = State()
        self._stack: list[State] = []
        self._lines: dict[Place, Line] = {place: Line() for place in Place}
        self._encoding = USUAL
        self._fonts: dict[int, str] = {}
        self._font = 0  # that the table of fonts is at
        self._styles = Styles()
        self._named = ""  # the style that the table of styles is at
        self._level = 0
        self._told: dict[str, str] = {}
        self._saved: dict[str, int] = {}
        self._behind: list[Block] = []  # notes and boxes, which stand behind their paragraph
        self._within: list[Block] = []  # those of cells, which stand behind their table
        self._footers: list[str] = []
        self._tables = Tables()
        self._skipped = 0
        self._bytes: list[bytes] = []
        self._words: Mapping[str, Callable[[int | None], None]] = {
            "par": self._end_paragraph, "sect": self._end_paragraph, "cell": self._end_cell, "row": self._end_row,
            "nestcell": self._end_nested_cell, "nestrow": self._end_nested_row, "pard": self._plain_paragraph,
            "plain": self._plain, "u": self._unicode, "uc": self._skip, "f": self._use_font, "s": self._use_style,
            "fcharset": self._font_charset, "outlinelevel": self._outline, "super": self._raise,
            "nosupersub": self._lower, "sub": self._lower, "intbl": self._in_table, "ls": self._list,
        }  # fmt: skip

    def read(self, data: bytes) -> Parts:
        for token in tokens(data):
            if token.kind is not Kind.BYTE:
                self._flush()
            if token.kind is Kind.CLOSE and len(self._stack) <= 1:
                self._close()
                break
            self._take(token)
        else:
            self._flush()
            self._report.page.reason("ends in the middle: cut off while it was copied?")
        self._end_paragraph(None)
        self._put_table()
        self._put_behind()
        for text in self._footers:
            self._report.furnish(text)
        saved = "-".join(f"{self._saved[part]:02}" for part in ("yr", "mo", "dy") if part in self._saved)
        return self._report.parts(Properties(self._told.get("title", ""), self._told.get("author", ""), saved))

    def _take(self, token: Token) -> None:
        if token.kind is Kind.OPEN:
            if len(self._stack) >= DEEPEST:
                raise DocumentError("is nested too deep to be read", Status.FAILED)
            self._stack.append(self._state)
            self._state = replace(self._state, starred=False)
            self._skipped = 0
        elif token.kind is Kind.CLOSE:
            self._close()
        elif token.kind is Kind.WORD:
            self._word(token.word, token.number)
        elif token.kind is Kind.SIGN:
            self._sign(token.word)
        elif token.kind is Kind.BYTE:
            self._byte(token.data)
        else:
            self._text(token.data)

    def _close(self) -> None:
        """The end of a group: what it held goes where it belongs."""
        ended = self._state
        self._state = self._stack.pop() if self._stack else State()
        self._skipped = 0
        if ended.place is self._state.place:
            return
        line = self._lines[ended.place]
        text = line.text.strip()
        self._lines[ended.place] = Line()
        if ended.place in {Place.NOTE, Place.BOX}:
            self._behind.append(Block(text))
        elif ended.place in {Place.HEADER, Place.FOOTER}:
            self._furnish(ended.place, text)
        elif ended.place in {Place.TITLE, Place.AUTHOR}:
            self._told.setdefault(ended.place.name.lower(), text)

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if word in PLACES and not (state.starred and word not in KEPT and word != "footnote"):
            state.place = PLACES[word]
            state.in_table = state.in_table and state.place is Place.BODY
        elif word in NOTHING or (state.starred and word not in KEPT):
            state.listed = state.listed or word in {"listtext", "pntext"}
            self._mark_item(word)
            state.place = Place.NOTHING
        elif word in self._words:
            self._words[word](number)
        elif word in SWITCHES:
            setattr(state, SWITCHES[word], number != 0)
        elif word in SIGNS:
            self._add(SIGNS[word])
        elif word in {"yr", "mo", "dy"} and state.place is Place.SAVED and number is not None:
            self._saved[word] = number
        elif word in CODE_PAGES or word in OLD_ENCODINGS:
            self._encoding = OLD_ENCODINGS.get(word) or CODE_PAGES[word].format(number)
            state.encoding = self._encoding
        state.starred = False

    def _mark_item(self, word: str) -> None:
        """A paragraph that bears the mark of a list is one of its items."""
        if word in {"listtext", "pntext"}:
            self._lines[self._state.place].item = True

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state.starred = True
        elif sign in CHARACTERS:
            self._add(CHARACTERS[sign])

    def _byte(self, data: bytes) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._bytes.append(data)

    def _flush(self) -> None:
        """The bytes of characters, which may be several for one, as text."""
        if self._bytes:
            self._add(decoded(b"".join(self._bytes), self._state.encoding))
            self._bytes = []

    def _text(self, data: bytes) -> None:
        kept = data[self._skipped :]
        self._skipped = max(0, self._skipped - len(data))
        if self._state.place is Place.STYLES:
            self._style_name(decoded(kept, self._encoding))
        elif kept:
            self._add(decoded(kept, self._state.encoding))

    def _add(self, text: str) -> None:
        state = self._state
        if not state.silent:
            self._lines[state.place].add(text, strong=state.strong, up=state.up)

    def _unicode(self, number: int | None) -> None:
        code = (number or 0) % 0x10000
        self._add(chr(code))
        self._skipped = self._state.skip

    def _skip(self, number: int | None) -> None:
        self._state.skip = min(max(number or 0, 0), 10)

    def _raise(self, number: int | None) -> None:
        self._state.up = number != 0

    def _lower(self, _: int | None) -> None:
        self._state.up = False

    def _plain(self, _: int | None) -> None:
        state = self._state
        state.hidden = state.deleted = state.strong = state.up = False
        state.encoding = self._encoding

    def _plain_paragraph(self, _: int | None) -> None:
        state = self._state
        state.style, state.outline, state.listed, state.in_table = None, 0, False, False

    def _use_font(self, number: int | None) -> None:
        if self._state.place is Place.FONTS:
            self._font = number or 0
        else:
            self._state.encoding = self._fonts.get(number or 0) or self._encoding

    def _font_charset(self, number: int | None) -> None:
        if self._state.place is Place.FONTS:
            self._fonts[self._font] = charset(number)

    def _use_style(self, number: int | None) -> None:
        if self._state.place is Place.STYLES:
            self._named, self._level = str(number or 0), 0
        self._state.style = number or 0

    def _style_name(self, text: str) -> None:
        name = text.partition(";")[0].strip()
        if name and self._named:
            self._styles.add(self._named, Style(name, outline=self._level))
            self._named = ""

    def _outline(self, number: int | None) -> None:
        self._level = self._state.outline = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0  # noqa: PLR2004 levels

    def _in_table(self, _: int | None) -> None:
        self._state.in_table = self._state.place is Place.BODY

    def _list(self, number: int | None) -> None:
        self._state.listed = bool(number)

    def _end_paragraph(self, _: int | None) -> None:
        state = self._state
        if state.place is not Place.BODY:
            self._end_line(state.place)
            return
        line = self._lines[Place.BODY]
        self._lines[Place.BODY] = Line()
        if state.in_table:
            self._tables.paragraph(line.text)
            return
        self._put_table()
        role, level = self._role(line)
        self._report.put(Block(line.text, role, level, line.strong == {True}))
        self._put_behind()

    def _end_line(self, place: Place) -> None:
        """The end of a paragraph in a note, a box or a header."""
        text = self._lines[place].text.strip()
        if place in {Place.HEADER, Place.FOOTER}:
            self._furnish(place, text)
        elif place in {Place.NOTE, Place.BOX}:
            self._behind.append(Block(text))
        else:
            return
        self._lines[place] = Line()

    def _furnish(self, place: Place, text: str) -> None:
        if place is Place.HEADER:
            self._report.furnish(text)
        else:
            self._footers.append(text)

    def _role(self, line: Line) -> tuple[Role, int]:
        look = self._styles.look(str(self._state.style)) if self._state.style is not None else None
        if look is not None and look.role is not Role.BODY:
            return look.role, look.level
        if self._state.outline:
            return Role.HEADING, self._state.outline
        return (Role.ITEM if line.item or self._state.listed else Role.BODY), 1

    def _end_cell(self, _: int | None) -> None:
        self._tables.cell(self._lines[Place.BODY].text)
        self._lines[Place.BODY] = Line()
        self._within += self._behind
        self._behind = []

    def _end_nested_cell(self, _: int | None) -> None:
        self._tables.nested_cell(self._lines[Place.BODY].text)
        self._lines[Place.BODY] = Line()

    def _end_row(self, _: int | None) -> None:
        self._tables.row()

    def _end_nested_row(self, _: int | None) -> None:
        self._tables.nested_row()

    def _put_table(self) -> None:
        """The table that has ended, if one has."""
        for table in self._tables.taken():
            if table.laid_out:
                for text in table.texts:
                    self._report.put(Block(text))
            else:
                self._report.table(table.rows)
        for block in self._within:
            self._report.put(block)
        self._within = []

    def _put_behind(self) -> None:
        for block in self._behind:
            self._report.put(block)
        self._behind = []
