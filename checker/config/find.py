"""Which file configures a run: the nearest one at or above the folder that holds all the given paths."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.rulebook.toml import tables

NAME, SHARED = "check.toml", "pyproject.toml"
STDIN = "-"


def find_config(paths: Sequence[str]) -> Path | None:
    """check.toml, or a pyproject.toml with [tool.check]; the search ends with a .git folder or the file system.

    Raises:
        ConfigError: a pyproject.toml on the way cannot be read.
    """
    for folder in upwards(common_folder(paths)):
        if (folder / NAME).is_file():
            return _seen(folder / NAME)
        if (folder / SHARED).is_file() and "check" in tables(folder / SHARED).get("tool", {}):
            return _seen(folder / SHARED)
    return None


def _seen(path: Path) -> Path:
    """The path as messages name it: relative where it lies below the working folder."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def common_folder(paths: Sequence[str]) -> Path:
    """The innermost folder that holds all the paths; standard input lies in the working folder."""
    real = [Path.cwd() if path == STDIN else Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 links stay
    folders = [str(path if path.is_dir() else path.parent) for path in real] or [str(Path.cwd())]
    return Path(os.path.commonpath(folders))


def upwards(folder: Path) -> Iterator[Path]:
    """The folder and those above it, up to one that holds a repository."""
    for here in (folder, *folder.parents):
        yield here
        if (here / ".git").exists():
            return
