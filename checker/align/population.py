"""Who or what is counted: how one population stands to another."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from checker.model import Population, Relation
from checker.rulebook.populations import Facet, group_words, populations, synonyms

WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")
IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "schoolchildren": "schoolchild",
    "lives": "life",
    "wives": "wife",
    "bodies": "body",
}
LONGEST_PHRASE = 3  # words of a phrase in the lexicon


class Counted(NamedTuple):
    """A population taken apart: the groups by facet, the words that no facet knows, whether all are people at large."""

    groups: dict[str, frozenset[str]]
    rest: frozenset[str]


def population_relation(
    a: Population | None, b: Population | None, names: frozenset[str] = frozenset()
) -> tuple[Relation, str]:
    """How the first population stands to the second, and why; unknown where one is not named.

    `names` tell nothing, since they are those of the story that both belong to: coaches of the Surma Express.
    """
    if a is None or b is None:
        return Relation.UNKNOWN, "it is not said who or what is counted"
    first, second = take_apart(a.text), take_apart(b.text)
    relation = _join((*_facet_relations(first, second), _rest_relation(first.rest - names, second.rest - names)))
    if relation in (Relation.DISJOINT, Relation.OVERLAPS):
        return relation, f"{a.text} are not {b.text}"
    reason = {
        Relation.SAME: f"both count {a.text}" if a.text == b.text else f"{a.text} and {b.text} are the same",
        Relation.WITHIN: f"{a.text} are a part of {b.text}",
        Relation.CONTAINS: f"{b.text} are a part of {a.text}",
    }
    return relation, reason[relation]


def narrowing_relation(a: Population | None, b: Population | None) -> tuple[Relation, str]:
    """Within or contains where only one names a part on purpose (confirmed cases, dead children), else same."""
    if a is None or b is None:
        return Relation.UNKNOWN, "it is not said who or what is counted"
    first, second = take_apart(a.text), take_apart(b.text)
    told = {
        _facet_relation(facet, first.groups.get(name), second.groups.get(name))
        for name, facet in populations().facets.items()
        if facet.telling and (name in first.groups or name in second.groups)
    }
    if a.part != b.part:
        told.add(Relation.WITHIN if a.part else Relation.CONTAINS)
    return _join(told), f"{a.text} beside {b.text}"


def described_alike(a: Population | None, b: Population | None) -> bool:
    """Whether both are named, and by a word in common beside the noun that is counted, or as of one side."""
    if a is None or b is None:
        return False
    first, second = take_apart(a.text), take_apart(b.text)
    heads = {singular(a.head), singular(b.head)}
    return bool((first.rest & second.rest) - heads) or first.groups.get("side", 0) == second.groups.get("side", 1)


@lru_cache(maxsize=16384)
def take_apart(text: str) -> Counted:
    """The groups and other words of a population as a reader would say it."""
    words = [singular(word) for word in WORD.findall(text.casefold())]
    groups: dict[str, set[str]] = {}
    rest: set[str] = set()
    first = 0
    while first < len(words):
        longest = min(LONGEST_PHRASE, len(words) - first)
        length = next((n for n in range(longest, 0, -1) if " ".join(words[first : first + n]) in group_words()), 0)
        if length:
            for facet, group in group_words()[" ".join(words[first : first + length])]:
                groups.setdefault(facet, set()).add(group)
            first += length
            continue
        if words[first] not in populations().noise and words[first] not in populations().people:
            rest.add(synonyms().get(words[first], words[first]))
        first += 1
    return Counted({facet: _most_special(facet, found) for facet, found in groups.items()}, frozenset(rest))


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """The word without its plural ending."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men") and len(word) > len("women"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > len("series"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > len("gas"):
        return word[:-1]
    return word.removesuffix("'s")


def _most_special(facet: str, found: set[str]) -> frozenset[str]:
    """The groups without those that hold another of them: an army officer is an officer."""
    held = {outer for group in found for outer in populations().facets[facet].groups[group].within}
    return frozenset(found - held) or frozenset(found)


def _facet_relations(a: Counted, b: Counted) -> Iterator[Relation]:
    for name in sorted(a.groups.keys() | b.groups.keys()):
        yield _facet_relation(populations().facets[name], a.groups.get(name), b.groups.get(name))


def _facet_relation(facet: Facet, a: frozenset[str] | None, b: frozenset[str] | None) -> Relation:
    if a is None or b is None:
        if facet.optional or all(facet.groups[group].loose for group in a or b or ()):
            return Relation.SAME
        return Relation.CONTAINS if a is None else Relation.WITHIN
    if a == b:
        return Relation.SAME
    inner = all(_held(facet, group, b) for group in a)
    outer = all(_held(facet, group, a) for group in b)
    if inner != outer:
        return Relation.WITHIN if inner else Relation.CONTAINS
    return Relation.OVERLAPS if inner or a & b or not facet.exclusive else Relation.DISJOINT


def _held(facet: Facet, group: str, others: frozenset[str]) -> bool:
    return group in others or any(outer in others for outer in facet.groups[group].within)


def _join(relations: Iterable[Relation]) -> Relation:
    """The relation of two sets from those of their projections."""
    found = set(relations)
    if Relation.DISJOINT in found:
        return Relation.DISJOINT
    if Relation.OVERLAPS in found or {Relation.WITHIN, Relation.CONTAINS} <= found:
        return Relation.OVERLAPS
    return next(iter(found - {Relation.SAME}), Relation.SAME)


def _rest_relation(a: frozenset[str], b: frozenset[str]) -> Relation:
    """What the words that no facet knows say: one side may leave them out, but more words tell of fewer people."""
    if not a or not b or a == b:
        return Relation.SAME
    if a < b:
        return Relation.CONTAINS
    if b < a:
        return Relation.WITHIN
    return Relation.SAME if 2 * len(a & b) >= max(len(a), len(b)) else Relation.OVERLAPS
