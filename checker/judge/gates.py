"""The gates of a comparison, cheapest first: the first that fails ends it, with its reason."""

from collections.abc import Iterator, Mapping

from checker.model import Alignment, Claim, Gate, Relation
from checker.rulebook.rule_pair import When

GATES = (
    "modality",
    "kind",
    "measure",
    "unit",
    "population",
    "place",
    "time",
    "event",
    "speaker",
    "link",
    "document",
    "narrowing",
    "wording",
    "story",
)
SAME_FACT = When(
    kind=(Relation.SAME, Relation.OVERLAPS, Relation.UNKNOWN),
    measure=(Relation.SAME,),
    unit=(Relation.SAME, Relation.OVERLAPS),
    population=(Relation.SAME,),
    place=(Relation.SAME,),
    time=(Relation.SAME, Relation.OVERLAPS),
    event=(Relation.SAME, Relation.OVERLAPS),
)


def gates(when: When, alignment: Alignment) -> Iterator[Gate]:
    """Each gate up to the first that fails; relations are compared in either direction."""
    for field in GATES:
        relation, reason = alignment.fields[field]
        accepted = getattr(when, field)
        passed = relation in accepted
        yield Gate(field=field, relation=relation, passed=passed, reason=reason)
        if not passed:
            return


def comparable(when: When, alignment: Alignment) -> bool:
    """Whether all gates pass."""
    return all(alignment.relation(field) in getattr(when, field) for field in GATES)


def pairs(
    when: When, claims: tuple[Claim, ...], alignments: tuple[Alignment, ...]
) -> Iterator[tuple[Claim, Claim, Alignment]]:
    """The comparable pairs of a group, in the order of the alignments."""
    by_id: Mapping[str, Claim] = {claim.id: claim for claim in claims}
    for alignment in alignments:
        first, second = by_id[alignment.first], by_id[alignment.second]
        if when.takes(first.measure) and when.takes(second.measure) and comparable(when, alignment):
            yield first, second, alignment
