"""Incidents: the facts and figures of one event put together, one row for one place and time.

Pure: claims and facts in, incidents out. Two counts belong to one incident where nothing speaks against it and
something for it: a fact that holds both, one sentence, or one place and time with names or words that both texts give.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256

from checker.judge.order import as_of
from checker.judge.tolls import GroupsOf, tolls_of
from checker.model import Claim, Document, Fact, Incident, IncidentSource, Kind, Modality, Place, Profile
from checker.rulebook.incidents import incidents
from checker.rulebook.thresholds import thresholds

Telling = Callable[[Claim], tuple[frozenset[str], frozenset[str]]]
RUNNING = (Kind.CUMULATIVE, Kind.STOCK)
MOST_TOGETHER = 2000  # counts that are compared with each other; beyond, each joins its facts and sentences alone


def build_incidents(
    claims: Sequence[Claim],
    facts: Sequence[Fact],
    documents: Mapping[str, Document],
    profiles: Mapping[str, Profile],
    *,
    groups_of: GroupsOf,
    telling: Telling,
) -> tuple[Incident, ...]:
    """The incidents of the reports by date and place.

    Args:
        claims: sorted by document and place.
        facts: of these claims; the claims of a fact tell of one event.
        documents: by id.
        profiles: by document id; publication dates order the counts.
        groups_of: the groups of the lexicon that a population belongs to.
        telling: the names and the words around a count that tell its event.
    """
    counts = [claim for claim in claims if counted(claim)]
    found = []
    for cluster in _clusters(counts, facts, telling):
        held = {claim.id for claim in cluster}
        named = tuple(fact.id for fact in facts if held & set(fact.claims))
        found.append(_incident(cluster, named, documents, profiles, groups_of=groups_of, telling=telling))
    return tuple(sorted(found, key=lambda incident: (incident.start or date.max, incident.place or "", incident.id)))


def counted(claim: Claim) -> bool:
    """Whether the claim counts the victims of an event: asserted, of people, and of a time that is no campaign."""
    return (
        claim.measure in incidents().measures
        and claim.modality is Modality.ASSERTED
        and claim.kind is not Kind.CHANGE
        and claim.unit.name == "person"
        and claim.time is not None
        and claim.time.days <= incidents().days.longest
    )


def one_event(a: Claim, b: Claim, telling: Telling) -> bool:
    """Whether two counts belong to one incident."""
    if not _one_time(a, b) or not _one_place(a.place, b.place):
        return False
    if a.document == b.document and a.sentence == b.sentence:
        return True
    (names, words), (other_names, other_words) = telling(a), telling(b)
    if names & other_names or len(words & other_words) >= thresholds().events.likely_words:
        return True
    days = incidents().days.counts if a.kind in RUNNING and b.kind in RUNNING else 0
    return _town(a) and _town(b) and _gap(a, b) <= days and _one_kind(a, b)


def _clusters(counts: list[Claim], facts: Sequence[Fact], telling: Telling) -> list[list[Claim]]:
    """The counts by incident, in their own order."""
    home = {claim.id: index for index, claim in enumerate(counts)}

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    def join(first: int, second: int) -> None:
        low, high = sorted((root(first), root(second)))
        parent[high] = low

    parent = list(range(len(counts)))
    for fact in facts:
        held = [home[name] for name in fact.claims if name in home]
        for other in held[1:]:
            join(held[0], other)
    for index, claim in enumerate(counts):
        first = 0 if len(counts) <= MOST_TOGETHER else max(0, index - 20)
        for other in range(first, index):
            if one_event(counts[other], claim, telling):
                join(other, index)
    found: dict[int, list[Claim]] = {}
    for index, claim in enumerate(counts):
        found.setdefault(root(index), []).append(claim)
    return list(found.values())


def _one_time(a: Claim, b: Claim) -> bool:
    running = _running(a) or _running(b)
    return _gap(a, b) <= (incidents().days.counts if running else incidents().days.events)


def _running(claim: Claim) -> bool:
    """Whether the claim's time is that of the count rather than that of the event."""
    return claim.kind in RUNNING or not claim.time_stated


