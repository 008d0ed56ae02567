"""How long one new report takes against an archive whose index is there: check DRAFT --against ARCHIVE.

    python benchmarks/against.py [--reports N] [--rounds N]

The draft gives another figure for a story of the middle of a generated archive. The first check indexes the archive;
those that are timed find the index. Printed are the seconds of the first, the least, median and most of the others, and
what was found. Exit status 1 where the draft is not found out, or the limit of the project is missed.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median

from archive import A_STORY, reports, write

ROOT = Path(__file__).parent.parent
REPORTS, ROUNDS = 10_000, 5
SLOWEST = 2.0  # seconds in all
LAST_DAY = 31  # of a month
PAUSE = 3  # seconds after which the index trusts the times of new files


def timed(draft: Path, archive: Path) -> tuple[float, int]:
    """Seconds of one check, and how many findings it has."""
    command = [sys.executable, "-m", "checker", draft, "--against", archive, "--no-config", "--format", "json"]
    started = time.perf_counter()
    done = subprocess.run([*command, "--fail-on", "never"], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started, len(json.loads(done.stdout)["findings"])


def main() -> int:
    """Print one line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, draft = Path(folder) / "archive", Path(folder) / "draft.md"
        write(given.reports, archive)
        middle = given.reports // 2 // A_STORY * A_STORY
        told = (report.markdown() for report in islice(reports(given.reports), middle, None, A_STORY))
        draft.write_text(next(text for text in map(changed, told) if text), encoding="utf-8")
        time.sleep(PAUSE)
        first, _ = timed(draft, archive)
        runs = [timed(draft, archive) for _ in range(given.rounds)]
    took = sorted(seconds for seconds, _ in runs)
    print(
        f"{given.reports} reports: first check {first:.1f} s, then {took[0]:.2f} to {took[-1]:.2f} s, "
        f"median {median(took):.2f} s (limit {SLOWEST}); findings {runs[0][1]}"
    )
    return int(median(took) > SLOWEST or not runs[0][1])


def changed(text: str) -> str:
    """The report with half as much again in the count of its story, "" where no count can be told from a day."""
    head, fence, body = text.rpartition("---\n")
    lead, rest, more = body.partition("\n")
    words = lead.split(" ")
    told = [f"{int(word) * 3 // 2}" if word.isdigit() and int(word) > LAST_DAY else word for word in words]
    return head + fence + " ".join(told) + rest + more if told != words else ""


if __name__ == "__main__":
    sys.exit(main())
