import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bad_tasks import HEADROOMS

from checker.errors import DocumentError
from checker.workers import Message, Worker

TASK = "checker.bad_tasks:behave"
MEMORY = 256 * 1024 * 1024


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Worker]:
    """A worker whose child finds the bad tasks among the modules of the checker."""
    import checker  # noqa: PLC0415 the package whose folder is extended

    package = tmp_path / "checker"
    package.mkdir()
    lines = f"__path__ = [{str(Path(checker.__file__).parent)!r}, {str(Path(__file__).parent)!r}]"
    (package / "__init__.py").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with Worker(seconds=2, memory=MEMORY) as opened:
        yield opened


@pytest.mark.parametrize(
    ("how", "status", "reason"),
    [
        ("give up", "encrypted", "is encrypted"),
        ("raise", "failed", "ValueError: a parser's own message (bad_tasks.py:"),
        ("recurse", "failed", "nested too deep"),
        ("exit", "crashed", "died of exit status 7"),
        ("abort", "crashed", "died of SIGABRT"),
        ("hang", "timeout", "longer than 2 seconds"),
        ("eat", "crashed", "more than 256 MB of memory"),
        ("write", "failed", "OSError"),
    ],
)
def test_what_a_task_does_stays_its_own(worker: Worker, tmp_path: Path, how: str, status: str, reason: str) -> None:
    target = tmp_path / "written"
    with pytest.raises(DocumentError, match=re.escape(reason)) as caught:
        list(worker.stream(TASK, {"how": how, "path": str(target)}, b"ink"))
    assert caught.value.status == status
    assert not target.exists() or not target.read_bytes()
    assert list(worker.stream(TASK, {"how": "nothing"}, b"next")) == [Message({"size": 4}, b"next")]


def test_memory_that_runs_out_in_pydantic_ends_a_process(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUST_BACKTRACE", "1")
    ended = worker.stream("checker.bad_tasks:starve", {})
    assert [message.head["headroom"] for message in ended] == list(HEADROOMS)


def test_what_a_library_prints_is_not_taken_for_an_answer(worker: Worker) -> None:
    assert list(worker.stream(TASK, {"how": "print"}, b"a")) == [Message({"size": 1}, b"a")]


def test_an_answer_that_nobody_waits_for_is_not_taken_for_the_next(worker: Worker) -> None:
    abandoned = worker.stream(TASK, {"how": "hang"}, b"first")
    assert next(abandoned).body == b"first"
    abandoned.close()  # type: ignore[attr-defined]
    assert [message.body for message in worker.stream(TASK, {"how": "nothing"}, b"second")] == [b"second"]


def test_only_the_checkers_own_functions_are_tasks() -> None:
    with Worker(seconds=20, memory=MEMORY) as worker, pytest.raises(DocumentError, match="no task"):
        list(worker.stream("os:system", {}, b""))
