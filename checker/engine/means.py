"""What a run is done with: which engine, how many processes."""

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from checker.engine.conditions import Conditions
from checker.engine.engines import Engine, InProcess
from checker.engine.pool import Pool
from checker.engine.remembering import Remembering
from checker.engine.store import Store
from checker.engine.work import Work
from checker.errors import UsageError
from checker.read import Candidate, holds_one

FEW = 300  # reports that one process reads before a pool would have started
LARGE = 1_000_000  # bytes of a file of many reports


class EngineKind(StrEnum):
    """Where the stages run."""

    AUTO = "auto"
    LOCAL = "local"
    POOL = "pool"
    DASK = "dask"


class Means(NamedTuple):
    """An engine, the number of its processes (0 for one a processor), and the address of a scheduler of Dask.

    Without an address, a cluster is started on this machine.
    """

    engine: EngineKind = EngineKind.AUTO
    jobs: int = 0
    scheduler: str = ""


AUTOMATIC = Means()


def engine_for(
    means: Means, conditions: Conditions, candidates: Sequence[Candidate] = (), store: Store | None = None
) -> Engine:
    """The engine that was asked for, with a cache before it where there is one."""
    engine = _engine(means, conditions, candidates)
    return Remembering(engine, conditions, store) if store else engine


def _engine(means: Means, conditions: Conditions, candidates: Sequence[Candidate]) -> Engine:
    """Where it is left open, a pool for more than a few hundred reports."""
    jobs = means.jobs or processors()
    kind = means.engine
    if kind is EngineKind.AUTO:
        kind = EngineKind.POOL if jobs > 1 and _many(candidates) else EngineKind.LOCAL
    if kind is EngineKind.DASK:
        return _cluster(conditions, jobs, means.scheduler)
    if kind is EngineKind.POOL:
        return Pool(conditions, jobs)
    return InProcess(Work(conditions))


def _cluster(conditions: Conditions, jobs: int, scheduler: str) -> Engine:
    """A cluster of Dask.

    Raises:
        UsageError: Dask is not installed, or nobody answers at the address.
    """
    try:
        from checker.engine.cluster import Cluster  # noqa: PLC0415 Dask is an extra, and slow to import
    except ImportError as error:
        raise UsageError(f"--engine dask needs {error.name}: pip install 'claim-checker[cluster]'") from error
    return Cluster(conditions, jobs, scheduler)


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _many(candidates: Sequence[Candidate]) -> bool:
    """Whether there is enough to read for several processes."""
    if len(candidates) > FEW:
        return True
    return any(_size(candidate.path) > LARGE for candidate in candidates if not holds_one(candidate.path))


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
