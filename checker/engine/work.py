"""The stages under given conditions, and how what crosses them is written: the same for every engine."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter

from checker.align.group import Aligner
from checker.config.defaults import with_defaults
from checker.engine.conditions import Conditions
from checker.engine.crossing import Compared, Components, Groups, Item, Judged, Mapped, Problem, Read
from checker.engine.stages import compare_groups, judge_components, map_document, troubled, unmapped
from checker.judge.gates import SAME_FACT
from checker.model import Document, Status
from checker.read import PathReader, lost
from checker.rulebook.screen import Screen

BLOCK = 30  # times as long as a document a block of comparisons may take: its work is bounded by other limits
In = TypeVar("In")
Out = TypeVar("Out")


class Work:
    """What a process needs for the stages, made once; close it for the sake of the child processes of its readers."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        self._folder = Path(conditions.folder)
        self._reader = PathReader(conditions.columns)
        self._screen = Screen(conditions.rules, (SAME_FACT,))
        self._aligner = Aligner(self._screen)

    def read(self, item: Item) -> Read:
        """The documents of an item, their claims, and what the rules about one text find in each."""
        if item.document is not None:
            return Read((self._mapped(item.document, item.year),))
        outcomes = list(self._reader.read(item.candidate)) if item.candidate else []
        mapped = tuple(self._mapped(found, item.year) for found in outcomes if isinstance(found, Document))
        return Read(mapped, tuple(str(found) for found in outcomes if not isinstance(found, Document)))

    def _mapped(self, document: Document, year: int | None) -> Mapped:
        document = with_defaults(document, self._conditions.defaults, self._folder)
        return map_document(document, self._conditions.rules, year)

    def compare(self, block: Groups) -> Compared:
        """The pairs of claims that a rule or a fact could want."""
        return compare_groups(block, self._aligner, self._screen)

    def judge(self, block: Components) -> Judged:
        """What the rules about two claims or more find."""
        return judge_components(block, self._screen)

    def close(self) -> None:
        """End the child processes."""
        self._reader.close()


class Stage(NamedTuple, Generic[In, Out]):
    """A stage as engines run it, item by item.

    `lost` is what becomes of an item that killed the process it was in, given a status and a reason; `chunk` is how
    many items are worth a message; `patience` how many times longer than a document an item may take.
    """

    name: str
    work: Callable[[Work, In], Out]
    lost: Callable[[In, str, str], Out]
    chunk: int
    patience: int = 1


def _lost_item(item: Item, status: str, reason: str) -> Read:
    if item.document is not None:
        return Read((unmapped(troubled(item.document, Status(status), reason)),))
    return Read((unmapped(lost(item.candidate, Status(status), reason)),)) if item.candidate else Read(())


def _lost_groups(block: Groups, _status: str, reason: str) -> Compared:
    texts = dict.fromkeys(claim.document for text in block.texts for claim in text.claims.value)
    return Compared((), tuple(Problem(name, f"comparing claims gave up: {reason}") for name in texts))


def _lost_components(block: Components, _status: str, reason: str) -> Judged:
    texts = (text.document.id for text in block.texts)
    return Judged((), (), tuple(Problem(name, f"judging claims gave up: {reason}") for name in texts))


READ: Stage[Item, Read] = Stage("read", Work.read, _lost_item, 16)
COMPARE: Stage[Groups, Compared] = Stage("compare", Work.compare, _lost_groups, 1, BLOCK)
JUDGE: Stage[Components, Judged] = Stage("judge", Work.judge, _lost_components, 1, BLOCK)
STAGES: dict[str, Stage[Any, Any]] = {stage.name: stage for stage in (READ, COMPARE, JUDGE)}


class Codec(NamedTuple):
    """How the items and the results of a stage become JSON and are read back."""

    item: TypeAdapter[Any]
    result: TypeAdapter[Any]


@cache
def codec(stage: str) -> Codec:
    """That of a stage; made when it is needed, since one process does without."""
    types = {"read": (Item, Read), "compare": (Groups, Compared), "judge": (Components, Judged)}
    item, result = types[stage]
    return Codec(TypeAdapter(item), TypeAdapter(result))


def encoded(adapter: TypeAdapter[Any], value: object) -> bytes:
    """Plain data as JSON; what has its default is left out, and comes back as it."""
    return adapter.dump_json(value, exclude_defaults=True)
