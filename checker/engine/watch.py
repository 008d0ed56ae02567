"""Who sees how far a run is."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Given_co = TypeVar("Given_co", covariant=True)


class Counted(Protocol[Given_co]):
    """Items of which it is known how many there are."""

    def __len__(self) -> int:
        """How many."""
        ...

    def __iter__(self) -> Iterator[Given_co]:
        """One after the other."""
        ...


class Watch(Protocol):
    """Sees the items of a long loop go by, to tell people how far it is; it changes nothing."""

    def __call__(self, items: Counted[Item], title: str) -> Iterable[Item]:
        """The same items in the same order; the title says what is done to them."""


def unwatched(items: Counted[Item], title: str) -> Iterable[Item]:
    """Nobody watches."""
    del title
    return items
