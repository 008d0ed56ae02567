"""Writing files: whole or not at all.

The text goes to a hidden file in the same folder, which is synced and then takes the name. Who reads the name finds
the old text or the new one, never a part. Pipes and devices are written to as they are.
"""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from checker.errors import OutputError, UsageError

LOCKED = True
try:
    import fcntl
except ImportError:  # Windows has no such locks: there, what a killed run left lies on
    LOCKED = False

ENDING = ".check-tmp"  # hidden files with it are ours
LONGEST_STEM = 80  # characters of the target's name in the hidden one
STREAMS = ("/dev/", "/proc/")  # /dev/stdout may lead to a file whose name is not ours to take
CALLERS_FAULT = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP)


def write_file(path: Path, text: Iterable[str]) -> None:
    """Make the file hold the text, in UTF-8 with plain newlines; folders that are missing are made.

    The text is whole, or in pieces that can be gone through twice.

    Raises:
        UsageError: the place is not ours to write to; what is there stays.
        OutputError: the system fails (a full disk); what is there stays.
    """
    try:
        if streamed(path):
            with path.open("wb") as file:
                _fill(file, text)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, text)
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{path}: cannot be written: {(error.strerror or type(error).__name__).lower()}"
        raise (UsageError if error.errno in CALLERS_FAULT else OutputError)(message) from error


def streamed(path: Path) -> bool:
    """Whether the path is a pipe or a device, which cannot be replaced."""
    try:
        return str(path).startswith(STREAMS) or not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def obstacle(path: Path) -> str:
    """Why nothing can be written there, as far as that shows before: "" where it can."""
    try:
        return _obstacle(path)
    except OSError as error:  # a name that is too long, a folder that may not be entered
        return f"cannot be written: {(error.strerror or type(error).__name__).lower()}"


def _obstacle(path: Path) -> str:
    if path.is_symlink() and not streamed(path):
        return "is a link; name the file that it leads to"
    if path.is_dir():
        return "is a folder; name a file in it"
    if streamed(path):
        return ""
    if path.exists() and not os.access(path, os.W_OK):
        return "is protected from being written"
    folder = next(parent for parent in path.absolute().parents if os.path.lexists(parent))
    if not folder.is_dir():
        return f"{folder} is no folder"
    return "" if os.access(folder, os.W_OK | os.X_OK) else f"no right to write into {folder}"


def _fill(file: BinaryIO, text: Iterable[str]) -> None:
    file.writelines(piece.encode("utf-8") for piece in ((text,) if isinstance(text, str) else text))


def _replace(path: Path, text: Iterable[str]) -> None:
    for last in (False, True):
        _sweep(path)
        try:
            _put(path, text)
        except FileNotFoundError:  # another run swept the hidden file away before it was locked
            if last:
                raise
        else:
            break
    _sync_folder(path.parent)


def _put(path: Path, text: Iterable[str]) -> None:
    """Write the hidden file and give it the name; what goes wrong leaves none behind."""
    hidden = path.with_name(f".{path.name[:LONGEST_STEM]}.{os.getpid()}{ENDING}")
    descriptor = os.open(hidden, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if LOCKED:
                with suppress(OSError):  # not every file system has locks
                    fcntl.flock(descriptor, fcntl.LOCK_EX)
            with suppress(FileNotFoundError):  # a new file gets the usual rights
                hidden.chmod(stat.S_IMODE(path.stat().st_mode))
            _fill(file, text)
            file.flush()
            os.fsync(descriptor)
            hidden.replace(path)
    except BaseException:
        hidden.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Let the new name outlast a power cut, where the system can promise that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(path: Path) -> None:
    """Remove what runs that were killed left of this file: hidden files that nobody holds locked."""
    if not LOCKED:
        return
    start = f".{path.name[:LONGEST_STEM]}."
    for name in os.listdir(path.parent):  # noqa: PTH208 a pattern would take the name's own brackets for one
        if name.startswith(start) and name.endswith(ENDING) and name[len(start) : -len(ENDING)].isdecimal():
            _remove_if_free(path.with_name(name))


def _remove_if_free(hidden: Path) -> None:
    with suppress(OSError), hidden.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        hidden.unlink()
