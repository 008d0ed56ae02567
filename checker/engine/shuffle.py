"""Between map and reduce: claims to the groups in which they meet. A claim may be in several."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from checker.engine.crossing import Group
from checker.engine.disk import NUMBER, Disk, Sorter, ordered

PLACES = "Q"  # how the places of a group are packed


class Shuffle:
    """Claims by their keys, and then the groups in which they meet, in the order of their first claims."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._met: Sorter[int] = Sorter(disk)

    def add(self, place: int, keys: Iterable[str]) -> None:
        """The keys of the claim at a place among all claims of the run; they depend on nothing else."""
        for key in keys:
            self._met.add(key.encode("utf-8", "surrogatepass"), place)

    def groups(self) -> "Groups":
        """The claims that share a key, by their places and in their order; groups of one are left out."""
        found: Sorter[bytes] = Sorter(self._disk)
        for key, met in groupby(self._met, itemgetter(0)):
            places = array(PLACES, (place for _, place in met))
            if len(places) > 1:
                found.add(ordered(places[0]) + key, places.tobytes())
        return Groups(found)


class Groups:
    """Groups in the order of their first claims, and then of their keys."""

    def __init__(self, found: Sorter[bytes]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Group]:
        for key, places in self._found:
            yield Group(key[NUMBER:].decode("utf-8", "surrogatepass"), tuple(array(PLACES, places)))


def components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names that are linked, by links of links too, have one name: that of one of them."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (next_ := above.setdefault(name, name)) != name:
            above[name] = above[next_]
            name = next_
        return name

    for a, b in pairs:
        above[top(b)] = top(a)
    return {name: top(name) for name in above}
