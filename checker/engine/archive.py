"""The index of an archive: found where one of the same files is kept, else built, and kept where there is a cache."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from checker.engine.crossing import Mapped
from checker.engine.disk import on_disk
from checker.engine.index import Builder, Index
from checker.engine.store import Store
from checker.errors import OutputError
from checker.read import below

FILE = "archive.sqlite"
SETTLED = 2_000_000_000  # nanoseconds after which a file that changes again has another time, on any file system
UNSOUND = (sqlite3.Error, ValueError, KeyError, TypeError, OutputError)  # as a damaged index shows
Read = Callable[[], tuple[Iterable[Mapped], Sequence[str]]]


@contextmanager
def archived(
    under: bytes, paths: Sequence[str], left_out: Sequence[str], store: Store | None, read: Read
) -> Iterator[Index]:
    """The index of an archive.

    Args:
        under: a hash of all that the index depends on beside the files.
        paths: files and folders of the archive.
        left_out: files below them that are no part of it.
        store: the cache; None where nothing is to be kept.
        read: gives the documents in their order and the notices; called where there is no index.
    """
    sign, newest = signature(under, paths, left_out)
    kept = store.folder / FILE if store else None
    index = _kept(kept, sign) if kept else None
    if index is not None:
        with index:
            yield index
        return
    with tempfile.TemporaryDirectory(
        prefix="check-", dir=kept.parent if kept and kept.parent.is_dir() else None
    ) as own:
        path = Path(own) / FILE
        with on_disk():
            builder = Builder(path)
            began = path.stat().st_mtime_ns
            mapped, notices = read()
            for item in mapped:
                builder.add(item)
            builder.close(notices, sign if newest + SETTLED < began else b"")
        with Index(path) as index:
            if store is not None and store.usable:
                with suppress(OSError):  # a full disk: the index serves this run alone
                    _keep(path, store.folder / FILE)
            yield index


def _kept(path: Path, sign: bytes) -> Index | None:
    """The index that is kept, None where it is of other files, or damaged."""
    if not path.is_file():
        return None
    try:
        index = Index(path)
    except UNSOUND:
        return None
    if index.sign == sign and index.sound():
        return index
    index.close()
    return None


def _keep(path: Path, place: Path) -> None:
    """Put the index into the cache under its name; who has the old one open keeps it."""
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
        named = Path(file.name)
    try:
        try:
            named.unlink()
            os.link(path, named)
        except OSError:  # another file system, or one without links
            named.write_bytes(path.read_bytes())
        named.replace(place)
    except BaseException:
        named.unlink(missing_ok=True)
        raise


def signature(under: bytes, paths: Sequence[str], left_out: Sequence[str]) -> tuple[bytes, int]:
    """A hash of the files below these paths, by their names, sizes and times, and the last time one changed.

    Args:
        under: what else is hashed.
        paths: files and folders.
        left_out: files that are no part of the archive.
    """
    whole = blake2b(under, digest_size=32)
    skipped = Skipped(left_out)
    whole.update(repr(sorted(skipped.paths)).encode("utf-8", "surrogatepass"))
    newest = 0
    for path in paths:
        for name, state in _files(path, skipped):
            whole.update(f"{name!r} {state}".encode("utf-8", "surrogatepass"))
            newest = max(newest, state[-1])
    return whole.digest(), newest


State = tuple[int, ...]


class Skipped:
    """Files that are left out, however they are named; paths are resolved for the few that could be one of them."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = frozenset(map(os.path.realpath, paths))
        self._numbers = {_state(path)[1] for path in self.paths}

    def __contains__(self, entry: os.DirEntry[str]) -> bool:
        return entry.inode() in self._numbers and os.path.realpath(entry.path) in self.paths


def _files(path: str, skipped: Skipped) -> Iterator[tuple[str, State]]:
    """The path, if it is a file, or the files below it, with what changes when they do; of links also their ends."""
    for name, entry in below(path):
        if isinstance(entry, OSError):
            yield name, _state(name)
        elif entry.is_symlink():
            yield name, _of(entry.stat(follow_symlinks=False))
            yield name, _state(name)
        elif entry not in skipped:
            yield name, _of(entry.stat(follow_symlinks=False))


def _state(path: str) -> State:
    try:
        return _of(Path(path).stat())
    except OSError as error:
        return (error.errno or 0, 0, 0, 0)


def _of(found: os.stat_result) -> State:
    return found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns
