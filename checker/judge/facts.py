"""Facts: all claims about one thing, what voices assert at least and at most, and a wording safe to print."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from checker.judge.gates import SAME_FACT, comparable
from checker.judge.order import as_of
from checker.judge.wording import figure_shown, speaker_shown
from checker.model import Alignment, Claim, Fact, FactStatus, Profile, Relation
from checker.model.figures import figure


def build_facts(
    claims: tuple[Claim, ...], alignments: Iterable[Alignment], profiles: Mapping[str, Profile]
) -> tuple[Fact, ...]:
    """The facts of which two claims or more speak, sorted by id.

    Args:
        claims: sorted by document path and place.
        alignments: of all pairs, from all groups; a pair may come twice.
        profiles: by document id; publication dates order the claims.
    """
    by_id = {claim.id: claim for claim in claims}
    order = {claim.id: place for place, claim in enumerate(claims)}
    links = [a for a in alignments if comparable(SAME_FACT, a) and "date" not in _measures(a, by_id)]
    clusters = _clusters([(link.first, link.second) for link in links])
    opposed = {frozenset((a.first, a.second)) for a in links if a.relation("value") is Relation.DISJOINT}
    facts: dict[str, Fact] = {}
    for cluster in sorted(clusters, key=lambda ids: min(order[name] for name in ids)):
        members = [by_id[name] for name in sorted(cluster, key=lambda name: order[name])]
        fact = _fact(members, opposed, profiles)
        while fact.id in facts:
            fact = fact.model_copy(update={"id": _hash(fact.id)})
        facts[fact.id] = fact
    return tuple(facts[name] for name in sorted(facts))


def _measures(alignment: Alignment, by_id: Mapping[str, Claim]) -> set[str]:
    return {by_id[alignment.first].measure, by_id[alignment.second].measure}


def _clusters(links: list[tuple[str, str]]) -> list[set[str]]:
    """The connected components."""
    home: dict[str, set[str]] = {}
    for a, b in links:
        joined = home.get(a, {a}) | home.get(b, {b})
        for name in joined:
            home[name] = joined
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _fact(members: list[Claim], opposed: set[frozenset[str]], profiles: Mapping[str, Profile]) -> Fact:
    head = members[0]
    values = sorted({value for claim in members if (value := _in_unit(claim, head)) is not None})
    return Fact(
        id=_hash("|".join((head.measure, head.unit.name, _text(head.population), _text(head.place), _when(head)))),
        measure=head.measure,
        population=_text(head.population) or None,
        place=_text(head.place) or None,
        unit=head.unit.name,
        low=values[0] if values else None,
        best=_best(members, head, profiles),
        high=values[-1] if values else None,
        status=_status(members, opposed, profiles),
        claims=tuple(claim.id for claim in members),
        wording=_wording(members),
    )


def _status(members: list[Claim], opposed: set[frozenset[str]], profiles: Mapping[str, Profile]) -> FactStatus:
    """Revised where the values that differ were given on different days by one voice, else disputed."""
    against = [(a, b) for i, a in enumerate(members) for b in members[i + 1 :] if frozenset((a.id, b.id)) in opposed]
    if not against:
        return FactStatus.CORROBORATED
    moved = all(as_of(a, profiles) != as_of(b, profiles) and _voice(a) == _voice(b) for a, b in against)
    return FactStatus.REVISED if moved else FactStatus.DISPUTED


def _best(members: list[Claim], head: Claim, profiles: Mapping[str, Profile]) -> float | None:
    """The value with the most independent voices, then the latest; None where that does not decide."""
    voices: dict[float, set[str]] = {}
    latest: dict[float, int] = {}
    for claim in members:
        value = _in_unit(claim, head)
        if value is not None:
            voices.setdefault(value, set()).add(_voice(claim))
            day = as_of(claim, profiles)
            latest[value] = max(latest.get(value, 0), day.toordinal() if day else 0)
    ranked = sorted(voices, key=lambda value: (len(voices[value]), latest[value]), reverse=True)
    if not ranked:
        return None
    if len(ranked) > 1 and (len(voices[ranked[0]]), latest[ranked[0]]) == (len(voices[ranked[1]]), latest[ranked[1]]):
        return None
    return ranked[0]


def _wording(members: list[Claim]) -> str:
    """Each value once, with those who give it: at least 26, according to the monitor; 35, according to the agency."""
    speakers: dict[str, list[str]] = {}
    for claim in members:
        named = speakers.setdefault(figure_shown(claim), [])
        if claim.speaker and speaker_shown(claim) not in named:
            named.append(speaker_shown(claim))
    parts = [f"{shown}, according to {' and '.join(names)}" if names else shown for shown, names in speakers.items()]
    return "; ".join(parts)


def _in_unit(claim: Claim, head: Claim) -> float | None:
    value = figure(claim)
    return None if value is None else value * claim.unit.factor / head.unit.factor


def _voice(claim: Claim) -> str:
    """Copies of one agency's text would be one voice; here a speaker is one, and a report that names nobody."""
    return claim.speaker.name if claim.speaker else claim.document


def _text(field: object) -> str:
    return str(getattr(field, "text", "") or "")


def _when(claim: Claim) -> str:
    return f"{claim.time.start}/{claim.time.end}" if claim.time else ""


def _hash(text: str) -> str:
    return "k-" + sha256(text.encode()).hexdigest()[:16]