def _gap(a: Claim, b: Claim) -> int:
    """Days from one count to the other, 0 where they meet."""
    if a.time is None or b.time is None:
        return 0
    return max(0, (b.time.start - a.time.end).days, (a.time.start - b.time.end).days)


def _one_place(a: Place | None, b: Place | None) -> bool:
    """Whether both are one place, or one lies in the other."""
    if a is None or b is None:
        return False
    first, second = _head(a.name), _head(b.name)
    return first == second or first in b.containers or second in a.containers


def _head(name: str) -> str:
    """The name without what contains it: Kisumu, Kenya is Kisumu."""
    return name.partition(",")[0]


def _town(claim: Claim) -> bool:
    """Whether the place is narrower than a country."""
    return claim.place is not None and bool(claim.place.containers)


def _one_kind(a: Claim, b: Claim) -> bool:
    """Whether what happened may be one thing; a measure ("killed") is what any event may be called."""
    first, second = (claim.event.kind if claim.event else "" for claim in (a, b))
    plain = ("", *incidents().measures)
    return first == second or first in plain or second in plain


def _incident(
    claims: Sequence[Claim],
    facts: tuple[str, ...],
    documents: Mapping[str, Document],
    profiles: Mapping[str, Profile],
    *,
    groups_of: GroupsOf,
    telling: Telling,
) -> Incident:
    start, end = _days(claims)
    place = _narrowest(claims)
    key = "|".join(sorted(claim.id for claim in claims))
    return Incident(
        id="i-" + sha256(key.encode()).hexdigest()[:16],
        start=start,
        end=end,
        latest=max((day for claim in claims if (day := as_of(claim, profiles))), default=None),
        place=place.text if place else None,
        within=place.containers if place else (),
        country=next((claim.place.country for claim in claims if claim.place and claim.place.country), ""),
        event=_event(claims, telling),
        tolls=tuple(tolls_of(claims, profiles, groups_of)),
        sources=tuple(dict.fromkeys(_sources(claims, documents, profiles))),
        facts=facts,
        claims=tuple(claim.id for claim in claims),
    )


def _event(claims: Sequence[Claim], telling: Telling) -> str:
    """What happened, as most counts say; else the name that most of them give; "" where none does."""
    kinds = [claim.event.kind for claim in claims if claim.event and claim.event.kind not in incidents().measures]
    names = [name for claim in claims for name in sorted(telling(claim)[0])]
    return max(dict.fromkeys(kinds), key=kinds.count, default="") or max(
        dict.fromkeys(names), key=names.count, default=""
    )


def _days(claims: Sequence[Claim]) -> tuple[date | None, date | None]:
    """The days of the event: those that texts state of what happened, else the earliest of its counts."""
    stated = [claim.time for claim in claims if claim.time and claim.time_stated and claim.kind is Kind.FLOW]
    periods = stated or [claim.time for claim in claims if claim.time]
    if not periods:
        return None, None
    first = min(periods, key=lambda period: (period.start, period.days))
    return first.start, first.end


def _narrowest(claims: Sequence[Claim]) -> Place | None:
    """The place that lies in most others; of these the first."""
    places = [claim.place for claim in claims if claim.place]
    return max(places, key=lambda place: len(place.containers), default=None)


def _sources(
    claims: Sequence[Claim], documents: Mapping[str, Document], profiles: Mapping[str, Profile]
) -> Iterator[IncidentSource]:
    for claim in claims:
        document, profile = documents[claim.document], profiles.get(claim.document)
        yield IncidentSource(
            path=document.path,
            line=document.text.count("\n", 0, claim.number.start) + 1,
            spot=None if document.plain else document.spot(claim.number.start),
            outlet=(profile.source or "") if profile else "",
            voice=claim.speaker.text if claim.speaker else "",
        )
