"""How long the command takes to start, as a multiple of `python -c pass`: check --version, and check seeds/.

Run it with the interpreter of the environment in which the checker is installed; it exits with 1 where a limit of the
project (0.15 s for --version, 0.8 s for seeds/) is missed.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 7
CHECK = [sys.executable, "-m", "checker"]
COMMANDS: tuple[tuple[str, list[str], float], ...] = (
    ("check --version", [*CHECK, "--version"], 0.15),
    ("check seeds/", [*CHECK, "seeds/", "--fail-on", "never"], 0.8),
)


def seconds(command: list[str]) -> float:
    """The least of several runs: what the machine can do when nothing else is in its way."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return min(times)


def main() -> int:
    """Print one line a command."""
    bare = seconds([sys.executable, "-c", "pass"])
    print(f"{'python -c pass':20} {bare:6.3f} s")
    missed = 0
    for name, command, limit in COMMANDS:
        taken = seconds(command)
        missed += taken > limit
        print(f"{name:20} {taken:6.3f} s  {taken / bare:5.1f} times python -c pass  (limit {limit} s)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
