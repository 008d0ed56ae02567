"""Figures that count nothing: parts of names, ages, dates, clock times, idioms, marks of lists."""

from collections.abc import Sequence
from functools import cache

from checker.extract.numeral import Numeral, word, words
from checker.extract.quantities_ages import is_age, is_hour
from checker.extract.quantities_designators import is_designation
from checker.extract.syntax import Token
from checker.rulebook.grammar import grammar
from checker.rulebook.numerals import Hedge, hedges, numerals
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

HOURS = 25
LONGEST_IDIOM = 7  # words


def names_something(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the figure is part of a name, a date, an age, an idiom or a list and counts nothing."""
    if numeral.form == "none" and tuple(words(tokens, numeral.first, numeral.first + 3)) in hedge_words("before"):
        return True  # no fewer than
    if numeral.tail.partition("-")[0] in numerals().tails.not_units:
        return True
    if is_age(tokens, numeral) or is_hour(tokens, numeral) or _idiom(tokens, numeral):
        return True
    if tokens[numeral.first].text[0].isdigit():
        return is_designation(tokens, numeral) or _clock(tokens, numeral) or _foreign_letters(tokens, numeral)
    return word(tokens, numeral.first) == "one" and word(tokens, numeral.first - 1) in quantity_words().names.pointing


def _clock(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """A time of day that opens a line: 14 : 30."""
    at = numeral.last
    return numeral.first == 0 and numeral.low < HOURS and word(tokens, at) == ":" and word(tokens, at + 1).isdigit()


def _foreign_letters(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Letters on digits that are no unit (747B), and a calibre: 122mm rockets."""
    suffix = numeral.suffix
    known = suffix in units().measured or suffix in numerals().letters or suffix in units().money
    if suffix and not known:
        return True
    after = word(tokens, numeral.last)
    return suffix == "mm" and after.isalpha() and after not in grammar().words.closed


def _idiom(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """One of those days, one another, second to none: the figure stands in a phrase of the list."""
    phrases, openers = quantity_words().names.phrases, quantity_words().names.openers
    for start in range(max(0, numeral.first - LONGEST_IDIOM + 1), numeral.first + 1):
        if tokens[start].lower not in openers:
            continue
        for length in range(numeral.first - start + 1, LONGEST_IDIOM + 1):
            if tuple(words(tokens, start, start + length)) in phrases:
                return True
    return False


@cache
def hedge_words(side: str) -> dict[tuple[str, ...], Hedge]:
    """The hedges of one side by their folded words."""
    return hedges().by_words(side)
