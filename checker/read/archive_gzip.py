"""Files packed with gzip: the file within, or what the archive within holds, piece by piece if these are articles."""

import gzip
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import PurePath
from zlib import error as DeflateError  # noqa: N812 the module's own name says nothing

from checker.errors import DocumentError
from checker.model import FileKind, Status
from checker.model.mark import marked_bytes
from checker.read.archive_tar import read_tar
from checker.read.articles_csv import from_rows
from checker.read.articles_json import from_lines
from checker.read.file import sized
from checker.read.formats import reader_of
from checker.read.kinds import HEAD, kind_of
from checker.read.mail_box import from_box
from checker.read.parts import Alive, Content, Member, Source
from checker.read.unpacking import Readable, Unfolding

STREAMS: dict[FileKind, Callable[[Readable, Source], Iterator[Content]]] = {
    FileKind.JSONL: from_lines,
    FileKind.CSV: from_rows,
    FileKind.MBOX: from_box,
}
"""What is read as it unfolds."""


def read_gzip(source: Source) -> Iterator[Content | Alive]:
    """The file within, those of the TAR archive within, or the articles of the file within.

    Raises:
        DocumentError: no whole gzip file, or one that unfolds to more than it may.
    """
    name = _within(source.name)
    try:
        with source.file() as packed, gzip.open(packed) as file:
            head = file.read(HEAD)
            kind = kind_of(name, head)
            if kind is FileKind.TAR:
                yield from read_tar(source)
            elif kind is FileKind.WARC:
                yield from reader_of(kind)(source)  # its library unpacks it record by record
            elif kind in STREAMS and not marked_bytes(head):
                file.seek(0)
                yield from STREAMS[kind](Unfolding(file, packed, source.limits), source)
            else:
                yield Member(name, b"".join(_bounded(chain([head], iter(lambda: file.read(HEAD), b"")), source)))
    except (gzip.BadGzipFile, EOFError, DeflateError, OSError) as error:
        raise DocumentError(f"is no whole gzip file: {error}") from error


def _bounded(chunks: Iterator[bytes], source: Source) -> Iterator[bytes]:
    size, most = 0, min(source.limits.unpacked_bytes, source.limits.document_bytes)
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise DocumentError(f"unfolds to more than {sized(most)}", Status.TOO_LARGE)
        yield chunk


def _within(name: str) -> str:
    """The name of the file within: report.html of report.html.gz, news.tar of news.tgz."""
    path = PurePath(name)
    return f"{path.stem}.tar" if path.suffix.lower() == ".tgz" else path.stem
