"""Opening what a path names, so that neither a pipe nor a device can hold the run up, nor a large file fill memory."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple

from checker.errors import DocumentError
from checker.model import Limits, Status
from checker.read.kinds import ARCHIVES, HEAD, kind_of


class Content(NamedTuple):
    """The bytes of a file; for an archive that is larger than a document its first bytes, and the path to the rest."""

    data: bytes
    path: str = ""


def opened(path: str) -> BinaryIO:
    """A regular file, opened; a pipe or device holds nobody up.

    Raises:
        DocumentError: it is none.
        OSError: it cannot be opened.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise DocumentError("no regular file")
    return os.fdopen(descriptor, "rb")


@contextmanager
def regular(path: str) -> Iterator[BinaryIO]:
    """A regular file, opened.

    Raises:
        DocumentError: it is none, or was changed before the block ended.
        OSError: it cannot be opened.
    """
    with opened(path) as file:
        before = os.fstat(file.fileno())
        yield file
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise DocumentError("was changed while it was read; run again")


@contextmanager
def unchanged(path: str) -> Iterator[None]:
    """Something that reads a file by itself, or no file where there is no path.

    Raises:
        DocumentError: the file is gone, or was changed before the block ended.
    """
    if not path:
        yield
        return
    try:
        with regular(path):
            yield
    except OSError as error:
        raise DocumentError(reason_of(error)) from error


def content_of(path: str, limits: Limits) -> Content:
    """The content of a regular file.

    Raises:
        DocumentError: it is none, is too large, or was changed while it was read.
        OSError: it cannot be read.
    """
    with regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size <= limits.document_bytes:
            return Content(within(file.read(limits.document_bytes + 1), limits))
        head = file.read(HEAD)
    if kind_of(path, head) not in ARCHIVES:
        raise DocumentError(too_large(limits.document_bytes), Status.TOO_LARGE)
    if size > limits.archive_bytes:
        raise DocumentError(too_large(limits.archive_bytes), Status.TOO_LARGE)
    return Content(head, path)


def head_of(path: str) -> bytes:
    """The first bytes of a regular file, none where it cannot be read."""
    try:
        with regular(path) as file:
            return file.read(HEAD)
    except (DocumentError, OSError):
        return b""


def standard_input(limits: Limits) -> bytes:
    """What comes from standard input.

    Raises:
        DocumentError: too much.
    """
    return within(sys.stdin.buffer.read(limits.document_bytes + 1), limits)


def within(data: bytes, limits: Limits) -> bytes:
    """The bytes, if they are no more than a document's.

    Raises:
        DocumentError: they are.
    """
    if len(data) > limits.document_bytes:
        raise DocumentError(too_large(limits.document_bytes), Status.TOO_LARGE)
    return data


def too_large(most: int) -> str:
    """Why a file is not read, and what to do."""
    return f"larger than {sized(most)}; split it"


def sized(most: int) -> str:
    """A number of bytes as people say it."""
    return f"{most // 1024 // 1024} MB" if most >= 1024 * 1024 else f"{most:,} bytes"


def reason_of(error: OSError) -> str:
    """What the system says, in lower case and without errno and path: "permission denied"."""
    return (error.strerror or type(error).__name__).lower()
