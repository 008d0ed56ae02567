"""Work cut into blocks, each for one process: groups to compare, clusters to judge.

Blocks follow the order of the claims, so that claims that meet several times mostly do so in one block, and each
crosses once. How work is cut shows in no result.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from checker.engine.crossing import Component, Components, Group, Groups, Placed, Text

PAIRS = 4_000  # that are compared in one block, unless one group alone has more
LINKS = 1_000  # between claims that are judged in one block, unless one cluster alone has more


class Library(Protocol):
    """Documents by their numbers, and claims by their places."""

    def __len__(self) -> int:
        """How many documents there are."""
        ...

    def owner(self, place: int) -> int:
        """The number of the document in which the claim at a place stands."""
        ...

    def placed(self, number: int) -> Placed:
        """The claims of a document."""
        ...

    @property
    def text(self) -> Callable[[int], Text]:
        """Gives a document with all its claims."""
        ...

    def named(self, document: str) -> Text:
        """The same by the document's id.

        Raises:
            KeyError: there is none.
        """
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
    owners = sorted({texts.owner(place) for place in {place for group in block for place in group.places}})
    return Groups(tuple(block), tuple(map(texts.placed, owners)))


def blocks_of_clusters(
    found: Iterable[Component], texts: Library, apart: Sequence[tuple[str, str]]
) -> Iterator[Components]:
    """The clusters in blocks with their texts; `apart` are claims that are not about one fact, by their ids."""
    block: list[Component] = []
    size = 0
    for cluster in found:
        block.append(cluster)
        size += len(cluster.pairs)
        if size >= LINKS:
            yield _with_texts(block, texts, apart)
            block, size = [], 0
    if block:
        yield _with_texts(block, texts, apart)


def _with_texts(block: Sequence[Component], texts: Library, apart: Sequence[tuple[str, str]]) -> Components:
    owners = sorted({texts.owner(place) for cluster in block for place in cluster.claims})
    return Components(tuple(block), tuple(map(texts.text, owners)), tuple(apart))
