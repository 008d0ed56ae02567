"""Which files a call names: arguments and what lies below the folders among them.

Hidden files, and folders behind links, are passed over; a file that is reached twice is read once. What a reader may
have expected to be checked, and is not, gets a notice.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.model import Status
from checker.read.file import head_of, reason_of
from checker.read.formats import readable
from checker.read.kinds import STDIN, kind_of


class Candidate(NamedTuple):
    """A path to read: as it is shown, as it is opened, and why it cannot be read ("" where it can).

    `status` is what becomes of a document with a problem, `named` tells files that were asked for by name.
    """

    shown: str
    path: str
    problem: str = ""
    status: Status = Status.FAILED
    named: bool = False


class Folder(NamedTuple):
    """A folder that an argument names, where it really lies, and the files below it that are no links."""

    path: str
    real: str
    files: list[Candidate]

    def really(self, path: str) -> str:
        """Where a file lies; no folder on the way is a link, so that the system need not be asked."""
        return f"{self.real.rstrip(os.sep)}{os.sep}{path[len(self.path) :].lstrip(os.sep)}"


class Reached(NamedTuple):
    """A candidate, where it really lies, and whether it is a link."""

    candidate: Candidate
    real: str
    link: bool = False


class Found(NamedTuple):
    """What to read, sorted by path, and a notice for each file of a folder that is passed over."""

    candidates: tuple[Candidate, ...]
    notices: tuple[str, ...]


def find(paths: Sequence[str]) -> Found:
    """All files that the paths name. A path that is not there is a candidate with a problem."""
    folders: list[Folder] = []
    reached: list[Reached] = []
    notices: list[str] = []
    for path in paths:
        _argument(path, folders, reached, notices)
    if len(paths) > 1 or any(found.link for found in reached):
        plain = (Reached(each, folder.really(each.path)) for folder in folders for each in folder.files)
        candidates = list(_once([*plain, *reached], notices))
    else:
        candidates = [*(each for folder in folders for each in folder.files), *(found.candidate for found in reached)]
    candidates.sort(key=lambda found: found.shown)
    return Found(tuple(candidates), tuple(sorted(set(notices))))


def _once(reached: Iterable[Reached], notices: list[str]) -> Iterator[Candidate]:
    """Files that are reached several times, by links or arguments, once; a link gives way to the file's own name."""
    kept: dict[str, Candidate] = {}
    for found in sorted(reached, key=lambda found: (found.link, found.candidate.shown)):
        first = kept.setdefault(found.real, found.candidate)
        if first.shown != found.candidate.shown:
            notices.append(f"{found.candidate.shown}: the same file as {first.shown}")
    return iter(kept.values())


def named_by(paths: Sequence[str], shown: Iterable[str]) -> frozenset[str]:
    """Those of the shown paths that the paths name, as themselves or by a folder, whichever way they are written."""
    found = find(paths).candidates
    names, real = {each.shown for each in found}, {os.path.realpath(each.path) for each in found}
    return frozenset(name for name in shown if name in names or (name != STDIN and os.path.realpath(name) in real))


def show(path: str) -> str:
    r"""A path as reports show it: normalised, with forward slashes, its undecodable bytes as \xff.

    A backslash of its own is doubled, so that no two paths are shown alike.
    """
    if path == STDIN:
        return STDIN
    normal = os.path.normpath(path).replace(os.sep, "/").replace("\\", "\\\\")
    shown = os.fsencode(normal).decode("utf-8", errors="backslashreplace")
    return path if shown == path else shown


def unusable(path: str) -> str:
    """Why an argument cannot be meant: it is not there, or no file or folder. "" where it can."""
    if path == STDIN:
        return ""
    if not os.path.lexists(path):
        return "no such file or folder"
    return "" if _is_folder(path) else _irregular(path)


def _argument(path: str, folders: list[Folder], reached: list[Reached], notices: list[str]) -> None:
    if problem := unusable(path):
        reached.append(_reached(Candidate(show(path), path, problem)))
    elif _is_folder(path):
        folder = Folder(path, os.path.realpath(path), [])
        folders.append(folder)
        _enter(folder, reached, notices)
    else:
        reached.append(_reached(Candidate(show(path), path, named=True)))


def _reached(candidate: Candidate) -> Reached:
    path = candidate.path
    return Reached(candidate, path) if path == STDIN else Reached(candidate, os.path.realpath(path), _is_link(path))


def _enter(folder: Folder, reached: list[Reached], notices: list[str]) -> None:
    for path, found in below(folder.path):
        if isinstance(found, OSError):
            reached.append(_reached(Candidate(show(path), path, reason_of(found))))
        elif notice := _passed_over(path, found, folder.real):
            notices.append(f"{show(path)}: {notice}")
        elif found.is_symlink():
            reached.append(_reached(Candidate(show(path), path)))
        else:
            folder.files.append(Candidate(show(path), path))


def below(folder: str) -> Iterator[tuple[str, os.DirEntry[str] | OSError]]:
    """The files below a folder, hidden ones apart, in a fixed order; what cannot be listed comes with the error."""
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            yield here, error
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)
            else:
                yield entry.path, entry


def _passed_over(path: str, entry: os.DirEntry[str], root: str) -> str:
    """Why a file of a folder is not read, "" where it is."""
    if entry.is_symlink():
        target = os.path.realpath(path)
        if _is_folder(target):
            return "a link to a folder is not followed"
        if os.path.commonpath([root, target]) != root:
            return "a link that leads out of the folder is not followed"
    if not entry.is_file(follow_symlinks=False) and (irregular := _irregular(path)):
        return irregular
    known = readable(path) or kind_of(path, head_of(path)) is not None
    return "" if known else "this kind of file is not read"


def _is_link(path: str) -> bool:
    """Whether it is a link; what cannot be asked is none, and fails on opening."""
    try:
        return Path(path).is_symlink()
    except OSError:
        return False


def _is_folder(path: str) -> bool:
    """Whether it is a folder or leads to one."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _irregular(path: str) -> str:
    """Why it is no file to read, judged without opening it; "" for files and for what will fail on opening."""
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        return reason_of(error)
    return "" if stat.S_ISREG(mode) else f"no regular file but a {_kind(mode)}"


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "pipe"
    return "socket" if stat.S_ISSOCK(mode) else "device"
