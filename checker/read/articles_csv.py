"""Tables of articles, CSV or TSV: one article a row, known by the line on which the row begins."""

import csv
import re
from collections.abc import Iterator

from checker.errors import DocumentError
from checker.model import Columns, Status
from checker.read.articles import Entry, articles, folded, textless
from checker.read.file import sized
from checker.read.lines import Line, settled, text_lines
from checker.read.parts import Content, Source
from checker.read.unpacking import Readable

DELIMITERS = ",;\t|"  # the first of two that fit alike counts
_SEPARATOR = re.compile(r"sep=(.)\r?\n?\Z")  # the first line of a table that a spreadsheet wrote


def read_csv(source: Source) -> Iterator[Content]:
    """The articles of a file, one a row.

    Raises:
        DocumentError: it has no column of text.
    """
    with source.file() as file:
        yield from from_rows(file, source)


def from_rows(stream: Readable, source: Source) -> Iterator[Content]:
    """The articles of a stream, one a row below a head that names the columns.

    Raises:
        DocumentError: it has no column of text.
    """
    csv.field_size_limit(source.limits.document_bytes)
    return articles(Table(stream, source).entries(), source)


class Table:
    """The rows of a stream. Lines are handed to the parser one by one, so that a row knows its own."""

    def __init__(self, stream: Readable, source: Source) -> None:
        self._most = source.limits.document_bytes
        self._columns = source.columns
        self._lines = text_lines(stream, self._most)
        self._first = self._last = 0  # lines of the row at hand
        self._long = self._ended = False

    def entries(self) -> Iterator[Entry]:
        """The rows as records.

        Raises:
            DocumentError: there is no column of text.
        """
        first = next((line for line in self._lines if line.text is None or line.text.strip()), None)
        if first is None:
            return
        told = _SEPARATOR.match(first.text or "")
        start = next(self._lines, first) if told else first
        delimiter = told[1] if told else delimiter_of(start.text or "", self._columns)
        rows = csv.reader(self._feed(start), delimiter=delimiter)
        head = [settled(cell).text for cell in next(rows, [])] if start.text else []
        known = {folded(name) for name in head}
        if not any(folded(name) in known for name in self._columns.text):
            raise DocumentError(textless(self._columns, filter(str.strip, head), "column"), Status.SKIPPED)
        yield from self._rows(rows, head)

    def _rows(self, rows: "Iterator[list[str]]", head: list[str]) -> Iterator[Entry]:
        while True:
            self._first, self._long = 0, False
            try:
                cells = next(rows, None)
            except csv.Error as error:
                raise DocumentError(f"line {self._first}: {error}; the rest was not read") from error
            if cells is None:
                return
            if self._long:
                yield Entry(self._first, {}, problem=f"a line of it is longer than {sized(self._most)}")
            elif any(map(str.strip, cells)):
                yield self._entry(head, cells)

    def _entry(self, head: list[str], cells: list[str]) -> Entry:
        if self._ended:
            return Entry(self._first, {}, problem=f"opens a quote that is not closed up to the end, line {self._last}")
        try:
            told = [settled(cell) for cell in cells]
        except DocumentError as error:
            return Entry(self._first, {}, problem=str(error))
        record: dict[str, object] = {}
        for name, cell in zip(head, told, strict=False):
            record.setdefault(name, cell.text)
        reason = next((cell.reason for cell in told if cell.reason), "")
        if any(cell.text.strip() for cell in told[len(head) :]):
            reason = f"has {len(cells)} cells below {len(head)} columns: is a quote missing?"
        return Entry(self._first, record, reason)

    def _feed(self, start: Line) -> Iterator[str]:
        """The lines as the parser takes them, noted as they go."""
        line: Line | None = start
        while line is not None:
            self._first = self._first or line.number
            self._last = line.number
            self._long = self._long or line.text is None
            yield line.text or "\n"
            line = next(self._lines, None)
        self._ended = True


def delimiter_of(head: str, columns: Columns) -> str:
    """What parts the cells of a table: with it, the head has most of the names that are known, else most cells."""
    names = {folded(name) for field in columns.model_dump().values() for name in field}

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            cells = next(csv.reader([head], delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return sum(folded(cell) in names for cell in cells), len(cells)

    return max(DELIMITERS, key=fit)
