"""Figures that are an age or an hour: Joy Almonte, 19; is 61 years old; died at 91; shuts at seven."""

from collections.abc import Sequence

from checker.extract.chunks import is_verb
from checker.extract.numeral import Numeral, word, words
from checker.extract.numerals_words import cardinal
from checker.extract.syntax import Token
from checker.rulebook.grammar import grammar
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

OLDEST = 120  # years
NEAR = 40  # tokens before a figure within which a word may tell that it is a count
CLOSING = frozenset((",", ".", ")", ";"))


def is_age(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether a figure is somebody's age."""
    first, last = numeral.first, numeral.last
    if not (first and 0 < numeral.low < OLDEST and numeral.form == "cardinal" and not numeral.decimals):
        return False
    return (
        _stated(tokens, numeral)
        or _in_apposition(tokens, first, last)
        or _of_nine(tokens, first, last)
        or (word(tokens, first - 1) == "at" and _hour_or_age(tokens, numeral))
    )


def is_hour(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether a figure is one of a pair that tells the time: at ten to four, at twenty past six."""
    first, last = numeral.first, numeral.last
    if numeral.form != "cardinal" or not numeral.spelled:
        return False
    before = word(tokens, first - 1) == "at" and word(tokens, last) in {"to", "past"}
    return (before and cardinal(word(tokens, last + 1))[0] is not None) or (
        word(tokens, first - 3) == "at" and word(tokens, first - 1) in {"to", "past"}
    )


def _stated(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Is 61 years old, at three months of age; she was 18."""
    span = units().measured.get(word(tokens, numeral.last))
    if span is not None and span.dimension == "[time]":
        behind = words(tokens, numeral.last + 1, numeral.last + 3)
        return behind[:1] == ["old"] or behind == ["of", "age"]
    listed = quantity_words().names
    being = word(tokens, numeral.first - 1) in listed.being and word(tokens, numeral.first - 2) in listed.persons
    return being and not _noun_behind(tokens, numeral)


def _in_apposition(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Joy Almonte, 19, ..."""
    if first < 2 or word(tokens, first - 1) != "," or not tokens[first].text[0].isdigit():  # noqa: PLR2004 - name, comma
        return False
    closed = last >= len(tokens) or tokens[last].text in CLOSING
    named = tokens[first - 2].text[0].isupper() and (first - 3 < 0 or tokens[first - 3].text[0].isupper())
    return closed and named


def _of_nine(tokens: Sequence[Token], first: int, last: int) -> bool:
    """A girl of nine, at the age of 22."""
    closed = last >= len(tokens) or tokens[last].text in CLOSING
    behind, name = word(tokens, last), word(tokens, first - 2)
    if word(tokens, first - 1) != "of":
        return False
    aged = name in grammar().words.aged
    return name == "age" or (aged and (closed or behind in quantity_words().names.after_age or is_verb(behind)))


def _hour_or_age(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """A small bare figure behind "at" (locks its doors at seven, died at 91); but a toll stands at 12."""
    if _noun_behind(tokens, numeral) or word(tokens, numeral.last) in quantity_words().names.apiece:
        return False
    telling = quantity_words().names.at_counts | grammar().words.toll_nouns
    return not any(token.lower in telling for token in tokens[max(0, numeral.first - NEAR) : numeral.first])


def _noun_behind(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether a word stands behind the figure that it may count, or a unit."""
    following = word(tokens, numeral.last)
    if not following[:1].isalpha():
        return following in {"%", "°"}
    return following not in grammar().words.closed
