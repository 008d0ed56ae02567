"""As of when or over which time: how the periods of two claims relate."""

from checker.model import Claim, Kind, Period, Relation
from checker.model.wording import period
from checker.rulebook.thresholds import thresholds

Related = tuple[Relation, str]
UNDATED = (Relation.OVERLAPS, "one figure has no date of its own, so their days may be one")
WORDS = {
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
    told = f"{period(a.time)} and {period(b.time)} {WORDS[raw]}" if raw in WORDS else f"both tell of {period(a.time)}"
    stated = a.time_stated and b.time_stated
    if Kind.ATTRIBUTE in (a.kind, b.kind):
        if raw is Relation.DISJOINT and gap(a.time, b.time) > thresholds().attributes.days:
            return Relation.DISJOINT if stated else Relation.UNKNOWN, "months apart, a property may have changed"
        lasting = raw is not Relation.DISJOINT or not stated
        return (Relation.SAME, "a property holds until it is changed") if lasting else (raw, told)
    if is_stock(a) and is_stock(b):
        return _stock_relation(a, b, gap(a.time, b.time), told)
    return _flow_relation(a, b, raw, told) if stated or raw is not Relation.DISJOINT else UNDATED


def _flow_relation(a: Claim, b: Claim, raw: Relation, told: str) -> Related:
    running = is_running(a) and is_running(b) and raw is not Relation.SAME
    if running and a.time is not None and b.time is not None and _one_run(a.time, b.time):
        return (
            Relation.OVERLAPS,
            f"running counts as of {period(Period.on(a.time.end))} and {period(Period.on(b.time.end))}",
        )
    return raw, told


def is_running(claim: Claim) -> bool:
    """Whether the figure is a count so far, by its kind or by a word beside it: corrected, now."""
    events = thresholds().events
    return claim.kind is Kind.CUMULATIVE or (
        claim.kind is Kind.FLOW and claim.measure in events.evolving and not events.running_words.isdisjoint(claim.cues)
    )


def is_stock(claim: Claim) -> bool:
    """Whether the figure says how many there are at a time."""
    return claim.kind is Kind.STOCK or (claim.kind is Kind.UNKNOWN and claim.measure in thresholds().stocks.days)


def is_property(claim: Claim) -> bool:
    """Whether the figure is a property of one thing (a cost, a distance), not a count of people or things."""
    return claim.kind is Kind.ATTRIBUTE or claim.measure in thresholds().attributes.named


def gap(a: Period, b: Period) -> int:
    """Days between two periods, 0 where they meet."""
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def _one_run(a: Period, b: Period) -> bool:
    """Whether two running counts may be one: from one day on, or as of two days that lie near each other."""
    return a.start == b.start or (a.days == b.days == 1 and gap(a, b) <= thresholds().events.running)


def _stock_relation(a: Claim, b: Claim, apart: int, told: str) -> Related:
    if not apart:
        return Relation.SAME, told
    stocks = thresholds().stocks
    if apart <= stocks.lasting and not (a.time_stated and b.time_stated) and a.measure not in stocks.moving:
        return Relation.SAME, f"{told}, but the texts only say what there is when they are written"
    days = min(stocks.lifetime(a.measure), stocks.lifetime(b.measure))
    if apart <= days:
        return Relation.OVERLAPS, f"{told}, but such a count holds for {days} days"
    return Relation.DISJOINT, told
