"""Times of day: they are no claims, and their figures are no quantities."""

import re

from checker.extract.temporal_dates import Line, at
from checker.rulebook.temporal import temporal

HOURS = 24

_COLON = re.compile(r"([01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:am|pm|gmt|z|h)?")
_GLUED = re.compile(r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?(?:am|pm)")
_HALF = re.compile(r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?(?:-(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?)?")
_ZONED = re.compile(r"[0-2]?\d[:.]?[0-5]\d")
_MILITARY = re.compile(r"[0-2]\d[0-5]\d[hz]|(?:[01]?\d|2[0-4])h(?:[0-5]\d)?")
_ZONE_HOURS = frozenset(("hours", "hrs"))


def clock(line: Line, index: int) -> int | None:
    """The token behind the time of day that begins at `index`, None where none does."""
    word, following = at(line, index), at(line, index + 1)
    words = temporal().clock
    if word in words.named:
        return _zone(line, index + 1)
    if following in words.oclock and (word.isdigit() or word in temporal().numbers.counts):
        return index + 2
    return _figure(line, index) if word[:1].isdigit() else None


def _figure(line: Line, index: int) -> int | None:
    word, following = at(line, index), at(line, index + 1)
    words = temporal().clock
    half = following in words.halves
    if _COLON.fullmatch(word) or _GLUED.fullmatch(word) or (half and _HALF.fullmatch(word)):
        return _zone(line, index + (2 if half else 1))
    if following in words.zones and _ZONED.fullmatch(word) and (following not in _ZONE_HOURS or word.startswith("0")):
        return _zone(line, index + 1)
    if _MILITARY.fullmatch(word):
        return _military(line, index)
    if following in {"to", "and", "-"} and _HALF.fullmatch(word):
        end = index + 2
        if at(line, end + 1) in words.halves and _HALF.fullmatch(at(line, end)):
            return _zone(line, end + 2)
    return None


def _military(line: Line, index: int) -> int | None:
    """1800H, 23h17 (two tokens without a blank); a bare "18h" may be a duration and is left alone."""
    token = line[index]
    if token.lower[-1] == "h" and len(token.lower) <= len("23h"):
        glued = index + 1 < len(line) and line[index + 1].start == token.end and at(line, index + 1).isdigit()
        return _zone(line, index + 2) if glued else None
    return _zone(line, index + 1)


def _zone(line: Line, index: int) -> int:
    """The token behind a zone, "local time" or "hours", if any."""
    if at(line, index) in temporal().clock.zones:
        index += 1
        if at(line, index) == "time":
            index += 1
    return index
