"""A file is written whole or not at all."""

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli.files import obstacle, write_file
from checker.errors import CheckError, OutputError, UsageError

KILLED = """
import os, signal
from pathlib import Path
from checker.cli import files
os.fsync = lambda _descriptor: os.kill(os.getpid(), signal.SIGKILL)
files.write_file(Path("a.json"), "new" * 1000)
"""
FULL = """
import sys
from pathlib import Path
from checker.cli.files import write_file
from checker.cli.status import guarded
sys.exit(guarded(lambda: write_file(Path("a.json"), "x" * 100_000) or 0))
"""
TERMINATED = """
import os, signal, sys
from pathlib import Path
from checker.cli.files import write_file
from checker.cli.status import guarded
os.fsync = lambda _descriptor: os.kill(os.getpid(), signal.SIGTERM)
sys.exit(guarded(lambda: write_file(Path("a.json"), "new") or 0))
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def test_folders_are_made_and_rights_are_kept() -> None:
    write_file(Path("a/b/c.txt"), "é\n")
    assert Path("a/b/c.txt").read_bytes() == b"\xc3\xa9\n"
    Path("a/b/c.txt").chmod(0o640)
    write_file(Path("a/b/c.txt"), "new")
    assert Path("a/b/c.txt").stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_rights() -> None:
    before = os.umask(0o027)
    try:
        write_file(Path("c.txt"), "")
    finally:
        os.umask(before)
    assert Path("c.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, OutputError), (errno.EIO, OutputError), (errno.EROFS, UsageError), (errno.EACCES, UsageError)],
)
def test_what_fails_leaves_the_old_text(number: int, kind: type[CheckError], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.json").write_text("old", encoding="utf-8")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(kind, match=rf"a\.json: cannot be written: {os.strerror(number).lower()}"):
        write_file(Path("a.json"), "new")
    assert Path("a.json").read_text(encoding="utf-8") == "old"
    assert names() == ["a.json"]


def test_a_killed_run_leaves_the_old_text_and_the_next_one_sweeps() -> None:
    Path("a.json").write_text("old", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", KILLED], check=False)
    assert done.returncode == -signal.SIGKILL
    assert Path("a.json").read_text(encoding="utf-8") == "old"
    assert len(names()) == 2
    write_file(Path("a.json"), "newer")
    assert Path("a.json").read_text(encoding="utf-8") == "newer"
    assert names() == ["a.json"]


def test_a_full_disk_is_told_and_leaves_the_old_text() -> None:
    Path("a.json").write_text("old", encoding="utf-8")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    done = subprocess.run([sys.executable, "-c", FULL], capture_output=True, text=True, check=False, preexec_fn=limit)
    assert done.returncode == 70
    assert done.stderr == "Error: a.json: cannot be written: file too large\n"
    assert Path("a.json").read_text(encoding="utf-8") == "old"
    assert names() == ["a.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device_is_told() -> None:
    with pytest.raises(OutputError, match="/dev/full: cannot be written: no space left on device"):
        write_file(Path("/dev/full"), "text")


def test_a_pipe_is_written_to_as_it_is() -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert obstacle(Path("pipe")) == ""
        write_file(Path("pipe"), "text")
        assert os.read(reader, 100) == b"text"
    finally:
        os.close(reader)


def test_a_device_stays_a_device() -> None:
    write_file(Path("/dev/null"), "text")
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_what_is_protected_is_an_obstacle() -> None:
    Path("closed").mkdir(mode=0o500)
    Path("kept").touch(mode=0o400)
    assert "no right to write" in obstacle(Path("closed/a"))
    assert obstacle(Path("kept")) == "is protected from being written"


def test_a_run_that_is_terminated_leaves_nothing_behind() -> None:
    Path("a.json").write_text("old", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", TERMINATED], check=False)
    assert done.returncode == 143
    assert Path("a.json").read_text(encoding="utf-8") == "old"
    assert names() == ["a.json"]
