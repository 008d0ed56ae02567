"""Names, links, devices and files that move: none holds the run up, crashes it, or passes in silence."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest
from command import check
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import DocumentError
from checker.model import Columns, Document, Status
from checker.read import read_all, show
from checker.read.file import content_of
from checker.read.find import Candidate
from checker.read.paths import read_each
from checker.rulebook.limits import limits

TEXT = "Five men died at Ikorre.\n"
NAMES = [
    b"bad\xff.txt", b"bad\\xff.txt", b"new\nline.txt", b"-rf.txt", b"$(x).txt", b"a`b`.txt", b"a!b.txt", b"a.txt#2",
    "bidi\u202egpj.txt".encode(), b"esc\x1b[2J.txt", b"x" * 251 + b".txt", b"Case.txt", b"case.txt",
    "\u00e9.txt".encode(), "e\u0301.txt".encode(), b"%0A::error::x.txt", b"[red]x.txt", b"CON.txt", b" .txt",
]  # fmt: skip


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one report, in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "news"


def statuses(*paths: str) -> dict[str, tuple[str, str]]:
    return {document.path: (document.status.value, document.reason) for document in read_all(paths).documents}


@pytest.mark.usefixtures("news")
def test_odd_names_are_read_and_shown_apart() -> None:
    for name in NAMES:
        Path(os.fsdecode(b"news/" + name)).write_text(TEXT, encoding="utf-8")
    documents = read_all(["news"]).documents
    assert len(documents) == len(NAMES) + 1
    assert len({document.path for document in documents}) == len({document.id for document in documents})
    assert {document.status for document in documents} == {Status.OK}


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "markdown", "html", "sarif", "junit", "github"])
def test_odd_names_are_inert_in_every_output(form: str) -> None:
    for name in NAMES:
        Path(os.fsdecode(b"news/" + name)).write_text(
            f"{TEXT}Four men died at Ikorre, police said.\n", encoding="utf-8"
        )
    result = check("news", "--format", form, "--fail-on", "never")
    assert result.exit_code == 0
    printed = result.stdout
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert not any(line.startswith("::error::x") for line in printed.splitlines())


@given(st.lists(st.binary(min_size=1, max_size=12), min_size=2, max_size=2, unique=True))
def test_no_two_names_are_shown_alike(names: list[bytes]) -> None:
    names = [name.replace(b"/", b"_").replace(b"\0", b"_") for name in names]
    shown = {show(os.fsdecode(name)) for name in names if name not in {b".", b".."}}
    assert len(shown) == len({name for name in names if name not in {b".", b".."}})
    "".join(shown).encode()


def test_links_and_devices_are_passed_over_and_said(news: Path) -> None:
    for name, target in (
        ("loop", "."), ("parent", ".."), ("self.txt", "self.txt"), ("dangling.txt", "nowhere"),
        ("out.txt", "/etc/passwd"),
        ("zero.txt", "/dev/zero"), ("again.txt", "a.txt"), ("proc", "/proc/self"),
    ):  # fmt: skip
        (news / name).symlink_to(target)
    os.mkfifo(news / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("news/socket.txt")
    reading = read_all(["news"])
    assert [document.path for document in reading.documents] == ["news/a.txt"]
    assert reading.notices == (
        "news/again.txt: the same file as news/a.txt",
        "news/dangling.txt: no such file or directory",
        "news/loop: a link to a folder is not followed",
        "news/out.txt: a link that leads out of the folder is not followed",
        "news/parent: a link to a folder is not followed",
        "news/pipe.txt: no regular file but a pipe",
        "news/proc: a link to a folder is not followed",
        "news/self.txt: too many levels of symbolic links",
        "news/socket.txt: no regular file but a socket",
        "news/zero.txt: a link that leads out of the folder is not followed",
    )


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/tty", "pipe", "link"])
@pytest.mark.usefixtures("news")
def test_a_device_as_an_argument_is_refused_at_once(path: str) -> None:
    os.mkfifo("pipe")
    Path("link").symlink_to("/dev/zero")
    result = check(path, "news")
    assert result.exit_code == 2
    assert "no regular file but a" in result.stderr


def test_a_file_that_becomes_a_pipe_is_not_waited_for(news: Path) -> None:
    (news / "a.txt").unlink()
    os.mkfifo(news / "a.txt")
    (found,) = read_each([Candidate("a.txt", str(news / "a.txt"))], Columns())
    assert (found.reason, isinstance(found, Document)) == ("no regular file", True)


def test_a_file_that_vanishes_has_failed(news: Path) -> None:
    gone = [Candidate("gone.txt", str(news / "gone.txt")), Candidate("a.txt", str(news / "a.txt"))]
    assert [found.reason for found in read_each(gone, Columns())] == ["no such file or directory", ""]


def grown(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("Six.")


def shrunk(path: Path) -> None:
    os.truncate(path, 3)


def rewritten(path: Path) -> None:
    path.write_text(TEXT, encoding="utf-8")
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("change", [grown, shrunk, rewritten])
def test_a_file_that_changes_while_it_is_read_has_failed(
    news: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stats: list[os.stat_result] = []
    fstat = os.fstat

    def stat_then_change(descriptor: int) -> os.stat_result:
        found = fstat(descriptor)
        if len(stats) == 1:
            change(news / "a.txt")
        stats.append(found)
        return found

    monkeypatch.setattr("checker.read.file.os.fstat", stat_then_change)
    with pytest.raises(DocumentError, match="was changed while it was read"):
        content_of(str(news / "a.txt"), limits())


def test_a_file_that_never_rests_is_whole_or_refused(news: Path) -> None:
    path, done = news / "a.txt", Event()
    texts = {letter * size for letter, size in (("a", 10), ("b", 200_000))}

    def write() -> None:
        while not done.is_set():
            for text in sorted(texts):
                path.write_text(text, encoding="utf-8")

    writer = Thread(target=write)
    writer.start()
    try:
        found = [statuses("news")["news/a.txt"] for _ in range(60)]
    finally:
        done.set()
        writer.join()
    assert {status for status, _ in found} <= {"ok", "failed", "no-text"}
    assert all(reason for status, reason in found if status != "ok")


def test_an_archive_that_changes_while_it_is_read_says_so(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = news / "a.jsonl"
    path.write_text('{"text": "Five men died."}\n' * 2_000, encoding="utf-8")
    small = limits().model_copy(update={"document_bytes": 1_000})
    monkeypatch.setattr("checker.read.paths.limits", lambda: small)
    found = []
    for outcome in read_each([Candidate("a.jsonl", str(path))], Columns()):
        if not found:
            os.utime(path, ns=(1, 1))
        found.append(outcome)
    assert len(found) == 2_001
    assert found[-1].reason == "was changed while it was read; run again"


UNREADABLE = """
import json, os, sys
from checker.read import read_all
read_all(["a.txt"])
os.setgid(65534)
os.setuid(65534)
reading = read_all(["."])
print(json.dumps([[each.path, each.status, each.reason] for each in reading.documents]))
"""


def test_what_may_not_be_read_is_said(news: Path) -> None:
    (news / "shut.txt").write_text(TEXT, encoding="utf-8")
    (news / "shut").mkdir()
    (news / "shut" / "b.txt").write_text(TEXT, encoding="utf-8")
    news.chmod(0o755)
    (news / "a.txt").chmod(0o644)
    (news / "shut.txt").chmod(0)
    (news / "shut").chmod(0)
    if os.geteuid():
        found = [[each.path, each.status.value, each.reason] for each in read_all([str(news)]).documents]
        found = [[Path(path).name, status, reason] for path, status, reason in found]
    else:
        run = subprocess.run([sys.executable, "-c", UNREADABLE], capture_output=True, text=True, check=True, cwd=news)
        found = json.loads(run.stdout)
    (news / "shut").chmod(0o755)
    assert found == [
        ["a.txt", "ok", ""],
        ["shut", "failed", "permission denied"],
        ["shut.txt", "failed", "permission denied"],
    ]


def test_a_sparse_gigabyte_is_not_read(news: Path) -> None:
    with (news / "sparse.txt").open("wb") as file:
        file.truncate(1 << 30)
    assert statuses("news")["news/sparse.txt"] == ("too-large", "larger than 50 MB; split it")


def test_one_line_of_fifty_megabytes_is_read(news: Path) -> None:
    (news / "line.txt").write_text("word " * 10_000_000, encoding="utf-8")
    assert statuses("news/line.txt")["news/line.txt"] == ("ok", "")


def test_a_folder_of_many_empty_files(news: Path) -> None:
    for number in range(5_000):
        (news / f"{number}.txt").touch()
    found = statuses("news")
    assert len(found) == 5_001
    assert set(found.values()) == {("ok", ""), ("no-text", "the file is empty")}


def test_a_folder_deeper_than_a_path_may_be_long(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(news)
    for _ in range(600):
        Path("deep-folder").mkdir()
        os.chdir("deep-folder")
    os.chdir(news.parent)
    found = statuses("news")
    assert found.pop("news/a.txt") == ("ok", "")
    assert list(found.values()) == [("failed", "file name too long")]
    assert check("news", "--fail-on", "never").exit_code == 3


def test_one_file_by_two_names_is_read_once(news: Path) -> None:
    found = read_all(["news/a.txt", "./news/../news/a.txt", str(news / "a.txt"), "news"])
    assert len(found.documents) == 1
