"""What a pool of two processes and the cache are worth on a generated archive, as ratios of runs side by side.

    python benchmarks/means.py [--reports N] [--rounds N]

Each round runs the check, as people run it, in one process, in a pool of two, for the first time with a cache, and
again with what that left. Printed are medians by the clock, and how many times as fast the pool is as one process and
the second run as the first. All four reports have to be the same, byte for byte. Exit status 1 where they are not, or a
limit of the project is missed.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from archive import write

ROOT = Path(__file__).parent.parent
REPORTS, ROUNDS = 3000, 3
POOL, AGAIN = 1.7, 10.0  # times as fast as one process, and as the first run
ONE, TWO = ["--engine", "local"], ["--engine", "pool", "--jobs", "2"]
WAYS = {"one process": [*ONE, "--no-cache"], "pool of two": [*TWO, "--no-cache"], "first": TWO, "second": TWO}


def timed(options: list[str], archive: Path) -> tuple[float, bytes]:
    """Seconds of one check, and its report."""
    command = [sys.executable, "-m", "checker", "--no-config", "--fail-on", "never", "--format", "json", *options]
    started = time.perf_counter()
    done = subprocess.run([*command, archive], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started, done.stdout


def rounds(reports: int, count: int) -> dict[str, list[tuple[float, bytes]]]:
    """Each way as often as there are rounds, in turn, so that a busy machine slows all alike."""
    runs: dict[str, list[tuple[float, bytes]]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        write(reports, archive)
        for _ in range(count):
            for way, options in WAYS.items():
                runs[way].append(timed(options, archive))
            subprocess.run([sys.executable, "-m", "checker", "cache", "clear", archive], cwd=ROOT, check=True)
    return runs


def main() -> int:
    """Print one line a way, and the two ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    runs = rounds(given.reports, given.rounds)
    took = {way: median(seconds for seconds, _ in found) for way, found in runs.items()}
    for way, seconds in took.items():
        print(f"{way:12} {seconds:8.2f} s {given.reports / seconds:8.0f} reports/s")
    pool, again = took["one process"] / took["pool of two"], took["first"] / took["second"]
    alike = len({report for found in runs.values() for _, report in found}) == 1
    print(
        f"pool of two: {pool:.2f} times one process (limit {POOL}); second run: {again:.1f} times the first ({AGAIN})"
    )
    print("all reports are the same" if alike else "THE REPORTS DIFFER")
    return int(not alike or pool < POOL or again < AGAIN)


if __name__ == "__main__":
    sys.exit(main())
