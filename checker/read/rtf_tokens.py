"""The tokens of an RTF file: groups, control words, bytes and text."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|\\"
)


class Kind(Enum):
    """What a token is."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "word"
    SIGN = "sign"  # a backslash with something else than a letter
    TEXT = "text"
    BYTE = "byte"  # of a character, in the encoding of its font


class Token(NamedTuple):
    """A control word with its number, None without one; or text as bytes."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens in their order; binary data, whose length is told, is passed over."""
    at, end = 0, len(data)
    while at < end:
        match = _TOKEN.match(data, at)
        if match is None:  # no byte is left out of the pattern
            return
        at = match.end()
        word, number, byte, sign, brace, text = match.groups()
        if text:
            yield Token(Kind.TEXT, data=text)
        elif word:
            told = int(number) if number else None
            if word == b"bin":
                at += max(told or 0, 0)
            yield Token(Kind.WORD, word.decode("ascii"), told)
        elif byte:
            yield Token(Kind.BYTE, data=bytes.fromhex(byte.decode("ascii")))
        elif brace:
            yield OPEN if brace == b"{" else CLOSE
        elif sign:
            yield Token(Kind.SIGN, sign.decode("latin-1"))
