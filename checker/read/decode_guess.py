"""Which encoding of one byte a character a text is in that is no UTF-8, by what makes sense in it.

Of each encoding is asked what it makes of the bytes: letters within words, of the case and script of their neighbours;
quotes and dashes where they stand in prose; signs of money before figures. Whatever is found is told as a guess.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

# The likeliest first: of two that make as much sense of the bytes it is taken.
LABELS = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "mac-roman": "Mac Roman",
    "koi8-r": "KOI8-R (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "iso8859-2": "ISO 8859-2 (Central European)",
    "cp850": "code page 850 (DOS)",
    "cp437": "code page 437 (DOS)",
}
SAMPLES = 300  # places by which it is told
AROUND = 12  # bytes on either side of each
FEWEST = 12  # letters of another script below which they are no evidence of it
FEW = 0.1  # share of bytes beyond ASCII up to which something is a text, whatever they mean
MARGIN = 0.15  # by which the best has to make more sense than another reading to be certain
LEAST = 0.6  # sense below which it is no text in any of them
_PLACE = re.compile(rb"[\x00-\x7f]{0,%d}(?:[\x80-\xff]{1,40}[\x00-\x7f]{0,%d}){1,40}" % (AROUND, AROUND))
_RARE = "ðþÐÞýÝ"  # letters of Iceland, where others have those of Turkey
_ORDINALS = "ªº"


class Guess(NamedTuple):
    """A text and the encoding that it was read in; whether no other makes as much sense."""

    text: str
    encoding: str
    certain: bool


def guess(data: bytes) -> Guess | None:
    """The bytes in the encoding that makes most sense of them, None where none does."""
    samples = b"\n".join(match[0] for match, _ in zip(_PLACE.finditer(data), range(SAMPLES), strict=False))
    scored = sorted(_scored(samples), key=lambda each: -each[0])
    for number, (score, encoding, reading) in enumerate(scored):
        if score < LEAST:
            break
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue  # a byte beyond the samples has no meaning there
        rivals = (other for other, _, read in scored[number + 1 :] if read != reading)
        return Guess(text, encoding, certain=score - max(rivals, default=0.0) >= MARGIN)
    odd = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return Guess(data.decode("cp1252", errors="replace"), "cp1252", certain=False) if odd <= FEW * len(data) else None


def _scored(samples: bytes) -> list[tuple[float, str, str]]:
    """Sense, encoding and reading for each encoding in which the samples have a meaning."""
    found = []
    for encoding in LABELS:
        try:
            text = samples.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(char.isalpha() and not _is_latin(char) for char in text) not in range(1, FEWEST):
            found.append((sense(text), encoding, text))
    return found


def sense(text: str) -> float:
    """How much sense the characters beyond ASCII make where they stand: 1 for all, 0 for none."""
    around = f"\n{text}\n"
    marks = [_fits(around[at - 1], char, around[at + 1]) for at, char in enumerate(around) if not char.isascii()]
    return max(0.0, sum(marks) / len(marks)) if marks else 0.0


def _fits(before: str, char: str, after: str) -> float:
    """Whether a character may stand there: 1 for likely, 0 for odd, -1 for out of the question."""
    if char.isalpha():
        return _letter_fits(before, char, after)
    fits = next((fit for kind, fit in _SIGNS if char in kind), None)
    if fits is not None:
        return fits(before, after)
    return -1.0 if unicodedata.category(char) in {"Cc", "Cn", "Co"} else -0.5


def _opens(before: str, after: str) -> float:
    return 1.0 if after.isalnum() and not before.isalnum() else -0.5


def _closes(before: str, after: str) -> float:
    within = before.isalpha() and (after.islower() or not after.isalnum())
    return 1.0 if within or before in ".,!?" else -0.2


def _parts(before: str, after: str) -> float:
    return 1.0 if before.isspace() == after.isspace() or before.isdigit() == after.isdigit() else 0.3


def _before_figure(before: str, after: str) -> float:
    del before
    return 1.0 if after.isdigit() else -0.5


def _after_figure(before: str, after: str) -> float:
    del before
    return -0.5 if after.isalpha() else 0.8


_SIGNS: tuple[tuple[str, Callable[[str, str], float]], ...] = (
    ("‘“«¿¡", _opens),
    ("’”»", _closes),
    ("–—…•\u00a0", _parts),
    ("£€¥¢", _before_figure),
    ("°%‰½¼¾²³™®©µ×±·§¶", _after_figure),
)


def _letter_fits(before: str, char: str, after: str) -> float:
    """Whether a letter has the case and the script of its neighbours."""
    latin = _is_latin(char)
    near = [each for each in (before, after) if each.isalpha()]
    if (before.islower() and char.isupper()) or any(_is_latin(each) != latin for each in near):
        return -1.0
    if char in _ORDINALS:
        return 0.5 if before.isdigit() else -0.5
    if before.isdigit() or after.isdigit():
        return -0.5
    if latin and near and not any(map(str.isascii, near)):
        return 0.3  # a word of nothing but accents
    rare = char in _RARE or (char.isupper() and after.isupper() and not latin)
    return (0.5 if rare else 1.0) if near else 0.0


def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")
