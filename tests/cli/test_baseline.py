import json
from pathlib import Path

import pytest
from command import check
from news import FURTHER, NEWS


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    for name, text in NEWS.items():
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_only_new_findings_fail() -> None:
    assert check("news").exit_code == 1
    written = check("baseline", "write", "news")
    assert (written.exit_code, written.stdout) == (0, "check-baseline.jsonl: 1 finding known from here on\n")
    assert check("news", "--baseline", "check-baseline.jsonl").exit_code == 0
    Path("news/radio.md").write_text(FURTHER, encoding="utf-8")
    assert check("news", "--baseline", "check-baseline.jsonl").exit_code == 1


def test_known_findings_are_in_the_report_and_not_in_its_counts() -> None:
    check("baseline", "write", "news", "--baseline", "known.jsonl")
    report = json.loads(check("news", "--baseline", "known.jsonl", "--format", "json").stdout)
    assert [finding["standing"]["state"] for finding in report["findings"]] == ["known"]
    assert (report["summary"]["warnings"], report["summary"]["settled"]) == (0, 1)


def test_the_configuration_may_name_the_baseline() -> None:
    Path("check.toml").write_text("baseline = 'kept/base.jsonl'", encoding="utf-8")
    assert check("news").exit_code == 2
    check("baseline", "write", "news")
    assert check("news").exit_code == 0
    assert Path("kept/base.jsonl").is_file()


def test_what_is_gone_is_listed_and_taken_out() -> None:
    check("baseline", "write", "news")
    assert check("baseline", "prune", "news", "--list").exit_code == 0
    Path("news/herald.md").unlink()
    listed = check("baseline", "prune", "news", "--list")
    assert listed.exit_code == 1
    assert "source-dispute: people killed in Lirren" in listed.stdout
    assert check("baseline", "prune", "news").stdout.endswith("check-baseline.jsonl: 1 finding taken out, 0 kept\n")
    assert check("baseline", "prune", "news", "--list").exit_code == 0


def test_other_rules_are_told_of() -> None:
    check("baseline", "write", "news", "--baseline", "known.jsonl")
    lines = Path("known.jsonl").read_text(encoding="utf-8").splitlines()
    Path("known.jsonl").write_text("\n".join(line for line in lines if "finding" not in line), encoding="utf-8")
    Path("check.toml").write_text("severity = { sum-mismatch = 'note' }", encoding="utf-8")
    report = json.loads(check("news", "--baseline", "known.jsonl", "--format", "json").stdout)
    (finding,) = report["findings"]
    assert finding["standing"]["state"] == "active"
    assert "with other rules" in finding["standing"]["reason"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is no baseline"),
        ("{", "known.jsonl:1: no JSON"),
        ('{"version": "1", "rules": "x"}\n<<<<<<< ours', "known.jsonl:2: no JSON; finish the merge first"),
        ("[1]", "known.jsonl:1: expected an object"),
        ('{"version": "1", "rule": "x"}', "known.jsonl:1: rules: field required"),
        ('{"text": "a", "texts": 1}', "known.jsonl:1: texts: extra inputs are not permitted"),
        ('{"finding": "f-1", "rule": "r", "severity": "bad"}', "known.jsonl:1: severity: input should be"),
        ("\udcff", "is no UTF-8"),
    ],
)
def test_a_faulty_baseline_is_named(content: str, told: str) -> None:
    Path("known.jsonl").write_text(content, encoding="utf-8", errors="surrogateescape")
    result = check("news", "--baseline", "known.jsonl")
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_baseline_that_is_not_there() -> None:
    assert "check baseline write" in check("news", "--baseline", "none.jsonl").stderr
