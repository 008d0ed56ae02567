"""What two figures commit to, and whether both can be true, in a sentence."""

from checker.model import Claim, Interval, Relation
from checker.model.wording import number

SPEAKING = ("more than", "over", "at least", "fewer than", "less than", "up to", "under")  # hedges that need no comment


def arithmetic(a: Claim, b: Claim, relation: Relation) -> str:
    """The two figures with what they may stand for, and what follows: 30 and 32 differ by 2."""
    first, second = a.hard.point, b.hard.point
    if relation is Relation.SAME and a.hard == b.hard:
        return f"both say {figure_in_words(a)}" if a.number.text == b.number.text else _both(a, b, "say the same")
    if first is not None and second is not None and a.unit.name == b.unit.name:
        return _both(a, b, f"differ by {number(round(abs(first - second), 10))}")
    follows = "no number fits both" if relation is Relation.DISJOINT else "both can be true"
    return f"{meaning(a)}, {meaning(b)}: {follows}"


def _both(a: Claim, b: Claim, verb: str) -> str:
    return f"{figure_in_words(a)} and {figure_in_words(b)} {verb}"


def meaning(claim: Claim) -> str:
    """A figure with the numbers it may stand for, where its own words do not say so."""
    words, hard = figure_in_words(claim), claim.hard
    if hard.point is not None or claim.number.hedge in SPEAKING:
        return words
    return f"{words} may stand for {_range(hard)}"


def figure_in_words(claim: Claim) -> str:
    """The figure as written, with its hedge; with its unit where that is no counted thing."""
    hedge = f"{claim.number.hedge} " if claim.number.hedge else ""
    unit = f" {claim.unit.name}" if claim.unit.factor != 1 and claim.unit.name else ""
    return f"{hedge}{' '.join(claim.number.text.split())}{unit}"


def _range(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    if low is not None:
        return f"more than {number(low)}" if interval.low_open else f"{number(low)} or more"
    if high is not None:
        return f"less than {number(high)}" if interval.high_open else f"{number(high)} or fewer"
    return "any number"
