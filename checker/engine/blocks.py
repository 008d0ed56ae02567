"""Work cut into blocks, each for one process: groups to compare, clusters to judge.

Blocks follow the order of the claims, so that claims that meet several times mostly do so in one block, and each
crosses once. How work is cut shows in no result.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from checker.engine.crossing import Component, Components, Group, Groups, Text
from checker.engine.links import Cluster
from checker.model import Claim

PAIRS = 4_000  # that are compared in one block, unless one group alone has more
LINKS = 1_000  # between claims that are judged in one block, unless one cluster alone has more


class Library(Protocol):
    """Documents by their numbers, and claims by their places."""

    def owner(self, place: int) -> int:
        """The number of the document in which the claim at a place stands."""
        ...

    def claim(self, place: int) -> Claim:
        """The claim at a place."""
        ...

    def text(self, number: int) -> Text:
        """A document with all its claims."""
        ...


def blocks_of_groups(groups: Iterable[Group], texts: Library) -> Iterator[Groups]:
    """The groups, which come in the order of their first claims, in blocks with their claims."""
    block: list[Group] = []
    size = 0
    for group in groups:
        block.append(group)
        size += len(group.places) ** 2 // 2
        if size >= PAIRS:
            yield _with_claims(block, texts)
            block, size = [], 0
    if block:
        yield _with_claims(block, texts)


def _with_claims(block: Sequence[Group], texts: Library) -> Groups:
    places = sorted({place for group in block for place in group.places})
    return Groups(tuple(block), {place: texts.claim(place) for place in places})


def blocks_of_clusters(
    found: Iterable[Cluster], texts: Library, apart: Sequence[tuple[str, str]]
) -> Iterator[Components]:
    """The clusters in blocks with their texts; `apart` are claims that are not about one fact, by their ids."""
    block: list[Cluster] = []
    size = 0
    for cluster in found:
        block.append(cluster)
        size += len(cluster.pairs)
        if size >= LINKS:
            yield _with_texts(block, texts, apart)
            block, size = [], 0
    if block:
        yield _with_texts(block, texts, apart)


def _with_texts(block: Sequence[Cluster], texts: Library, apart: Sequence[tuple[str, str]]) -> Components:
    owners = sorted({texts.owner(place) for cluster in block for place in cluster.places})
    return Components(
        tuple(_by_id(cluster, texts, apart) for cluster in block), tuple(texts.text(owner) for owner in owners)
    )


def _by_id(cluster: Cluster, texts: Library, apart: Sequence[tuple[str, str]]) -> Component:
    names = tuple(texts.claim(place).id for place in cluster.places)
    centre = tuple(texts.claim(place).id for place in cluster.centre)
    mine = tuple(pair for pair in apart if set(pair) <= set(centre)) if apart else ()
    return Component(names, centre, cluster.pairs, mine)
