"""ZIP archives: their files, never written to the disk."""

import zipfile
from collections.abc import Iterator
from zlib import error as DeflateError  # noqa: N812 the module's own name says nothing

from checker.errors import DocumentError
from checker.model import Status
from checker.read.parts import Member, Source
from checker.read.unpacking import Unpacking, passed_over, shown, unsafe

ENCRYPTED = 0x1  # bit of an entry's flags


def read_zip(source: Source) -> Iterator[Member]:
    """The files of an archive, in its order.

    Raises:
        DocumentError: no archive, or one that unfolds to more than it may.
    """
    with source.file() as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise DocumentError(f"is no whole ZIP archive: {error}") from error
        kept = [entry for entry in archive.infolist() if not passed_over(entry.filename)]
        unpacking = Unpacking(source.limits)
        for entry, name in zip(kept, shown(entry.filename for entry in kept), strict=True):
            unpacking.count()
            yield _member(archive, entry, name, unpacking)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, unpacking: Unpacking) -> Member:
    if problem := unsafe(entry.filename):
        return Member(name, b"", problem=problem)
    if entry.flag_bits & ENCRYPTED:
        raise DocumentError("is encrypted: unpack it first", Status.ENCRYPTED)
    try:
        with archive.open(entry) as stream:
            return unpacking.read(name, stream, entry.compress_size)
    except (zipfile.BadZipFile, DeflateError, NotImplementedError, EOFError, OSError) as error:
        return Member(name, b"", problem=f"cannot be unpacked: {error}")
