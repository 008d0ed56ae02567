"""One process, a pool and clusters of Dask over one generated archive: how long each takes, and that all say the same.

    python benchmarks/cluster.py [REPORTS]

The check is the command as people run it, on a folder, and writes JSON to a file: in one process, in a pool, on a
cluster that it starts itself, and with --scheduler on one that runs already (`dask scheduler` and two of `dask worker`
on loopback, which this script starts and ends). On such a cluster a worker is then killed in the middle, with the
processes below it: once its nanny starts another, once there is no nanny. Printed for each: seconds by the clock;
processor seconds of all processes from their start to their end, where none was killed; the clock as a multiple of the
pool's and of one process's; whether the report has the bytes that one process writes; workers at the end. Exit status 1
where bytes differ or a run fails.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from filecmp import cmp
from importlib.util import find_spec
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any, NamedTuple

from archive import write

ROOT = Path(__file__).parent.parent
REPORTS, WORKERS = 3000, 2
JOBS = ("--jobs", str(WORKERS))
CHECK = (sys.executable, "-m", "checker", "--no-config", "--no-cache", "--fail-on", "never", "--quiet")
DASK = (sys.executable, "-m", "dask")
LOOPBACK = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0", "--no-dashboard")
ONE = ("--nworkers", "1", "--nthreads", "1", "--memory-limit", "0")
MISSING = "Dask is not installed, so no cluster is measured: pip install 'claim-checker[cluster]'"
LONGEST, STARTING, ENDING = 3600, 60, 20  # seconds for a run, for a cluster to be there, and for a process to end
GLANCE = 0.02  # seconds between two looks at what is awaited
HEAD = f"{'':28}{'clock s':>8} {'CPU s':>8} {'/ pool':>7} {'/ one':>7}  same bytes  workers at the end"


class Way(NamedTuple):
    """A way to run the check: with options, or on a running cluster, of which a worker may be killed."""

    name: str
    options: tuple[str, ...] = ()
    nanny: bool = True
    killed: bool = False


class Took(NamedTuple):
    """What a run took; None for processor seconds that are not known, and for workers that went with the run."""

    clock: float
    cpu: float | None
    workers: int | None


ALONE = Way("one process", ("--engine", "local"))
POOL = Way(f"pool of {WORKERS}", ("--engine", "pool", *JOBS))
CLUSTERS = (
    Way(f"Dask, {WORKERS} workers of its own", ("--engine", "dask", *JOBS)),
    Way(f"--scheduler, {WORKERS} workers"),
    Way("  one killed, with a nanny", killed=True),
    Way("  one killed, without nanny", nanny=False, killed=True),
)


class Bench:
    """An archive in a folder, and what is run on it."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder, self._archive = folder, folder / "archive"
        write(size, self._archive)

    def took(self, way: Way, middle: float = 0) -> Took:
        """Run the check; the worker that is to be killed is killed so many seconds after the start."""
        before = _cpu()
        if way.options:
            clock = self._clock(way, way.options, lambda _check: None)
            return Took(clock, _cpu() - before, None)
        with self._cluster(nanny=way.nanny) as client:
            victim = min(client.run(os.getpid).values())
            options = ("--scheduler", client.scheduler.address)
            clock = self._clock(way, options, lambda check: _kill(victim, check, middle) if way.killed else None)
            _came(lambda: len(client.nthreads()) == WORKERS - (way.killed and not way.nanny))
            workers = len(client.nthreads())
        return Took(clock, None if way.killed else _cpu() - before, workers)

    def same(self, way: Way) -> bool:
        """Whether a report has the bytes of the one of one process."""
        return cmp(self._report(ALONE), self._report(way), shallow=False)

    def _report(self, way: Way) -> Path:
        return self._folder / f"{way.name.strip()}.json"

    def _clock(
        self, way: Way, options: tuple[str, ...], meanwhile: Callable[["subprocess.Popen[bytes]"], None]
    ) -> float:
        """Seconds that a run takes."""
        errors = self._folder / f"{way.name.strip()}.txt"
        begun = time.perf_counter()
        with _started([*CHECK, *options, "-o", f"json={self._report(way)}", str(self._archive)], errors) as check:
            meanwhile(check)
            if not _came(lambda: check.poll() is not None, LONGEST):
                raise SystemExit(f"{way.name.strip()}: check has not ended after {LONGEST} seconds")
            clock = time.perf_counter() - begun
        if check.returncode:
            said = errors.read_text(encoding="utf-8").strip().rpartition("\n")[2]
            raise SystemExit(f"{way.name.strip()}: check ended with {check.returncode}: {said}")
        return clock

    @contextmanager
    def _cluster(self, *, nanny: bool) -> Iterator[Any]:
        """A scheduler with its workers, on ports that the system chooses; gives a client of it."""
        from distributed import Client

        where, log = self._folder / "scheduler.json", self._folder / "dask.txt"
        where.unlink(missing_ok=True)
        named = ("--scheduler-file", str(where))
        worker = (*DASK, "worker", *named, *LOOPBACK, *ONE, "--nanny" if nanny else "--no-nanny")
        with ExitStack() as ends:
            ends.enter_context(_started([*DASK, "scheduler", *named, *LOOPBACK, "--port", "0"], log))
            if not _came(where.exists):
                raise SystemExit(f"no scheduler: {log.read_text(encoding='utf-8')}")
            for _ in range(WORKERS):
                ends.enter_context(_started(worker, log))
            client = ends.enter_context(Client(scheduler_file=str(where), timeout=STARTING, set_as_default=False))
            if not _came(lambda: len(client.nthreads()) == WORKERS):
                raise SystemExit(f"no workers: {log.read_text(encoding='utf-8')}")
            yield client


