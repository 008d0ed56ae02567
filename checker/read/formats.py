"""Which reader serves which kind of file. A new kind takes its line here and one in `checker.read.kinds`."""

from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple

from checker.errors import DocumentError
from checker.model import FileKind
from checker.read.kinds import ENDINGS
from checker.read.parts import Reader


class Format(NamedTuple):
    """Where the reader of a kind is, imported when it is needed; what it needs to be installed, if anything.

    A risky parser meets its input in a process of its own.
    """

    reader: str
    risky: bool = True
    needs: str = ""


DOCUMENTS = "documents"  # the extra that brings the parsers of other people

ONE_REPORT = frozenset(
    {FileKind.TEXT, FileKind.MARKDOWN, FileKind.HTML, FileKind.PDF, FileKind.DOCX, FileKind.ODT, FileKind.RTF}
)
"""The kinds whose files are reports; the others hold any number of them."""

READERS: dict[FileKind, Format] = {
    FileKind.TEXT: Format("checker.read.text:read_plain", risky=False),
    FileKind.MARKDOWN: Format("checker.read.text:read_plain", risky=False),
    FileKind.PDF: Format("checker.read.pdf:read_pdf", needs=DOCUMENTS),
    FileKind.RTF: Format("checker.read.rtf:read_rtf"),
    FileKind.DOCX: Format("checker.read.docx:read_docx", needs=DOCUMENTS),
    FileKind.ODT: Format("checker.read.odt:read_odt", needs=DOCUMENTS),
    FileKind.HTML: Format("checker.read.html:read_html", needs=DOCUMENTS),
    FileKind.FEED: Format("checker.read.feed:read_feed", needs=DOCUMENTS),
    FileKind.JSONL: Format("checker.read.articles_json:read_jsonl"),
    FileKind.CSV: Format("checker.read.articles_csv:read_csv"),
    FileKind.WARC: Format("checker.read.archive_warc:read_warc", needs=DOCUMENTS),
    FileKind.MAIL: Format("checker.read.mail:read_mail"),
    FileKind.MBOX: Format("checker.read.mail_box:read_mbox"),
    FileKind.ZIP: Format("checker.read.archive_zip:read_zip"),
    FileKind.TAR: Format("checker.read.archive_tar:read_tar"),
    FileKind.GZIP: Format("checker.read.archive_gzip:read_gzip"),
}


def reader_of(kind: FileKind) -> Reader:
    """The reader of a kind.

    Raises:
        DocumentError: what it needs is not installed.
    """
    form = READERS[kind]
    module, _, function = form.reader.partition(":")
    try:
        reader: Reader = getattr(import_module(module), function)
    except ImportError as error:
        needed = f"pip install 'claim-checker[{form.needs}]'"
        raise DocumentError(f"reading {kind.value} files needs {error.name}: {needed}") from error
    return reader


def readable(name: str) -> bool:
    """Whether a file of this name would be read."""
    return ENDINGS.get(PurePath(name).suffix.lower()) in READERS


def holds_one(name: str) -> bool:
    """Whether a file of this name holds one report, as far as its name tells."""
    return ENDINGS.get(PurePath(name).suffix.lower()) in ONE_REPORT


def known_kinds() -> str:
    """The endings that are read, for messages."""
    return ", ".join(ending for ending, kind in ENDINGS.items() if kind in READERS)
