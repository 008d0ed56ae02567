"""`check report PATH...`: the whole set in one folder."""

import json
from pathlib import Path

import pytest
from command import check

from checker.cli.report import SET, stem_of
from checker.report.formats import FORMATS

NEWS = "---\npublished: 2031-05-06\n---\nThe mayor said 2,000 dock workers are in Lirren.\n"


@pytest.fixture(autouse=True)
def _news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "first.v2.md").write_text(NEWS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_the_set() -> None:
    result = check("report", "news/")
    assert result.exit_code == 0
    written = sorted(f"news{FORMATS[name].suffix}" for name in SET)
    assert sorted(path.name for path in Path("reports").iterdir()) == written
    assert json.loads(Path("reports/news.json").read_bytes())["summary"]["documents"] == 1
    first, *lines = result.stdout.splitlines()
    assert first == "1 document, 2 claims: nothing to report"
    assert len(lines) == len(SET)
    assert "wrote reports/news.md: for readers, and for the summary of a job" in lines


def test_its_reports_are_not_read_back() -> None:
    check("report", ".", "--to", "news/out")
    again = check("report", ".", "--to", "news/out")
    assert again.stdout.startswith("1 document, 2 claims")
    assert "passed over: news/out/report.md: written by check, no news" in again.stderr


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (["gone"], 2, "no such file or folder"),
        (["news", "--to", "news/first.v2.md"], 2, "is a file"),
        (["empty"], 4, "nothing to report"),
        (["news", "bad.txt"], 3, "failed: bad.txt"),
        (["news", "gone"], 2, "gone: no such file or folder"),
    ],
)
def test_status(args: list[str], status: int, told: str) -> None:
    Path("empty").mkdir()
    Path("bad.txt").write_bytes(b"a\0b")
    result = check("report", *args)
    assert result.exit_code == status
    assert told in result.stderr
    assert Path("reports").exists() is ("news" in args and "--to" not in args)


@pytest.mark.parametrize(
    ("paths", "stem"),
    [
        (["news/"], "news"),
        (["./news/first.v2.md"], "first.v2"),
        (["."], "report"),
        (["news/.."], "report"),
        (["-"], "report"),
        (["/"], "report"),
        (["news", "news/first.v2.md"], "report"),
        (["old.d"], "old.d"),
    ],
)
def test_what_the_set_is_named_for(paths: list[str], stem: str) -> None:
    Path("old.d").mkdir()
    assert stem_of(paths) == stem
