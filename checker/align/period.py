"""As of when or over which time: how the periods of two claims relate."""

from checker.model import Claim, Kind, Period, Relation
from checker.rulebook.thresholds import thresholds

Related = tuple[Relation, str]
WORDS = {
    Relation.SAME: "are the same",
    Relation.WITHIN: "lie one in the other",
    Relation.CONTAINS: "lie one in the other",
    Relation.OVERLAPS: "overlap",
    Relation.DISJOINT: "have no day in common",
}


def time_relation(a: Claim, b: Claim) -> Related:
    """How the periods relate; a stock holds for the lifetime of its measure, and a report's own date proves little."""
    if a.time is None or b.time is None:
        return Relation.UNKNOWN, "one figure has no date"
    raw = a.time.relation(b.time)
    told = f"{spoken(a.time)} and {spoken(b.time)} {WORDS[raw]}"
    if Kind.ATTRIBUTE in (a.kind, b.kind):
        if raw is Relation.DISJOINT and a.time_stated and b.time_stated:
            return raw, told
        return Relation.SAME, "a property holds until it is changed"
    if is_stock(a) and is_stock(b):
        return _stock_relation(a, b, gap(a.time, b.time), told)
    if raw is Relation.DISJOINT and not (a.time_stated and b.time_stated):
        return Relation.UNKNOWN, "one figure has no date of its own"
    return raw, told


def is_stock(claim: Claim) -> bool:
    """Whether the figure says how many there are at a time."""
    return claim.kind is Kind.STOCK or (claim.kind is Kind.UNKNOWN and claim.measure in thresholds().stocks.days)


def is_property(claim: Claim) -> bool:
    """Whether the figure is a property of one thing (a cost, a distance), not a count of people or things."""
    return claim.kind is Kind.ATTRIBUTE or claim.measure in thresholds().attributes.named


def gap(a: Period, b: Period) -> int:
    """Days between two periods, 0 where they meet."""
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def spoken(period: Period) -> str:
    """The period as ISO 8601: a day, or two with a stroke."""
    return period.start.isoformat() if period.start == period.end else f"{period.start}/{period.end}"


def _stock_relation(a: Claim, b: Claim, apart: int, told: str) -> Related:
    if not apart:
        return Relation.SAME, told
    days = min(thresholds().stocks.lifetime(a.measure), thresholds().stocks.lifetime(b.measure))
    if apart <= days:
        return Relation.OVERLAPS, f"{told}, but such a count holds for {days} days"
    return Relation.DISJOINT, told
