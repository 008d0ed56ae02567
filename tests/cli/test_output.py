"""`-o NAME=PATH` and `--format NAME`: where reports go, and where they are not let go."""

import json
from pathlib import Path

import click
import pytest
from command import check

from checker.cli import cli
from checker.cli.output import FormatName, OutputType
from checker.model.mark import marked

NEWS = "---\npublished: 2031-05-06\n---\nThe mayor said 2,000 dock workers are in Lirren.\n"


@pytest.fixture(autouse=True)
def _news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "first.md").write_text(NEWS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_any_number_of_files_beside_standard_output() -> None:
    result = check("news", "-o", "json=out/deep/a.json", "--output", "text=a.txt", "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.startswith('"id","rule"')
    assert json.loads(Path("out/deep/a.json").read_bytes())["summary"]["documents"] == 1
    assert Path("a.txt").read_text(encoding="utf-8").splitlines()[0] == "# written by check"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["-o", "jsno=x"], "did you mean 'json'?"),
        (["--format", "texte"], "did you mean 'text'?"),
        (["--format", "docx"], "there are text, json"),
        (["-o", "out/x.csv"], "expected NAME=PATH, such as csv=out/x.csv"),
        (["-o", "json="], "expected NAME=PATH, such as json=json"),
        (["-o", "json=x", "-o", "csv=./x"], "both json and csv would be written here"),
        (["-o", "json=news"], "is a folder"),
        (["-o", "json=news/first.md/x"], "first.md is no folder"),
        (["-o", "json=link"], "is a link"),
        (["-o", "text=news/first.md"], "is read by this run"),
        (["news/first.md", "-o", "text=./news/../news/first.md"], "is read by this run"),
        (["-o", "json=./check.toml"], "check.toml: is read by this run"),
        (["-o", "json=check-accepted.toml"], "is read by this run"),
        (["-o", "csv=news/x.txt"], "the next run would read this as a report; name it x.csv"),
    ],
)
def test_what_is_refused_leaves_everything_as_it_was(options: list[str], told: str) -> None:
    Path("link").symlink_to("news/first.md")
    Path("check.toml").touch()
    result = check("news", *options)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert Path("news/first.md").read_text(encoding="utf-8") == NEWS
    assert sorted(path.name for path in Path().rglob("*")) == ["check.toml", "first.md", "link", "news"]


def test_its_own_reports_are_no_news() -> None:
    first = check("news", "-o", "text=news/report.txt")
    assert marked(Path("news/report.txt").read_text(encoding="utf-8"))
    again = check("news", "-o", "text=news/report.txt")
    assert again.stdout == first.stdout
    assert again.stderr == "passed over: news/report.txt: written by check, no news\n"
    alone = check("news/report.txt")
    assert alone.exit_code == 4


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("# written by check\nerror", True),
        ("<!-- written by check -->", True),
        ("# written by check and mate\n", False),
        ("News\n# written by check\n", False),
        (" # written by check\n", False),
        ("", False),
    ],
)
def test_the_mark(text: str, own: bool) -> None:  # noqa: FBT001 a table's column
    assert marked(text) is own


def test_one_output_that_fails_takes_no_other_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.cli.output.obstacle", lambda _path: "")
    (tmp_path / "taken").mkdir()
    result = check("news", "-o", "json=taken", "-o", "csv=b.csv")
    assert result.exit_code == 2
    assert "taken: cannot be written: " in result.stderr
    assert Path("b.csv").exists()
    assert "1 document" in result.stdout


@pytest.mark.parametrize(
    ("kind", "typed", "offered"),
    [
        (FormatName(), "js", ["json", "jsonl"]),
        (FormatName(), "x", []),
        (OutputType(), "js", ["json=", "jsonl="]),
        (OutputType(), "json=re", ["re"]),
    ],
)
def test_names_are_completed(kind: FormatName, typed: str, offered: list[str]) -> None:
    context = click.Context(cli)
    assert [item.value for item in kind.shell_complete(context, context.command.params[0], typed)] == offered
