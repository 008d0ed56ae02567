"""Paths to documents. A document that cannot be read is still a document: its status and reason say why."""

import hashlib
import os
import stat
import sys
from collections.abc import Sequence
from typing import NamedTuple

from checker.errors import DocumentError
from checker.model import Document, Status
from checker.model.mark import MARK, marked
from checker.read.find import STDIN, Candidate, find, reason_of, show
from checker.read.formats import Reader, reader_for
from checker.read.suppressions import take_suppressions
from checker.read.text import read_plain

LARGEST = 50 * 1024 * 1024  # bytes of one document


class Reading(NamedTuple):
    """The documents, sorted by path, and what was passed over."""

    documents: tuple[Document, ...]
    notices: tuple[str, ...]


def read_all(paths: Sequence[str]) -> Reading:
    """Every report that the paths name: files, folders with all below them, "-" for standard input."""
    found = find(paths)
    documents = tuple(_read(candidate) for candidate in found.candidates)
    own = [f"{document.path}: {MARK}, no news" for document in documents if marked(document.text)]
    news = tuple(document for document in documents if not marked(document.text))
    return Reading(news, tuple(sorted((*found.notices, *own))))


def read_paths(paths: Sequence[str]) -> tuple[Document, ...]:
    """The documents alone, sorted by path."""
    return read_all(paths).documents


def read_text(name: str, text: str) -> Document:
    """A document from a text at hand, as if it had been read from a file of that name."""
    return _document(show(name), text.encode("utf-8", errors="replace"), read_plain)


def _read(candidate: Candidate) -> Document:
    if candidate.problem:
        return _failed(candidate.shown, b"", candidate.status, candidate.problem)
    try:
        data = _stdin() if candidate.path == STDIN else _bytes(candidate.path)
    except DocumentError as error:
        return _failed(candidate.shown, b"", Status(error.status), str(error))
    except OSError as error:
        return _failed(candidate.shown, b"", Status.FAILED, reason_of(error))
    return _document(candidate.shown, data, reader_for(candidate.path) or read_plain)


def _document(shown: str, data: bytes, reader: Reader) -> Document:
    try:
        parts = reader(data)
    except DocumentError as error:
        return _failed(shown, data, Status(error.status), str(error))
    if not parts.text[parts.body :].strip():
        return _failed(shown, data, Status.NO_TEXT, "the file is empty" if not data else "there is no text in it")
    told = take_suppressions(parts.text, parts.body, shown)
    return Document(
        id=identify(shown, data),
        path=shown,
        text=told.text,
        suppressions=told.suppressions,
        sha256=hashlib.sha256(data).hexdigest(),
        front=parts.front,
        body=parts.body,
        status=Status.PARTIAL if parts.reason else Status.OK,
        reason=parts.reason,
    )


def identify(shown: str, data: bytes) -> str:
    """The id of a document: a hash of its path as given and of its bytes."""
    digest = hashlib.sha256(shown.encode("utf-8", errors="surrogatepass") + b"\0" + data)
    return f"d-{digest.hexdigest()[:16]}"


def _failed(shown: str, data: bytes, status: Status, reason: str) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return Document(id=identify(shown, data), path=shown, text="", sha256=digest, status=status, reason=reason)


def _stdin() -> bytes:
    return _within_limit(sys.stdin.buffer.read(LARGEST + 1))


def _bytes(path: str) -> bytes:
    """The content of a regular file; opened so that neither a pipe nor a device can hold the run up."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise DocumentError("no regular file")
        if before.st_size > LARGEST:
            raise DocumentError(_too_large(), Status.TOO_LARGE)
        data = _within_limit(file.read(LARGEST + 1))
        after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise DocumentError("was changed while it was read; run again")
    return data


def _within_limit(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise DocumentError(_too_large(), Status.TOO_LARGE)
    return data


def _too_large() -> str:
    return f"larger than {LARGEST // 1024 // 1024} MB; split it"
