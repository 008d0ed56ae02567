"""Globs over paths of reports: `*` within a name, `**` over folders, a folder for all below it.

Matched by hand: a glob as a regular expression can take years on a long path, and this file may come with the reports.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

ANY_FOLDERS = "**"


def fits(path: str, globs: Iterable[str], folder: Path) -> bool:
    """Whether one of the globs matches a path, or a folder that holds it; both are taken relative to the folder."""
    relative = os.path.relpath(Path.cwd() / path, Path.cwd() / folder).replace(os.sep, "/")
    return any(_path_fits(_parts(glob), relative.split("/")) for glob in globs if glob)


def _parts(glob: str) -> list[str]:
    """The names of a glob; one without a slash is for every folder."""
    parts = [part for part in glob.split("/") if part not in ("", ".")]
    return parts if len(parts) > 1 or glob.startswith("./") else [ANY_FOLDERS, *parts]


def _path_fits(globs: Sequence[str], names: Sequence[str]) -> bool:
    matched = {0}  # how many names the globs so far can stand for
    for glob in globs:
        if glob == ANY_FOLDERS:
            matched = set(range(min(matched, default=len(names)), len(names)))
        else:
            matched = {many + 1 for many in matched if many < len(names) and _name_fits(glob, names[many])}
    return bool(matched)


def _name_fits(glob: str, name: str) -> bool:
    """Whether the whole name matches; of several stars only the last is ever tried again."""
    at = taken = star = mark = 0
    starred = False
    while taken < len(name):
        if at < len(glob) and glob[at] == "*":
            starred, star, mark, at = True, at, taken, at + 1
        elif at < len(glob) and glob[at] in ("?", name[taken]):
            at, taken = at + 1, taken + 1
        elif starred:
            mark += 1
            at, taken = star + 1, mark
        else:
            return False
    return not glob[at:].strip("*")
