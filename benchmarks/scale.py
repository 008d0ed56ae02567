"""How the whole check (read, extract, compare, report as JSON Lines) grows with a generated archive.

    python benchmarks/scale.py [SIZES ...] [--hot N] [--options "--engine pool"]

Sizes are numbers of reports, 1000 3000 10000 by default; benchmarks/archive.py says what is planted in them. The check
is the command as people run it, on a folder. Printed for each size: seconds of processor time and by the clock,
reports a second by the clock, claims, findings, recall of planted conflicts, false alarms (stories with a finding at
warning or error where none is planted), and peak memory; then the growth exponent by processor time. --hot adds a run
whose reports are all of ten stories. Exit status 1 where a limit of the project is missed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from math import log
from pathlib import Path
from typing import NamedTuple

from archive import planted, write

ROOT = Path(__file__).parent.parent
SIZES = (1000, 3000, 10_000)
SLOWEST, STEEPEST = 400.0, 1.10
KIND = 30  # characters of a line within which its type stands
HEAD = "reports    CPU s  clock s  reports/s   claims  findings      recall  false alarms  peak MB"


class Measured(NamedTuple):
    """What one run took and found; `alarmed` are the numbers of the stories with a finding at warning or error."""

    reports: int
    cpu: float
    clock: float
    megabytes: float
    claims: int
    findings: int
    alarmed: frozenset[int]
    planted: frozenset[int]


def measure(size: int, options: list[str], *, hot: bool = False) -> Measured:
    """One check of one archive; peak memory is that of its largest process."""
    with tempfile.TemporaryDirectory() as folder:
        archive, report = Path(folder) / "archive", Path(folder) / "report.jsonl"
        write(size, archive, hot=hot)
        command = [sys.executable, "-m", "checker", "--no-config", "--no-cache", "--fail-on", "never", *options]
        with report.open("w") as output:
            started = time.perf_counter()
            child = subprocess.Popen([*command, "--format", "jsonl", archive], cwd=ROOT, stdout=output)
            _, status, used = os.wait4(child.pid, 0)
            clock = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"check ended with {child.returncode}")
        claims, findings, alarmed = _read(report)
    cpu = used.ru_utime + used.ru_stime
    return Measured(
        size, cpu, clock, used.ru_maxrss / 1024, claims, findings, frozenset(alarmed), planted(size, hot=hot)
    )


def _read(report: Path) -> tuple[int, int, set[int]]:
    """How many claims and findings a report has, and the stories that it raises."""
    claims = findings = 0
    alarmed: set[int] = set()
    with report.open(encoding="utf-8") as lines:
        for line in lines:
            claims += '"type": "claim"' in line[:KIND]
            if '"type": "finding"' in line[:KIND]:
                found = json.loads(line)
                findings += 1
                if found["severity"] != "note":
                    alarmed.update(int(Path(place["path"]).name.split("-")[0]) for place in found["locations"])
    return claims, findings, alarmed


def line(run: Measured) -> str:
    """What a run took and found, in one line."""
    caught, false = len(run.planted & run.alarmed), len(run.alarmed - run.planted)
    return (
        f"{run.reports:7} {run.cpu:8.2f} {run.clock:8.2f} {run.reports / run.clock:10.0f} {run.claims:8} "
        f"{run.findings:9} {caught:5}/{len(run.planted):<5} {false:13} {run.megabytes:8.0f}"
    )


def main() -> int:
    """Print one line a size and the growth exponent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--hot", type=int, default=0)
    parser.add_argument("--options", type=str.split, default=[])
    given = parser.parse_args()
    print(HEAD)
    runs = []
    for size in given.sizes:
        runs.append(measure(size, given.options))
        print(line(runs[-1]), flush=True)
    if given.hot:
        print(line(measure(given.hot, given.options, hot=True)), "all of ten stories", flush=True)
    first, last = runs[0], runs[-1]
    slope = log(last.cpu / first.cpu) / log(last.reports / first.reports) if last.reports > first.reports else 1.0
    print(f"growth exponent {slope:.2f} (limit {STEEPEST:.2f}); {SLOWEST:.0f} reports/s are asked for")
    return int(slope > STEEPEST or last.reports / last.clock < SLOWEST)


if __name__ == "__main__":
    sys.exit(main())
