r"""Bytes to text: byte order mark, strict UTF-8, then a guess that is told. Newlines come out as \n.

A byte order mark is no part of the text. A guess never passes silently: it comes with a reason.
"""

import codecs
from typing import NamedTuple

from checker.errors import DocumentError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
REPLACEMENT = "\ufffd"
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)


class Decoded(NamedTuple):
    """The text, and what had to be guessed or replaced ("" for nothing)."""

    text: str
    reason: str


def decode(data: bytes, declared: str = "") -> Decoded:
    """The bytes as text; `declared` is the encoding that an envelope names.

    Raises:
        DocumentError: NUL bytes, or no encoding fits.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            decoded = _marked(data[len(mark) :], encoding)
            break
    else:
        decoded = _declared(data, declared) or _unmarked(data)
    if "\0" in decoded.text:
        raise DocumentError("holds NUL characters: no text, or cut off while it was written")
    return Decoded(clean(decoded.text), decoded.reason)


def clean(text: str) -> str:
    r"""The text with newlines as \n and lone surrogates, which no output can carry, replaced."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(SURROGATES)


def _marked(data: bytes, encoding: str) -> Decoded:
    """Text whose encoding is declared by a mark: what breaks it is replaced and counted."""
    try:
        return Decoded(data.decode(encoding), "")
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, f"{_count(text)} no {encoding.upper()} although the file's mark says so; replaced")


def _declared(data: bytes, encoding: str) -> Decoded | None:
    """Text in the encoding that an envelope names, None where it is in another or nobody knows of such an encoding."""
    try:
        return Decoded(data.decode(encoding), "") if encoding else None
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _unmarked(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            reason = "holds NUL bytes: no text, or UTF-16 without a byte order mark; convert it to UTF-8"
            raise DocumentError(reason) from error
        return _guessed(data, error.start)


def _guessed(data: bytes, at: int) -> Decoded:
    """Mostly UTF-8 with broken places, else Windows-1252 as long as its every byte has a meaning there."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count(REPLACEMENT)
    if sum(not char.isascii() for char in text) > 2 * broken:
        return Decoded(text, f"{_count(text)} no UTF-8 (the first is byte {at}); replaced")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"is neither UTF-8 (byte {at}) nor Windows-1252 (byte {error.start}); convert it to UTF-8"
        ) from error
    return Decoded(text, f"is no UTF-8 (byte {at}) and was read as Windows-1252; convert it to UTF-8 to be sure")


def _count(text: str) -> str:
    broken = text.count(REPLACEMENT)
    return f"{broken} place{'s are' if broken != 1 else ' is'}"
