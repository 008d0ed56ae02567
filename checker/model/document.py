"""Documents: the text of one report and what is known about it."""

from bisect import bisect_right
from enum import StrEnum
from typing import Literal

from pydantic import Field as PydanticField

from checker.model.base import Frozen
from checker.model.period import Period


class Status(StrEnum):
    """In which one state a document ended; anything but ok makes the run incomplete."""

    OK = "ok"
    PARTIAL = "partial"
    SKIPPED = "skipped"
    FAILED = "failed"
    TIMEOUT = "timeout"
    TOO_LARGE = "too-large"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no-text"
    CRASHED = "crashed"


class Section(StrEnum):
    """Which part of a report a passage belongs to."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    BODY = "body"
    TABLE = "table"
    QUOTE = "quote"
    FURNITURE = "furniture"


class FileKind(StrEnum):
    """What a report came as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    MAIL = "mail"
    MBOX = "mbox"
    FEED = "feed"
    JSONL = "jsonl"
    CSV = "csv"
    WARC = "warc"
    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"


class Field(Frozen):
    """One entry of the front matter: its value and the place of the value in the text (offsets, end excluded)."""

    value: str
    start: int
    end: int


class Mark(Frozen):
    """Where a page or paragraph of the original begins in the text (offset); they count from 1."""

    start: int
    of: Literal["page", "paragraph"]
    number: int

    def __str__(self) -> str:
        """As people say it: page 3."""
        return f"{self.of} {self.number}"


class Span(Frozen):
    """A stretch of a document's text: offsets in code points, end excluded; line and column count from 1.

    `origin` is the page or paragraph of the original, for what is no plain text.
    """

    start: int
    end: int
    line: int
    column: int
    origin: Mark | None = None


class Passage(Frozen):
    """A stretch of the text (offsets, end excluded) of which the format says what it is: a caption, a table."""

    start: int
    end: int
    section: Section


class Suppression(Frozen):
    """A comment in a report that holds findings of rules back in a stretch of its text (offsets, end excluded)."""

    line: int
    rules: tuple[str, ...]
    reason: str
    first: int
    last: int


class Document(Frozen):
    """A report as read: text with bare newlines, front matter included.

    `front` holds the front matter by lower-case key; `body` is the offset at which the text behind it begins.
    `defaults` are what the configuration says of it by key (source, title, date, language), where it is silent itself;
    `suppressions` the comments that hold findings back: the text has blanks in their place.
    `marks` and `passages` are what a format that is no plain text tells of places in the text.
    `mtime`, the clock and the network are never consulted.
    """

    id: str
    path: str
    text: str
    sha256: str
    kind: FileKind = FileKind.TEXT
    front: dict[str, Field] = PydanticField(default_factory=dict)
    body: int = 0
    status: Status = Status.OK
    reason: str = ""
    defaults: dict[str, str] = PydanticField(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    marks: tuple[Mark, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether the text is the file itself, so that line and column lead a reader to a place in it."""
        return self.kind in (FileKind.TEXT, FileKind.MARKDOWN)

    def mark_at(self, offset: int) -> Mark | None:
        """The page or paragraph that an offset lies in, None where the text is the original itself."""
        before = bisect_right(self.marks, offset, key=lambda mark: mark.start)
        return self.marks[before - 1] if before else None

    def spot(self, offset: int) -> str:
        """Where a reader finds an offset in the original: page 3, paragraph 7, title.

        "" where line and column say it better, or nothing says it.
        """
        if self.plain:
            return ""
        if offset < self.body:
            return next((key for key, field in self.front.items() if field.start <= offset < field.end), "")
        mark = self.mark_at(offset)
        return str(mark) if mark else ""


class DateSource(StrEnum):
    """Where a publication date was found, in falling order of trust."""

    FRONT_MATTER = "front matter"
    EMBEDDED = "embedded metadata"
    PUBLISHED = "published line"
    DATELINE = "dateline"
    POST = "embedded post"
    URL = "url"
    FILE_NAME = "file name"
    FURNITURE = "page furniture"
    CONFIGURATION = "configuration"


class DateFound(Frozen):
    """A date that a document bears about itself; the span is None where it does not stand in the text."""

    period: Period
    source: DateSource
    text: str
    span: Span | None = None


class Profile(Frozen):
    """What the map stage settled about a document: its title, source, dates and language."""

    title: str | None = None
    source: str | None = None
    published: Period | None = None
    dates: tuple[DateFound, ...] = ()
    language: str = "en"
