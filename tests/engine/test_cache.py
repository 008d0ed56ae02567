"""A cache saves work and shows in nothing else, whatever becomes of it."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from command import check as command

from checker.api import check, shipped_rules
from checker.engine import stages, store
from checker.engine.store import FILE, FOLDER, Store
from checker.model import Document, Extraction, Profile, Status
from checker.report.as_json import render_json
from checker.rulebook.additions import Additions, Changed, use

TOLD = "---\ndate: 2024-05-07\nsource: Wire {n}\n---\nOn Monday {count} people were killed in Lirren, {who} said."
COUNT = 24


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for n in range(COUNT):
        who = ("the mayor", "the fire service", "police")[n % 3]
        (folder / f"{n:02}.txt").write_text(TOLD.format(n=n, count=40 if n % 5 else 70, who=who), encoding="utf-8")
    (folder / "undated.txt").write_text("LIRREN, May 7 - Police in Lirren said that 90 were killed.", "utf-8")
    return folder


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that were extracted from."""
    names: list[str] = []
    whole = stages.extracted

    def counted(document: Document, year: int | None) -> tuple[Profile, Extraction]:
        names.append(Path(document.path).name)
        return whole(document, year)

    monkeypatch.setattr(stages, "extracted", counted)
    return names


def checked(archive: Path, remarks: list[str] | None = None, *, cached: bool = True) -> str:
    kept = Store(archive / FOLDER) if cached else None
    report = render_json(check([str(archive)], store=kept))
    if remarks is not None and kept:
        remarks += kept.remarks
    return report


def test_a_second_run_extracts_nothing_and_reports_the_same(archive: Path, extracted: list[str]) -> None:
    plain = checked(archive, cached=False)
    first = checked(archive)
    extracted.clear()
    assert checked(archive) == first == plain
    assert extracted == []


def test_what_has_changed_is_read_again(archive: Path, extracted: list[str]) -> None:
    checked(archive)
    extracted.clear()
    path = archive / "03.txt"
    path.write_text(path.read_text("utf-8").replace("40", "45"), encoding="utf-8")
    assert checked(archive) == checked(archive, cached=False)
    assert extracted.count("03.txt") == 2
    assert extracted.count("04.txt") == 1


def test_other_rules_words_and_limits_are_other_findings(archive: Path, extracted: list[str]) -> None:
    checked(archive)
    for additions in (
        Additions(limits=Changed({"claims": 9_000})),
        Additions(thresholds=Changed({"events": {"days": 3}})),
    ):
        extracted.clear()
        use(additions)
        try:
            checked(archive)
        finally:
            use(Additions())
        assert len(extracted) > COUNT
    extracted.clear()
    check([str(archive)], rules=shipped_rules()[:3], store=Store(archive / FOLDER))
    assert len(extracted) > COUNT


def test_a_small_run_leaves_no_folder_behind(archive: Path) -> None:
    for path in sorted(archive.iterdir())[10:]:
        path.unlink()
    checked(archive)
    assert not (archive / FOLDER).exists()


