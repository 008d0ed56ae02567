"""Paths to items: what a process of its own can read goes by its path, the rest is read here."""

from collections.abc import Iterator, Sequence

from checker.engine.crossing import Item
from checker.engine.watch import Watch, unwatched
from checker.model import Columns, Document
from checker.read import Candidate, PathReader, holds_one


class Items:
    """The items of candidates, one after the other, and the notices that come up meanwhile."""

    def __init__(
        self, candidates: Sequence[Candidate], columns: Columns, watch: Watch = unwatched, *, shared: bool = True
    ) -> None:
        """`shared` tells whether whoever takes the items sees the same files; where not, all are read here."""
        self._candidates = candidates
        self._columns = columns
        self._watch = watch
        self._shared = shared
        self.notices: list[str] = []

    def __iter__(self) -> Iterator[Item]:
        with PathReader(self._columns) as reader:
            for candidate in self._watch(self._candidates, "Reading figures and dates"):
                if self._shared and _travels(candidate):
                    yield Item(candidate)
                    continue
                for found in reader.read(candidate):
                    if isinstance(found, Document):
                        yield Item(document=found)
                    else:
                        self.notices.append(str(found))


def _travels(candidate: Candidate) -> bool:
    """Whether another process can read it: one report, whose path can be written down."""
    return not candidate.problem and candidate.path.isprintable() and holds_one(candidate.path)
