"""The pairs of claims that somebody wants, and the clusters in which they are judged.

A cluster has the claims that may be about one fact, and what is compared with them. The pairs of one fact are all in
its cluster. Where a rule looks at further pairs of a claim, all pairs of the cluster's claims that the rule wants are
there. Any other pair is with its first claim. So a cluster is as large as its fact and what is compared with that: weak
likenesses, which lead from each report of an archive to each other, make none larger.
"""

from array import array
from collections.abc import Container, Iterator
from itertools import groupby
from operator import itemgetter

from checker.align.group import Aligned
from checker.engine.crossing import Component, Linked
from checker.engine.disk import NUMBER, Disk, Shelf, Sorter, ordered
from checker.engine.sealed import form
from checker.rulebook.screen import Screen

HELD = 20_000  # pairs that stay in memory


class Links:
    """Pairs as they come, from whichever group; each comes once."""

    def __init__(self, disk: Disk, claims: int, screen: Screen) -> None:
        """`claims` is how many the run has."""
        self._disk = disk
        self._pairs = Shelf(disk, form(Aligned), HELD)
        self._screen = screen
        self._ends = array("Q")
        self._company = bytearray()  # of each pair, whether a rule looks at further pairs of its claims
        self._above = array("Q", range(claims))

    def add(self, linked: Linked) -> None:
        """A pair."""
        self._pairs.put(linked.pair)
        self._ends.extend((linked.first, linked.second))
        self._company.append(bool(linked.wanted & self._screen.company))
        if linked.wanted & self._screen.also:
            a, b = self._top(linked.first), self._top(linked.second)
            self._above[max(a, b)] = min(a, b)

    def home(self, place: int) -> int:
        """The place of the first claim of the cluster that the claim at a place is at the centre of."""
        return self._top(place)

    def clusters(self, homes: Container[int] | None = None) -> Iterator[Component]:
        """The clusters in the order of their first claims; those with these first claims, where some are named."""
        for top, some in groupby(self._filed(), lambda entry: entry[0][:NUMBER]):
            home = int.from_bytes(top, "big")
            if homes is not None and home not in homes:
                continue
            numbers = list(map(itemgetter(1), some))
            places = sorted({place for number in numbers for place in self._both(number)})
            centre = tuple(place for place in places if self._top(place) == home)
            aside = (at for at, number in enumerate(numbers) if self._top(self._ends[2 * number]) != home)
            yield Component(tuple(places), centre, tuple(map(self._pairs.sealed, numbers)), tuple(aside))

    def _filed(self) -> Sorter[int]:
        """The pairs under the first claims of their clusters."""
        sorter: Sorter[int] = Sorter(self._disk)
        for number, company in enumerate(self._company):
            first, second = self._both(number)
            home, other = self._top(first), self._top(second)
            sorter.add(ordered(home, first, second), number)
            if company and other != home:
                sorter.add(ordered(other, first, second), number)
        return sorter

    def _both(self, number: int) -> tuple[int, int]:
        return self._ends[2 * number], self._ends[2 * number + 1]

    def _top(self, place: int) -> int:
        above = self._above
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place
