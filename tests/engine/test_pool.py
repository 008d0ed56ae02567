"""A pool of processes gives what one process gives, whatever becomes of its processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checker.api import check, shipped_rules
from checker.engine import Conditions
from checker.engine.crossing import Compared, Item, Read
from checker.engine.means import EngineKind, Means
from checker.engine.pool import Pool
from checker.engine.work import READ, codec, encoded
from checker.model import Report, Status
from checker.read import read_text
from checker.report.as_json import render_json
from checker.rulebook.additions import Additions, Changed, use

ROOT = Path(__file__).parent.parent.parent
FRONT = "---\ndate: 2024-05-07\nsource: Wire {n}\n---\n"
TOLD = FRONT + "On Monday {count} people were killed in a fire in Lirren, {who} said."
BAD = """
import os, signal, time
from checker.engine import stages
whole = stages.extracted
def extracted(document, year):
    if "killer" in document.path:
        os.kill(os.getpid(), signal.SIGKILL)
    if "sleeper" in document.path:
        time.sleep(3600)
    return whole(document, year)
stages.extracted = extracted
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for n in range(40):
        who = ("the mayor", "the fire service", "police")[n % 3]
        text = TOLD.format(n=n, count=40 if n % 5 else 70, who=who)
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Children that die of one document and hang in another."""
    start = tmp_path / "start"
    start.mkdir()
    (start / "sitecustomize.py").write_text(BAD, encoding="utf-8")
    monkeypatch.syspath_prepend(str(start))
    use(Additions(limits=Changed({"seconds": 4})))
    yield
    use(Additions())


def checked(folder: Path, engine: EngineKind, jobs: int = 2) -> Report:
    return check([str(folder)], means=Means(engine, jobs))


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_report_is_that_of_one_process(archive: Path, jobs: int) -> None:
    (archive / "undated.txt").write_text("LIRREN, May 7 - A fire near the Lirren Mill in Lirren killed 90.", "utf-8")
    one = checked(archive, EngineKind.LOCAL)
    assert one.findings
    assert render_json(checked(archive, EngineKind.POOL, jobs)) == render_json(one)


@pytest.mark.usefixtures("bad")
def test_a_document_that_ends_its_process_is_lost_alone(archive: Path) -> None:
    one = checked(archive, EngineKind.LOCAL)
    for name in ("05-killer.txt", "20-sleeper.txt"):
        (archive / name).write_text("On Monday 12 people were killed in Lirren.", "utf-8")
    report = checked(archive, EngineKind.POOL)
    ended = {Path(document.path).name: document for document in report.documents if document.status is not Status.OK}
    assert {name: document.status for name, document in ended.items()} == {
        "05-killer.txt": Status.CRASHED,
        "20-sleeper.txt": Status.TIMEOUT,
    }
    assert ended["05-killer.txt"].reason == "its process died of SIGKILL"
    assert ended["20-sleeper.txt"].reason == "took longer than 4 seconds"
    assert (report.claims, report.findings, report.complete) == (one.claims, one.findings, False)


@pytest.mark.usefixtures("bad")
def test_a_document_at_hand_keeps_its_text() -> None:
    documents = [read_text(name, "On Monday 12 people were killed.") for name in ("killer.txt", "b.txt")]
    with Pool(Conditions.here(()), 1) as pool:
        found = [read.mapped[0] for read in pool.run(READ, [Item(document=document) for document in documents])]
    assert [item.document.status for item in found] == [Status.CRASHED, Status.OK]
    assert found[0].document.text == documents[0].text
    assert found[1].claims


def test_processes_that_are_killed_in_the_middle_do_not_show(archive: Path) -> None:
    rules = shipped_rules()
    items = [Item(document=read_text(path.name, path.read_text("utf-8"))) for path in sorted(archive.iterdir())]
    with Pool(Conditions.here(rules), 2) as pool:
        expected = list(pool.run(READ, items))
        found: list[Read] = []
        for number, read in enumerate(pool.run(READ, items)):
            if number == 16:  # once: an item that is at work at two deaths is given up
                for child in children_of(os.getpid()):
                    os.kill(int(child), signal.SIGKILL)
            found.append(read)
    assert found == expected


def test_a_process_that_cannot_start_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("import os; os._exit(3)", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with Pool(Conditions.here(()), 1) as pool, pytest.raises(RuntimeError, match="no process for work"):
        list(pool.run(READ, [Item(document=read_text("a.txt", "Text."))]))


def test_conditions_and_results_come_back_as_they_went() -> None:
    conditions = Conditions.here(shipped_rules())
    assert Conditions.model_validate_json(conditions.model_dump_json()) == conditions
    with Pool(conditions, 1) as pool:
        (read,) = pool.run(READ, [Item(document=read_text("a.txt", TOLD.format(n=1, count="about 30", who="police")))])
    assert read.mapped[0].rest.keys
    plain = codec("read").result
    assert plain.validate_json(encoded(plain, read)) == read
    assert codec("compare").result.validate_json(b"[[]]") == Compared(())


@pytest.mark.usefixtures("bad")
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_leaves_no_process_behind(archive: Path, sent: signal.Signals, status: int) -> None:
    (archive / "sleeper.txt").write_text("On Monday 12 people were killed in Lirren.", "utf-8")
    command = [sys.executable, "-m", "checker", str(archive), "--engine", "pool", "--jobs", "2", "--no-config"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children = eventually(lambda: children_of(run.pid))
    run.send_signal(sent)
    assert run.wait(20) == status
    assert eventually(lambda: not any(Path(f"/proc/{child}").exists() for child in children))


def children_of(pid: int) -> list[str]:
    """The children that any thread of a process has started."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [child for task in tasks for child in task.read_text().split()]


def eventually(seen: Callable[[], object]) -> object:
    for _ in range(200):
        if found := seen():
            return found
        time.sleep(0.05)
    return seen()
