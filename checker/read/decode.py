r"""Bytes to text: byte order mark, declared encoding, strict UTF-8, then a guess that is told. Newlines come out as \n.

A byte order mark is no part of the text. A guess never passes silently: it comes with a reason. Characters that no
text has become blanks, one for one, so that every place in the text stays where it was.
"""

import codecs
import re
from typing import NamedTuple

from checker.errors import DocumentError
from checker.read.decode_guess import LABELS, guess
from checker.read.mojibake import misread

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = {"ascii", "iso8859-1", "cp1252"}  # what they declare is read as Windows-1252, as every browser does
# Text encodings that an envelope may name, beside those of the guess: no transformations that Python also calls so.
DECLARED = WESTERN | {
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7"),
    *(f"iso8859-{number}" for number in range(2, 17)),
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp437", "cp850"),
    *("cp852", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "tis-620", "gb2312", "gbk", "gb18030", "big5"),
    *("big5hkscs", "shift_jis", "cp932", "euc_jp", "iso2022_jp", "euc_kr", "cp949", "johab"),
}
LONGEST_NAME = 40  # characters of an encoding's name
REPLACEMENT = "\ufffd"
SAMPLE = 4096  # bytes by which text without a mark is told to be UTF-16 or UTF-32
NULS = 0.5  # share of NUL bytes where a wide character of English has one
ODD = 0.05  # the same where it has none
GARBLED = 0.3  # share of control characters above which something is no text
CONTROLS = dict.fromkeys([*range(9), *range(14, 32), *range(127, 160)], " ")
BROKEN = CONTROLS | dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
_UNCLEAN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


class Decoded(NamedTuple):
    """The text, and what had to be guessed or replaced ("" for nothing)."""

    text: str
    reason: str


def decode(data: bytes, declared: str = "") -> Decoded:
    """The bytes as text; `declared` is the encoding that an envelope names.

    Raises:
        DocumentError: it is no text, or no encoding fits.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            decoded = _as(data[len(mark) :], encoding)
            break
    else:
        encoding = wide(data)
        decoded = _as(data, encoding) if encoding else _declared(data, declared) or _unmarked(data)
    reasons = filter(None, (decoded.reason, controlled(decoded.text), misread(decoded.text)))
    return Decoded(clean(decoded.text), "; ".join(reasons))


def decoded_as(data: bytes, charset: str) -> str:
    """Text of a few bytes in a declared encoding, whatever it takes."""
    try:
        return decode(data, charset).text
    except DocumentError:
        return clean(data.decode("latin-1"))


def sniffed(head: bytes) -> str:
    """The encoding that the first bytes of a text show beyond doubt, its mark excluded on reading; "" for none."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding[: len("utf-16")]
    return wide(head)


def clean(text: str) -> str:
    r"""The text with newlines as \n, controls as blanks, and lone surrogates, which no output can carry, replaced."""
    told = text.replace("\r\n", "\n").replace("\r", "\n")
    return told.translate(BROKEN) if _UNCLEAN.search(told) else told  # looking costs a tenth of translating


def wide(data: bytes) -> str:
    """The encoding of text in characters of two or four bytes, told by where its NUL bytes lie; "" where it is none."""
    sample = data[:SAMPLE]
    if b"\0" not in sample:
        return ""
    for encoding, width, full, empty in (
        ("utf-32-le", 4, 0, (2, 3)),
        ("utf-32-be", 4, 3, (0, 1)),
        ("utf-16-le", 2, 0, (1,)),
        ("utf-16-be", 2, 1, (0,)),
    ):
        if len(sample) % width:
            continue
        if _nuls(sample[full::width]) <= ODD and all(_nuls(sample[each::width]) >= NULS for each in empty):
            return encoding
    return ""


def _nuls(data: bytes) -> float:
    """The share of NUL bytes."""
    return data.count(0) / len(data)


def _as(data: bytes, encoding: str) -> Decoded:
    """Text whose encoding is beyond doubt: what breaks it is replaced and counted."""
    try:
        return Decoded(data.decode(encoding), "")
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, f"{_count(text)} no {encoding.upper()} although the rest is; replaced")


def _declared(data: bytes, name: str) -> Decoded | None:
    """Text in the encoding that an envelope names, None where it is in another or nobody knows of such an encoding."""
    try:
        encoding = codecs.lookup(name[:LONGEST_NAME]).name if name else ""
        text = data.decode("cp1252" if encoding in WESTERN else encoding) if encoding in DECLARED else None
    except (UnicodeError, LookupError, ValueError):
        return None
    if text is None or encoding not in WESTERN or text.isascii():
        return None if text is None else Decoded(text, "")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Decoded(text, "")
    return Decoded(text, f"is UTF-8, although declared as {name[:LONGEST_NAME]}")


def _unmarked(data: bytes) -> Decoded:
    """Text that nobody says anything of: UTF-8, UTF-8 with broken places, or what the evidence is for."""
    try:
        return Decoded(data.decode("utf-8"), "")
    except UnicodeDecodeError as error:
        at = error.start
    text = data.decode("utf-8", errors="replace")
    broken = text.count(REPLACEMENT)
    if sum(not char.isascii() for char in text) > 2 * broken:
        return Decoded(text, f"{_count(text)} no UTF-8 (the first is byte {at}); replaced")
    found = guess(data)
    if found is None:
        raise DocumentError(f"is neither UTF-8 (byte {at}) nor any other text that is known; convert it to UTF-8")
    how = "read as" if found.certain else "read, perhaps wrongly, as"
    told = f"is no UTF-8 (byte {at}) and was {how} {LABELS[found.encoding]}; convert it to UTF-8 to be sure"
    return Decoded(found.text, told)


def controlled(text: str) -> str:
    """What is to be said of control characters, which no text has.

    Raises:
        DocumentError: there are so many that it is no text.
    """
    found = sum(1 for _ in _CONTROL.finditer(text))
    if not found:
        return ""
    nul = "NUL and other " if "\0" in text else ""
    if found > GARBLED * len(text):
        raise DocumentError(f"is no text, or was cut off while it was written: {nul}control characters all over")
    return f"holds {found} {nul}control character{'s' * (found > 1)}; read as blanks"


def _count(text: str) -> str:
    broken = text.count(REPLACEMENT)
    return f"{broken} place{'s are' if broken != 1 else ' is'}"
