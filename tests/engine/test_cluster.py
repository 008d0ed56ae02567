"""A cluster of Dask, on this machine, gives what one process gives."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest
from command import check

from checker.api import check_texts, shipped_rules
from checker.cli.means import means_of
from checker.engine import Conditions, Item, run
from checker.engine.means import EngineKind, Means
from checker.errors import OutputError, UsageError
from checker.model import Status
from checker.read import read_text
from checker.report.as_json import render_json

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'claim-checker[cluster]'")
pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own

from distributed import Future  # noqa: E402 only where Dask is

from checker.engine.cluster import Cluster  # noqa: E402

FRONT = "---\ndate: 2024-05-07\nsource: Wire {n}\n---\n"
TOLD = FRONT + "On Monday {count} people were killed in a fire in Lirren, {who} said."
TEXTS = [
    (f"{n:03}.txt", TOLD.format(n=n, count=40 if n % 7 else 70, who=("police", "the mayor", "the fire service")[n % 3]))
    for n in range(64)
]
RULES = shipped_rules()
BAD = """
import os
from checker.engine import stages
whole = stages.extracted
def extracted(document, year):
    if "killer" in document.path:
        os._exit(9)
    return whole(document, year)
stages.extracted = extracted
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster of two workers whose processes die of one document."""
    start = tmp_path_factory.mktemp("start")
    (start / "sitecustomize.py").write_text(BAD, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(start))
        with Cluster(Conditions.here(RULES), 2) as opened:
            yield opened


@pytest.fixture(scope="module")
def expected() -> str:
    return render_json(check_texts(TEXTS, RULES))


def items(texts: list[tuple[str, str]]) -> list[Item]:
    return [Item(document=read_text(name, text)) for name, text in texts]


def _below() -> set[int]:
    """The processes below a worker."""
    import psutil  # type: ignore[import-untyped] # noqa: PLC0415 which Dask brings

    return {process.pid for process in psutil.Process().children()}


def test_the_report_is_that_of_one_process(cluster: Cluster, expected: str) -> None:
    assert render_json(run(items(TEXTS[::-1]), RULES, cluster)) == expected


def test_a_document_that_ends_its_process_is_lost_alone(cluster: Cluster) -> None:
    report = run(items([*TEXTS, ("050-killer.txt", TEXTS[0][1])]), RULES, cluster)
    assert [document.path for document in report.documents if document.status is Status.CRASHED] == ["050-killer.txt"]
    assert report.claims == check_texts(TEXTS, RULES).claims


def test_a_worker_that_is_killed_in_the_middle_does_not_show(cluster: Cluster, expected: str) -> None:
    def killing() -> Iterator[Item]:
        for number, item in enumerate(items(TEXTS)):
            if number == 40:
                victim = min(cluster._client.run(os.getpid).values())  # noqa: SLF001
                os.kill(victim, signal.SIGKILL)
            yield item

    assert render_json(run(killing(), RULES, cluster)) == expected


def test_a_running_scheduler_serves(cluster: Cluster, tmp_path: Path) -> None:
    for name, text in TEXTS[:20]:
        (tmp_path / name).write_text(text, encoding="utf-8")
    address = cluster._client.scheduler.address  # type: ignore[union-attr] # noqa: SLF001
    plain = check(str(tmp_path), "--format", "json", "--engine", "local", "--no-cache")
    served = check(str(tmp_path), "--format", "json", "--scheduler", address, "--no-cache")
    assert served.stdout == plain.stdout


def test_runs_on_one_scheduler_keep_their_conditions_and_leave_nothing(cluster: Cluster, expected: str) -> None:
    client = cluster._client  # noqa: SLF001
    with Cluster(Conditions.here(RULES[:1]), 0, client.scheduler.address) as other:
        assert render_json(run(items(TEXTS), RULES, cluster)) == expected
        before = client.run(_below)
        few = render_json(run(items(TEXTS), RULES[:1], other))
        assert client.run(_below) != before
    assert few == render_json(check_texts(TEXTS, RULES[:1]))
    assert client.run(_below) == before


def test_nobody_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.engine.cluster.PATIENCE", 1)
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    done = check(str(tmp_path), "--scheduler", "tcp://127.0.0.1:9")
    assert done.exit_code == 2
    assert "no scheduler of Dask answers there" in done.stderr


def test_what_the_options_ask_for() -> None:
    assert means_of("auto", 0, "") == Means()
    assert means_of("auto", 3, "") == Means(EngineKind.POOL, 3)
    assert means_of("auto", 1, "") == Means(EngineKind.LOCAL, 1)
    assert means_of("auto", 0, "tcp://h:1") == Means(EngineKind.DASK, 0, "tcp://h:1")
    with pytest.raises(UsageError, match="for --engine dask, not pool"):
        means_of("pool", 0, "tcp://h:1")


def test_a_cluster_that_gives_up_is_told(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object) -> None:
        raise CancelledError

    monkeypatch.setattr(Future, "result", give_up)
    with pytest.raises(OutputError, match="the cluster of Dask ended before the check did"):
        run(items(TEXTS[:3]), RULES, cluster)
