import json
from pathlib import Path

import pytest
from command import check

FIRST = "---\nsource: Lirren Post\npublished: 2031-05-06\n---\nThe mayor said 2,000 dock workers are in Lirren.\n"


@pytest.fixture(autouse=True)
def _news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "first.md").write_text(FIRST, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", [[], ["claims"], ["documents"], ["explain"], ["facts"], ["rules"], ["schema"]])
def test_every_command_has_help(command: list[str]) -> None:
    for option in ("--help", "-h"):
        result = check(*command, option)
        assert result.exit_code == 0
        assert result.stdout.startswith("Usage: check")


def test_the_help_shows_options_commands_and_examples() -> None:
    shown = check("--help").stdout
    for words in ("--fail-on", "--select", "explain", "check seeds/", "Exit status"):
        assert words in shown


@pytest.mark.parametrize("form", ["table", "json", "csv", "jsonl"])
@pytest.mark.parametrize("command", ["claims", "documents", "facts"])
def test_rows_in_every_form(command: str, form: str) -> None:
    assert check(command, "news", "--format", form).exit_code == 0


@pytest.mark.parametrize("form", ["text", "table", "json", "csv", "jsonl"])
def test_incidents_in_every_form(form: str) -> None:
    Path("news/first.md").write_text(FIRST.replace("are in", "were killed in"), encoding="utf-8")
    result = check("facts", "news", "--incidents", "--format", form)
    assert result.exit_code == 0
    assert "2000" in result.stdout.replace(",", "")


def test_claims() -> None:
    *_, claim = json.loads(check("claims", "news", "--format", "json").stdout)
    assert (claim["path"], claim["number"], claim["low"], claim["unit"]) == ("news/first.md", "2,000", 2000, "person")
    *_, line = check("claims", "news", "--format", "jsonl", "--explain").stdout.splitlines()
    assert "because" in json.loads(line)


def test_a_rule_is_explained_with_its_examples() -> None:
    shown = check("explain", "count-mismatch").stdout
    assert "Flagged:" in shown
    assert "Not flagged:" in shown


def test_rules_are_listed() -> None:
    assert "count-mismatch" in check("rules").stdout


def test_options_may_come_first() -> None:
    assert json.loads(check("--format", "json", "news").stdout)["summary"]["documents"] == 1


def test_time_is_told_on_standard_error_alone() -> None:
    result = check("news", "--verbose")
    assert result.stderr.rstrip().endswith(" s")
    assert result.stdout == check("news").stdout
    assert check("news").stderr == ""
