"""A pool of processes on this machine: a thread here owns each and hands it chunk after chunk."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from checker.engine.conditions import Conditions
from checker.engine.crossing import Verdicts
from checker.engine.seat import Seat, results, written
from checker.engine.work import Stage
from checker.rulebook.limits import limits
from checker.workers.closing import Closing

In = TypeVar("In")
Out = TypeVar("Out")
AHEAD = 3  # chunks for each process that are prepared or waited for at once


class Pool(Closing):
    """Runs stages in `jobs` processes; close it, or they stay."""

    def __init__(self, conditions: Conditions, jobs: int) -> None:
        self._jobs = jobs
        told, bounds = conditions.model_dump_json().encode("utf-8"), limits()
        self._seats = [Seat(told, bounds.seconds, bounds.memory_bytes) for _ in range(jobs)]
        self._idle: SimpleQueue[Seat] = SimpleQueue()
        for seat in self._seats:
            self._idle.put(seat)
        self._threads = ThreadPoolExecutor(jobs, "check-pool")

    def run(self, stage: Stage[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """The results, in the order of the items; items are taken as results are asked for."""
        waiting: deque[Future[list[Out]]] = deque()
        for chunk in chunks(items, stage.chunk):
            waiting.append(self._threads.submit(self._serve, stage, chunk))
            if len(waiting) >= AHEAD * self._jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def once(self, told: bytes, make: Callable[[], Verdicts]) -> Verdicts:
        """Made every time."""
        del told
        return make()

    def close(self) -> None:
        """End the processes at once, in the middle of whatever they do."""
        for seat in self._seats:
            seat.abort()
        self._threads.shutdown(cancel_futures=True)
        for seat in self._seats:
            seat.close()

    def _serve(self, stage: Stage[In, Out], items: Sequence[In]) -> list[Out]:
        """The results of a chunk of items."""
        seat = self._idle.get()
        try:
            return results(stage, items, seat.answers(stage.name, written(stage, items)))
        finally:
            self._idle.put(seat)


def chunks(items: Iterable[In], size: int) -> Iterator[list[In]]:
    """The items, so many at once."""
    chunk: list[In] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
