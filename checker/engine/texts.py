"""The documents of a run in their order, with their profiles and claims.

They are taken up as they come and never moved: what is in order are the numbers of the rows in which they lie.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from checker.engine.crossing import Claims, Head, Mapped, Placed, Rest, Text
from checker.engine.disk import Disk, Names, Shelf, Sorter, ordered
from checker.engine.sealed import form
from checker.engine.views import ById, Chained, Column, Documents
from checker.model import Claim, Document, Profile

NEAR = 1_000  # texts that are kept at hand: claims that meet mostly stand near each other
NUMBERS = "Q"  # how numbers are packed


class Texts(Collection[Mapped]):
    """Documents by their numbers, and claims by their places: their numbers among the claims of all documents."""

    def __init__(self, disk: Disk) -> None:
        self._heads = Shelf(disk, form(Head))
        self._documents = Shelf(disk, form(Document))
        self._profiles = Shelf(disk, form(Profile))
        self._claims = Shelf(disk, form(Claims))
        self._rest = Shelf(disk, form(Rest))
        self._order: Sorter[int] = Sorter(disk)
        self._came = Names(disk)  # how many documents came before that of an id
        self._sizes = array(NUMBERS)  # how many claims lie in each row
        self._rows = array(NUMBERS)  # of each document, in order
        self._numbers = array(NUMBERS)  # of each document, as they came
        self._first = array(NUMBERS, (0,))  # the places of the first claims of documents, and how many claims there are
        self.text: Callable[[int], Text] = lru_cache(NEAR)(self._text)

    def add(self, item: Mapped) -> None:
        """One document more; `arrange` has to follow."""
        row = self._put(item)
        self._came.add(item.head.id, row)
        self._order.add(ordered(item.head.path, item.head.id), row)

    def arrange(self) -> None:
        """Put the documents in their order."""
        self._rows = array(NUMBERS, self._order.values())
        self._numbers = array(NUMBERS, bytes(len(self._rows) * self._rows.itemsize))
        for number, row in enumerate(self._rows):
            self._numbers[row] = number
        self._count()

    def replace(self, changed: Iterable[tuple[int, Mapped]]) -> None:
        """Put other documents in the place of those of these numbers."""
        rows = [(number, self._put(item)) for number, item in changed]
        for number, row in rows:
            self._rows[number] = row
        self._count()

    def _put(self, item: Mapped) -> int:
        """The row in which a document lies from now on."""
        self._heads.append(item.head)
        self._documents.put(item.sealed_document)
        self._profiles.put(item.sealed_profile)
        self._claims.put(item.sealed_claims)
        self._rest.put(item.sealed_rest)
        self._sizes.append(item.head.claims)
        return len(self._sizes) - 1

    def _count(self) -> None:
        self._first = array(NUMBERS, accumulate((self._sizes[row] for row in self._rows), initial=0))

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def places(self) -> int:
        """How many claims there are."""
        return self._first[-1]

    def owner(self, place: int) -> int:
        """The number of the document in which the claim at a place stands."""
        return bisect_right(self._first, place) - 1

    def claim(self, place: int) -> Claim:
        """The claim at a place."""
        text = self.text(self.owner(place))
        return text.claims[place - text.first]

    def placed(self, number: int) -> Placed:
        """The claims of a document."""
        text = self.text(number)
        return Placed(text.first, text.sealed_claims)

    def place(self, claim: Claim) -> int:
        """The place of a claim.

        Raises:
            KeyError: it is none of this run.
        """
        text = self.named(claim.document)
        return text.first + [each.id for each in text.claims].index(claim.id)

    def named(self, document: str) -> Text:
        """The document of that id with its claims.

        Raises:
            KeyError: there is none.
        """
        return self.text(self._number(document))

    def __contains__(self, item: object) -> bool:
        return any(item == each for each in self)

    def __iter__(self) -> Iterator[Mapped]:
        """The documents with all that was found in them."""
        shelves = self._documents, self._profiles, self._claims, self._rest
        heads = (each.value for each in self._heads.at(self._rows))
        return map(Mapped, heads, *(shelf.at(self._rows) for shelf in shelves))

    def rest(self) -> Iterator[tuple[int, Rest]]:
        """What was found in each document beside claims, with the place of its first claim."""
        return ((first, each.value) for first, each in zip(self._first, self._rest.at(self._rows), strict=False))

    def claims(self) -> Sequence[Claim]:
        """All claims."""
        return Chained(Column(self._claims, self._rows), self._first).whole()

    def documents(self, change: Callable[[Document], Document] = lambda document: document) -> Sequence[Document]:
        """All documents, each as it is or changed."""
        column = Column(self._documents, self._rows)
        return tuple(map(change, column)) if column.in_memory else Documents(column, self, change)

    def profiles(self) -> Mapping[str, Profile]:
        """The profiles by the ids of documents."""
        if self._profiles.in_memory:
            return {item.head.id: item.profile for item in self}
        return ById(self, lambda document: self._profiles[self._rows[self._number(document)]])

    def _number(self, document: str) -> int:
        row = self._came.get(document)
        if row is None:
            raise KeyError(document)
        return self._numbers[row]

    def _text(self, number: int) -> Text:
        """A document with all its claims."""
        row = self._rows[number]
        told = self._documents.sealed(row), self._profiles.sealed(row), self._claims.sealed(row)
        return Text(self._first[number], *told)