def test_backups_and_git_pass_it_over(archive: Path) -> None:
    checked(archive)
    assert (archive / FOLDER / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (archive / FOLDER / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("seed", range(6))
def test_damage_is_noticed(archive: Path, seed: int) -> None:
    plain = checked(archive)
    random = Random(seed)  # noqa: S311 no secrets
    path = archive / FOLDER / FILE
    data = bytearray(path.read_bytes())
    for _ in range(1 if seed % 2 else 200):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(bytes(data))
    assert checked(archive) == plain
    assert checked(archive) == plain


@pytest.mark.parametrize("content", [b"", b"no data base", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_none_is_made_anew_and_said(archive: Path, content: bytes, extracted: list[str]) -> None:
    plain = checked(archive)
    (archive / FOLDER / FILE).write_bytes(content)
    remarks: list[str] = []
    assert checked(archive, remarks) == plain
    assert [remark for remark in remarks if "made anew" in remark] == remarks
    assert bool(remarks) is bool(content)
    extracted.clear()
    assert checked(archive) == plain
    assert extracted == []


def test_a_crash_is_tried_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def poisoned(_document: Document, _year: int | None) -> tuple[Profile, Extraction]:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(stages, "extracted", poisoned)
        assert {document.status for document in check([str(archive)], store=Store(archive / FOLDER)).documents} == {
            Status.CRASHED
        }
    assert checked(archive) == checked(archive, cached=False)


def test_what_was_not_used_for_longest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(1)  # noqa: S311 no secrets
    values = {run: random.randbytes(2000) for run in range(4)}
    for run, value in values.items():
        with Store(tmp_path / FOLDER) as kept:
            for n in range(40):
                kept.put(b"%d-%d" % (run, n), value)
    monkeypatch.setattr(store, "MOST_BYTES", 200_000)
    with Store(tmp_path / FOLDER) as kept:
        kept.put(b"last", b"value")
    with Store(tmp_path / FOLDER) as kept:
        assert kept.get(b"last") == b"value"
        assert kept.get(b"3-0") == values[3]
        assert kept.get(b"0-0") is None
        assert kept.size().bytes < 400_000


def test_a_folder_of_somebody_else_is_left_alone(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = checked(archive)
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    remarks: list[str] = []
    assert checked(archive, remarks) == plain
    assert "belongs to another user" in remarks[0]


def test_a_cache_that_another_run_holds_is_left_alone(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = checked(archive)
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with Store(archive / FOLDER) as other:
        assert other._base is not None  # noqa: SLF001 to hold it as another process would
        other._base.execute("BEGIN EXCLUSIVE")  # noqa: SLF001
        remarks: list[str] = []
        assert checked(archive, remarks) == plain
        assert "another run holds it" in remarks[0]
        other._base.execute("ROLLBACK")  # noqa: SLF001


def test_runs_at_once_and_runs_that_are_killed(archive: Path) -> None:
    plain = checked(archive, cached=False)
    script = (
        "import sys; from pathlib import Path; from checker.api import check; from checker.engine.store import Store\n"
        "from checker.report.as_json import render_json\n"
        "sys.stdout.write(render_json(check([sys.argv[1]], store=Store(Path(sys.argv[1]) / '.check-cache'))))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [
        subprocess.Popen([sys.executable, "-c", script, str(archive)], env=environment, stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    output = [run.communicate(timeout=60)[0].decode() for run in runs[1:]]
    runs[0].send_signal(signal.SIGKILL)
    runs[0].communicate()
    assert output == [plain, plain]
    assert checked(archive) == plain


def test_a_run_killed_while_it_writes_costs_what_it_had_not_written(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from checker.engine.store import Store\n"
        "kept = Store(Path(sys.argv[1]))\n"
        "for n in range(100000):\n    kept.put(b'%d' % n, os.urandom(500))\n    print(n, flush=True)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    folder = tmp_path / FOLDER
    for lines in (30, 700, 1700):
        run = subprocess.Popen(
            [sys.executable, "-c", script, str(folder)], env=environment, stdout=subprocess.PIPE, text=True
        )
        assert run.stdout is not None
        for _ in range(lines):
            run.stdout.readline()
        run.kill()
        run.communicate()
        with Store(folder) as kept:
            assert not kept.remarks
            assert kept.get(b"0") is not None


def test_the_command_shows_and_clears_it(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive.parent)
    command("archive")
    shown = command("cache", "show", "archive")
    assert FOLDER in shown.output
    assert "results" in shown.output
    assert command("archive", "--no-cache").output == command("archive").output
    assert "cleared" in command("cache", "clear", "archive").output
    assert not (archive / FOLDER).exists()
    assert "there is no cache" in command("cache").output


def test_only_a_cache_is_cleared(archive: Path) -> None:
    (archive / FOLDER).mkdir()
    (archive / FOLDER / "precious.txt").write_text("x", "utf-8")
    command("cache", "clear", str(archive))
    assert (archive / FOLDER / "precious.txt").exists()


def test_it_lies_beside_the_configuration(archive: Path) -> None:
    (archive.parent / "check.toml").write_text("", "utf-8")
    command(str(archive))
    assert (archive.parent / FOLDER / FILE).exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_in_has_none(archive: Path) -> None:
    archive.chmod(0o555)
    try:
        result = command(str(archive))
    finally:
        archive.chmod(0o755)
    assert "no cache" in result.stderr
