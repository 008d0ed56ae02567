"""One table of what `check` scores on corpora with gold, by a scorer that is not part of this project.

    score_corpora.py --scorer SCORE.PY [--command CHECK] FOLDER...

A corpus is a folder with gold.json, or one whose subfolders have it; a folder of corpora gives one row for each.
The scorer is called as `SCORE.PY CORPUS --command CHECK --json FILE`. Where scorer or corpora are absent, that is said,
and the exit status is 0.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FIELDS = ("value", "unit", "measure", "population", "place", "time", "speaker")
COLUMNS = ("claims P", "claims R", *FIELDS, "alarms P", "alarms R", "notes R", "errors P", "traps", "rev.")
NAMES = ("claim_precision", "claim_recall", "conflict_precision", "conflict_recall", "note_recall", "error_precision")


def is_corpus(folder: Path) -> bool:
    """Whether a folder is a dossier, or holds dossiers."""
    return (folder / "gold.json").is_file() or any(folder.glob("*/gold.json"))


def corpora(folders: list[Path]) -> list[Path]:
    """The corpora that the folders are or hold, sorted within each."""
    found: list[Path] = []
    for folder in folders:
        if any(folder.glob("*/*/gold.json")):
            found += [path.resolve() for path in sorted(folder.glob("*/")) if is_corpus(path)]
        elif is_corpus(folder):
            found.append(folder)
    return found


def measure(scorer: Path, command: str, corpus: Path) -> dict[str, Any]:
    """The figures of one corpus, as the scorer gives them.

    Raises:
        CalledProcessError: where the scorer fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "figures.json"
        arguments = [str(corpus), "--command", command, "--json", str(answer)]
        subprocess.run([sys.executable, str(scorer), *arguments], check=True, stdout=subprocess.DEVNULL)
        figures: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return figures


def row(figures: dict[str, Any]) -> list[str]:
    """The cells of one corpus, in the order of COLUMNS."""
    claim_precision, claim_recall, *others = (f"{figures[name]:.2f}" for name in NAMES)
    fields = [f"{figures['fields'][name]:.2f}" if name in figures["fields"] else "-" for name in FIELDS]
    traps = f"{figures['traps_sprung']}/{figures['traps']}"
    return [claim_precision, claim_recall, *fields, *others, traps, str(figures["revisions_as_error"])]


def main() -> int:
    """Print the table; the exit status is that of the scorer where it fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--scorer", required=True, type=Path)
    parser.add_argument("--command", default="check")
    arguments = parser.parse_args()
    if not arguments.scorer.is_file():
        print(f"no scorer at {arguments.scorer}; name one: make score SCORER=... CORPORA=...")
        return 0
    found = corpora(arguments.folders)
    if not found:
        print(f"no gold.json under {', '.join(map(str, arguments.folders))}; name a corpus: make score CORPORA=...")
        return 0
    print("  ".join(["corpus".ljust(24), *(name.rjust(10) for name in COLUMNS)]))
    for corpus in found:
        try:
            cells = row(measure(arguments.scorer, arguments.command, corpus))
        except subprocess.CalledProcessError as error:
            return error.returncode
        print("  ".join([corpus.name.ljust(24), *(cell.rjust(10) for cell in cells)]), flush=True)
    print("P right of all raised, R found of all in the gold; alarms: errors and warnings; rev.: revisions as errors")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
