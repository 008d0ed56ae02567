"""The shape that a file of units has to have before pint evaluates it: lines that stay short, powers that stay small.

A newsroom adds units in pint's own syntax, which knows more than units need: it can include other files, and raise
nine to the ninth power of nine.
"""

import re
from pathlib import Path

from checker.errors import RulebookError
from checker.rulebook.own_file import text_of

LARGEST = 1024 * 1024  # bytes
MOST = 2_000  # lines
LONGEST = 500  # characters of a line
MOST_BRACKETS = 10  # of a line
_POWER = re.compile(r"(?:\*\*|\^)(?!\s{0,9}-?\d(?!\d))")  # of anything but one digit
_TOWER = re.compile(r"(?:\*\*|\^)\s{0,9}-?\d\s{0,9}(?:\*\*|\^)")
_DIGITS = re.compile(r"\d{25}|[eE][+-]?\d{3}")


def vetted(path: Path) -> list[str]:
    """The lines of a file of units.

    Raises:
        RulebookError: it cannot be read, or a line is none that defines a unit.
    """
    lines = text_of(path, LARGEST, RulebookError).splitlines()
    if len(lines) > MOST:
        raise RulebookError(f"{path}: more than {MOST:,} lines")
    for number, line in enumerate(lines, start=1):
        if problem := _problem(line.partition("#")[0]):
            raise RulebookError(f"{path}:{number}: {problem}")
    return lines


def _problem(line: str) -> str:
    """Why a line defines no unit, "" where it may."""
    if line.lstrip().startswith("@"):
        return "directives (@...) are not read; write units as name = factor * unit"
    if len(line) > LONGEST:
        return f"longer than {LONGEST} characters"
    if line.count("(") > MOST_BRACKETS:
        return f"more than {MOST_BRACKETS} brackets"
    if _POWER.search(line) or _TOWER.search(line):
        return "a power is one digit: metre ** 2"
    return "a factor has at most 24 digits" if _DIGITS.search(line) else ""
