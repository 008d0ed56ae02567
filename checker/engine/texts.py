"""The documents of a run in their order, with their profiles and claims."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Generic, TypeVar, overload

from pydantic import TypeAdapter

from checker.engine.crossing import Mapped, Text
from checker.engine.disk import Disk, Names, Shelf
from checker.model import Claim, Document, Mention, Profile

T = TypeVar("T")
NEAR = 1_000  # texts that are kept at hand: claims that meet mostly stand near each other


class Texts:
    """Documents as they are added; the place of a claim is its number among the claims of all of them."""

    def __init__(self, disk: Disk) -> None:
        self.documents = Shelf(disk, _documents)
        self.profiles = Shelf(disk, _profiles)
        self.mentions: list[Mention] = []
        self._claims = Shelf(disk, _claims)
        self._first = array("Q", (0,))
        self._numbers = Names(disk)
        self.text: Callable[[int], Text] = lru_cache(NEAR)(self._text)
        self._told: Callable[[int], tuple[Claim, ...]] = lru_cache(NEAR)(self._claims.__getitem__)

    def add(self, item: Mapped) -> int:
        """The place of the first claim of one document more."""
        first = self._first[-1]
        self._numbers.add(item.document.id, len(self.documents))
        self.documents.append(item.document)
        self.profiles.append(item.profile)
        self.mentions += item.extraction.mentions
        self._claims.append(item.extraction.claims)
        self._first.append(first + len(item.extraction.claims))
        return first

    def owner(self, place: int) -> int:
        """The number of the document in which the claim at a place stands."""
        return bisect_right(self._first, place) - 1

    def claim(self, place: int) -> Claim:
        """The claim at a place."""
        owner = self.owner(place)
        return self._told(owner)[place - self._first[owner]]

    def place(self, claim: Claim) -> int:
        """The place of a claim.

        Raises:
            KeyError: it is none of this run.
        """
        owner = _known(self._numbers, claim.document)
        return self._first[owner] + [each.id for each in self._told(owner)].index(claim.id)

    def named(self, document: str) -> Text:
        """The document of that id with its claims.

        Raises:
            KeyError: there is none.
        """
        return self.text(_known(self._numbers, document))

    def claims(self) -> Sequence[Claim]:
        """All claims."""
        return Claims(self._claims, self._first).whole()

    def by_id(self) -> Mapping[str, Profile]:
        """The profiles by the ids of documents."""
        profiles = self.profiles.whole()
        if isinstance(profiles, tuple):
            return {document.id: profile for document, profile in zip(self.documents, profiles, strict=True)}
        return ById(profiles, self.documents, self._numbers)

    def originals(self) -> Mapping[str, Document]:
        """The documents by their ids."""
        return Originals(self)

    def _text(self, number: int) -> Text:
        """A document with all its claims."""
        return Text(self.documents[number], self.profiles[number], self._told(number))


class Claims(Sequence[Claim]):
    """The claims of all documents, one after the other."""

    def __init__(self, texts: Shelf[tuple[Claim, ...]], first: Sequence[int]) -> None:
        """`first` are the places of the first claims of texts, and behind them how many there are."""
        self._texts = texts
        self._first = first

    def __len__(self) -> int:
        return self._first[-1]

    def __iter__(self) -> Iterator[Claim]:
        return (claim for claims in self._texts for claim in claims)

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> list[Claim]: ...
    def __getitem__(self, index: int | slice) -> Claim | list[Claim]:
        """A claim, or the claims of a slice."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        owner = bisect_right(self._first, place) - 1
        return self._texts[owner][place - self._first[owner]]

    def whole(self) -> Sequence[Claim]:
        """All claims, as a tuple where they lie in memory."""
        return tuple(self) if isinstance(self._texts.whole(), tuple) else self


class Changed(Sequence[T]):
    """The values of a list, each changed when somebody asks for it."""

    def __init__(self, values: Sequence[T], change: Callable[[T], T]) -> None:
        self._values = values
        self._change = change

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[T]:
        return map(self._change, self._values)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        """A value, or the values of a slice."""
        if isinstance(index, slice):
            return list(map(self._change, self._values[index]))
        return self._change(self._values[index])


class Originals(Mapping[str, Document]):
    """Documents by their ids."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts.documents)

    def __iter__(self) -> Iterator[str]:
        return (document.id for document in self._texts.documents)

    def __getitem__(self, document: str) -> Document:
        """The document of that id."""
        return self._texts.named(document).document


class ById(Mapping[str, T], Generic[T]):
    """Values by the ids of their documents."""

    def __init__(self, values: Sequence[T], documents: Sequence[Document], numbers: Names) -> None:
        self._values = values
        self._documents = documents
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[str]:
        return (document.id for document in self._documents)

    def __getitem__(self, document: str) -> T:
        """The value of a document."""
        return self._values[_known(self._numbers, document)]


def _known(numbers: Names, document: str) -> int:
    number = numbers.get(document)
    if number is None:
        raise KeyError(document)
    return number


@cache
def _documents() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@cache
def _profiles() -> TypeAdapter[Profile]:
    return TypeAdapter(Profile)


@cache
def _claims() -> TypeAdapter[tuple[Claim, ...]]:
    return TypeAdapter(tuple[Claim, ...])
