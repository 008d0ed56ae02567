"""What a numeral is, and the bounds that keep hostile ones out of every conversion."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.syntax import Token
from checker.rulebook.numerals import Vague

MOST_DIGITS = 18  # a longer run of digits is an identifier, and no conversion sees it
LARGEST = 1e18  # a greater number is none that people count
PLACES = 1  # decimals of a share told in words: two thirds is 66.7 percent


class Numeral(NamedTuple):
    """A figure: token range (`last` excluded), its values and how it is written.

    `form`: cardinal, range, vague, none, share (values in percent), multiple. `tail` is what a hyphen ties to it
    ("hour" in 36-hour), `suffix` letters written onto the digits that are no scale ("km" in 40km).
    """

    first: int
    last: int
    low: float
    high: float
    form: str = "cardinal"
    decimals: int = 0
    vague: Vague | None = None
    suffix: str = ""
    tail: str = ""
    spelled: bool = False

    def times(self, scale: float, last: int) -> "Numeral":
        """The same figure times a scale word, which ends at `last`."""
        return self._replace(last=last, low=self.low * scale, high=self.high * scale, decimals=0)


def word(tokens: Sequence[Token], index: int) -> str:
    """The folded token at an index, "" outside of the sentence."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def words(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    """The folded tokens of a range, cut at the ends of the sentence."""
    return [token.lower for token in tokens[max(0, first) : last]]
