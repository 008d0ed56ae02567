"""Numerals: figures in digits and words, ranges, fractions, vague plurals and words for none."""

from collections.abc import Sequence
from functools import cache, lru_cache

from checker.extract.numeral import Numeral, word, words
from checker.extract.numerals_digits import digits
from checker.extract.numerals_scales import single
from checker.extract.numerals_shares import fraction, one_in, share
from checker.extract.numerals_words import ARTICLES
from checker.extract.syntax import Token
from checker.extract.words import KNOWN
from checker.model import Unit
from checker.rulebook.numerals import Vague, numerals
from checker.rulebook.units import units

__all__ = ["Numeral", "find_numerals"]

LONGEST_VAGUE = 3  # words: tens of thousands
ALTERNATIVES = 20  # two or three: above this "or" joins two figures, not one
FARTHEST = 5  # between alternatives


def find_numerals(tokens: Sequence[Token], taken: frozenset[int] = frozenset()) -> tuple[Numeral, ...]:
    """All numerals of a sentence in order, without overlaps; token indices in `taken` (times, names) are left out."""
    found: list[Numeral] = []
    last = 0
    for index in [at for at, token in enumerate(tokens) if _opens(token.lower)]:
        if index < last or index in taken or not _goes_on(tokens, index):
            continue
        numeral = _at(tokens, index)
        if numeral is not None:
            found.append(numeral)
            last = numeral.last
    return tuple(found)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether an article, if it is one, has a word behind it with which a numeral goes on."""
    article = tokens[index].lower in ARTICLES
    return not article or word(tokens, index + 1).partition("-")[0] in numerals().second


@lru_cache(maxsize=KNOWN)
def _opens(lower: str) -> bool:
    """Whether a word may begin a numeral; nine in ten cannot."""
    if lower in ARTICLES or lower in numerals().first or lower[0].isdigit() or lower[0] == ".":
        return True
    return ("-" in lower and lower.partition("-")[0] in numerals().first) or lower.endswith("fold")


def _at(tokens: Sequence[Token], index: int) -> Numeral | None:
    """The numeral that begins at the token."""
    worded = tokens[index].lower in _worded()
    part = fraction(tokens, index)
    first = _none(tokens, index) or _vague(tokens, index) if worded else None
    first = first or (share(tokens, index, *part) if part else None)
    if first is not None:
        return first
    low = single(tokens, index)
    if low is None:
        return _multiple(tokens, index)
    return (None if part else one_in(tokens, index, low)) or _range(tokens, index, low) or low


@cache
def _worded() -> frozenset[str]:
    """Words that begin what is none or vague."""
    listed = numerals().none
    return listed.before | listed.alone | {name.split()[0] for name in (*listed.phrases, *numerals().vague)}


def _none(tokens: Sequence[Token], index: int) -> Numeral | None:
    """No, none, zero, not a single."""
    listed, lower = numerals().none, tokens[index].lower
    for length in (3, 2):
        if " ".join(words(tokens, index, index + length)) in listed.phrases:
            return Numeral(index, index + length, 0, 0, form="none", spelled=True)
    following = word(tokens, index + 1)
    counts = lower in listed.before and following[:1].isalpha() and following not in listed.idioms
    if not counts and lower not in listed.alone:
        return None
    return Numeral(index, index + 1, 0, 0, form="none", spelled=True)


def _vague(tokens: Sequence[Token], index: int) -> Numeral | None:
    """Dozens, tens of thousands, several, a few, several hundred."""
    table = numerals().vague
    for length in (LONGEST_VAGUE, 1, 2):
        phrase = words(tokens, index, index + length)
        name = " ".join(phrase)
        if name not in table or len(phrase) < length:
            continue
        last = index + length - (phrase[-1] == "of")
        found = Numeral(index, last, table[name].low, table[name].low, form="vague", vague=table[name], spelled=True)
        return _several_hundred(tokens, found, table[name])
    return None


def _several_hundred(tokens: Sequence[Token], found: Numeral, vague: Vague) -> Numeral:
    """The vague figure times the scale or group behind it: several hundred, a few dozen."""
    name = word(tokens, found.last)
    scale = numerals().scales.get(name) or (numerals().groups.get(name) if name in numerals().countable else None)
    if scale is None:
        return found
    scaled = Vague(
        low=vague.low * scale, hard=(vague.hard[0] * scale,), soft=(vague.soft[0] * scale, vague.soft[1] * scale)
    )
    return found._replace(last=found.last + 1, low=scaled.low, high=scaled.low, vague=scaled)


def _multiple(tokens: Sequence[Token], index: int) -> Numeral | None:
    """Twice, thrice, double, fivefold: how many times as much."""
    lower = tokens[index].lower
    value = numerals().multiples.get(lower)
    if value is not None and word(tokens, index + 1) in numerals().compared:
        return Numeral(index, index + 1, value, value, form="multiple", spelled=True)
    times = numerals().cardinals.get(lower.removesuffix("fold")) if lower.endswith("fold") else None
    return Numeral(index, index + 1, times, times, form="multiple", spelled=True) if times else None


def _range(tokens: Sequence[Token], index: int, low: Numeral) -> Numeral | None:
    """Two to five, 40 or 50, between 40 and 60, $2bn-$3bn, 40% to 60%; a change (from 40 to 60) is two figures."""
    at = low.last
    if low.tail or low.form != "cardinal":
        return None
    unit = _unit(tokens, at) if not low.suffix else None
    at += unit is not None
    at += word(tokens, at) == "-" and word(tokens, at + 1) in numerals().joints  # 8- to 16-metre
    joint, before = word(tokens, at), _before(tokens, index)
    between = "between" in before
    if not (
        (joint in numerals().joints and not numerals().changing & set(before))
        or (joint == "and" and between)
        or (joint == "or" and low.low < ALTERNATIVES)
    ):
        return None
    return _range_to(tokens, index, low, at + 1, unit)


def _before(tokens: Sequence[Token], index: int) -> list[str]:
    """The word before a figure, and the one before that where a hedge or a currency sign stands between."""
    return words(tokens, index - 2, index) if word(tokens, index - 2) == "between" else words(tokens, index - 1, index)


def _range_to(tokens: Sequence[Token], index: int, low: Numeral, at: int, unit: Unit | None) -> Numeral | None:
    """The range that ends with the figure at an index, whose unit and scale are those of the lower end."""
    signed = units().signs.get(tokens[at].text) if at < len(tokens) else None
    if signed is not None:
        if not index or units().signs.get(tokens[index - 1].text) is not signed:
            return None
        at += 1
    high = single(tokens, at) if at < len(tokens) else None
    if high is None or high.form != "cardinal" or (low.suffix and high.suffix != low.suffix):
        return None
    if unit is not None and _unit(tokens, high.last) is not unit and not high.suffix:
        return None
    value = low.low * _scale_of(tokens, high, at) if low.low < high.low / 1000 else low.low
    joint = word(tokens, at - 1)
    if value >= high.low or (joint == "or" and high.low - value > FARTHEST):
        return None
    decimals = max(low.decimals, high.decimals)
    return high._replace(first=index, low=value, form="range", decimals=decimals, spelled=low.spelled)


def _unit(tokens: Sequence[Token], at: int) -> Unit | None:
    """The unit of one word at a token."""
    return units().measured.get(word(tokens, at)) or units().money.get(word(tokens, at))


def _scale_of(tokens: Sequence[Token], high: Numeral, at: int) -> float:
    """What the upper end's first token is multiplied by, so that "2 to 3 million" gives both ends their scale."""
    if high.last - at < 2:  # noqa: PLR2004 - a figure and its scale word
        return 1.0
    bare = digits(tokens[at])
    return high.low / bare.low if bare and bare.low else 1.0
