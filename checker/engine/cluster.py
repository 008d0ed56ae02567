"""A cluster of Dask: chunks go to its workers as JSON and come back as JSON; Dask schedules and repeats them.

Each thread of a worker has a process of its own for the stages, so that a document that ends its process costs that
process and not the worker. A worker that dies is Dask's to replace.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TypeVar

from distributed import Client, Future, KilledWorker, LocalCluster, WorkerPlugin, get_worker

from checker import __version__
from checker.engine.conditions import Conditions
from checker.engine.crossing import Verdicts
from checker.engine.pool import chunks
from checker.engine.seat import Lost, Seat, results, written
from checker.engine.work import Stage
from checker.errors import OutputError, UsageError
from checker.rulebook.limits import limits
from checker.workers.closing import Closing

In = TypeVar("In")
Out = TypeVar("Out")
AHEAD = 4  # chunks for each thread of the cluster that are under way at once
PATIENCE = 20  # seconds for which a scheduler may keep silent


class Seats(WorkerPlugin):  # type: ignore[misc] # Dask is not typed here
    """The processes of one worker for one run; every worker of the cluster has them, those that join later too."""

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
        self._seats: list[Seat] = []
        self._over = False

    def teardown(self, worker: object) -> None:
        """End the processes, those too that are at work for a run that was broken off."""
        del worker
        self._over = True
        for seat in self._seats:
            seat.abort()
        self._close_idle()

    def answers(self, stage: str, items: list[bytes]) -> list[bytes | Lost]:
        """The results of items."""
        try:
            seat = self._idle.get_nowait()
        except Empty:
            seat = Seat(*self._told)
            self._seats.append(seat)
        try:
            return seat.answers(stage, items)
        finally:
            self._idle.put(seat)
            if self._over:
                self._close_idle()

    def _close_idle(self) -> None:
        with suppress(Empty):
            while True:
                self._idle.get_nowait().close()


def answers(plugin: str, stage: str, items: list[bytes]) -> list[bytes | Lost]:
    """The task of Dask: the results of items, in a process of the worker that it runs on."""
    seats: Seats = get_worker().plugins[plugin]
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
        self._plugin = f"check-{self._client.id}"  # other runs on that cluster have other conditions
        seats = Seats(__version__, told, bounds.seconds, bounds.memory_bytes)
        self._client.register_plugin(seats, name=self._plugin)

    def run(self, stage: Stage[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """The results, in the order of the items; items are taken as results are asked for."""
        most = AHEAD * max(1, sum(self._client.nthreads().values()))
        waiting: deque[tuple[list[In], Future]] = deque()
        for chunk in chunks(items, stage.chunk):
            plain = written(stage, chunk)
            waiting.append((chunk, self._client.submit(answers, self._plugin, stage.name, plain, pure=False)))
            if len(waiting) >= most:
                yield from _result(stage, *waiting.popleft())
        while waiting:
            yield from _result(stage, *waiting.popleft())

    def once(self, told: bytes, make: Callable[[], Verdicts]) -> Verdicts:
        """Made every time."""
        del told
        return make()

    def close(self) -> None:
        """Leave the cluster without the processes of this run, and end the one that was started here."""
        if self._local is None:
            with suppress(OSError, ValueError):  # a scheduler, or a worker, that is gone
                self._client.unregister_worker_plugin(self._plugin)
        self._client.close()
        if self._local is not None:
            self._local.close()


def _local(jobs: int) -> LocalCluster:
    return LocalCluster(
        n_workers=jobs, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, memory_limit=0, silence_logs=50
    )


def _result(stage: Stage[In, Out], items: list[In], future: Future) -> list[Out]:
    try:
        found = future.result()
    except (CancelledError, KilledWorker, OSError) as error:
        raise OutputError(f"the cluster of Dask ended before the check did, or gave it up: {error}") from error
    return results(stage, items, found)
