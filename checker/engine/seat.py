"""A process at work, and what becomes of an item that ends it.

Results come back one by one, so that the item that ended a process is known: it is tried once more alone, in a new
process, and only then given up.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from checker.engine.served import PREPARE, SERVE
from checker.engine.work import STAGES, Stage, codec, encoded
from checker.errors import DocumentError
from checker.model import Status
from checker.workers import Message, Worker

In = TypeVar("In")
Out = TypeVar("Out")


class Lost(NamedTuple):
    """How an item ended that has no result."""

    status: str
    reason: str


class Seat:
    """A process for stages, under the conditions that it is told as JSON; for one thread at a time."""

    def __init__(self, conditions: bytes, seconds: float, memory: int) -> None:
        """`seconds` and `memory` bound each item, as they do for `Worker`."""
        self._worker = Worker(seconds, memory, Message({"task": PREPARE}, conditions))
        self._closing = False

    def answers(self, stage: str, items: Sequence[bytes]) -> list[bytes | Lost]:
        """The results of items, all as JSON.

        Raises:
            DocumentError: the seat is closed meanwhile.
            RuntimeError: no process can be started.
        """
        done: list[bytes | Lost] = []
        alone = False
        while len(done) < len(items):
            at = len(done)
            left = items[at : at + 1] if alone else items[at:]
            head = {"stage": stage, "sizes": [len(item) for item in left]}
            try:
                found = self._worker.stream(SERVE, head, b"".join(left), STAGES[stage].patience)
                done.extend(message.body for message in found)
                alone = False
            except DocumentError as error:
                if self._closing:
                    raise
                again = len(done) > at or not alone  # others went before it in that process
                alone = again and error.status != Status.TIMEOUT
                if not alone:
                    done.append(Lost(error.status, str(error)))
        return done

    def abort(self) -> None:
        """End the process, whatever it does; other threads may call this."""
        self._closing = True
        self._worker.abort()

    def close(self) -> None:
        """End the process once it is idle."""
        self._worker.close()


def written(stage: Stage[In, Out], items: Sequence[In]) -> list[bytes]:
    """The items of a stage as JSON."""
    adapter = codec(stage.name).item
    return [encoded(adapter, item) for item in items]


def results(stage: Stage[In, Out], items: Sequence[In], answers: Sequence[bytes | Lost]) -> list[Out]:
    """What the answers to the items mean."""
    adapter = codec(stage.name).result
    return [
        stage.lost(item, answer.status, answer.reason) if isinstance(answer, Lost) else adapter.validate_json(answer)
        for item, answer in zip(items, answers, strict=True)
    ]
