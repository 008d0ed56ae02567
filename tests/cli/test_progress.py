"""The bar of a long run: on a terminal's standard error, after a while, and never on standard output."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli.progress import Bar

RUN = """
import sys
from checker.cli import main, progress
progress.PATIENCE = progress.PAUSE = float(sys.argv.pop(1))
main()
"""
NEWS = "The mayor said 2,000 dock workers are in Lirren.\n"


def told(folder: Path, patience: str) -> tuple[bytes, bytes]:
    """What a run prints, and what it shows on the terminal that is its standard error."""
    reader, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, patience, "."],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=terminal,
        env=environment,
        check=False,
    )
    os.close(terminal)
    shown = b""
    while True:
        try:
            shown += os.read(reader, 10_000)
        except OSError:
            break
    os.close(reader)
    return done.stdout, shown


def test_a_long_run_shows_how_far_it_is(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(NEWS, encoding="utf-8")
    quick, nothing = told(tmp_path, "60")
    slow, bar = told(tmp_path, "0")
    assert nothing == b""
    assert b"Reading figures and dates" in bar
    assert quick == slow


@pytest.mark.parametrize("items", [(), ("a",), ("a", "b", "c")])
def test_all_items_go_by(items: tuple[str, ...]) -> None:
    assert tuple(Bar()(items, "")) == items
