"""The caller's surroundings, its language, its time zone, its streams, do not show in what is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "LIRREN, May 6 – The mayor, José Müller, said “40 people” were rescued on Monday; police said 12 were.\n"
CALL = (sys.executable, "-m", "checker")
PLAIN = {key: value for key, value in os.environ.items() if key in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH")}
USUAL = {**PLAIN, "LC_ALL": "C.UTF-8", "HOME": "/", "PYTHONHASHSEED": "0", "TZ": "UTC"}
OTHERS: dict[str, dict[str, str]] = {
    "an ASCII locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "an ASCII terminal": {"PYTHONIOENCODING": "ascii", "COLUMNS": "1", "LINES": "1"},
    "no home": {"HOME": "", "USER": "", "TMPDIR": "/nowhere", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
    "odd values": {"COLUMNS": "x", "TERM": "\x1b[2J", "LANG": "tr_TR", "LC_ALL": "xx", "TZ": "/etc/passwd"},
}
FORMS = ("json", "text")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("é.txt").write_text(REPORT, encoding="utf-8")


def printed(environment: dict[str, str]) -> tuple[int, bytes, bytes]:
    """Exit status and standard output of a call that writes a file too, and the file."""
    args = (*CALL, "é.txt", "--format", "json", "-o", "text=out.txt")
    done = subprocess.run(args, env=environment, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, Path("out.txt").read_bytes()


def test_the_surroundings_do_not_show() -> None:
    usual = printed(USUAL)
    assert usual[0] in (0, 1)
    assert {name: printed({**USUAL, **changed}) == usual for name, changed in OTHERS.items()} == dict.fromkeys(
        OTHERS, True
    )


def test_an_ascii_terminal_is_told_all_the_same() -> None:
    for changed in (OTHERS["an ASCII locale"], OTHERS["an ASCII terminal"]):
        done = subprocess.run((*CALL, "claims", "é.txt"), env={**USUAL, **changed}, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"40" in done.stdout


@pytest.mark.parametrize(
    ("closed", "args", "status"),
    [
        (">&-", "é.txt --fail-on never", 0),
        (">&-", "é.txt --format json -o json=out.json --fail-on never", 0),
        (">&-", "--help", 0),
        ("2>&-", "é.txt --fail-on never", 0),
        ("2>&-", "nowhere.txt", 2),
        ("<&-", "-", 3),
        ("<&- >&- 2>&-", "é.txt -o json=out.json --fail-on never", 0),
    ],
)
def test_a_stream_that_is_closed(closed: str, args: str, status: int) -> None:
    call = f'exec "{sys.executable}" -m checker {args} {closed}'
    done = subprocess.run(["/bin/sh", "-c", call], env=USUAL, capture_output=True, check=False)
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr
    if "out.json" in args:
        assert Path("out.json").read_bytes().startswith(b"{")
        assert Path("out.json").read_bytes().endswith(b"}\n")
