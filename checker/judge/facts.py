"""Facts: all claims about one thing, what voices assert at least and at most, and a wording safe to print."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from math import inf
from typing import NamedTuple

from checker.judge.gates import SAME_FACT, comparable
from checker.judge.order import as_of
from checker.judge.wording import figure_shown, speaker_shown
from checker.model import Alignment, Claim, Fact, FactStatus, Kind, Profile, Relation
from checker.model.figures import figure
from checker.model.identity import claim_key

MONTH = 31  # days


class Told(NamedTuple):
    """The voices behind claims and the days up to which these count."""

    voices: Mapping[str, str]
    profiles: Mapping[str, Profile]

    def voice(self, claim: Claim) -> str:
        """Who says so: reports that print or cite one source are one voice."""
        return self.voices.get(claim.id) or (claim.speaker.name if claim.speaker else claim.document)

    def day(self, claim: Claim) -> int:
        """The day up to which the figure counts, as an ordinal; 0 where it is open.

        A level told of a whole year (900 this year) is as old as the year's first day: nothing shows that it lasted.
        """
        vague = claim.kind is Kind.STOCK and claim.time is not None and (claim.time.end - claim.time.start).days > MONTH
        day = claim.time.start if vague and claim.time else as_of(claim, self.profiles)
        return day.toordinal() if day else 0


class Stated(NamedTuple):
    """A fact, and the least of what its claims say: facts that would have one id are told apart in this order."""

    content: tuple[str, str, str]
    fact: Fact


def build_facts(
    claims: Sequence[Claim],
    alignments: Iterable[Alignment],
    profiles: Mapping[str, Profile],
    voices: Mapping[str, str] | None = None,
    apart: Sequence[tuple[str, str]] = (),
) -> tuple[Fact, ...]:
    """The facts of which two claims or more speak, sorted by id; for the arguments see `state_facts`."""
    stated = sorted(state_facts(claims, alignments, profiles, voices, apart), key=lambda each: each.content)
    return tuple(sorted(told_apart(each.fact for each in stated), key=lambda fact: fact.id))


def told_apart(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, those that would have the id of an earlier one with another."""
    taken: set[str] = set()
    for each in facts:
        fact = each
        while fact.id in taken:
            fact = fact.model_copy(update={"id": _hash(fact.id)})
        taken.add(fact.id)
        yield fact


def state_facts(
    claims: Sequence[Claim],
    alignments: Iterable[Alignment],
    profiles: Mapping[str, Profile],
    voices: Mapping[str, str] | None = None,
    apart: Sequence[tuple[str, str]] = (),
) -> Iterator[Stated]:
    """The facts of which two claims or more speak.

    Args:
        claims: sorted by document path and place.
        alignments: of all pairs, from all groups; a pair may come twice.
        profiles: by document id; publication dates order the claims.
        voices: by claim id; without it, speakers are the voices, and texts that name nobody.
        apart: claims, by id, that are not about one fact whatever else links them.
    """
    by_id = {claim.id: claim for claim in claims}
    order = {claim.id: place for place, claim in enumerate(claims)}
    links = [a for a in alignments if by_id[a.first].measure != "date" and comparable(SAME_FACT, a)]
    clusters = linked([(link.first, link.second) for link in links], apart)
    home = {name: number for number, cluster in enumerate(clusters) for name in cluster}
    opposed: dict[int, list[tuple[Claim, Claim]]] = {}
    for link in links:
        if link.relation("value") is Relation.DISJOINT:
            opposed.setdefault(home[link.first], []).append((by_id[link.first], by_id[link.second]))
    told = Told(voices or {}, profiles)
    for number, cluster in enumerate(clusters):
        members = [by_id[name] for name in sorted(cluster, key=lambda name: order[name])]
        yield Stated(min(map(_content, members)), _fact(members, opposed.get(number, []), told))


def _content(claim: Claim) -> tuple[str, str, str]:
    """What a claim says and where in its sentence, so that the names of files tell no facts apart."""
    return claim_key(claim), claim.measure, claim.id


