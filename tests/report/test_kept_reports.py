"""What is kept of seeds/, in every form, is what the commands say today, and what other programs can read."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import junitparser
import pytest
from click.testing import CliRunner
from kept_reports import FOR_READERS, FOR_TESTS, OF_CI, ROOT, kept

from checker.api import shipped_rules
from checker.cli import cli
from checker.cli.report import SET
from checker.report.formats import FORMATS

KEPT = [FOR_READERS, FOR_TESTS]
SCHEMA = json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def today() -> dict[str, str]:
    return kept()


@pytest.fixture
def _root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def there() -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for folder in KEPT for path in (ROOT / folder).iterdir())


@pytest.mark.parametrize("name", there())
def test_a_kept_report_is_up_to_date(name: str, today: dict[str, str]) -> None:
    assert today.get(name) == (ROOT / name).read_text(encoding="utf-8"), "make report writes it anew"


def test_every_form_is_kept(today: dict[str, str]) -> None:
    assert sorted(today) == there(), "make report writes them"
    assert set(SET) | set(OF_CI) | {"jsonl"} == set(FORMATS)  # JSON lines are compared with the JSON report below


@pytest.mark.usefixtures("_root")
def test_sarif_of_the_seeds_is_valid_and_complete(tmp_path: Path) -> None:
    path = tmp_path / "seeds.sarif"
    assert CliRunner().invoke(cli, ["seeds/", "-o", f"sarif={path}"]).exit_code == 1
    log = json.loads(path.read_bytes())
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).validate(log)
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == [rule.id for rule in shipped_rules()]
    assert log["runs"][0]["invocations"][0]["exitCode"] == 1


def test_the_forms_of_the_seeds_agree(today: dict[str, str]) -> None:
    report = json.loads(today["reports/seeds.json"])
    ids = sorted(finding["id"] for finding in report["findings"])
    assert sorted(row["id"] for row in read("reports/seeds.csv", today)) == ids
    assert [row["id"] for row in read("reports/seeds-claims.csv", today)] == [each["id"] for each in report["claims"]]
    assert {row["fact"] for row in read("reports/seeds-facts.csv", today)} == {fact["id"] for fact in report["facts"]}
    suites = junitparser.JUnitXml.fromstring(today["tests/report/kept/seeds.xml"].encode("utf-8"))
    assert sorted(case.name.split()[-1] for suite in suites for case in suite if case.name != "consistent") == ids
    results = json.loads(today["tests/report/kept/seeds.sarif.json"])["runs"][0]["results"]
    assert sorted(result["partialFingerprints"]["checkFinding/v1"] for result in results) == ids
    for text in (today["reports/seeds.md"], today["reports/seeds.txt"], today["tests/report/kept/seeds.github"]):
        assert [name for name in ids if name not in text] == []


def read(name: str, texts: dict[str, str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(texts[name], newline="")))


@pytest.mark.usefixtures("_root")
def test_json_lines_of_the_seeds_are_the_json_report(today: dict[str, str]) -> None:
    whole = json.loads(today["reports/seeds.json"])
    run, *lines = map(json.loads, CliRunner().invoke(cli, ["seeds/", "--format", "jsonl"]).stdout.splitlines())
    assert run == {"type": "run", **{key: whole[key] for key in run if key != "type"}}
    for part in ("documents", "claims", "findings", "facts"):
        found = [line for line in lines if f"{line['type']}s" == part]
        assert found == [{"type": part.removesuffix("s"), **entry} for entry in whole[part]]
