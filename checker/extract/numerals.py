"""Numerals: figures in digits and words, ranges, fractions, vague plurals and words for none."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.syntax import Token
from checker.rulebook.numerals import Vague, numerals

MOST_DIGITS = 18  # a longer run of digits is an identifier, and no conversion sees it
LARGEST = 1e18
PLACES = 1  # of a share told in words: two thirds is 66.7 percent

_DIGITS = re.compile(r"(\d[\d.,\u00a0\u202f]*)(?:[-–](\d[\d.,]*))?([A-Za-z]+|[°º%])?(?:-(.+))?")
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}"
)
_MINUTES = re.compile(r"\d{1,2}[.:]\d{2}")


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


def find_numerals(tokens: Sequence[Token], taken: frozenset[int] = frozenset()) -> tuple[Numeral, ...]:
    """All numerals of a sentence in order, without overlaps; token indices in `taken` (times, names) are left out."""
    found: list[Numeral] = []
    index = 0
    while index < len(tokens):
        numeral = None if index in taken else _at(tokens, index)
        if numeral is None:
            index += 1
            continue
        found.append(numeral)
        index = numeral.last
    return tuple(found)


def _at(tokens: Sequence[Token], index: int) -> Numeral | None:
    """The numeral that begins at the token."""
    first = _none(tokens, index) or _vague(tokens, index) or _share(tokens, index)
    if first is not None:
        return first
    low = _single(tokens, index)
    if low is None:
        return _multiple(tokens, index)
    return _range(tokens, index, low) or low


def _none(tokens: Sequence[Token], index: int) -> Numeral | None:
    lower = tokens[index].lower
    words = numerals().none
    if lower in words.alone:
        return Numeral(index, index + 1, 0, 0, form="none", spelled=True)
    if lower in words.before and index + 1 < len(tokens) and tokens[index + 1].text[0].isalpha():
        return Numeral(index, index + 1, 0, 0, form="none", spelled=True)
    return None


def _vague(tokens: Sequence[Token], index: int) -> Numeral | None:
    """Dozens, tens of thousands, several, a few."""
    table = numerals().vague
    for length in (3, 1, 2):
        words = " ".join(token.lower for token in tokens[index : index + length])
        if words in table and index + length <= len(tokens):
            last = index + length
            if words.endswith(" of"):
                last -= 1
            return Numeral(
                index, last, table[words].low, table[words].low, form="vague", vague=table[words], spelled=True
            )
    return None


def _share(tokens: Sequence[Token], index: int) -> Numeral | None:
    """Shares, in percent: half of, two thirds, a quarter, one in five, six cases in ten."""
    fractions = numerals().fractions
    lower = tokens[index].lower
    scaled = _fraction_of(tokens, index)
    if scaled is not None:
        return scaled
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if lower in {"half", "halves"} and after not in {"a", "an", "hour", "way", "past"}:
        if index and tokens[index - 1].lower in {"first", "second", "latter", "and", "other"}:
            return None
        return Numeral(index, index + 1, 50, 50, form="share", spelled=True)
    if lower in {"a", "an", "one"} and after in fractions and after != "half" and after != "halves":
        if index + 2 < len(tokens) and tokens[index + 2].lower == "of":
            value = round(100 * fractions[after], PLACES)
            return Numeral(index, index + 2, value, value, form="share", spelled=True)
        return None
    hyphen = lower.split("-")
    if len(hyphen) == 2 and hyphen[1] in fractions and hyphen[0] in numerals().cardinals:
        value = round(100 * numerals().cardinals[hyphen[0]] * fractions[hyphen[1]], PLACES)
        return Numeral(index, index + 1, value, value, form="share", spelled=True)
    part = _single(tokens, index)
    if part is None or part.low > 1000 or part.suffix or part.tail:
        return None
    at = part.last
    if at < len(tokens) and tokens[at].lower in fractions and tokens[at].lower.endswith("s") and part.low > 1:
        value = round(100 * part.low * fractions[tokens[at].lower], PLACES)
        return Numeral(index, at + 1, value, value, form="share", spelled=True)
    return _one_in(tokens, index, part)


def _fraction_of(tokens: Sequence[Token], index: int) -> Numeral | None:
    """A fraction of a scale or of one unit: a quarter of a million, half an hour, half a day."""
    at = index + (tokens[index].lower in {"a", "an"})
    fraction = numerals().fractions.get(tokens[at].lower) if at < len(tokens) else None
    if fraction is None or tokens[at].lower.endswith("s"):
        return None
    at += 1 + (at + 1 < len(tokens) and tokens[at + 1].lower == "of")
    if at + 1 >= len(tokens) or tokens[at].lower not in {"a", "an"}:
        return None
    scale = numerals().scales.get(tokens[at + 1].lower)
    if scale:
        return Numeral(index, at + 2, fraction * scale, fraction * scale, spelled=True)
    if tokens[at + 1].lower in _DIVISIBLE:
        return Numeral(index, at, fraction, fraction, decimals=1, spelled=True)
    return None


_DIVISIBLE = frozenset(("hour", "day", "year", "month", "mile", "kilometre", "kilometer", "century", "decade", "dozen"))


def _one_in(tokens: Sequence[Token], index: int, part: Numeral) -> Numeral | None:
    """One in five, 3 in 10, six cases in ten, one out of every four."""
    at = part.last
    if at < len(tokens) and tokens[at].text.isalpha() and tokens[at].lower not in {"in", "out", "of", "and", "to"}:
        at += 1
    if at < len(tokens) and tokens[at].lower == "out" and at + 1 < len(tokens) and tokens[at + 1].lower == "of":
        at += 1
    elif at >= len(tokens) or tokens[at].lower != "in":
        return None
    at += 1
    if at < len(tokens) and tokens[at].lower == "every":
        at += 1
    whole = _single(tokens, at) if at < len(tokens) else None
    every = tokens[at - 1].lower == "every"
    if (
        whole is None
        or not (every or whole.low in _WHOLES)
        or not 0 < part.low < whole.low
        or whole.suffix
        or whole.tail
    ):
        return None
    value = round(100 * part.low / whole.low, PLACES)
    return Numeral(index, whole.last, value, value, form="share", spelled=True)


_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000))


def _multiple(tokens: Sequence[Token], index: int) -> Numeral | None:
    """Twice, thrice, double: how many times as much."""
    value = numerals().multiples.get(tokens[index].lower)
    if value is None or index + 1 >= len(tokens) or tokens[index + 1].lower not in {"as", "the", "that", "its", "what"}:
        return None
    return Numeral(index, index + 1, value, value, form="multiple", spelled=True)


def _range(tokens: Sequence[Token], index: int, low: Numeral) -> Numeral | None:
    """Two to five, 40 or 50, between 40 and 60; a change (from 40 to 60) is two figures."""
    at = low.last
    if at + 1 >= len(tokens) or low.tail or low.form != "cardinal":
        return None
    joint = tokens[at].lower
    before = tokens[index - 1].lower if index else ""
    between = before == "between" or (index > 1 and tokens[index - 2].lower == "between")
    if not (
        (joint in {"to", "-", "–"} and before not in {"from", "by"})
        or (joint == "and" and between)
        or (joint == "or" and low.low < 20)
    ):
        return None
    high = _single(tokens, at + 1)
    if high is None or high.form != "cardinal" or (high.decimals and high.low < low.low):
        return None
    scale = high.low / _mantissa(tokens, at + 1) if high.last - at > 2 else 1
    value = low.low * scale if low.low < high.low / 1000 else low.low
    if value >= high.low or (joint == "or" and high.low - value > 5):
        return None
    return Numeral(index, high.last, value, high.low, "range", high.decimals, None, high.suffix, high.tail, low.spelled)


def _mantissa(tokens: Sequence[Token], index: int) -> float:
    """The value of the first token alone, so that "2 to 3 million" gives both their scale."""
    value = _digits(tokens[index])
    return value.low if value and value.low else 1.0


def _single(tokens: Sequence[Token], index: int) -> Numeral | None:
    """One figure in digits or words, with its scale words."""
    token = tokens[index]
    value = _digits(token) if token.text[0].isdigit() else None
    if value is not None:
        value = value._replace(first=index, last=index + 1)
        return value if value.suffix or value.tail or value.form != "cardinal" else _scaled(tokens, value)
    if token.text[0].isdigit():
        return None
    return _spelled(tokens, index)


def _scaled(tokens: Sequence[Token], value: Numeral) -> Numeral:
    """The figure times the scale words behind it: 1.2 million, 400 thousand, 3 dozen."""
    words = numerals()
    at, low, decimals = value.last, value.low, value.decimals
    while at < len(tokens) and at < value.last + 2:
        word = tokens[at].lower
        head, _, tail = word.partition("-")
        scale = words.scales.get(head) or (words.groups.get(head) if head in {"dozen", "score"} else None)
        if scale is None or low * scale > LARGEST:
            break
        low, decimals, at = low * scale, 0, at + 1
        if tail:
            return value._replace(last=at, low=low, high=low, decimals=0, tail=tail)
    return value._replace(last=at, low=low, high=low, decimals=decimals)


def _digits(token: Token) -> Numeral | None:
    """A token that begins with a digit; None for clock times, dates, phone numbers, ordinals and the like."""
    match = _DIGITS.fullmatch(token.text)
    if match is None or sum(char.isdigit() for char in token.text) > MOST_DIGITS:
        return None
    first, second, suffix, tail = match.groups()
    low, decimals = _value(first)
    high, more = _value(second) if second else (low, decimals)
    if low is None or high is None or decimals is None or more is None:
        return None
    suffix, tail = (suffix or "").casefold(), (tail or "").casefold()
    if suffix in {"st", "nd", "rd", "th", "s", "h", "z", "am", "pm"} or tail.startswith("year-old"):
        return None
    scale = numerals().letters.get(suffix)
    ambiguous = suffix in {"m", "mm"}  # metres and millimetres: the quantity grammar decides
    if scale and not ambiguous:
        low, high, suffix, decimals, more = low * scale, high * scale, "", 0, 0
    if second and not low < high:
        return None  # a season (2012-13), a game's score (3-1)
    form = "range" if second else "cardinal"
    return Numeral(0, 1, low, high, form, max(decimals, more), None, suffix, tail)


def _value(text: str) -> tuple[float, int] | tuple[None, None]:
    text = text.rstrip(".,")
    if not _GROUPED.fullmatch(text) or (len(text) > 1 and text[0] == "0" and text[1] != "."):
        return None, None
    plain = text.replace(",", "").replace("\u00a0", "").replace("\u202f", "")
    _, _, fraction = plain.partition(".")
    return float(plain), len(fraction)


def _spelled(tokens: Sequence[Token], index: int) -> Numeral | None:
    """A figure in words: twelve hundred, two hundred and fifty, a dozen, twenty-one, three-quarters is a share."""
    words = numerals()
    total = current = 0.0
    at, tail, seen = index, "", False
    if tokens[at].lower in {"a", "an"}:
        head = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if head not in words.scales and head not in words.groups:
            return None
        current, at, seen = 1.0, at + 1, True
    while at < len(tokens) and not tail:
        lower = tokens[at].lower
        if lower == "and" and seen and current >= 100 and at + 1 < len(tokens) and _cardinal(tokens[at + 1].lower)[0]:
            at += 1
            continue
        value, tail = _cardinal(lower)
        if value is not None:
            if seen and current % 100 and not (current % 10 == 0 and value < 10):
                break
            current, seen = current + value, True
        elif lower in words.scales and seen:
            scale = words.scales[lower]
            current = current * scale if current else scale
            if scale > 100:
                total, current = total + current, 0.0
        elif lower in words.groups and (seen or at == index):
            if not seen and lower not in {"dozen", "pair"}:
                return None
            current, seen = (current or 1.0) * words.groups[lower], True
        else:
            break
        at += 1
    if not seen or total + current > LARGEST:
        return None
    value = total + current
    if [token.lower for token in tokens[at : at + 3]] in (["and", "a", "half"], ["and", "one", "half"]):
        return Numeral(index, at + 3, value + 0.5, value + 0.5, decimals=1, spelled=True)
    return Numeral(index, at, value, value, spelled=True, tail=tail)


def _cardinal(word: str) -> tuple[float | None, str]:
    """The value of one word and what a hyphen ties to it: twenty-one, six-hour."""
    words = numerals().cardinals
    if word in words:
        return words[word], ""
    head, _, rest = word.partition("-")
    if head not in words or not rest:
        return None, ""
    if rest in words and words[head] >= 20 > 10 > words[rest]:
        return words[head] + words[rest], ""
    second, _, tail = rest.partition("-")
    if second in words and words[head] >= 20 and tail:
        return words[head] + words[second], tail
    if rest.startswith("year-old") or rest in {
        "third",
        "thirds",
        "quarter",
        "quarters",
        "half",
        "way",
        "sided",
        "time",
    }:
        return None, ""
    if rest in numerals().scales:
        return words[head] * numerals().scales[rest], ""
    return words[head], rest
