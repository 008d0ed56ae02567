"""Aligns two claims, field by field."""

from checker.align.event import Known, described_apart, event_relation, wording_relation
from checker.align.fields import (
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
from checker.align.story import story_relation, story_words
from checker.model import Alignment, Claim, Relation, Section

PLAIN = {Section.BODY, Section.QUOTE, Section.TABLE}
PLACES = {Relation.SAME: "one place", Relation.UNKNOWN: "one place is not said", Relation.DISJOINT: "two places"}


def align(a: Claim, b: Claim) -> Alignment:
    """How two claims relate in every field, each with its reason."""
    place = place_related(a, b)
    time, speaker = time_relation(a, b), voices_relation(a, b)
    population = counted(a, b)
    return Alignment(
        first=a.id,
        second=b.id,
        fields={
            "modality": modality_relation(a, b),
            "kind": kind_relation(a, b),
            "measure": measure_relation(a.measure, b.measure),
            "unit": unit_relation(a, b),
            "population": population,
            "place": place,
            "time": time,
            "event": event_relation(a, b, Known(place[0], time[0], population[0], speaker[0])),
            "speaker": speaker,
            "link": link_relation(a, b),
            "document": document_relation(a, b),
            "narrowing": narrowing_relation(a.population, b.population),
            "wording": wording_relation(a, b),
            "story": story_relation(a, b, place[0], time[0]),
            "value": value_relation(a, b),
        },
    )


def voices_relation(a: Claim, b: Claim) -> tuple[Relation, str]:
    """How the speakers stand: two texts that name nobody are one voice, a named and a nameless one overlap."""
    told = f"{speaker_told(a)} and {speaker_told(b)}"
    if a.speaker is None and b.speaker is None:
        return Relation.SAME, "neither text names a source"
    relation = speaker_relation(a.speaker, b.speaker)
    if relation is Relation.UNKNOWN and a.speaker and b.speaker and a.speaker.name != b.speaker.name:
        return Relation.OVERLAPS, told
    return relation, told


def place_related(a: Claim, b: Claim) -> tuple[Relation, str]:
    """How the places stand; places that a text only implies are not known to be two."""
    relation = place_relation(a.place, b.place)
    if relation is Relation.DISJOINT and _implied(a, b):
        return Relation.UNKNOWN, f"that {_place(a)} and {_place(b)} are two places is not said"
    inner = {Relation.WITHIN: a, Relation.CONTAINS: b}.get(relation)
    outer = b if inner is a else a
    if inner is not None and not inner.place_stated and outer.place_stated:
        return Relation.SAME, f"{_place(inner)} is only where the report was written, in {_place(outer)}"
    return relation, PLACES.get(relation, f"{_place(a)} {relation} {_place(b)}")


def _implied(a: Claim, b: Claim) -> bool:
    """Whether one place is only the report's own, or both are and lie in one country."""
    if a.place is None or b.place is None or a.place_stated != b.place_stated:
        return True
    return not a.place_stated and (a.place.country or "") == (b.place.country or "")


def counted(a: Claim, b: Claim) -> tuple[Relation, str]:
    """How the populations stand; what a property belongs to is told in words that differ freely."""
    names = story_words(a.story) | story_words(b.story) if a.story and b.story else frozenset[str]()
    relation, reason = population_relation(a.population, b.population, names)
    if is_property(a) and is_property(b) and (relation is not Relation.SAME or described_apart(a, b)):
        return Relation.UNKNOWN, "nothing shows whether both measure one thing"
    return relation, reason


def _place(claim: Claim) -> str:
    return claim.place.text if claim.place else "an unnamed place"


def speaker_told(claim: Claim) -> str:
    """The speaker as written, or the text."""
    return claim.speaker.text if claim.speaker else "the text itself"
