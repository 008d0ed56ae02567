"""Which reader serves which kind of file."""

from collections.abc import Callable
from pathlib import PurePath

from checker.read.parts import Parts
from checker.read.text import read_plain

Reader = Callable[[bytes], Parts]

READERS: dict[str, Reader] = {".txt": read_plain, ".text": read_plain, ".md": read_plain, ".markdown": read_plain}
"""Readers by the ending of the file's name in lower case. A reader raises DocumentError where it must give up."""


def reader_for(name: str) -> Reader | None:
    """The reader for a file of this name, None where there is none; standard input ("-") is plain text."""
    return read_plain if name == "-" else READERS.get(PurePath(name).suffix.lower())


def readable(name: str) -> bool:
    """Whether a file of this name would be read."""
    return reader_for(name) is not None


def known_kinds() -> str:
    """The endings that are read, for messages."""
    return ", ".join(READERS)
