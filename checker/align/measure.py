"""What is asserted of the things counted: how two measures relate."""

from functools import lru_cache

from checker.model import Relation
from checker.rulebook.measures import measures

OPEN = frozenset({"", "count", "unknown"})


@lru_cache(maxsize=4096)
def measure_relation(a: str, b: str) -> tuple[Relation, str]:
    """How the first measure stands to the second: same, a part of it, easily mistaken for it (overlaps), or another."""
    if a == b:
        return Relation.SAME, "both are bare counts" if a in OPEN else f"both are {a}"
    if a in OPEN or b in OPEN:
        return Relation.UNKNOWN, "one text does not say what is asserted"
    first, second = _parts(a), _parts(b)
    if first < second or second < first:
        inner, outer = (a, b) if first < second else (b, a)
        return Relation.WITHIN if inner == a else Relation.CONTAINS, f"{inner} is a part of {outer}"
    if b in _kin(a) or a in _kin(b):
        return Relation.OVERLAPS, f"{a} is not {b}, but easily taken for it"
    if _open(a) or _open(b):
        return Relation.UNKNOWN, f"whether {a} is {b} is not known"
    return Relation.DISJOINT, f"{a} is not {b}"


def _open(measure: str) -> bool:
    """Whether the measure is a verb or noun of the text itself, which may mean what another word means."""
    return not measure_parts(measure) & measures().table.keys()


def measure_parts(measure: str) -> frozenset[str]:
    """The measures that one "or" joins, and the whole."""
    return frozenset((measure, *measure.split(" or ")))


def _kin(measure: str) -> tuple[str, ...]:
    known = measures().table.get(measure)
    return known.kin if known else ()


def _parts(measure: str) -> frozenset[str]:
    known = measures().table.get(measure)
    return frozenset(known.parts) if known and known.parts else frozenset(measure.split(" or "))
