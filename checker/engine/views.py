"""Lists and mappings of a report that lie on disk, and are read when somebody asks for them."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Generic, TypeVar, overload

from checker.engine.blocks import Library
from checker.engine.disk import Shelf
from checker.model import Claim, Document, Profile

T = TypeVar("T")


class Column(Sequence[T]):
    """One part of each document, in their order."""

    def __init__(self, shelf: Shelf[T], rows: Sequence[int]) -> None:
        self._shelf = shelf
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return (each.value for each in self._shelf.at(self._rows))

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        """A value, or the values of a slice."""
        if isinstance(index, slice):
            return [each.value for each in self._shelf.at(self._rows[index])]
        return self._shelf[self._rows[index]]

    @property
    def in_memory(self) -> bool:
        """Whether the values lie there."""
        return self._shelf.in_memory

    def whole(self) -> Sequence[T]:
        """All values, as a tuple where they lie in memory."""
        return tuple(self) if self.in_memory else self


class Chained(Sequence[T]):
    """The values of each document, one after the other."""

    def __init__(self, texts: Column[tuple[T, ...]], first: Sequence[int]) -> None:
        """`first` are the places of the first values of documents, and behind them how many there are."""
        self._texts = texts
        self._first = first

    def __len__(self) -> int:
        return self._first[-1]

    def __iter__(self) -> Iterator[T]:
        return (value for values in self._texts for value in values)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        """A value, or the values of a slice."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        owner = bisect_right(self._first, place) - 1
        return self._texts[owner][place - self._first[owner]]

    def sizes(self) -> Iterator[int]:
        """How many values each document has."""
        return (last - first for first, last in pairwise(self._first))

    def whole(self) -> Sequence[T]:
        """All values, as a tuple where they lie in memory."""
        return tuple(self) if self._texts.in_memory else self


class Documents(Sequence[Document]):
    """The documents of texts, each as `change` makes it when somebody asks for it."""

    def __init__(self, column: Column[Document], texts: Library, change: Callable[[Document], Document]) -> None:
        self._column = column
        self._texts = texts
        self._change = change

    def __len__(self) -> int:
        return len(self._column)

    def __iter__(self) -> Iterator[Document]:
        return map(self._change, self._column)

    @overload
    def __getitem__(self, index: int) -> Document: ...
    @overload
    def __getitem__(self, index: slice) -> list[Document]: ...
    def __getitem__(self, index: int | slice) -> Document | list[Document]:
        """A document, or the documents of a slice."""
        if isinstance(index, slice):
            return list(map(self._change, self._column[index]))
        return self._change(self._column[index])

    def by_id(self) -> Mapping[str, Document]:
        """The documents by their ids."""
        return ById(self._texts, lambda document: self._change(self._texts.named(document).document))


class ById(Mapping[str, T], Generic[T]):
    """What there is of each text, by the ids of the documents."""

    def __init__(self, texts: Library, get: Callable[[str], T]) -> None:
        """`get` gives it for an id, or raises KeyError."""
        self._texts = texts
        self._get = get

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[str]:
        return (self._texts.text(number).document.id for number in range(len(self)))

    def __getitem__(self, document: str) -> T:
        """That of one document."""
        return self._get(document)


def originals(texts: Library) -> Mapping[str, Document]:
    """The documents by their ids."""
    return ById(texts, lambda document: texts.named(document).document)


def profiles(texts: Library) -> Mapping[str, Profile]:
    """Their profiles."""
    return ById(texts, lambda document: texts.named(document).profile)


def told(texts: Library) -> Mapping[str, Sequence[Claim]]:
    """Their claims."""
    return ById(texts, lambda document: texts.named(document).claims)
