"""Shares, in percent: half of, two thirds, a quarter, one in five, six cases in ten; and parts of one unit or scale."""

from collections.abc import Sequence

from checker.extract.numeral import PLACES, Numeral, word, words
from checker.extract.numerals_digits import vulgar
from checker.extract.numerals_scales import single
from checker.extract.numerals_words import ARTICLES
from checker.extract.syntax import Token
from checker.rulebook.numerals import numerals
from checker.rulebook.units import units

MOST_PARTS = 1000
PERCENT = 100.0


def share(tokens: Sequence[Token], index: int, value: float, last: int) -> Numeral | None:
    """The share, or the part of one unit or scale, that a fraction is which begins at the token and ends at `last`."""
    return _of_one(tokens, index, value, last) or _of_whole(tokens, index, value, last)


def fraction(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """A fraction and where it ends: half, a third, one quarter, two-thirds, three fifths, 1/4, ¾."""
    table, scales = numerals().fractions, numerals().scales
    lower = tokens[index].lower
    sign = vulgar(tokens[index].text)
    if sign is not None:
        return sign, index + 1
    if lower in numerals().shares.halves or (lower in numerals().shares.sure and word(tokens, index + 1) in scales):
        return table[lower], index + 1
    head, _, name = lower.partition("-")
    if name in table and (head in ARTICLES or head in numerals().cardinals):
        return numerals().cardinals.get(head, 1.0) * table[name], index + 1
    name = word(tokens, index + 1)
    if name not in table:
        return None
    if lower in ARTICLES or lower == "one":
        return table[name], index + 2
    count = numerals().cardinals.get(lower)
    return (count * table[name], index + 2) if count and name.endswith("s") else None


def _of_one(tokens: Sequence[Token], index: int, value: float, last: int) -> Numeral | None:
    """A part of one scale or unit: half a million, a quarter of a million, half an hour, a quarter mile."""
    at = last + (word(tokens, last) == "of")
    if word(tokens, at) in ARTICLES:
        at += 1
    elif at > last:
        return None
    name = word(tokens, at)
    if at == last and tokens[index].lower in ARTICLES and word(tokens, index + 1) not in numerals().shares.sure:
        return None  # a third day, a third million
    scale = numerals().scales.get(name) or numerals().groups.get(name)
    if scale:
        return Numeral(index, at + 1, value * scale, value * scale, spelled=True)
    measured = units().measured
    if name in numerals().shares.indivisible or not (
        name in measured or " ".join(words(tokens, at, at + 2)) in measured
    ):
        return None
    return Numeral(index, at, value, value, decimals=1, spelled=True)


def _of_whole(tokens: Sequence[Token], index: int, value: float, last: int) -> Numeral | None:
    """A share of what follows: half of the homes, a third of them; "a third man" and "the first half" are none."""
    listed = numerals().shares
    after, before = word(tokens, last), word(tokens, index - 1)
    lower = tokens[index].lower
    if lower in listed.halves:
        if after in listed.not_before or before in listed.not_behind:
            return None
    elif after != "of" and _needs_whole(tokens, index):
        return None
    percent = round(PERCENT * value, PLACES)
    return Numeral(index, last, percent, percent, form="share", spelled=True)


def _needs_whole(tokens: Sequence[Token], index: int) -> bool:
    """Whether a fraction is one only of something: a third, 1/4, one quarter (of a year); one sixth is one anyway."""
    lower = tokens[index].lower
    if lower == "one":
        return word(tokens, index + 1) in numerals().shares.sure
    return lower in ARTICLES or vulgar(tokens[index].text) is not None


def one_in(tokens: Sequence[Token], index: int, part: Numeral) -> Numeral | None:
    """One in five, 3 in 10, six cases in ten, one out of every four; `part` is the figure that it begins with."""
    if part.form != "cardinal" or not 0 < part.low <= MOST_PARTS or part.suffix or part.tail:
        return None
    at = part.last
    if word(tokens, at).isalpha() and word(tokens, at) not in numerals().shares.joints:
        at += 1
    if words(tokens, at, at + 2) == ["out", "of"]:
        at += 2
    elif word(tokens, at) == "in":
        at += 1
    else:
        return None
    every = word(tokens, at) == "every"
    at += every
    whole = single(tokens, at) if at < len(tokens) else None
    if whole is None or whole.suffix or whole.tail or not part.low < whole.low:
        return None
    if not every and whole.low not in numerals().shares.wholes:
        return None
    percent = round(PERCENT * part.low / whole.low, PLACES)
    return Numeral(index, whole.last, percent, percent, form="share", spelled=True)
