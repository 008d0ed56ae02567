"""Whatever happens while a report is written: the whole old file or the whole new one, the right exit status."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from forked import Outcome, forked

from checker.report.formats import FORMATS

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="forks and memory files are Linux's")
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
REPORTS = {
    "a.md": "---\ntitle: Fire\ndate: 2031-05-06\n---\n\nThe mayor of Lirren said 40 people were rescued on Monday.\n",
    "b.md": "---\ntitle: Blaze\ndate: 2031-05-06\n---\n\nPolice said 12 people were rescued in Lirren on Monday.\n",
}
OLD = "what was there before\n"
SAVED = {
    "check": ["news", "-o", "json=out.json"],
    "report": ["report", "news", "--to", "out"],
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with two reports that disagree."""
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, text in REPORTS.items():
        Path("news", name).write_text(text, encoding="utf-8")
    return tmp_path


def left() -> list[str]:
    """Temporary files of ours that lie about."""
    return [str(path) for path in Path().rglob(".*.check-tmp")]


def clean(outcome: Outcome) -> bool:
    return "Traceback" not in outcome.err and "internal error" not in outcome.err


PRINTED = [
    *(["news", "--format", name] for name in FORMATS),
    *(["claims", "news", "--format", name] for name in ("table", "csv", "json", "jsonl")),
    *(["facts", "news", "--format", name] for name in ("table", "csv", "json", "jsonl")),
    ["claims", "news", "--explain"],
    ["facts", "news", "--incidents"],
    ["config", "news"],
    ["documents", "news"],
    ["explain", "count-mismatch"],
    ["rules"],
    ["schema"],
    ["completion", "bash"],
    ["--help"],
]


def test_a_pipe_that_nobody_reads() -> None:
    for args, outcome in zip(PRINTED, forked(*({"args": args, "pipe": True} for args in PRINTED)), strict=True):
        assert (args, outcome.status, outcome.err) == (args, 141, "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_at_any_moment(number: signal.Signals) -> None:
    args = ["news", "-o", "json=out.json", "-o", "html=out.html", "--format", "text"]
    whole = forked({"args": args})[0]
    new = {name: Path(name).read_bytes() for name in ("out.json", "out.html")}
    jobs = [{"args": args, "signal": number, "after": 0.008 * moment} for moment in range(20)]
    for name in new:
        Path(name).write_text(OLD, encoding="utf-8")
    for outcome in forked(*jobs):
        assert clean(outcome), outcome.err
        assert outcome.status in {128 + number, -number, whole.status}
    assert all(Path(name).read_bytes() in (OLD.encode(), data) for name, data in new.items())
    forked({"args": args})
    assert {name: Path(name).read_bytes() for name in new} == new
    assert left() == []


def test_a_signal_is_told_by_the_exit_status() -> None:
    for number, status, told in ((signal.SIGINT, 130, "Error: interrupted\n"), (signal.SIGTERM, 143, "")):
        outcome = waiting(number)
        assert (outcome.status, outcome.err) == (status, told)


def waiting(number: signal.Signals) -> Outcome:
    """A run that waits for its standard input until the signal comes; started as it would be from a terminal."""
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "-", "--format", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 a job in the background of a shell ignores it
    )
    wait_for_read(process.pid)
    process.send_signal(number)
    out, err = process.communicate()
    return Outcome(process.returncode, out.decode(), err.decode())


def wait_for_read(process: int) -> None:
    """Until the process sleeps in a read of its standard input."""
    for _ in range(3_000):
        calling = Path(f"/proc/{process}/syscall").read_text(encoding="ascii").split()
        if calling[:2] == ["0", "0x0"]:
            return
        time.sleep(0.02)
    pytest.skip("what a process waits for is not told here")


WRITER = """
import itertools, sys
from pathlib import Path
from checker.cli.files import write_file
sys.stdout.write("begun"); sys.stdout.flush()
for number in itertools.count():
    write_file(Path("out.json"), f"{number % 10}" * 200_000)
"""


def test_a_run_that_is_killed_leaves_a_whole_file() -> None:
    Path("out.json").write_text(OLD, encoding="utf-8")
    for moment in range(12):
        process = subprocess.Popen([sys.executable, "-c", WRITER], stdout=subprocess.PIPE)
        assert process.stdout
        assert process.stdout.read(5) == b"begun"
        time.sleep(0.003 * moment)
        process.kill()
        process.wait()
        process.stdout.close()
        found = Path("out.json").read_text(encoding="utf-8")
        assert found == OLD or (len(found), len(set(found))) == (200_000, 1)
    forked({"args": SAVED["check"]})
    json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert left() == []


