"""Quantities: numerals with their hedge, unit and noun phrase."""

from collections.abc import Sequence

from checker.extract.numeral import Numeral, word
from checker.extract.numerals import find_numerals
from checker.extract.numerals_words import ARTICLES
from checker.extract.quantities_compounds import join_compounds
from checker.extract.quantities_hedges import find_hedge
from checker.extract.quantities_names import names_something
from checker.extract.quantities_rates import find_rate
from checker.extract.quantities_units import find_unit
from checker.extract.quantity import Quantity
from checker.extract.syntax import Sentence, Token
from checker.rulebook.grammar import grammar
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

__all__ = ["Quantity", "find_quantities"]


def find_quantities(sentence: Sentence, taken: frozenset[int], country: str = "") -> tuple[Quantity, ...]:
    """The quantities of a sentence in order.

    Args:
        sentence: its tokens.
        taken: token indices of times and other names whose figures count nothing.
        country: ISO code of the report's country, which decides what a bare franc or pound is.
    """
    tokens = sentence.tokens
    found: list[Quantity] = []
    numerals = list(find_numerals(tokens, taken))
    if not sentence.words.isdisjoint(ARTICLES):
        numerals = _with_articles(tokens, numerals, taken)
    counting = [numeral for numeral in numerals if not names_something(tokens, numeral)]
    stops = taken | {numeral.first for numeral in counting}
    for numeral in counting:
        quantity = Quantity(numeral, numeral.first, numeral.last, because=[numeral.form])
        find_hedge(tokens, quantity)
        find_unit(tokens, quantity, stops, country)
        find_rate(tokens, quantity)
        found.append(quantity)
    return join_compounds(tokens, found)


def _with_articles(tokens: Sequence[Token], found: Sequence[Numeral], taken: frozenset[int]) -> list[Numeral]:
    """The numerals, and each article that counts: within a week, for more than a year, a woman was killed."""
    inside = taken | {index for numeral in found for index in range(numeral.first, numeral.last)}
    added = [
        Numeral(index, index + 1, 1, 1, spelled=True)
        for index, token in enumerate(tokens[:-1])
        if token.lower in ARTICLES
        and index not in inside
        and index + 1 not in inside
        and _counts(*(word(tokens, index + step) for step in (-1, 1, 2)))
    ]
    return sorted((*found, *added), key=lambda numeral: numeral.first)


def _counts(before: str, following: str, behind: str) -> bool:
    """Whether an article between these words counts one: a length of time, a tonne of something, a victim."""
    words = quantity_words().articles
    if before in words.not_behind:
        return False
    span = units().measured.get(following)
    if span is not None and span.dimension == "[time]":
        return before in words.spans
    if span is not None and span.dimension in words.amounts:
        return behind == "of"
    return units().counted.get(following) == "person" and following in grammar().words.victims
