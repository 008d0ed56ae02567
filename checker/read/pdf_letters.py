"""The letters of a page of a PDF file: what each is, where it stands, how large and how bold it is."""

import math
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double, c_int, c_void_p, cast, create_string_buffer
from typing import Any, NamedTuple

from pypdfium2 import raw

MOST = 100_000  # letters of one page that are read
FAR = 20_000.0  # points: the longest side that a page may have, and then some
BOLD = 600  # weight of a font from which on it is bold
BOLD_NAMES = (b"bold", b"black", b"heavy", b"semibold")
LONGEST_NAME = 200  # bytes of a font's name
HYPHENS = {0x02, 0xFFFE}  # by which pdfium marks the hyphen that ends a line
UNKNOWN = "\ufffd"
PRIVATE = range(0xE000, 0xF900)  # code points without a meaning of their own
BULLETS = {0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF06E, 0xF076, 0xF0A8}  # in the fonts of symbols that Office uses
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
BLANKS = {0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F}
QUARTER = math.pi / 2
LEANING = 0.1  # radians by which upright text may lean


class Letter(NamedTuple):
    """A letter (a ligature gives several) where it stands when the page is read: x to the right, y upwards, in points.

    A blank has no place.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    baseline: float = 0.0
    size: float = 0.0
    strong: bool = False


class Font(NamedTuple):
    """What the letters of one stretch have in common; `turn` is in quarters, None where they lean."""

    size: float
    strong: bool
    turn: int | None


class Letters(NamedTuple):
    """The letters in the order in which they are drawn; what stands askew; how many mean nothing; if all are here."""

    upright: tuple[Letter, ...]
    askew: str
    unknown: int
    whole: bool


BLANK = Letter(" ")


def letters(text: Any) -> Letters:  # noqa: ANN401 pdfium's handle has no type of its own
    """The letters of a page. One whose text runs up or down is turned."""
    count = raw.FPDFText_CountChars(text)
    found = list(_each(text, min(count, MOST)))
    turns = Counter(font.turn for letter, font in found if letter is not BLANK)
    turn = max((each for each in turns if each is not None), key=lambda each: (turns[each], -each), default=0)
    upright = [letter for letter, font in found if letter is BLANK or font.turn == turn]
    askew = "".join(letter.text for letter, font in found if letter is BLANK or font.turn != turn)
    unknown = sum(letter.text == UNKNOWN for letter in upright)
    return Letters(tuple(upright), " ".join(askew.split()), unknown, count <= MOST)


def _each(text: Any, count: int) -> Iterator[tuple[Letter, Font]]:  # noqa: ANN401
    box = [c_double() for _ in range(4)]
    x, y = c_double(), c_double()
    ends, origin = [byref(each) for each in box], (byref(x), byref(y))
    drawn: int | None = -1
    font = Font(0.0, strong=False, turn=0)
    for index in range(count):
        told = _told(raw.FPDFText_GetUnicode(text, index))
        if told == " ":
            yield BLANK, font
        if told in {" ", ""}:
            continue
        stretch = cast(raw.FPDFText_GetTextObject(text, index), c_void_p).value
        if stretch != drawn or stretch is None:
            drawn, font = stretch, _font(text, index)
        raw.FPDFText_GetCharBox(text, index, *ends)
        raw.FPDFText_GetCharOrigin(text, index, *origin)
        left, right, bottom, top = (each.value for each in box)
        ends_near = -FAR < left <= right < FAR and -FAR < bottom <= top < FAR
        if not (ends_near and 0 < font.size < FAR and abs(x.value) < FAR and abs(y.value) < FAR):
            continue  # nobody sees it
        place = _placed(font.turn, (left, right, bottom, top), (x.value, y.value))
        yield Letter(told, *place, font.size, font.strong), font


def _told(code: int) -> str:
    """What a letter is, "" for none."""
    if code in BLANKS:
        return " "
    if code in LIGATURES:
        return LIGATURES[code]
    if code in HYPHENS:
        return "-"
    if code in BULLETS:
        return "•"
    if code == 0 or code in PRIVATE or code == ord(UNKNOWN):
        return UNKNOWN
    return "" if code < ord(" ") or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 else chr(code)  # noqa: PLR2004


def _font(text: Any, index: int) -> Font:  # noqa: ANN401
    """How a letter is set: as large as it comes out, whatever the page is scaled by."""
    matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFText_GetMatrix(text, index, byref(matrix))
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    turn = math.atan2(matrix.b, matrix.a) / QUARTER
    upright = abs(turn - round(turn)) * QUARTER < LEANING
    name, flags = create_string_buffer(LONGEST_NAME), c_int()
    raw.FPDFText_GetFontInfo(text, index, name, LONGEST_NAME, byref(flags))
    named = any(word in name.value.lower() for word in BOLD_NAMES)
    strong = named or raw.FPDFText_GetFontWeight(text, index) >= BOLD
    return Font(size, strong, round(turn) % 4 if upright else None)


def _placed(
    turn: int | None, box: tuple[float, float, float, float], origin: tuple[float, float]
) -> tuple[float, float, float]:
    """Left, right and baseline of a letter on the page as its text is read."""
    left, right, bottom, top = box
    x, y = origin
    if turn == 1:
        return bottom, top, -x
    if turn == 2:  # noqa: PLR2004 quarters
        return -right, -left, -y
    return (-top, -bottom, x) if turn == 3 else (left, right, y)  # noqa: PLR2004
