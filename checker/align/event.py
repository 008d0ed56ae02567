"""Whether two claims tell of one event: the hardest gate, and the one that abstains."""

from functools import lru_cache
from typing import NamedTuple

from checker.align.dating import NEAR, dating_relation
from checker.align.evidence import common_words, evidence, measure_words
from checker.align.measure import measure_relation
from checker.align.period import is_property, is_stock
from checker.align.population import described_alike, singular
from checker.model import Claim, Relation
from checker.rulebook.thresholds import thresholds

Related = tuple[Relation, str]
MONEY = "[money"  # how the dimensions of sums begin
MOST_NAMED = 5  # words that a reason quotes
OPEN_TIME = {Relation.UNKNOWN, Relation.OVERLAPS}
SHORT = 3  # days: an event that one date tells


class Known(NamedTuple):
    """The relations of other fields that bear on the event."""

    place: Relation
    time: Relation
    population: Relation
    speaker: Relation


def event_relation(a: Claim, b: Claim, known: Known) -> Related:
    """Same on evidence of names or words, overlaps on place and time or on what is measured, else unknown."""
    if is_stock(a) and is_stock(b):
        return _one_stock(a, b)
    if a.measure == b.measure == "date":
        return dating_relation(a, b, known.place)
    if is_property(a) and is_property(b):
        return _one_thing(a, b, known)
    told = _told_alike(a, b)
    return (Relation.SAME, told) if told else _likely(a, b, known)


def _likely(a: Claim, b: Claim, known: Known) -> Related:
    """What speaks for one event where no words do."""
    shared = sorted(shared_words(a, b)[0])
    spoken_of = ", ".join(shared[:MOST_NAMED])
    told = ""
    if known.time is Relation.SAME and _one_scene(a, b, known.place):
        told = "one place and one time"
    elif known.time is known.place is Relation.SAME and len(shared) >= thresholds().events.likely_words:
        told = f"one place, one time, and both speak of {spoken_of}"
    elif a.document == b.document and known.time is not Relation.DISJOINT:
        told = _in_one_text(a, b, known)
    elif _one_day_left_open(a, b, known) and shared:
        told = f"one place, one text leaves the day open, and both speak of {spoken_of}"
    if not told and known.speaker is Relation.SAME and _kept_by_one(a, b):
        if known.time in OPEN_TIME and known.place in NEAR:
            told = "one source that keeps count in one place"
        elif known.time is Relation.OVERLAPS and shared and not _two_names(a, b, known.place):
            told = f"one source that keeps count, and both speak of {spoken_of}"
    return (Relation.OVERLAPS, told) if told else (Relation.UNKNOWN, "nothing shows that both speak of one event")


def _one_day_left_open(a: Claim, b: Claim, known: Known) -> bool:
    """Whether two texts count the same in one town, and one does not date it."""
    undated = known.time is Relation.OVERLAPS and not (a.time_stated and b.time_stated)
    counted = a.measure == b.measure and a.measure in thresholds().events.evolving
    return undated and counted and known.place is Relation.SAME and _town(a) and _town(b)


def _in_one_text(a: Claim, b: Claim, known: Known) -> str:
    """What speaks for one event in two sentences of one text."""
    if known.place is Relation.SAME and _akin(a, b):
        return "one text tells both of one place"
    if known.time is Relation.SAME and _two_counts(a, b, known):
        return "one text in which two sources count the same of one day"
    return ""


def _two_counts(a: Claim, b: Claim, known: Known) -> bool:
    """Whether two sources, each named, count the same people of one day in places that may be one."""
    return (
        known.speaker is Relation.DISJOINT
        and known.population is Relation.SAME
        and known.place is not Relation.DISJOINT
        and _short(a)
        and _short(b)
        and a.measure == b.measure
        and a.measure in thresholds().events.evolving
    )


def _akin(a: Claim, b: Claim) -> bool:
    """Whether two sentences count two things of which much the same is said: strikes flown, targets hit."""
    said = measure_relation(a.measure, b.measure)[0]
    return a.sentence != b.sentence and a.unit.name != b.unit.name and said in {Relation.SAME, Relation.OVERLAPS}


def _kept_by_one(a: Claim, b: Claim) -> bool:
    """Whether a named source gives both figures, of a count that goes on."""
    return (
        a.speaker is not None
        and a.speaker.named
        and a.measure == b.measure
        and a.measure in thresholds().events.evolving
    )


def _two_names(a: Claim, b: Claim, place: Relation) -> bool:
    """Whether each text says where, by a name of its own: that may be two places, though no gazetteer knows them."""
    return (
        place is Relation.UNKNOWN and a.place is not None and b.place is not None and a.place_stated and b.place_stated
    )


def _one_scene(a: Claim, b: Claim, place: Relation) -> bool:
    """Whether a town and a day, or a longer period that both state and a place, are one."""
    if _short(a) and _short(b):
        return place is Relation.SAME and _town(a) and _town(b)
    return place in NEAR and a.time_stated and b.time_stated and not _short(a) and not _short(b)


def _one_stock(a: Claim, b: Claim) -> Related:
    """Counts of what is there need no event, but something to show that they count one body of people or things."""
    if described_alike(a.population, b.population) or shared_words(a, b)[0] or evidence(a).names & evidence(b).names:
        return Relation.SAME, "both count what is there"
    return Relation.OVERLAPS, "both count what is there, perhaps of two bodies"


