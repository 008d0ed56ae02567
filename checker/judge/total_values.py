"""What figures make together, and how far they may miss each other."""

from collections.abc import Iterable, Sequence
from math import fsum

from checker.model import Claim, Interval
from checker.rulebook.rule_total import TotalRule

EXACT_BELOW = 100  # counts below are exact unless hedged
ROUNDED_FROM = 1000  # counts below are exact where a figure beside them is
MOST = 0.05  # a round figure stands for at most this share more or less
_EXACT = frozenset({"", "exactly"})
_MEASURED = frozenset({"percent", "percentage point", "day", "hour", "minute", "year", "month", "week", "second"})


def value(claim: Claim) -> float | None:
    """The figure itself, in its unit; None where it is vague or a range."""
    if claim.number.vague:
        return None
    asserted = claim.asserted
    if asserted.low is not None and asserted.high is not None:
        return asserted.point
    return asserted.low if asserted.high is None else asserted.high


def hedged(claim: Claim) -> bool:
    """Whether words widen the figure; "exactly" and "a total of" do not."""
    return claim.number.hedge not in _EXACT


def exact(claims: Iterable[Claim]) -> bool:
    """Whether figures stand together that nobody has rounded: all below 1,000 and one of them no multiple of ten."""
    figures = [(value(c), hedged(c)) for c in claims]
    return all(n is not None and not wide and n < ROUNDED_FROM for n, wide in figures) and any(
        n is not None and n % 10 for n, _ in figures
    )


def reach(claim: Claim, *, precise: bool) -> Interval | None:
    """The values that a figure in a sum may stand for; None for a vague one. A hedged figure keeps its hard bounds."""
    if hedged(claim) or value(claim) is None:
        return None if claim.number.vague else claim.hard
    number = value(claim) or 0.0
    margin = (
        0.0
        if precise or (number < EXACT_BELOW and not claim.number.decimals)
        else rounding(number, claim.number.decimals)
    )
    return Interval(low=number - margin, high=number + margin)


def rounding(number: float, decimals: int) -> float:
    """Half of the figure's last significant place, at most a twentieth of it."""
    if number == 0:
        return 0.0
    scale, digits = 10**decimals, round(abs(number) * 10**decimals)
    place = 1
    while digits and digits % (place * 10) == 0:
        place *= 10
    return min(place / scale / 2, abs(number) * MOST) if place > 1 or decimals else 0.0


def total(intervals: Sequence[Interval]) -> Interval:
    """The sum of intervals."""
    lows, highs = [i.low for i in intervals], [i.high for i in intervals]
    return Interval(
        low=fsum(n for n in lows if n is not None) if None not in lows else None,
        high=fsum(n for n in highs if n is not None) if None not in highs else None,
    )


def kin(rule: TotalRule, whole: Claim, part: Claim) -> bool:
    """Whether the part counts what the whole counts, or a kind of it."""
    if part.unit.name in _MEASURED or whole.unit.name in _MEASURED:
        return False
    return part.unit.dimension == whole.unit.dimension or part.unit.name in rule.species.get(whole.unit.name, ())


def scaled(part: Claim, interval: Interval, whole: Claim) -> Interval:
    """The interval of the part in the unit of the whole, where both have a dimension in common."""
    same = part.unit.dimension == whole.unit.dimension
    return interval.scaled(part.unit.factor / whole.unit.factor) if same else interval


def plain(number: float) -> str:
    """The number as a reader writes it: 1,274 or 2.5."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.2f}".rstrip("0")
