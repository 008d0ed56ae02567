"""TAR archives, packed or not: their regular files, in one pass and never written to the disk."""

import tarfile
from collections.abc import Iterator
from zlib import error as DeflateError  # noqa: N812 the module's own name says nothing

from checker.errors import DocumentError
from checker.read.parts import Member, Source
from checker.read.unpacking import Unpacking, passed_over, unsafe


def read_tar(source: Source) -> Iterator[Member]:
    """The regular files of an archive, in its order; links and devices are refused by name.

    Raises:
        DocumentError: no archive, or one that unfolds to more than it may.
    """
    unpacking, seen = Unpacking(source.limits), dict[str, int]()
    with source.file() as file:
        try:
            with tarfile.open(fileobj=file, mode="r|*") as archive:
                for entry in archive:
                    unpacking.count()
                    if entry.isdir() or passed_over(entry.name):
                        continue
                    seen[entry.name] = seen.get(entry.name, 0) + 1
                    again = f"#{seen[entry.name]}" if seen[entry.name] > 1 else ""
                    yield _member(archive, entry, entry.name + again, unpacking)
        except (tarfile.TarError, EOFError, DeflateError, OSError) as error:
            raise DocumentError(f"is no whole TAR archive: {error}") from error


def _member(archive: tarfile.TarFile, entry: tarfile.TarInfo, name: str, unpacking: Unpacking) -> Member:
    if problem := unsafe(entry.name):
        return Member(name, b"", problem=problem)
    stream = archive.extractfile(entry) if entry.isreg() else None
    if stream is None:
        return Member(name, b"", problem="is no regular file")
    with stream:
        return unpacking.read(name, stream)