@contextmanager
def _started(command: Sequence[str], errors: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A process, which is ended with the block, as is all that it has started: they are a group of their own."""
    with errors.open("ab") as said:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={**os.environ, "TMPDIR": str(errors.parent)},  # Dask leaves folders there
            start_new_session=True,
        )
    try:
        yield process
        process.terminate()  # so that it waits for what it has started, whose processor time is known then
        with suppress(subprocess.TimeoutExpired):
            process.wait(ENDING)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _kill(victim: int, check: "subprocess.Popen[bytes]", middle: float) -> None:
    """Kill a worker and the processes below it, in the middle, but not before it has one for the stages."""
    import psutil  # type: ignore[import-untyped] # which Dask brings

    worker, when = psutil.Process(victim), time.perf_counter() + middle
    _came(lambda: check.poll() is not None or (worker.children() and time.perf_counter() > when), LONGEST)
    if check.poll() is not None:
        raise SystemExit("check had ended before a worker could be killed: take a larger archive")
    for process in (worker, *worker.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):  # those below end with their parent
            process.kill()


def _came(there: Callable[[], object], seconds: float = STARTING) -> bool:
    """Whether something is there within some time."""
    late = time.perf_counter() + seconds
    while not there():
        if time.perf_counter() > late:
            return False
        time.sleep(GLANCE)
    return True


def _cpu() -> float:
    """Processor seconds of all processes below this one that have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(bench: Bench, ways: tuple[Way, ...]) -> bool:
    """Print a line a way; whether all reports are the same."""
    one, pool = bench.took(ALONE), bench.took(POOL)
    print(HEAD)
    alike, middle = True, 0.0
    for way in (ALONE, POOL, *ways):
        took = {ALONE: one, POOL: pool}.get(way) or bench.took(way, middle)
        middle = middle if way.killed else took.clock / 2
        same = bench.same(way)
        alike = alike and same
        cpu, workers = f"{took.cpu:.2f}" if took.cpu else "-", took.workers or "-"
        ratios = f"{took.clock / pool.clock:7.2f} {took.clock / one.clock:7.2f}"
        print(f"{way.name:28}{took.clock:8.2f} {cpu:>8} {ratios}  {'yes' if same else 'NO':10}  {workers}", flush=True)
    return alike


def main() -> int:
    """Run all ways over one archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="?", default=REPORTS)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as on Ctrl-C, end what was started
    if not (known := find_spec("distributed")):
        print(MISSING)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return int(not compare(Bench(Path(folder), given.reports), CLUSTERS if known else ()))


if __name__ == "__main__":
    sys.exit(main())
