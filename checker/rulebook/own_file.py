"""Reading the files by which people say how to check: rules, word lists, configuration, decisions, baselines."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from checker.errors import CheckError

MOST_TOLD = 20  # mistakes of one file that are listed
MEGABYTE = 1024 * 1024


def text_of(path: Path, largest: int, error: type[CheckError]) -> str:
    """The text of a file, without the byte order mark that some editors put before it.

    Raises:
        error: it cannot be read, is no regular file or no UTF-8, or is larger than `largest` bytes.
    """
    try:
        data = _bytes(path, largest + 1, error)
        if len(data) > largest:
            raise error(f"{path}: larger than {largest // MEGABYTE} MB; split it")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        raise error(f"{path}: cannot be read: {(problem.strerror or str(problem)).lower()}") from problem
    except UnicodeDecodeError as problem:
        raise error(f"{path}: is no UTF-8 (byte {problem.start}); save it as UTF-8") from problem


def _bytes(path: Path, most: int, error: type[CheckError]) -> bytes:
    """What the file holds, up to a size; opened so that neither a pipe nor a device can hold the run up."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise error(f"{path}: is no regular file")
        return file.read(most)


def mistakes(problem: ValidationError, told: Callable[[ErrorDetails], str]) -> str:
    """The mistakes of a file, one a line, as `told` puts them; of a great many the first."""
    found = problem.errors()
    lines = [told(each) for each in found[:MOST_TOLD]]
    more = len(found) - MOST_TOLD
    return "\n".join([*lines, f"and {more:,} mistakes more"] if more > 0 else lines)
