"""From a figure and its hedge to three intervals: as asserted, hard and soft (docs/design.md has the table)."""

from typing import NamedTuple

from checker.model import Interval
from checker.rulebook.numerals import Bounds, Vague, hedges


class Reading(NamedTuple):
    """`asserted` as the words give it, `hard` what they commit to, `soft` what a reader takes from them."""

    asserted: Interval
    hard: Interval
    soft: Interval
    approximate: bool


def last_place(value: float, decimals: int) -> float:
    """The size of the last significant place: 100 for 2,300, 1,000 for 4,000, 0.1 for 5.2 and 0.01 for 5.20."""
    if decimals:
        return float(10.0**-decimals)
    place = 1.0
    if value == 0:
        return place
    while value % (place * 10) == 0 and place < value:
        place *= 10
    return place


def read_figure(low: float, high: float, hedge: str = "", decimals: int = 0, *, counted: bool = True) -> Reading:
    """The intervals of a stated figure (low == high) or range under a kind of hedge ("" for none).

    `counted`: whole things; a measured quantity (money, length) is round at any size.
    """
    bounds = hedges().bounds
    match hedge:
        case "floor" | "above":
            is_open = hedge == "above"
            asserted = Interval(low=low, low_open=is_open)
            soft = Interval(low=low, high=max(high, low * bounds.floor_soft), low_open=is_open)
            return Reading(asserted, asserted, soft, approximate=False)
        case "ceiling" | "below":
            is_open = hedge == "below"
            share = bounds.below_soft if is_open else bounds.ceiling_soft
            asserted = Interval(high=high, high_open=is_open)
            hard = Interval(low=min(0.0, high), high=high, high_open=is_open)
            soft = Interval(low=min(high * share, high), high=high, high_open=is_open)
            return Reading(asserted, hard, soft, approximate=False)
        case "near":
            hard = Interval(low=_less(low, bounds.near), high=high)
            soft = Interval(low=_less(low, bounds.near_soft), high=high, high_open=high > 0)
            return Reading(Interval(high=high), hard, soft, approximate=True)
    asserted = Interval(low=low, high=high)
    if low != high:
        return Reading(asserted, asserted, asserted, approximate=hedge == "about")
    margin = _round_margin(low, decimals, bounds, counted=counted)
    if hedge == "about":
        # an approximation is never tighter than the rounding of its figure
        margin = max(margin, abs(low) * bounds.about)
        return Reading(asserted, _around(low, margin), _around(low, margin / 2), approximate=True)
    soft_margin = min(margin, abs(low) * bounds.round_soft)
    return Reading(asserted, _around(low, margin), _around(low, soft_margin), approximate=False)


def read_vague(vague: Vague, hedge: str = "") -> Reading:
    """The intervals of dozens, thousands or several."""
    asserted = Interval(low=vague.low)
    if hedge in {"ceiling", "below"}:
        return Reading(asserted, Interval(low=0), Interval(low=0, high=vague.soft[1]), approximate=True)
    return Reading(
        asserted, Interval(low=vague.hard[0]), Interval(low=vague.soft[0], high=vague.soft[1]), approximate=True
    )


def _round_margin(value: float, decimals: int, bounds: Bounds, *, counted: bool) -> float:
    if counted and not decimals and abs(value) < bounds.round_from:
        return 0.0
    place = last_place(abs(value), decimals)
    if counted and place <= 1 and not decimals:
        return 0.0
    return min(place * bounds.round_places, abs(value) * bounds.round_most)


def _less(value: float, share: float) -> float:
    return value - abs(value) * share


def _around(value: float, margin: float) -> Interval:
    return Interval(low=value - margin, high=value + margin)
