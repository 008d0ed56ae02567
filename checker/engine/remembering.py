"""An engine that does nothing twice: what was read before, by this run or an earlier one, comes from the cache."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pydantic
from pydantic import TypeAdapter

import checker
from checker.engine.conditions import Conditions
from checker.engine.crossing import Item, Read, Verdicts
from checker.engine.engines import Engine
from checker.engine.store import Store
from checker.engine.work import READ, Stage, codec, encoded
from checker.errors import DocumentError
from checker.model import Status
from checker.read import content
from checker.rulebook.digest import digest
from checker.workers.closing import Closing

In = TypeVar("In")
Out = TypeVar("Out")
MOST = 100_000  # findings and facts of a run that are worth a value of their own, of some 100 MB
WINDOW = 1_000  # items that are looked up before the missing ones are read
PASSING = (Status.CRASHED, Status.TIMEOUT)  # what may be otherwise when it is tried again


class Sign(NamedTuple):
    """By what an item is known again: a hash of all that its result depends on; for a file that of its bytes, too."""

    key: bytes
    shown: str = ""
    sha256: str = ""


class Remembering(Closing):
    """An engine with a memory before it."""

    def __init__(self, engine: Engine, conditions: Conditions, store: Store) -> None:
        self._engine = engine
        self._store = store
        self._under = under(conditions)
        self._keys: list[bytes] | None = []  # of all that was read; None where something has none

    def run(self, stage: Stage[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """The results, in the order of the items."""
        if stage.name != READ.name:
            yield from self._engine.run(stage, items)
            return
        waiting = iter(items)
        while window := list(islice(waiting, WINDOW)):
            yield from self._window(stage, window)

    def once(self, told: bytes, make: Callable[[], Verdicts]) -> Verdicts:
        """What follows from all that was read, and from what else is told; made where it is not known."""
        if self._keys is None:
            return make()
        key = _hash(self._under, b"verdicts", *sorted(self._keys), told)
        known: Verdicts | None = self._known(key, _verdicts())
        if known is None:
            known = make()
            if len(known.findings) + len(known.facts) <= MOST:
                self._store.put(key, encoded(_verdicts(), Verdicts(tuple(known[0]), tuple(known[1]), known.problems)))
        return known

    def close(self) -> None:
        """End the engine and write the cache."""
        try:
            self._engine.close()
        finally:
            self._store.close()

    def _window(self, stage: Stage[Any, Any], items: list[Any]) -> Iterator[Any]:
        plain = codec(stage.name).result
        signs = list(map(self._sign, items))
        looked = [(sign, self._known(sign.key, plain) if sign else None) for sign in signs]
        unknown = [item for item, (_, known) in zip(items, looked, strict=True) if known is None]
        found = self._engine.run(stage, unknown)
        for sign, known in looked:
            read = next(found) if known is None else known
            if sign is None or (known is None and not _lasting(sign, read)):
                self._keys = None
            else:
                if known is None:
                    self._store.put(sign.key, encoded(plain, read))
                if self._keys is not None:
                    self._keys.append(sign.key)
            yield read

    def _known(self, key: bytes, result: Any) -> Any:  # noqa: ANN401 a TypeAdapter and what it gives
        """A value of the cache, None where there is none that holds."""
        value = self._store.get(key)
        if value is None:
            return None
        try:
            return result.validate_json(value)
        except pydantic.ValidationError:
            return None

    def _sign(self, item: Item) -> Sign | None:
        """By what an item is known again; None where that cannot be said."""
        if item.document is not None:
            written = item.document.model_dump_json(exclude_defaults=True).encode("utf-8")
            return Sign(_hash(self._under, b"document", written, str(item.year).encode()))
        if item.candidate is None:
            return None
        try:
            data = content(item.candidate)
        except (DocumentError, OSError):
            return None
        shown, named = item.candidate.shown.encode(), b"%d" % item.candidate.named
        return Sign(_hash(self._under, b"file", shown, named, data), item.candidate.shown, sha256(data).hexdigest())


def _lasting(sign: Sign, read: Read) -> bool:
    """Whether an item gives this whenever it is read, and is still what it was when its hash was taken."""
    if any(found.head.status in PASSING for found in read.mapped):
        return False
    whole = [found.head.sha256 for found in read.mapped if found.head.path == sign.shown]
    return all(found == sign.sha256 for found in whole) and bool(whole or not sign.shown or not read.mapped)


def under(conditions: Conditions) -> bytes:
    """The hash of rules, words and limits, of what the configuration says of documents, and of the program itself."""
    told = conditions.model_dump_json(exclude={"rules"}).encode("utf-8")
    where = os.fsencode(Path.cwd()) if conditions.defaults else b""  # globs are taken from there
    return _hash(digest(conditions.rules).encode(), told, where, _program())


@cache
def _verdicts() -> TypeAdapter[Verdicts]:
    return TypeAdapter(Verdicts)


@cache
def _program() -> bytes:
    """The hash of this program and of what is installed beside it, by the names, sizes and times of their files."""
    root = Path(checker.__file__).parent
    files = [path.stat() for path in sorted(root.rglob("*.py"))]
    beside = Path(pydantic.__file__).parent.parent.stat().st_mtime_ns
    told = (checker.__version__, sys.version, beside, [(each.st_size, each.st_mtime_ns) for each in files])
    return _hash(repr(told).encode())


def _hash(*parts: bytes) -> bytes:
    """A hash of parts, none of which can run into the next."""
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.digest()
