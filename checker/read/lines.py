"""Large files line by line: text out of bytes as they come, each line within bounds."""

import io
from collections.abc import Iterator
from typing import NamedTuple

from checker.read.decode import controlled, decode, sniffed
from checker.read.kinds import HEAD
from checker.read.unpacking import Readable

CHUNK = 1 << 16  # characters by which the rest of a line that is too long is passed over


class Line(NamedTuple):
    """A line with its end, counted from 1; its text is none where it is longer than it may be."""

    number: int
    text: str | None


class Told(NamedTuple):
    """Text, and what had to be guessed or replaced in it."""

    text: str
    reason: str


def text_lines(stream: Readable, most: int) -> Iterator[Line]:
    """The lines of a stream, none longer than `most` characters.

    Bytes that are no UTF-8 come out as lone surrogates, for `settled` to judge them entry by entry.
    """
    buffered = io.BufferedReader(_Raw(stream), HEAD)
    encoding = sniffed(buffered.peek(HEAD)) or "utf-8-sig"
    errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    number = 0
    with io.TextIOWrapper(buffered, encoding, errors, newline="") as text:
        while line := text.readline(most + 1):
            number += 1
            if len(line) > most:
                while line and not line.endswith(("\n", "\r")):
                    line = text.readline(CHUNK)
                yield Line(number, None)
            else:
                yield Line(number, line)


def settled(text: str) -> Told:
    """The text with what was no UTF-8 in it read as what it seems to be.

    Raises:
        DocumentError: it is no text.
    """
    if text.isprintable():
        return Told(text, "")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return Told(*decode(text.encode("utf-8", errors="surrogateescape")))
    return Told(text, controlled(text))


class _Raw(io.RawIOBase):
    """A stream as io.BufferedReader wants it, whatever else reads from it; it stays open."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
