"""Drafts against an archive find what a run over all finds about the drafts, and leave the archive's files alone."""

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from checker.api import check
from checker.engine import archive as archives
from checker.engine import checks
from checker.engine.archive import FILE
from checker.engine.store import FOLDER, Store
from checker.gate.drafts import touching
from checker.model import Finding, Report, Ruling
from checker.model.identity import claim_key

TOLD = "---\ndate: 2024-05-07\n---\nThe fire at the Lirren Mill in Lirren killed {count} people on Monday, {who} said."
UNDATED = "LIRREN, May 7 - The fire at the Lirren Mill killed 91 people, the mayor said."
HOMELESS = "---\ndate: 2024-05-07\n---\nThe fire at the Lirren Mill killed 93 people on Monday, the mayor said."
BEFORE = "---\ndate: 2024-05-02\n---\nOskar Brandell, 61, lay under the rubble for six hours."
AFTER = "---\ndate: 2024-05-04\n---\nOskar Brandel, 16, waited for help for six hours under a door."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "archive").mkdir()
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(archives, "SETTLED", -(10**18))  # the files of a test are as new as its index
    return tmp_path


@pytest.fixture
def news(folder: Path) -> Path:
    """An archive of 40 reports of one fire, large enough for a cache."""
    for number in range(40):
        text = TOLD.format(count=84 if number % 4 else 26, who=("police", "a nurse", "the Red Cross")[number % 3])
        (folder / "archive" / f"{number:02}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files of the archive each reading of it had."""
    seen: list[int] = []
    read = checks._read_archive  # noqa: SLF001 the seam behind which the archive is opened

    def counted(candidates: Sequence[object], *rest: object) -> object:
        seen.append(len(candidates))
        return read(candidates, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(checks, "_read_archive", counted)
    return seen


def held(drafts: str = "drafts") -> Report:
    """The drafts against the archive, with its cache."""
    with Store(Path("archive") / FOLDER) as store:
        return check([drafts], against=["archive"], store=store)


def about_drafts(report: Report) -> dict[str, Finding]:
    drafts = {document.id for document in report.documents if document.path.startswith("drafts")}
    return {finding.id: finding for finding in touching(report, drafts).findings}


@pytest.mark.parametrize("seed", [3, 8])
def test_what_is_found_about_drafts_is_what_a_run_over_all_finds(folder: Path, archive: ModuleType, seed: int) -> None:
    for number, report in enumerate(islice(archive.reports(240, seed=seed), 240)):
        place = "drafts" if number % 8 == seed % 8 else "archive"
        (folder / place / f"{report.name}.md").write_text(report.markdown(), encoding="utf-8")
    against, everything = check(["drafts"], against=["archive"]), check(["drafts", "archive"])
    assert about_drafts(against)
    assert about_drafts(against) == about_drafts(everything)
    mine = {document.id for document in against.documents} - against.aside
    told = {claim.id for claim in against.claims if claim.document in mine}
    assert against.facts == tuple(fact for fact in everything.facts if told & set(fact.claims))
    assert len(against.documents) < len(everything.documents)


@pytest.mark.parametrize(
    ("archived", "draft", "wanted"),
    [
        (TOLD.format(count=84, who="police"), UNDATED, "91"),
        (TOLD.format(count=84, who="police"), HOMELESS, "93"),
        (BEFORE, AFTER, "Brandel"),
    ],
    ids=["year", "place", "name"],
)
def test_a_draft_takes_from_the_archive_what_it_leaves_out(
    folder: Path, archived: str, draft: str, wanted: str
) -> None:
    (folder / "archive" / "old.md").write_text(archived, encoding="utf-8")
    (folder / "drafts" / "new.md").write_text(draft, encoding="utf-8")
    found, everything = about_drafts(check(["drafts"], against=["archive"])), about_drafts(check(["drafts", "archive"]))
    assert found == everything
    assert any(wanted in finding.message for finding in found.values())


def test_an_archive_that_has_not_changed_is_not_opened_again(news: Path, readings: list[int]) -> None:
    (news / "drafts" / "new.md").write_text(TOLD.format(count=35, who="the mayor"), encoding="utf-8")
    first = held()
    assert first.findings
    assert held() == first
    (news / "drafts" / "new.md").write_text(TOLD.format(count=84, who="the mayor"), encoding="utf-8")
    assert about_drafts(held()) == about_drafts(check(["drafts", "archive"]))
    assert readings == [40]


def _edited(folder: Path) -> None:
    (folder / "archive" / "07.md").write_text(TOLD.format(count=35, who="police"), encoding="utf-8")


def _added(folder: Path) -> None:
    (folder / "archive" / "more").mkdir()
    (folder / "archive" / "more" / "late.md").write_text(TOLD.format(count=35, who="police"), encoding="utf-8")


def _renamed(folder: Path) -> None:
    (folder / "archive" / "07.md").rename(folder / "archive" / "77.md")


def _removed(folder: Path) -> None:
    (folder / "archive" / "07.md").unlink()


def _damaged(folder: Path) -> None:
    path = folder / "archive" / FOLDER / FILE
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def _emptied(folder: Path) -> None:
    (folder / "archive" / FOLDER / FILE).write_bytes(b"")


def _overwritten(folder: Path) -> None:
    with sqlite3.connect(folder / "archive" / FOLDER / FILE) as base:
        base.execute("UPDATE texts SET claims = x'7b7d' WHERE number = 0")


def _forged(folder: Path) -> None:
    with sqlite3.connect(folder / "archive" / FOLDER / FILE) as base:
        base.execute("UPDATE meta SET value = x'5b' WHERE name = 'kept'")


@pytest.mark.parametrize("change", [_edited, _added, _renamed, _removed, _damaged, _emptied, _overwritten, _forged])
def test_an_archive_that_has_changed_is_read_again(
    news: Path, readings: list[int], change: Callable[[Path], None]
) -> None:
    (news / "drafts" / "new.md").write_text(TOLD.format(count=35, who="the mayor"), encoding="utf-8")
    held()
    change(news)
    assert about_drafts(held()) == about_drafts(check(["drafts", "archive"]))
    assert len(readings) == 2


def test_files_that_have_just_changed_may_change_unseen(
    news: Path, readings: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "SETTLED", 2_000_000_000)
    (news / "drafts" / "new.md").write_text(TOLD.format(count=35, who="the mayor"), encoding="utf-8")
    assert held() == held()
    assert readings == [40, 40]


@pytest.mark.usefixtures("news")
def test_a_draft_in_the_archive_is_no_part_of_it(readings: list[int]) -> None:
    report = held("archive/00.md")
    assert {document.path for document in report.documents} - {"archive/00.md"}
    assert len([document for document in report.documents if document.path == "archive/00.md"]) == 1
    assert report.aside == {document.id for document in report.documents if document.path != "archive/00.md"}
    assert readings == [39]


def test_what_an_editor_ruled_holds_against_the_archive(news: Path) -> None:
    (news / "drafts" / "new.md").write_text(TOLD.format(count=35, who="the mayor"), encoding="utf-8")
    report = held()
    keys = {claim.id: claim_key(claim) for claim in report.claims}
    pairs = {tuple(sorted(keys[name] for name in finding.claims[:2])) for finding in report.findings}
    rulings = [Ruling(first=a, second=b, same=False, reason="two fires") for a, b in sorted(pairs)]
    ruled = check(["drafts"], against=["archive"], rulings=rulings)
    assert about_drafts(ruled) == about_drafts(check(["drafts", "archive"], rulings=rulings))
    assert about_drafts(ruled).keys() != about_drafts(report).keys()


def test_a_document_of_the_archive_that_cannot_be_read_is_told(news: Path) -> None:
    (news / "archive" / "bad.md").write_bytes(b"a\0b")
    (news / "drafts" / "new.md").write_text("Nothing happened.", encoding="utf-8")
    for report in (held(), held()):
        assert not report.complete
        assert [document.path for document in report.documents] == ["archive/bad.md", "drafts/new.md"]


@pytest.mark.parametrize("name", ["carvalhal-strike", "gurungu-dam", "kalavryta-fire"])
def test_drafts_of_a_dossier_are_found_out_against_the_rest(folder: Path, name: str) -> None:
    reports = sorted((Path(__file__).parents[1] / "dossiers" / name / "reports").iterdir())
    for number, report in enumerate(reports):
        shutil.copy(report, folder / ("drafts" if number % 3 == 1 else "archive"))
    found = about_drafts(check(["drafts"], against=["archive"]))
    assert found
    assert found == about_drafts(check(["drafts", "archive"]))
