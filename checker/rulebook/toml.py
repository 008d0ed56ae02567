"""TOML that people edit: read whole, with the line in which a key stands."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.errors import CheckError, ConfigError
from checker.rulebook import own_file

LARGEST = 16 * 1024 * 1024  # bytes
MOST_PARTS = 50  # of a dotted key; each is looked up below all before it
_LONG_KEY = re.compile(rf"^[ \t\[]*(?:[\w-]{{1,100}}[ \t]{{0,9}}\.[ \t]{{0,9}}){{{MOST_PARTS}}}", re.MULTILINE)
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_ENTRY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


def text_of(path: Path) -> str:
    """The text of a file.

    Raises:
        ConfigError: it cannot be read, or is too large.
    """
    return own_file.text_of(path, LARGEST, ConfigError)


def tables(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        ConfigError: it cannot be read or is no TOML.
    """
    return parsed(text_of(path), path, ConfigError)


def parsed(text: str, path: Path, error: type[CheckError]) -> dict[str, Any]:
    """The tables of a TOML text.

    Raises:
        error: it is none, or is such as only a machine would write: nested too deep, a number of 5,000 digits.
    """
    if _LONG_KEY.search(text):
        raise error(f"{path}: no valid TOML: a key of more than {MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise error(f"{path}: no valid TOML: {problem}") from problem
    except RecursionError as problem:
        raise error(f"{path}: no valid TOML: nested too deep") from problem
    except ValueError as problem:  # the interpreter refuses to convert it
        raise error(f"{path}: no valid TOML: a number of more than 4,300 digits") from problem


def line_of(text: str, key: Sequence[str | int]) -> int | None:
    """The line, counted from 1, in which a key stands, or what holds it; None where neither is found."""
    wanted, best, depth = list(key), None, 0
    table: list[str | int] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table(header[1], header[2], seen)
            here = table
        elif entry := _ENTRY.match(line):
            here = [*table, *_parts(entry[1])]
        else:
            continue
        common = _common(here, wanted)
        if common > depth and common == len(here):
            best, depth = number, common
    return best


def _table(opening: str, name: str, seen: dict[str, int]) -> list[str | int]:
    """The path of a table; entries of an array of tables are counted."""
    parts: list[str | int] = list(_parts(name))
    if opening == "[[":
        seen[name] = seen.get(name, -1) + 1
        parts.append(seen[name])
    return parts


def _parts(name: str) -> list[str]:
    return [match[1] or match[2] or match[3] or "" for match in _PART.finditer(name)]


def _common(here: Sequence[str | int], wanted: Sequence[str | int]) -> int:
    """How many parts two paths share from the start."""
    shared = 0
    for mine, other in zip(here, wanted, strict=False):
        if mine != other:
            break
        shared += 1
    return shared
