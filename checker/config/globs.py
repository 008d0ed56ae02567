"""Globs over paths of reports: `*` within a name, `**` over folders, a folder for all below it."""

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path


def fits(path: str, globs: Iterable[str], folder: Path) -> bool:
    """Whether one of the globs matches a path; both are taken relative to the folder."""
    relative = os.path.relpath(Path.cwd() / path, Path.cwd() / folder).replace(os.sep, "/")
    return any(_pattern(glob).fullmatch(relative) for glob in globs)


@lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    """A glob without a slash matches names in every folder; whatever lies below a match matches too."""
    body = glob.removeprefix("./").rstrip("/")
    prefix = "" if "/" in body else "(?:.*/)?"
    parts = [_translated(part) for part in re.split(r"(\*\*/|\*\*|\*|\?)", body)]
    return re.compile(f"{prefix}{''.join(parts)}(?:/.*)?", re.DOTALL)


def _translated(part: str) -> str:
    return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(part) or re.escape(part)
