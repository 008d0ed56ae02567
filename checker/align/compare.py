"""Aligns the claims of a group: every pair that a rule could want, field by field."""

from collections.abc import Iterator
from itertools import combinations

from checker.align.event import Known, event_relation, wording_relation
from checker.align.fields import (
    FIRM,
    document_relation,
    kind_relation,
    link_relation,
    modality_relation,
    unit_relation,
    value_relation,
)
from checker.align.measure import measure_relation
from checker.align.period import is_property, time_relation
from checker.align.places import place_relation
from checker.align.population import narrowing_relation, population_relation
from checker.align.speakers import speaker_relation
from checker.model import Alignment, Claim, Relation, Section
from checker.model.figures import digits

PLAIN = {Section.BODY, Section.QUOTE, Section.TABLE}
PLACES = {Relation.SAME: "one place", Relation.UNKNOWN: "one place is not said", Relation.DISJOINT: "two places"}


def align(a: Claim, b: Claim) -> Alignment:
    """How two claims relate in every field, each with its reason."""
    place = where_relation(a, b)
    time, speaker = time_relation(a, b), voices_relation(a, b)
    population = _counted(a, b)
    return Alignment(
        first=a.id,
        second=b.id,
        fields={
            "modality": modality_relation(a, b),
            "kind": kind_relation(a, b),
            "measure": measure_relation(a.measure, b.measure),
            "unit": unit_relation(a, b),
            "population": population,
            "place": (place, PLACES.get(place, f"{_place(a)} {place} {_place(b)}")),
            "time": time,
            "event": event_relation(a, b, Known(place, time[0], population[0], speaker[0])),
            "speaker": speaker,
            "link": link_relation(a, b),
            "document": document_relation(a, b),
            "narrowing": narrowing_relation(a.population, b.population),
            "wording": wording_relation(a, b),
            "value": value_relation(a, b),
        },
    )


def where_relation(a: Claim, b: Claim) -> Relation:
    """How the places stand; a place that only stands in for one not given does not show that there are two."""
    relation = place_relation(a.place, b.place)
    if relation is Relation.DISJOINT and not (a.place_stated and b.place_stated):
        return Relation.UNKNOWN
    return relation


def voices_relation(a: Claim, b: Claim) -> tuple[Relation, str]:
    """How the speakers stand: two texts that name nobody are one voice, a named and a nameless one overlap."""
    told = f"{_speaker(a)} and {_speaker(b)}"
    if a.speaker is None and b.speaker is None:
        return Relation.SAME, "neither text names a source"
    relation = speaker_relation(a.speaker, b.speaker)
    if relation is Relation.UNKNOWN and a.speaker and b.speaker and a.speaker.name != b.speaker.name:
        return Relation.OVERLAPS, told
    return relation, told


def align_group(claims: tuple[Claim, ...]) -> tuple[Alignment, ...]:
    """The alignments of all pairs of a group that speak of comparable things, in the order of the claims."""
    return tuple(align(a, b) for a, b in _candidates(claims))


def _counted(a: Claim, b: Claim) -> tuple[Relation, str]:
    """How the populations stand; what a property belongs to is told in words that differ freely."""
    relation, reason = population_relation(a.population, b.population)
    if is_property(a) and is_property(b) and relation is not Relation.SAME:
        return Relation.UNKNOWN, "nothing shows whether both measure one thing"
    return relation, reason


def _candidates(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    written = {claim.id: digits(claim) for claim in claims}
    for a, b in combinations(claims, 2):
        if a.id == b.id or (a.measure == "date") != (b.measure == "date"):
            continue
        if (written[a.id] and written[a.id] == written[b.id]) or (_of_one_sort(a, b) and not _hopeless(a, b)):
            yield a, b


def _of_one_sort(a: Claim, b: Claim) -> bool:
    """Whether the units convert and the measures may be one."""
    return a.unit.dimension == b.unit.dimension and measure_relation(a.measure, b.measure)[0] is not Relation.DISJOINT


def _hopeless(a: Claim, b: Claim) -> bool:
    """Whether two figures that differ can neither conflict nor tell of one fact, by what is cheap to compare.

    In one text, two figures of one speaker are parts, wholes and later counts, unless one stands in its headline.
    """
    if a.document == b.document:
        return a.section in PLAIN and b.section in PLAIN and _speaker(a) == _speaker(b)
    return (
        a.modality not in FIRM
        or b.modality not in FIRM
        or _counted(a, b)[0] is Relation.DISJOINT
        or (a.measure != "date" and where_relation(a, b) is Relation.DISJOINT)
    )


def _place(claim: Claim) -> str:
    return claim.place.text if claim.place else "an unnamed place"


def _speaker(claim: Claim) -> str:
    return claim.speaker.text if claim.speaker else "the text itself"
