"""Figures of claims as numbers and digits: equal but for the unit, a power of ten apart, or a slip of the hand."""

from checker.model.claim import Claim, Unit

DIGITS = 12  # significant digits that are compared
LEAST_DIGITS = 3  # of a figure in which two exchanged digits are a slip rather than another count
LEAST_SLIP = 10  # a power of ten
CODE = 3  # letters of a currency


def figure(claim: Claim) -> float | None:
    """The one number that the words name, without their hedge; None for a range or a date."""
    low, high = claim.asserted.low, claim.asserted.high
    if low is not None and high is not None:
        return low if low == high else None
    return low if high is None else high


def digits(claim: Claim) -> str:
    """The significant digits of the figure ("23" for 2.3 billion and 2.3 million), "" where there is no single one."""
    value = figure(claim)
    if not value or claim.number.vague:
        return ""
    return f"{abs(value):.{DIGITS - 1}e}".partition("e")[0].replace(".", "").rstrip("0")


def same_figure(a: Claim, b: Claim) -> bool:
    """Whether both name one number, whatever their units and hedges."""
    first = figure(a)
    return first is not None and first == figure(b) and not (a.number.vague or b.number.vague)


def times(a: Claim, b: Claim) -> float:
    """How many times the lesser figure the greater one is, in one unit; 1 where there is no single figure."""
    first, second = figure(a), figure(b)
    if not first or not second or first < 0 or second < 0:
        return 1.0
    x, y = first * a.unit.factor, second * b.unit.factor
    return max(x, y) / min(x, y)


def slipped(a: Claim, b: Claim) -> bool:
    """Whether the digits agree and the values are a power of ten apart."""
    return bool(digits(a)) and digits(a) == digits(b) and times(a, b) >= LEAST_SLIP


def transposed(a: Claim, b: Claim) -> bool:
    """Whether one figure is the other with two digits exchanged: 275 and 257; for three digits and more."""
    first, second = figure(a), figure(b)
    if first is None or second is None or max(first, second) >= 10**DIGITS:
        return False
    x, y = f"{first:.10g}", f"{second:.10g}"
    zeros = min(len(x) - len(x.rstrip("0")), len(y) - len(y.rstrip("0")))  # 380,000 and 308,000 have three in common
    x, y = x[: len(x) - zeros], y[: len(y) - zeros]
    if len(x) != len(y) or len(x) < LEAST_DIGITS or sorted(x) != sorted(y):
        return False
    return sum(p != q for p, q in zip(x, y, strict=True)) == 2  # noqa: PLR2004


def is_money(unit: Unit) -> bool:
    """Whether the unit is a currency, by its ISO 4217 code, or so much of it in a time or for a thing."""
    code = unit.name.partition(" per ")[0]
    return len(code) == CODE and code.isupper()
