"""What a word looks like, whatever stands around it: settled once for each word, not once for each time it is met."""

from functools import lru_cache
from typing import NamedTuple

from checker.rulebook.speakers import speaker_lexicon

KNOWN = 1 << 16  # words that are kept in mind
LONGEST_ARTICLE = 3  # letters before the hyphen of al-Hol, ash-Shaddadi
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " ", "\u202f": " "})


class Look(NamedTuple):
    """A word's folded form, whether it is capitalised, as names are, and so that a place's name may go on with it."""

    lower: str
    upper: bool
    named: bool
    capital: bool


@lru_cache(maxsize=KNOWN)
def look(text: str) -> Look:
    """How a word looks."""
    lower = text.casefold()
    if not lower.isascii():
        lower = lower.translate(_STRAIGHT)
    return Look(lower, text[0].isupper(), _named(text, lower), _capital(text))


def _named(text: str, lower: str) -> bool:
    """Whether a word is capitalised as names are, and is no day or month."""
    glue = speaker_lexicon().glue
    head, hyphen, tail = text.partition("-")
    upper = text[:1].isupper() or (bool(hyphen) and tail[:1].isupper() and head in glue.particles)
    return upper and lower not in glue.dates and lower not in ("i", "we")


def _capital(text: str) -> bool:
    """Whether a word may begin or continue a place's name: Aleppo, al-Hol, U.S., DOSSO; not US-led, al-Hol-based."""
    dash = text.rfind("-")
    if dash > 0 and text[dash + 1 : dash + 2].islower() and (dash > LONGEST_ARTICLE or dash + 3 < len(text)):
        return False
    if text[0].isupper():
        return True
    dash = text.find("-")
    return 0 < dash <= LONGEST_ARTICLE and text[dash + 1 : dash + 2].isupper()
