"""`check explain` with two claims, named by id or by where they stand."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.api import check
from checker.cli import cli
from checker.cli.spots import Spot, spot_of

FIRST = """\
---
published: 2031-05-06
---
The mayor said 40 people were killed in Lirren on Monday, and 12 were wounded.
The bridge is 90 m long and cost 3 million euros.
"""
SECOND = (
    "---\npublished: 2031-05-06\n---\nThe fire in Lirren killed 35 people on Monday, the mayor said.\n\nNobody spoke.\n"
)


@pytest.fixture(autouse=True)
def _news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def explain(*args: str) -> Result:
    return CliRunner().invoke(cli, ["explain", *args])


@pytest.mark.parametrize(
    ("word", "spot"),
    [
        ("a.txt:3", Spot("a.txt", 3, None)),
        ("a.txt:3:14", Spot("a.txt", 3, 14)),
        ("x:1:2:3", Spot("x:1", 2, 3)),
        ("a.txt", None),
        ("a:b", None),
        ("a.pdf, page 3", Spot("a.pdf", 0, None, "page 3")),
        ("a b.html, paragraph 17", Spot("a b.html", 0, None, "paragraph 17")),
        ("z.zip!a.html, title", Spot("z.zip!a.html", 0, None, "title")),
        ("a.pdf, page", None),
        ("a.pdf, chapter 3", None),
        (":3", None),
        ("c-77aa", None),
        ("count-mismatch", None),
    ],
)
def test_a_place_is_read_as_messages_write_it(word: str, spot: Spot | None) -> None:
    assert spot_of(word) == spot
    assert spot is None or str(spot) == word


@pytest.mark.parametrize("word", ["a.pdf:page 3", "a.pdf: page 3", "a.pdf,page 3"])
def test_a_page_is_understood_in_short_forms(word: str) -> None:
    assert spot_of(word) == Spot("a.pdf", 0, None, "page 3")


@pytest.mark.parametrize("paths", [[], ["."], ["a.txt", "b.txt"]])
def test_two_figures_by_their_columns(paths: list[str]) -> None:
    shown = explain("a.txt:4:16", "./b.txt:4:27", *paths)
    assert shown.exit_code == 0
    assert "40 (c-" in shown.stdout
    assert "against 35 (c-" in shown.stdout
    assert "modality" in shown.stdout


def test_a_column_beside_a_figure_means_the_nearest() -> None:
    assert "12 (c-" in explain("a.txt:4:60", "b.txt:4:27").stdout


def test_the_first_gate_that_fails_is_named_last() -> None:
    lines = explain("a.txt:4:62", "b.txt:4:27").stdout.splitlines()
    stops = [line for line in lines if line.startswith("  stop")]
    assert len(stops) == 1
    assert stops[0].split()[1] == "measure"
    assert "  not comparable: different measures" in lines


def test_a_report_in_an_archive_needs_no_further_paths() -> None:
    with zipfile.ZipFile("news.zip", "w") as archive:
        archive.write("b.txt", "old/b.txt")
    shown = explain("a.txt:4:16", "./news.zip!old/b.txt:4:27")
    assert shown.exit_code == 0
    assert "against 35 (c-" in shown.stdout
    assert "news.zip!old/b.txt:4:" in shown.stdout
    assert "c.zip!b.txt: no such file" in explain("a.txt:4:16", "c.zip!b.txt:4").stderr


def test_claims_by_id() -> None:
    report = check(["a.txt", "b.txt"], rules=())
    first, *_, last = (claim.id for claim in report.claims)
    assert f"({first})" in explain(first, last, ".").stdout
    assert f"({first})" in explain(first, "b.txt:4:27", ".").stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["a.txt:4", "b.txt:6"], "b.txt:6: no claim was found in that line; the nearest one is in line 4"),
        (["a.txt:4:16", "a.txt:4:16"], "are one claim"),
        (["a.txt:4:16", "c.txt:1"], "c.txt: no such file"),
        (["a.txt:4:16", "b.txt:4", "a.txt"], "b.txt is not among these reports"),
        (["a.txt:4:16"], "two claims"),
        (["a.txt:4:16", "c-77aa"], "name the reports too"),
    ],
)
def test_wrong_use(args: list[str], message: str) -> None:
    result = explain(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_claims_that_may_be_meant_are_listed() -> None:
    result = explain("a.txt:5", "b.txt:4")
    assert result.exit_code == 2
    assert "a.txt:5: c-" in result.stderr
    assert "(35 killed)" in result.stderr