@pytest.mark.parametrize("command", SAVED)
def test_a_file_that_may_not_grow(command: str) -> None:
    Path("out").mkdir()
    for name in ("out.json", "out/report.json"):
        Path(name).write_text(OLD, encoding="utf-8")
    (outcome,) = forked({"args": SAVED[command], "file_size": 200})
    assert outcome.status == 70
    assert clean(outcome)
    assert "cannot be written: file too large" in outcome.err
    assert Path("out.json").read_text(encoding="utf-8") == OLD
    assert Path("out/report.json").read_text(encoding="utf-8") == OLD
    assert left() == []


@pytest.fixture
def full() -> Iterator[Path]:
    """A disk of 16 kB."""
    folder = Path("disk")
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)]
    if not ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be mounted by root, outside of most containers")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


def test_a_full_disk(full: Path) -> None:
    (full / "out.html").write_text(OLD, encoding="utf-8")
    (outcome,) = forked({"args": ["news", "-o", f"html={full}/out.html", "--format", "json"]})
    assert outcome.status == 70
    assert "out.html: cannot be written: no space left on device" in outcome.err
    assert json.loads(outcome.out)["claims"]
    assert [path.name for path in full.iterdir()] == ["out.html"]
    assert (full / "out.html").read_text(encoding="utf-8") == OLD


@pytest.mark.skipif(not ROOT, reason="only root can run as another user")
@pytest.mark.parametrize("command", SAVED)
def test_a_folder_of_somebody_else(command: str, here: Path) -> None:
    for folder in (here, *here.parents):
        if not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o011)
        if folder.name.startswith("pytest-of"):
            break
    for path in (here / "news", here):
        path.chmod(0o755)
    (outcome,) = forked({"args": SAVED[command], "nobody": True})
    assert outcome.status == 2, outcome.err
    assert clean(outcome)
    assert "no right to write into" in outcome.err or "permission denied" in outcome.err
    assert {path.name for path in here.iterdir()} == {"news"}


@pytest.mark.skipif(not ROOT, reason="only root can run as another user")
def test_a_report_of_somebody_else(here: Path) -> None:
    test_a_folder_of_somebody_else("check", here)
    Path("news/b.md").chmod(0)
    (outcome,) = forked({"args": ["news", "--fail-on", "never"], "nobody": True})
    assert outcome.status == 3
    assert "failed: news/b.md: permission denied" in outcome.err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["news", "-o", "json=news/../news/a.md"], "the next run would read this as a report"),
        (["news/a.md", "-o", "json=news/./a.md"], "is read by this run"),
        (["news/a.md", "-o", "json=link.md"], "is a link; name the file that it leads to"),
        (["news", "-o", "json=dangling"], "is a link; name the file that it leads to"),
        (["news", "-o", "json=news"], "is a folder; name a file in it"),
        (["news", "-o", "json=news/a.md/x/out.json"], "news/a.md is no folder"),
        (["news", "-o", "json=" + "x" * 300], "file name too long"),
        (["news", "-o", "json=out.json", "-o", "html=./out.json"], "both json and html would be written here"),
        (["news", "-o", "json=out.json", "-o", "html=news/../out.json"], "both json and html would be written here"),
        (["news", "-o", "json=check.toml", "--config", "check.toml"], "is read by this run"),
    ],
)
def test_an_output_that_is_refused(args: list[str], message: str) -> None:
    Path("link.md").symlink_to("news/a.md")
    Path("dangling").symlink_to("elsewhere.json")
    Path("check.toml").write_text("", encoding="utf-8")
    (outcome,) = forked({"args": args})
    assert outcome.status == 2, outcome
    assert message in outcome.err
    assert {name: Path("news", name).read_text(encoding="utf-8") for name in REPORTS} == REPORTS
    assert not Path("elsewhere.json").exists()
    assert left() == []


def test_a_path_that_leads_upwards_is_followed_as_written() -> None:
    (outcome,) = forked({"args": ["news", "-o", "json=news/../deep/../out.json", "-o", "csv=%2e%2e/x.csv"]})
    assert outcome.status in (0, 1)
    assert Path("out.json").exists()
    assert Path("%2e%2e", "x.csv").exists()
