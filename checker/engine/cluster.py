"""A cluster of Dask: chunks go to its workers as JSON and come back as JSON; Dask schedules and repeats them.

Each thread of a worker has a process of its own for the stages, so that a document that ends its process costs that
process and not the worker. A worker that dies is Dask's to replace.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import TypeVar

from distributed import Client, Future, LocalCluster, WorkerPlugin, get_worker

from checker import __version__
from checker.engine.conditions import Conditions
from checker.engine.crossing import Verdicts
from checker.engine.pool import chunks
from checker.engine.seat import Lost, Seat, results, written
from checker.engine.work import Stage
from checker.errors import UsageError
from checker.rulebook.limits import limits
from checker.workers.closing import Closing

In = TypeVar("In")
Out = TypeVar("Out")
AHEAD = 4  # chunks for each thread of the cluster that are under way at once
PLUGIN = "check"
PATIENCE = 20  # seconds for which a scheduler may keep silent


class Seats(WorkerPlugin):  # type: ignore[misc] # Dask is not typed here
    """The processes of one worker; every worker of the cluster has them, those that join later too."""

    name = PLUGIN

    def __init__(self, version: str, conditions: bytes, seconds: float, memory: int) -> None:
        self._version = version
        self._told = (conditions, seconds, memory)

    def setup(self, worker: object) -> None:
        """Make ready; processes are started when there is work.

        Raises:
            RuntimeError: the worker has another version of the checker.
        """
        del worker
        if self._version != __version__:
            raise RuntimeError(f"this worker has version {__version__} of the checker, not {self._version}")
        self._idle: SimpleQueue[Seat] = SimpleQueue()

    def teardown(self, worker: object) -> None:
        """End the processes."""
        del worker
        while not self._idle.empty():
            self._idle.get().close()

    def answers(self, stage: str, items: list[bytes]) -> list[bytes | Lost]:
        """The results of items."""
        try:
            seat = self._idle.get_nowait()
        except Empty:
            seat = Seat(*self._told)
        try:
            return seat.answers(stage, items)
        finally:
            self._idle.put(seat)


def answers(stage: str, items: list[bytes]) -> list[bytes | Lost]:
    """The task of Dask: the results of items, in a process of the worker that it runs on."""
    seats: Seats = get_worker().plugins[PLUGIN]
    return seats.answers(stage, items)


class Cluster(Closing):
    """Runs stages on the cluster of a scheduler, or on one of `jobs` workers that is started here."""

    def __init__(self, conditions: Conditions, jobs: int, scheduler: str = "") -> None:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # it would tell of every worker that ends
        self._local = None if scheduler else _local(jobs)
        try:
            self._client = Client(self._local or scheduler, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"--scheduler {scheduler}: no scheduler of Dask answers there: {error}") from error
        bounds = limits()
        told = conditions.model_dump_json().encode("utf-8")
        self._client.register_plugin(Seats(__version__, told, bounds.seconds, bounds.memory_bytes))

    def run(self, stage: Stage[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """The results, in the order of the items; items are taken as results are asked for."""
        most = AHEAD * max(1, sum(self._client.nthreads().values()))
        waiting: deque[tuple[list[In], Future]] = deque()
        for chunk in chunks(items, stage.chunk):
            waiting.append((chunk, self._client.submit(answers, stage.name, written(stage, chunk), pure=False)))
            if len(waiting) >= most:
                yield from _result(stage, *waiting.popleft())
        while waiting:
            yield from _result(stage, *waiting.popleft())

    def once(self, told: bytes, make: Callable[[], Verdicts]) -> Verdicts:
        """Made every time."""
        del told
        return make()

    def close(self) -> None:
        """Leave the cluster, and end the one that was started here."""
        self._client.close()
        if self._local is not None:
            self._local.close()


def _local(jobs: int) -> LocalCluster:
    return LocalCluster(
        n_workers=jobs, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, memory_limit=0, silence_logs=50
    )


def _result(stage: Stage[In, Out], items: list[In], future: Future) -> list[Out]:
    return results(stage, items, future.result())
