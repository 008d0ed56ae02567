"""The hedge of a figure: at least 12, 12 or more, up to 40."""

from collections.abc import Sequence

from checker.extract.numeral import word, words
from checker.extract.quantities_names import hedge_words
from checker.extract.quantity import Quantity
from checker.extract.syntax import Token
from checker.rulebook.grammar import grammar
from checker.rulebook.numerals import hedges
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

WEAK = frozenset(("exact", "about"))  # kinds that a hedge behind the figure overrides


def find_hedge(tokens: Sequence[Token], quantity: Quantity) -> None:
    """Give the quantity the longest hedge right before the figure, else one right behind it."""
    numeral = quantity.numeral
    at = numeral.first
    if at and (
        tokens[at - 1].text in units().signs
        or (word(tokens, at - 1) == "between" or word(tokens, at - 1) in quantity_words().negative)
    ):
        at -= 1
    quantity.first = at
    before = hedge_words("before")
    longest = hedges().longest if at and word(tokens, at - 1) in hedges().last else 0
    for length in range(min(longest, at), 0, -1):
        phrase = tuple(words(tokens, at - length, at))
        hedge = before.get(phrase)
        if hedge and not _directs(tokens, at - length, phrase, quantity):
            quantity.hedge, quantity.first = hedge, at - length
            break
    after = hedge_words("after")
    for length in (2, 3, 1):
        phrase = tuple(words(tokens, numeral.last, numeral.last + length))
        if phrase in after and (quantity.hedge is None or quantity.hedge.kind in WEAK):
            quantity.hedge, quantity.last = after[phrase], numeral.last + length
            break
    if quantity.hedge:
        quantity.because.append(f"hedge {quantity.hedge.id}")


def _directs(tokens: Sequence[Token], first: int, phrase: tuple[str, ...], quantity: Quantity) -> bool:
    """Whether the words are no hedge but a direction or a length of time: go up to 1,800, over an 18-month period."""
    before = word(tokens, first - 1)
    if phrase == ("up", "to"):
        return before in grammar().words.moving or before in grammar().words.rising
    return phrase == ("over",) and (before in quantity_words().hedges.over_behind or bool(quantity.numeral.tail))
