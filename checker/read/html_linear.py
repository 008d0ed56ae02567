"""The second reader of pages: blocks from tokens alone, for what no tree can be built of in time.

It takes elements that are never part of a report out, and tells headings, paragraphs, items, quotes, captions and
rows by their tags. What a class or a link says it does not see.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.read.html_blocks import Block, Shape
from checker.read.html_tokens import VOID, Token
from checker.rulebook.web import web

SHAPES = {
    **{f"h{level}": Shape.HEADING for level in range(1, 7)},
    "li": Shape.ITEM,
    "dd": Shape.ITEM,
    "dt": Shape.ITEM,
    "blockquote": Shape.QUOTE,
    "figcaption": Shape.CAPTION,
    "caption": Shape.CAPTION,
}
CELLS = frozenset(("td", "th"))
INSIDE = frozenset(("p", "div", "span"))  # a block within one of another shape keeps that shape
CELL = 300  # characters of a cell; a longer one is prose that a layout has put there


class Pass(NamedTuple):
    """What one pass over the tokens found: blocks, the title, and how much text stands outside scripts."""

    blocks: tuple[Block, ...]
    title: str
    characters: int


def read_linear(tokens: Iterable[Token], skipped: frozenset[str] | None = None) -> Pass:
    """The blocks of a page without some elements: those that are never part of a report, or as named."""
    reader = _Reader(web().furniture.elements if skipped is None else skipped)
    for token in tokens:
        reader.take(token)
    reader.flush()
    reader.row()
    return Pass(tuple(_joined(reader.blocks)), reader.title, reader.characters)


class _Reader:
    """Where the reading stands: the open block, the open row, and the element that is passed over."""

    def __init__(self, skipped: frozenset[str]) -> None:
        self._never = skipped - VOID
        self.blocks: list[Block] = []
        self.title = ""
        self.characters = 0
        self._parts: list[str] = []
        self._shape = Shape.PARAGRAPH
        self._level = 2
        self._cells: list[list[str]] | None = None
        self._skipped = ""
        self._depth = 0

    def take(self, token: Token) -> None:
        """The next token."""
        if token.kind == "text":
            self._text(token)
        elif self._skipped:
            self._within_skipped(token)
        elif token.kind == "open":
            self._open(token)
        else:
            self._close(token.name)

    def _text(self, token: Token) -> None:
        if token.name == "title" and not self.title:
            self.title = " ".join(token.text.split())
        if token.name:
            return
        self.characters += len(token.text)
        if not self._skipped:
            self._parts.append(token.text.replace("\n", " "))

    def _within_skipped(self, token: Token) -> None:
        """Elements of the same name within one that is passed over are counted, so that its own end is known."""
        if token.name == self._skipped:
            self._depth += 1 if token.kind == "open" else -1
            if self._depth == 0:
                self._skipped = ""

    def _open(self, token: Token) -> None:
        name = token.name
        if name in self._never:
            self.flush()
            self._skipped, self._depth = name, 1
        elif name == "br":
            self._parts.append("\n")
        elif name in CELLS:
            self.flush()
            self._cells = [*(self._cells or ()), []]
        elif name == "tr":
            self.row()
        elif name in SHAPES:
            self.flush()
            self._shape = SHAPES[name]
            self._level = int(name[1]) if name[0] == "h" else 2
        elif name in web().elements.blocks:
            self._break(name)

    def _break(self, name: str) -> None:
        shape, level = self._shape, self._level
        self.flush()
        if name in INSIDE:
            self._shape, self._level = shape, level

    def _close(self, name: str) -> None:
        if name in CELLS:
            self.flush()
        elif name in {"tr", "table"}:
            self.row()
        elif name in SHAPES:
            self.flush()
            self._shape = Shape.PARAGRAPH
        elif name in web().elements.blocks:
            self._break(name)

    def row(self) -> None:
        """The row that is open ends here."""
        self.flush()
        cells, self._cells = self._cells, None
        told = tuple(" ".join(cell) for cell in cells or ())
        if len(told) > 1 and max(map(len, told)) <= CELL:
            self.blocks.append(Block(Shape.TABLE, rows=(told,)))
        elif cells:
            self.blocks.extend(Block(Shape.PARAGRAPH, piece) for cell in cells for piece in cell)

    def flush(self) -> None:
        """The block that is open ends here."""
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        told = "\n".join(lines).strip("\n")
        self._parts = []
        if told and self._cells:
            self._cells[-1].append(told.replace("\n", " "))
        elif told:
            broken = self._shape is Shape.PARAGRAPH and "\n" in told
            self.blocks.append(Block(Shape.LINES if broken else self._shape, told, self._level))
        self._shape = Shape.PARAGRAPH


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Rows that follow each other as one table."""
    rows: list[tuple[str, ...]] = []
    for block in blocks:
        if block.shape is Shape.TABLE:
            rows += block.rows
            continue
        if rows:
            yield Block(Shape.TABLE, rows=tuple(rows))
            rows = []
        yield block
    if rows:
        yield Block(Shape.TABLE, rows=tuple(rows))
