"""How many an incident cost: least, best and greatest, in all and for the people who are counted apart."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.judge.order import as_of
from checker.model import Claim, LinkKind, Population, Profile, Toll
from checker.model.figures import figure
from checker.rulebook.incidents import class_of_group, incidents, narrowing_groups

GroupsOf = Callable[[Population], frozenset[str]]


def tolls_of(claims: Sequence[Claim], profiles: Mapping[str, Profile], groups_of: GroupsOf) -> Iterator[Toll]:
    """The tolls of each measure: all people first, then each class that the texts count apart."""
    for measure in incidents().measures:
        told = [claim for claim in claims if claim.measure == measure]
        added = _addends(told)
        whole = [claim for claim in told if claim.id not in added and not _is_part(claim, _groups(claim, groups_of))]
        if not told:
            continue
        classes = {claim.id: class_of(_groups(claim, groups_of)) for claim in told}
        yield _toll(measure, "", _in_all(whole or told, classes), profiles, groups_of)
        for people in incidents().classes:
            counted = [claim for claim in told if classes[claim.id] == people]
            if counted:
                yield _toll(measure, people, counted, profiles, groups_of)


def class_of(groups: Iterable[str]) -> str:
    """The class that is counted apart; "" where the groups tell none, or two."""
    found = {class_of_group()[group] for group in groups if group in class_of_group()}
    return found.pop() if len(found) == 1 else ""


def _groups(claim: Claim, groups_of: GroupsOf) -> frozenset[str]:
    return groups_of(claim.population) if claim.population else frozenset()


def _is_part(claim: Claim, groups: frozenset[str]) -> bool:
    """Whether the text counts a part of the dead: five of them, three children."""
    return bool(groups & narrowing_groups()) or any(link.kind is LinkKind.PART_OF for link in claim.links)


def _addends(claims: Sequence[Claim]) -> set[str]:
    """The figures that make up another one of their sentence: 18 dead, 11 women, four men and three children."""
    sentences: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        if figure(claim) is not None:
            sentences.setdefault((claim.document, claim.sentence), []).append(claim)
    added: set[str] = set()
    for told in sentences.values():
        *parts, whole = sorted(told, key=lambda claim: figure(claim) or 0.0)
        if len(parts) > 1 and sum(figure(part) or 0.0 for part in parts) == figure(whole):
            added.update(part.id for part in parts)
    return added


def _in_all(claims: Sequence[Claim], classes: Mapping[str, str]) -> list[Claim]:
    """The counts of people of any kind, where there are some: those of soldiers or civilians are parts of these."""
    return [claim for claim in claims if not classes[claim.id]] or list(claims)


def _toll(
    measure: str, people: str, claims: Sequence[Claim], profiles: Mapping[str, Profile], groups_of: GroupsOf
) -> Toll:
    """The counts of one kind of people against each other, those of different kinds added up."""
    sorts = _sorts(claims, groups_of)
    ranges = [_range(sort, profiles) for sort in sorts]
    lows, bests, highs = zip(*ranges, strict=True)
    return Toll(measure=measure, people=people, low=_sum(lows), best=_sum(bests), high=_sum(highs))


def _sorts(claims: Sequence[Claim], groups_of: GroupsOf) -> list[list[Claim]]:
    """The claims by who is counted; people described more closely go with those described less, if there are any."""
    sorts: dict[frozenset[str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: len(_groups(claim, groups_of))):
        groups = _groups(claim, groups_of)
        home = next((known for known in sorts if known <= groups), groups)
        sorts.setdefault(home, []).append(claim)
    return list(sorts.values())


def _range(claims: Sequence[Claim], profiles: Mapping[str, Profile]) -> tuple[float | None, float | None, float | None]:
    lows = [bound for claim in claims if (bound := _least(claim)) is not None]
    highs = [bound for claim in claims if (bound := _greatest(claim)) is not None]
    return min(lows, default=None), best_of(claims, profiles), max(highs, default=None)


def _least(claim: Claim) -> float | None:
    """The least that the words name; "as many as 60" names none."""
    return claim.asserted.low


def _greatest(claim: Claim) -> float | None:
    """The greatest that the words name; a floor ("at least 7") is also the greatest that is named."""
    if claim.asserted.high is not None:
        return claim.asserted.high
    return None if claim.number.vague else claim.asserted.low


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def best_of(claims: Sequence[Claim], profiles: Mapping[str, Profile]) -> float | None:
    """The number that most voices give, then the latest, then the one without a hedge; None where that is no help."""
    voices: dict[float, set[str]] = {}
    rank: dict[float, tuple[int, bool]] = {}
    for claim in claims:
        value = figure(claim)
        if value is None or claim.number.vague:
            continue
        day = as_of(claim, profiles)
        voices.setdefault(value, set()).add(claim.speaker.name if claim.speaker else claim.document)
        rank[value] = max(rank.get(value, (0, False)), (day.toordinal() if day else 0, not claim.number.hedge))
    weights = {value: (len(voices[value]), *rank[value]) for value in voices}
    best = max(weights.values(), default=None)
    first = [value for value, weight in weights.items() if weight == best]
    return first[0] if len(first) == 1 else None
