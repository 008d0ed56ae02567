"""Making text from reports fit to print: what a terminal or a reader could be fooled by is shown, not sent."""

from functools import cache
from unicodedata import category, combining, east_asian_width

PICTURES = 0x2400  # U+2400 and after: a picture for each C0 control (␛ for escape)
DELETE = 0x7F


def visible(text: str) -> str:
    r"""The text on one line with control, format and bidi characters shown as ␛, \x9b or \u202e.

    Line breaks and blanks of all kinds become a space; offsets are not kept.
    """
    return text if text.isprintable() else "".join(map(visible_character, text))


@cache
def visible_character(char: str) -> str:
    """One character as `visible` shows it."""
    code = ord(char)
    if char.isprintable():
        return char
    if char in "\n\r\t\v\f\x85\u2028\u2029" or category(char) == "Zs":
        return " "
    if code < ord(" "):
        return chr(PICTURES + code)
    if code == DELETE:
        return "␡"
    return char.encode("ascii", "backslashreplace").decode("ascii")


def columns(text: str) -> int:
    """How many columns of a terminal the visible text takes."""
    return len(text) if text.isascii() else sum(_width(char) for char in text)


@cache
def _width(char: str) -> int:
    if combining(char) or category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