def _one_thing(a: Claim, b: Claim, known: Known) -> Related:
    """Whether both measure one property of one thing: by the words for what is measured, or by all that is told."""
    apart = _measured_apart(a, b)
    if apart:
        return Relation.UNKNOWN, apart
    if known.population is known.place is Relation.SAME and described_alike(a.population, b.population):
        return Relation.SAME, "both measure one thing"
    shared, share = _measured_alike(a, b)
    told, limits = _told_alike(a, b), thresholds().events
    whole = share == 1 and a.measure == b.measure and a.unit.dimension.startswith(MONEY)
    if (len(shared) >= limits.likely_words and share >= limits.measured_words) or whole:
        return Relation.SAME, f"both measure {', '.join(sorted(shared)[:MOST_NAMED])}"
    if told and (shared or (_same_words(a, b) and a.measure not in thresholds().attributes.bare)):
        return Relation.SAME, told
    sites = _named_there(a, b) | _named_there(b, a)
    about = shared | (sites if a.measure in thresholds().attributes.sited else frozenset())
    if a.measure == b.measure and (sites or known.place in NEAR) and (about or told):
        return Relation.OVERLAPS, told or f"both measure something about {min(about)}"
    return Relation.UNKNOWN, "nothing shows that both measure one thing"


def _measured_apart(a: Claim, b: Claim) -> str:
    """Why the two cannot measure one thing, "" where nothing speaks against it."""
    if _named_apart(a, b) or described_apart(a, b):
        return "each measures something by another name"
    if a.measure == b.measure == "change" and a.time != b.time:
        return "each change is over a time of its own"
    return ""


def _named_apart(a: Claim, b: Claim) -> bool:
    """Whether names stand in what is measured, on either side others: the Sau reservoir, the Susqueda reservoir."""
    first, second = (
        evidence(claim).names & frozenset(claim.population.text.casefold().split()) if claim.population else frozenset()
        for claim in (a, b)
    )
    return bool(first and second) and not first & second


def _measured_alike(a: Claim, b: Claim) -> tuple[frozenset[str], float]:
    """The words for what is measured that both have, and their share of the fewer."""
    first, second = (
        _measured(claim.population.text) - _own(claim) if claim.population else frozenset() for claim in (a, b)
    )
    shared = first & second
    return shared, len(shared) / max(1, min(len(first), len(second)))


def _own(claim: Claim) -> frozenset[str]:
    """The words for the place and for what is asserted, which any other thing there may have in common."""
    places = (claim.place.name, *claim.place.containers) if claim.place else ()
    return frozenset(singular(word) for name in places for word in name.split()) | measure_words(claim.measure)


@lru_cache(maxsize=65_536)
def _measured(text: str) -> frozenset[str]:
    words = {singular(word) for word in text.casefold().split()}
    return frozenset(word for word in words if word not in common_words() and len(word) >= SHORT)


def _named_there(a: Claim, b: Claim) -> frozenset[str]:
    """The place of the first claim, where the other text names it."""
    named = b.event.names if b.event else ()
    return frozenset({a.place.name} & set(named)) if a.place else frozenset()


def _told_alike(a: Claim, b: Claim) -> str:
    """What shows that both tell of one event, "" where nothing does."""
    names = evidence(a).names & evidence(b).names
    if names:
        return f"both name {', '.join(sorted(names))}"
    shared = _same_words(a, b)
    return f"both speak of {', '.join(sorted(shared)[:MOST_NAMED])}" if shared else ""


def _same_words(a: Claim, b: Claim) -> frozenset[str]:
    """The words around both figures, where they are so many that they tell one event."""
    shared, share = shared_words(a, b)
    limits = thresholds().events
    enough = share >= limits.shared_words and len(shared) >= limits.least_words
    return frozenset(shared) if enough else frozenset()


def wording_relation(a: Claim, b: Claim) -> Related:
    """Same where the passages of two texts share so many words that one is a copy of the other; else unknown."""
    shared, share = _shared(frozenset(a.context), frozenset(b.context))
    limits = thresholds().copies
    if described_apart(a, b):
        return Relation.UNKNOWN, f"one counts {a.described}, the other {b.described}"
    if a.document != b.document and share >= limits.shared_words and len(shared) >= limits.least_words:
        return Relation.SAME, f"the passages share {len(shared)} words"
    return Relation.UNKNOWN, "neither passage is a copy of the other"


def described_apart(a: Claim, b: Claim) -> bool:
    """Whether two sums are of things described without a word in common: gas exported, oil exported."""
    if not (a.unit.dimension.startswith(MONEY) and b.unit.dimension.startswith(MONEY)):
        return False
    first, second = ({singular(word) for word in claim.described.casefold().split()} for claim in (a, b))
    return bool(first and second) and not first & second


def shared_words(a: Claim, b: Claim) -> tuple[frozenset[str], float]:
    """The telling words around both figures, and their share of the fewer."""
    return _shared(evidence(a).words, evidence(b).words)


def _shared(first: frozenset[str], second: frozenset[str]) -> tuple[frozenset[str], float]:
    shared = first & second
    return shared, len(shared) / max(1, min(len(first), len(second)))


def _town(claim: Claim) -> bool:
    """Whether the place is narrower than a country."""
    return claim.place is not None and (bool(claim.place.containers) or not claim.place.country)


def _short(claim: Claim) -> bool:
    return claim.time is not None and claim.time.days <= SHORT