def linked(links: Iterable[tuple[str, str]], apart: Sequence[tuple[str, str]] = ()) -> list[list[str]]:
    """The connected components of ids; a link that would bring together what is apart is left out."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (higher := above.setdefault(name, name)) != name:
            above[name] = above[higher]
            name = higher
        return name

    for a, b in links:
        joined = {top(a), top(b)}
        if not any({top(one), top(other)} == joined for one, other in apart):
            above[top(b)] = top(a)
    clusters: dict[str, list[str]] = {}
    for name in above:
        clusters.setdefault(top(name), []).append(name)
    return list(clusters.values())


def _fact(members: list[Claim], opposed: Sequence[tuple[Claim, Claim]], told: Told) -> Fact:
    """The fact of linked claims; what most of them say of it describes it, whatever the first of them is."""
    measure, unit = _usual(members, lambda claim: claim.measure), _usual(members, lambda claim: claim.unit.name)
    population = _usual(members, lambda claim: claim.population.text if claim.population else "")
    place = _usual(members, lambda claim: claim.place.text if claim.place else "")
    time = _usual(members, lambda claim: f"{claim.time.start}/{claim.time.end}" if claim.time else "")
    factor = next(claim.unit.factor for claim in members if claim.unit.name == unit)
    ends = [end * claim.unit.factor / factor for claim in members for end in _ends(claim)]
    best = _best(members, told)
    return Fact(
        id=_hash(f"{measure}|{unit}|{population.casefold()}|{place.casefold()}|{time}"),
        measure=measure,
        population=population or None,
        place=place or None,
        unit=unit,
        low=min(ends, default=None),
        best=None if best is None else best / factor,
        high=max(ends, default=None),
        status=_status(members, opposed, told),
        claims=tuple(claim.id for claim in members),
        wording=_wording(members, best, told),
    )


def _usual(members: Iterable[Claim], field: Callable[[Claim], str]) -> str:
    """What most claims say, of equally many the first by the alphabet; silence does not count."""
    said = Counter(text for claim in members if (text := field(claim)))
    return min(said, key=lambda text: (-said[text], text), default="")


def _ends(claim: Claim) -> tuple[float, ...]:
    """The least and the greatest value that the words name."""
    return tuple(end for end in (claim.asserted.low, claim.asserted.high) if end is not None)


def _status(members: Sequence[Claim], opposed: Sequence[tuple[Claim, Claim]], told: Told) -> FactStatus:
    """Revised where every two values that differ were given on different days by one voice, else disputed.

    Claims that agree are corroborated by a second voice; one voice in many reports is single.
    """
    if not opposed:
        voices = {told.voice(claim) for claim in members}
        return FactStatus.CORROBORATED if len(voices) > 1 else FactStatus.SINGLE
    moved = all(told.day(a) != told.day(b) and told.voice(a) == told.voice(b) for a, b in opposed)
    return FactStatus.REVISED if moved else FactStatus.DISPUTED


def _best(members: Sequence[Claim], told: Told) -> float | None:
    """The value, in the base unit, with the most voices, then the latest, then the most precise; None if undecided."""
    voices: dict[float, set[str]] = {}
    rank: dict[float, tuple[int, float]] = {}
    for claim in members:
        value = figure(claim)
        if value is not None:
            value *= claim.unit.factor
            voices.setdefault(value, set()).add(told.voice(claim))
            rank[value] = max(rank.get(value, (0, -inf)), (told.day(claim), -_width(claim)))
    ranked = sorted(((len(voices[value]), *rank[value]), value) for value in voices)
    if not ranked or (len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]):
        return None
    return ranked[-1][1]


def _width(claim: Claim) -> float:
    """How much room the words leave."""
    low, high = claim.hard.low, claim.hard.high
    return inf if low is None or high is None else (high - low) * claim.unit.factor


def _wording(members: Sequence[Claim], best: float | None, told: Told) -> str:
    """Each value once, the best first, with those who give it: at least 26, according to the monitor; police say 35."""
    shown: dict[str, list[Claim]] = {}
    for claim in sorted(members, key=lambda claim: not _is(claim, best)):
        shown.setdefault(figure_shown(claim), []).append(claim)
    (first, givers), *others = shown.items()
    latest = max(told.day(claim) for claim in givers)
    parts = [f"{first}, according to {_joined(_names(givers))}" if _names(givers) else first]
    for value, some in others:
        earlier = max(told.day(claim) for claim in some) < latest
        names = _names(some) or ["another report"]
        verb = "had said" if earlier else "say" if len(names) > 1 or names[0].endswith("s") else "says"
        parts.append(f"{_joined(names)} {verb} {value}")
    return "; ".join(parts)


def _is(claim: Claim, value: float | None) -> bool:
    own = figure(claim)
    return own is not None and own * claim.unit.factor == value


def _names(claims: Iterable[Claim]) -> list[str]:
    """Those who are named, each once, in the order of the claims."""
    return list({claim.speaker.name: speaker_shown(claim) for claim in claims if claim.speaker}.values())


def _joined(names: Sequence[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0] if names else ""


def _hash(text: str) -> str:
    return "k-" + sha256(text.encode()).hexdigest()[:16]
