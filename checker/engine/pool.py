"""A pool of processes on this machine.

A thread here owns each process and hands it chunk after chunk. Results come back one by one, so that the item that
ended a process is known: it is tried once more alone, in a new process, and only then given up.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

from pydantic import TypeAdapter

from checker.engine.conditions import Conditions
from checker.engine.served import PREPARE, SERVE
from checker.engine.work import Stage, codec, encoded
from checker.errors import DocumentError
from checker.model import Status
from checker.rulebook.limits import limits
from checker.workers import Message, Worker

In = TypeVar("In")
Out = TypeVar("Out")
AHEAD = 3  # chunks for each process that are prepared or waited for at once


class Pool:
    """Runs stages in `jobs` processes; close it, or they stay."""

    def __init__(self, conditions: Conditions, jobs: int) -> None:
        self._jobs = jobs
        self._closing = False
        prelude = Message({"task": PREPARE}, conditions.model_dump_json().encode("utf-8"))
        bounds = limits()
        self._workers = [Worker(bounds.seconds, bounds.memory_bytes, prelude) for _ in range(jobs)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(jobs, "check-pool")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, stage: Stage[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """The results, in the order of the items; items are taken as results are asked for."""
        waiting: deque[Future[list[Out]]] = deque()
        for chunk in _chunks(items, stage.chunk):
            waiting.append(self._threads.submit(self._serve, stage, chunk))
            if len(waiting) >= AHEAD * self._jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def once(self, name: str, told: bytes, result: TypeAdapter[Any], make: Callable[[], Out]) -> Out:
        """Made every time."""
        del name, told, result
        return make()

    def close(self) -> None:
        """End the processes at once, in the middle of whatever they do."""
        self._closing = True
        for worker in self._workers:
            worker.abort()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()

    def _serve(self, stage: Stage[In, Out], items: Sequence[In]) -> list[Out]:
        """The results of a chunk of items."""
        worker = self._idle.get()
        try:
            return self._results(worker, stage, items)
        finally:
            self._idle.put(worker)

    def _results(self, worker: Worker, stage: Stage[In, Out], items: Sequence[In]) -> list[Out]:
        plain = codec(stage.name)
        written = [encoded(plain.item, item) for item in items]
        done: list[Any] = []
        alone = False
        while len(done) < len(items):
            at = len(done)
            left = written[at : at + 1] if alone else written[at:]
            head = {"stage": stage.name, "sizes": [len(item) for item in left]}
            try:
                answers = worker.stream(SERVE, head, b"".join(left))
                done.extend(plain.result.validate_json(answer.body) for answer in answers)
                alone = False
            except DocumentError as error:
                if self._closing:
                    raise
                again = len(done) > at or not alone  # whatever ended it, the item was not alone with it
                alone = again and error.status != Status.TIMEOUT
                if not alone:
                    done.append(stage.lost(items[len(done)], error.status, str(error)))
        return done


def _chunks(items: Iterable[In], size: int) -> Iterator[list[In]]:
    chunk: list[In] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
