"""The persons that texts name: whose names are alike, however many there are.

Names meet under a word of theirs and the first letter of another, on disk; nobody reads a text before its names are
known to be like others.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, groupby
from operator import itemgetter

from checker.align import names
from checker.engine.disk import NUMBER, Disk, Shelf, Sorter, ordered
from checker.engine.sealed import form
from checker.judge.names import alike, blocks_of, name_of
from checker.model import Mention
from checker.rulebook.rule_names import NamesRule

COMMON = 100  # names that meet; a word and a letter that more of them share tell nobody apart
MENTIONS = 100  # of one name that are compared


class Mentions:
    """Mentions in the order of their documents and places."""

    def __init__(self, disk: Disk) -> None:
        self._all = Shelf(disk, form(Mention))
        self._met: Sorter[bytes] = Sorter(disk)

    def extend(self, mentions: Iterable[Mention]) -> None:
        """Some mentions more."""
        for mention in mentions:
            name = name_of(mention)
            for block in blocks_of(name):
                self._met.add(ordered(block), ordered(len(self._all)) + name.encode("utf-8", "surrogatepass"))
            self._all.append(mention)

    def alike(self, rules: Sequence[NamesRule]) -> tuple[tuple[str, str], ...]:
        """The pairs of names that some rule takes to be alike, in the order in which texts bring them."""
        found = {
            (a, b)
            for block in self._blocks()
            for a, b in combinations(block, 2)
            if any(alike(rule, names, a[1], b[1]) for rule in rules)
        }
        return tuple((a, b) for (_, a), (_, b) in sorted(found))

    def of(self, wanted: Collection[str]) -> Iterator[Mention]:
        """The first mentions of these names."""
        left = dict.fromkeys(wanted, MENTIONS)
        for mention in self._all if left else ():
            name = name_of(mention)
            if left.get(name):
                left[name] -= 1
                yield mention

    def _blocks(self) -> Iterator[list[tuple[int, str]]]:
        """The names that meet, with the number of the first mention of each, in the order of these."""
        for _, met in groupby(self._met, itemgetter(0)):
            first: dict[str, int] = {}
            for _, value in met:
                first.setdefault(value[NUMBER:].decode("utf-8", "surrogatepass"), int.from_bytes(value[:NUMBER], "big"))
                if len(first) > COMMON:
                    break
            else:
                yield [(number, name) for name, number in first.items()]
