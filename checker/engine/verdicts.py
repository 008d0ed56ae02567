"""What follows from facts and drafts of the whole run: ids, the fact of each finding, and the order of both.

Each step goes through them one after the other; what must be sorted or told apart on the way goes through a sorter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TypeVar

from checker.engine.disk import Disk, Shelf, Sorter, ordered
from checker.engine.sealed import form
from checker.engine.shuffle import components
from checker.judge.draft import Draft
from checker.judge.facts import Stated, told_apart
from checker.judge.findings import Builder, merge_drafts, place_of
from checker.model import Document, Fact, Finding, Severity

T = TypeVar("T")


class Drafts:
    """The drafts of a run as they come, and of which claims they speak."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self.all = Shelf(disk, form(Draft))
        self.claims: set[str] = set()

    def extend(self, drafts: Iterable[Draft]) -> None:
        """Some drafts more."""
        for draft in drafts:
            self.all.append(draft)
            self.claims.update(claim.id for claim in draft.claims)

    def findings(self, fact_of: Mapping[str, str], documents: Mapping[str, Document]) -> Sequence[Finding]:
        """The findings, most severe first, then in the order of their places.

        Args:
            fact_of: the facts of the drafts' claims, by the ids of both.
            documents: by id.
        """
        build = Builder(fact_of, documents)
        found = Shelf(self._disk, form(Finding))
        ranked: Sorter[int] = Sorter(self._disk)
        for draft in self._merged(fact_of, documents):
            finding = build(draft)
            ranked.add(ordered(_least() - finding.severity.rank, len(found)), len(found))
            found.append(finding)
        return _arranged(found, ranked, self._disk)

    def _merged(self, fact_of: Mapping[str, str], documents: Mapping[str, Document]) -> Iterator[Draft]:
        """The drafts that become findings, in the order of their places."""
        merged = Shelf(self._disk, form(Draft))
        placed: Sorter[int] = Sorter(self._disk)
        for some in self._apart(fact_of):
            for draft in merge_drafts(some, fact_of, documents):
                placed.add(_key(draft, documents), len(merged))
                merged.append(draft)
        return (each.value for each in merged.at(placed.values()))

    def _apart(self, fact_of: Mapping[str, str]) -> Iterator[list[Draft]]:
        """The drafts in sets that have neither a document nor a fact in common."""
        home = components(pair for draft in self.all for pair in pairwise(_touched(draft, fact_of)))
        sorter: Sorter[int] = Sorter(self._disk)
        for number, draft in enumerate(self.all):
            first = next(iter(_touched(draft, fact_of)), "")
            sorter.add(ordered(home.get(first, first)), number)
        for _, some in groupby(sorter, itemgetter(0)):
            yield [each.value for each in self.all.at(number for _, number in some)]


class Facts:
    """The facts of a run as they come, and then in order."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._all = Shelf(disk, form(Fact))
        self._content: Sorter[int] = Sorter(disk)

    def extend(self, stated: Iterable[Stated]) -> None:
        """Some facts more."""
        for each in stated:
            self._content.add(ordered(*each.content), len(self._all))
            self._all.append(each.fact)

    def settled(self) -> Sequence[Fact]:
        """All facts, each with an id of its own, sorted by it."""
        found = Shelf(self._disk, form(Fact))
        by_id: Sorter[int] = Sorter(self._disk)
        for fact in told_apart(each.value for each in self._all.at(self._content.values())):
            by_id.add(ordered(fact.id), len(found))
            found.append(fact)
        return _arranged(found, by_id, self._disk)


def _arranged(shelf: Shelf[T], order: Sorter[int], disk: Disk) -> Sequence[T]:
    found = Shelf(disk, shelf.form)
    for each in shelf.at(order.values()):
        found.put(each)
    return found.whole()


def facts_of(claims: set[str], facts: Iterable[Fact]) -> dict[str, str]:
    """The facts of these claims, by the ids of both."""
    return {name: fact.id for fact in facts for name in fact.claims if name in claims}


def _touched(draft: Draft, fact_of: Mapping[str, str]) -> list[str]:
    """The documents and facts of a draft, by their ids."""
    documents = (*(claim.document for claim in draft.claims), *(passage.document for passage in draft.passages))
    return list(dict.fromkeys((*documents, *(fact_of[claim.id] for claim in draft.claims if claim.id in fact_of))))


def _key(draft: Draft, documents: Mapping[str, Document]) -> bytes:
    """By what drafts are sorted as by `place_of`: fewer spots come first."""
    place = place_of(draft, documents)
    spots = b"".join(b"\1" + ordered(*spot) for spot in place.spots)
    return spots + b"\0" + ordered(place.rule, place.message)


def _least() -> int:
    return max(severity.rank for severity in Severity)
