"""How large two figures are, and in which units: what a flag asks of both before it looks at what they say."""

from checker.model import Claim, Interval
from checker.model.figures import digits, figure, is_money, times
from checker.rulebook.rule_pair import Flag


def sized(flag: Flag, a: Claim, b: Claim) -> bool:
    """Whether units, digits and ratio of the figures are what the flag asks for."""
    return (
        (not flag.confusable or _confusable(flag, a, b))
        and (not flag.currencies or _sums(a, b))
        and min(len(digits(a)), len(digits(b))) >= flag.digits_at_least
        and _ratio(a, b) <= flag.factor_at_most
        and not (flag.counted and (a.number.vague or b.number.vague))
        and (not flag.named or all(claim.speaker is not None and claim.speaker.named for claim in (a, b)))
    )


def _ratio(a: Claim, b: Claim) -> float:
    """How many times the lesser figure the greater one is; of ranges, how far their nearest ends lie apart."""
    first, second = in_base(a.hard, a), in_base(b.hard, b)
    low, high = (first, second) if first.below(second) else (second, first)
    if None in (figure(a), figure(b)) and low.below(high) and low.high and high.low:
        return high.low / low.high
    return times(a, b)


def _sums(a: Claim, b: Claim) -> bool:
    """Whether both are sums of money, or both so much in a time or for a thing."""
    return is_money(a.unit) and is_money(b.unit) and (" per " in a.unit.name) == (" per " in b.unit.name)


def _confusable(flag: Flag, a: Claim, b: Claim) -> bool:
    (first, _, each), (second, _, other) = a.unit.name.partition(" per "), b.unit.name.partition(" per ")
    if first == second:
        return each != other and each in flag.periods and other in flag.periods
    return each == other and any(first in units and second in units for units in flag.confusable)


def in_base(interval: Interval, claim: Claim) -> Interval:
    """An interval of the claim in the base unit of its dimension."""
    return interval if claim.unit.factor == 1 else interval.scaled(claim.unit.factor)
