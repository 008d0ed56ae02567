"""Files packed with gzip: the one file within, or the TAR archive that it is."""

import gzip
from collections.abc import Iterator
from itertools import chain
from pathlib import PurePath
from zlib import error as DeflateError  # noqa: N812 the module's own name says nothing

from checker.errors import DocumentError
from checker.model import FileKind, Status
from checker.read.archive_tar import read_tar
from checker.read.kinds import HEAD, kind_of
from checker.read.parts import Member, Source


def read_gzip(source: Source) -> Iterator[Member]:
    """The file within, or those of the TAR archive within.

    Raises:
        DocumentError: no whole gzip file, or one that unfolds to more than it may.
    """
    name = _within(source.name)
    try:
        with source.file() as packed, gzip.open(packed) as file:
            head = file.read(HEAD)
            if kind_of(name, head) is FileKind.TAR:
                yield from read_tar(source)
                return
            yield Member(name, b"".join(_bounded(chain([head], iter(lambda: file.read(HEAD), b"")), source)))
    except (gzip.BadGzipFile, EOFError, DeflateError, OSError) as error:
        raise DocumentError(f"is no whole gzip file: {error}") from error


def _bounded(chunks: Iterator[bytes], source: Source) -> Iterator[bytes]:
    size, most = 0, min(source.limits.unpacked_bytes, source.limits.document_bytes)
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise DocumentError(f"unfolds to more than {most // 1024 // 1024} MB", Status.TOO_LARGE)
        yield chunk


def _within(name: str) -> str:
    """The name of the file within: report.html of report.html.gz, news.tar of news.tgz."""
    path = PurePath(name)
    return f"{path.stem}.tar" if path.suffix.lower() == ".tgz" else path.stem
