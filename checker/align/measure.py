"""What is asserted of the things counted: how two measures relate."""

from functools import lru_cache

from checker.model import Relation
from checker.rulebook.measures import measures

OPEN = frozenset({"", "count", "unknown"})


@lru_cache(maxsize=4096)
def measure_relation(a: str, b: str) -> tuple[Relation, str]:
    """How the first measure stands to the second: same, a part of it, easily mistaken for it (overlaps), or another."""
    if a in OPEN or b in OPEN:
        if a == b:
            return Relation.SAME, "both are bare counts"
        return Relation.UNKNOWN, "one text does not say what is asserted"
    if a == b:
        return Relation.SAME, f"both are {a}"
    first, second = _parts(a), _parts(b)
    if first < second:
        return Relation.WITHIN, f"{a} is a part of {b}"
    if second < first:
        return Relation.CONTAINS, f"{b} is a part of {a}"
    table = measures().table
    if (a in table and b in table[a].kin) or (b in table and a in table[b].kin):
        return Relation.OVERLAPS, f"{a} is not {b}, but easily taken for it"
    return Relation.DISJOINT, f"{a} is not {b}"


def _parts(measure: str) -> frozenset[str]:
    known = measures().table.get(measure)
    return frozenset(known.parts) if known and known.parts else frozenset(measure.split(" or "))
