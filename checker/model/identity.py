"""What makes a claim the same after edits elsewhere: its sentence and the figure in it, never an offset or a path."""

from hashlib import sha256

from checker.model.claim import Claim
from checker.model.interval import Interval

LENGTH = 16  # hexadecimal digits of a key


def folded(text: str) -> str:
    """The text in lower case with every stretch of blanks and line breaks as one blank."""
    return " ".join(text.casefold().split())


def key_of(*parts: object) -> str:
    """A key of some contents."""
    return sha256("\0".join(map(str, parts)).encode("utf-8", errors="replace")).hexdigest()[:LENGTH]


def claim_key(claim: Claim) -> str:
    """The key of a claim: the same in every text that has the sentence, however it is wrapped."""
    return words_key(claim.number.text, claim.quote, place_in_quote(claim))


def words_key(figure: str, quote: str, place: int) -> str:
    """The key of the claim with this figure in this sentence, where it has stood `place` times before."""
    return key_of(folded(figure), folded(quote), place)


def place_in_quote(claim: Claim) -> int:
    """How often the figure as written stands in the sentence before its own place."""
    return claim.quote[: claim.number.start - claim.span.start].count(claim.number.text)


def value_told(claim: Claim) -> str:
    """The value that a claim gives, as text that tells it from others: 35 person, 12.. home, 2031-05-06."""
    if claim.measure == "date":
        return f"{claim.time.start}/{claim.time.end}" if claim.time else folded(claim.number.text)
    return f"{_ends(claim.asserted)} {claim.unit.name}".strip()


def _ends(interval: Interval) -> str:
    low, high = (f"{end:.12g}" if end is not None else "" for end in (interval.low, interval.high))
    return low if low == high else f"{low}..{high}"
