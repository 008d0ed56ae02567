"""Figures in digits: 2,000  1 200  12,34,567  2.5m  40k  40-60  36-hour  40km  1/4  ½."""

import re

from checker.extract.numeral import MOST_DIGITS, Numeral
from checker.extract.syntax import Token
from checker.rulebook.numerals import numerals

_DIGITS = re.compile(
    r"(\.?\d[\d.,'’\u00a0\u202f]*)(?:[-–](\d[\d.,]*))?([^\W\d_]+[²³]?|[°º%])?(?:-(.+))?"  # figure, range, letters, tail
)
_GROUPED = re.compile(
    r"""
      \d{1,3}(?:,\d{3})+(?:\.\d+)?              # 1,200.5
    | \d{1,3}(?:[\u00a0\u202f'’]\d{3})+(?:\.\d+)?  # 1 200 with a no-break space, 1'200
    | \d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?        # 12,34,567
    | \d+(?:\.\d+)?
    | \.\d+
    """,
    re.VERBOSE,
)
_FRACTION = re.compile(r"(\d{1,2})[/⁄](\d{1,3})")
LONGEST = 40  # characters of a figure with its tail
FIRST_YEAR, LAST_YEAR = 1900, 2099


def digits(token: Token) -> Numeral | None:
    """A token that begins with a digit; None for clock times, dates, phone numbers, ordinals and the like."""
    text = token.text
    match = _DIGITS.fullmatch(text) if len(text) <= LONGEST else None
    if match is None or sum(char.isdigit() for char in text) > MOST_DIGITS:
        return None
    first, second, suffix, tail = match.groups()
    low = grouped(first)
    high = grouped(second) if second else low
    if low is None or high is None or (second and not _ascends(first, low[0], second, high[0])):
        return None
    folded, tied = (suffix or "").casefold(), (tail or "").casefold()
    listed = numerals().tails
    if folded in listed.ordinal or tied.startswith(listed.age):
        return None
    numeral = Numeral(0, 1, low[0], high[0], "range" if second else "cardinal", max(low[1], high[1]), tail=tied)
    scale = numerals().letters.get(folded)
    if scale and (folded not in listed.ambiguous or suffix in listed.capital):
        return numeral.times(scale, 1)
    return numeral._replace(suffix=folded)


def grouped(text: str) -> tuple[float, int] | None:
    """The value and decimals of digits with any grouping, None where they are grouped wrongly or lead with a zero."""
    text = text.rstrip(".,'’")
    if not _GROUPED.fullmatch(text) or (len(text) > 1 and text[0] == "0" and text[1] != "."):
        return None
    plain = "".join(char for char in text if char == "." or char.isdecimal())
    return float(plain), len(plain.partition(".")[2])


def _ascends(first: str, low: float, second: str, high: float) -> bool:
    """Whether two figures are a range: no season (2012-13), no game's score (3-1), no span of years."""
    return low < high and not (_year(first) and _year(second))


def _year(text: str) -> bool:
    return text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR


def vulgar(text: str) -> float | None:
    """The value of a fraction in digits, 1/4 or ¼; None where it is a date, a ratio above one or the like."""
    sign = numerals().vulgar.get(text)
    if sign is not None:
        return sign
    match = _FRACTION.fullmatch(text)
    if match is None:
        return None
    part, whole = int(match[1]), int(match[2])
    return part / whole if 0 < part < whole and whole in numerals().shares.denominators else None
