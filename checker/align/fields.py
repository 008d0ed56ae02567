"""How single fields of two claims relate: firmness, kind, measure, counted thing, links and value."""

from checker.align.arithmetic import arithmetic
from checker.model import Claim, Interval, Kind, LinkKind, Modality, Relation
from checker.rulebook.thresholds import thresholds

Related = tuple[Relation, str]
TO_COME = {Modality.PLANNED, Modality.PROJECTED}
FIRM = {Modality.ASSERTED, *TO_COME}
COUNTED = {Kind.STOCK, Kind.FLOW, Kind.CUMULATIVE}
OPEN_KINDS = {frozenset({Kind.FLOW, Kind.CUMULATIVE}), frozenset({Kind.STOCK, Kind.ATTRIBUTE})}


def modality_relation(a: Claim, b: Claim) -> Related:
    """Same where both texts stand behind their figures, overlaps where one or both tell of what is to come."""
    if a.modality is b.modality and a.modality in FIRM:
        return Relation.SAME, f"both are {a.modality}"
    if a.modality in TO_COME and b.modality in TO_COME:
        return Relation.OVERLAPS, "both tell of what is to come"
    if a.modality in FIRM and b.modality in FIRM:
        return Relation.OVERLAPS, "one tells of what is to come"
    return Relation.DISJOINT, f"one figure is {a.modality}, the other {b.modality}"


def kind_relation(a: Claim, b: Claim) -> Related:
    """Same kind, kinds that texts mix up (overlaps), or two ways of holding in time (disjoint)."""
    if Kind.UNKNOWN in (a.kind, b.kind):
        return Relation.UNKNOWN, "it is open how the figures hold in time"
    if a.kind is b.kind:
        return Relation.SAME, f"both are {a.kind} figures"
    if frozenset({a.kind, b.kind}) in OPEN_KINDS:
        return Relation.OVERLAPS, f"a {a.kind} figure may be a {b.kind} one"
    evolving = {a.measure, b.measure} <= set(thresholds().events.evolving)
    if evolving and {a.kind, b.kind} <= COUNTED:
        return Relation.OVERLAPS, f"such people or things are counted as a {a.kind} and as a {b.kind}"
    return Relation.DISJOINT, f"a {a.kind} figure against a {b.kind} figure"


def unit_relation(a: Claim, b: Claim) -> Related:
    """Same unit, units that convert (overlaps), or different things counted (disjoint)."""
    if a.unit.name == b.unit.name:
        return Relation.SAME, f"both count in {a.unit.name}" if a.unit.name else "both are bare counts"
    if a.unit.dimension and a.unit.dimension == b.unit.dimension:
        return Relation.OVERLAPS, f"{a.unit.name} converts to {b.unit.name}"
    return Relation.DISJOINT, f"{a.unit.name or 'a bare count'} against {b.unit.name or 'a bare count'}"


def link_relation(a: Claim, b: Claim) -> Related:
    """Same where neither figure is linked; within or contains where one is a part; disjoint where they are linked."""
    if a.document == b.document:
        for one, other in ((a, b), (b, a)):
            for link in one.links:
                if link.target == other.number.start:
                    return Relation.DISJOINT, f"{one.number.text} is {link.kind} {other.number.text}"
    for kind in (LinkKind.CHANGE_TO, LinkKind.FORMER_OF, LinkKind.PART_OF):
        first, second = _has(a, kind), _has(b, kind)
        if first != second:
            one = a if first else b
            return (Relation.WITHIN if first else Relation.CONTAINS), f"{one.number.text} is {kind} another figure"
    return Relation.SAME, "the texts link neither to another figure"


def document_relation(a: Claim, b: Claim) -> Related:
    """Same text or two texts."""
    if a.document == b.document:
        return Relation.SAME, "both stand in one text"
    return Relation.DISJOINT, "they stand in two texts"


def value_relation(a: Claim, b: Claim) -> Related:
    """How the hard intervals meet, both in the base unit of their dimension; unknown where they do not convert."""
    if a.measure == b.measure == "date" or unit_relation(a, b)[0] is Relation.DISJOINT:
        return Relation.UNKNOWN, "the figures do not convert"
    first, second = based(a.hard, a), based(b.hard, b)
    relation = Relation.DISJOINT if _grazes(first, second) else first.relation(second)
    return relation, arithmetic(a, b, relation)


def _grazes(first: Interval, second: Interval) -> bool:
    """Whether the two share but the bound of two roundings: 6.0 ends where 5.9 begins."""
    if None in (first.low, first.high, second.low, second.high) or first.low == first.high or second.low == second.high:
        return False
    return first.low == second.high or second.low == first.high


def based(interval: Interval, claim: Claim) -> Interval:
    """An interval of the claim in the base unit of its dimension."""
    return interval if claim.unit.factor == 1 else interval.scaled(claim.unit.factor)


def _has(claim: Claim, kind: LinkKind) -> bool:
    return any(link.kind is kind for link in claim.links)
