"""Figures that count nothing: parts of names, ages, dates, clock times, marks of lists."""

from collections.abc import Sequence
from functools import cache

from checker.extract.numeral import Numeral, word, words
from checker.extract.numerals_digits import FIRST_YEAR, LAST_YEAR
from checker.extract.syntax import Token
from checker.rulebook.grammar import grammar
from checker.rulebook.numerals import Hedge, hedges, numerals
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

OLDEST = 120  # years
HOURS = 25
IDIOM = 4  # words of the longest idiom


def names_something(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the figure is part of a name, a date, an age, an idiom or a list and counts nothing."""
    if numeral.form == "none" and tuple(words(tokens, numeral.first, numeral.first + 3)) in hedge_words("before"):
        return True  # no fewer than
    if numeral.tail.partition("-")[0] in numerals().tails.not_units or _age(tokens, numeral) or _idiom(tokens, numeral):
        return True
    if tokens[numeral.first].text[0].isdigit():
        return _designation(tokens, numeral) or _clock(tokens, numeral) or _foreign_letters(tokens, numeral)
    return word(tokens, numeral.first) == "one" and word(tokens, numeral.first - 1) in quantity_words().names.pointing


def _designation(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Route 4, Resolution 2254, No 7, #12, AB12, in 2014, 7 p.m."""
    designators, names = units().designators, quantity_words().names
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    if after is not None and after.lower in designators.after:
        return True
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is None or numeral.last - numeral.first > 1:
        return False
    plural = after is not None and units().is_plural(after.lower)
    if before.lower in designators.before and not plural:
        return True
    abuts = before.end == tokens[numeral.first].start and before.text not in units().signs
    if abuts and (before.text in names.marks or before.text[-1].isalnum()):
        return True
    year = FIRST_YEAR <= numeral.low <= LAST_YEAR and "," not in tokens[numeral.first].text
    return year and before.lower in names.date_parts and not plural


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


def _age(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Joy Almonte, 19, a girl of nine: an age."""
    first, last = numeral.first, numeral.last
    if not (first > 1 and 0 < numeral.low < OLDEST and numeral.form == "cardinal" and not numeral.decimals):
        return False
    before, name = tokens[first - 1].lower, tokens[first - 2]
    closed = last >= len(tokens) or tokens[last].text in {",", ".", ")", ";"}
    if before == "," and closed and name.text[0].isupper():
        named = first - 3 < 0 or tokens[first - 3].text[0].isupper()
        if named:
            return tokens[first].text[0].isdigit()
    aged = before == "of" and name.lower in grammar().words.aged
    return aged and (closed or tokens[last].lower in quantity_words().names.after_age)


def _idiom(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """One of those days, one another."""
    phrases = quantity_words().names.phrases
    return any(tuple(words(tokens, numeral.first, numeral.first + length)) in phrases for length in range(2, IDIOM + 1))


@cache
def hedge_words(side: str) -> dict[tuple[str, ...], Hedge]:
    """The hedges of one side by their folded words."""
    return hedges().by_words(side)
