"""The JSON report is what its published schema says, and the schema keeps what was promised."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from checker.cli import cli

SEEDS = Path(__file__).parent.parent / "seeds"
PROMISED = {
    "ReportEntry": "schema_version tool complete documents claims findings facts summary",
    "DocumentEntry": "id path title source published characters sha256 status",
    "ClaimEntry": (
        "id document span quote number low high low_open high_open approximate unit measure kind population place time "
        "speaker modality section"
    ),
    "FindingEntry": "id rule verdict severity message explanation fact claims locations",
    "LocationEntry": "document path start end line column quote",
    "FactEntry": "id measure population place low best high status claims wording",
    "SummaryEntry": "documents claims errors warnings notes",
}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(CliRunner().invoke(cli, ["schema"]).stdout)
    jsonschema.Draft202012Validator.check_schema(loaded)
    return loaded


@pytest.mark.parametrize("paths", [["seeds"], ["seeds", "bad.txt", "missing.txt"]])
def test_a_report_validates(
    schema: dict[str, Any], paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").symlink_to(SEEDS)
    (tmp_path / "bad.txt").write_bytes(b"a\0b")
    monkeypatch.chdir(tmp_path)
    report = json.loads(CliRunner().invoke(cli, [*paths, "--format", "json"]).stdout)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(report)
    assert report["summary"]["documents"] == len(report["documents"])


@pytest.mark.parametrize(("model", "keys"), PROMISED.items())
def test_the_promised_keys_are_required(schema: dict[str, Any], model: str, keys: str) -> None:
    described = schema if model == "ReportEntry" else schema["$defs"][model]
    assert set(keys.split()) <= set(described["required"])


def test_locations_point_at_their_quotes() -> None:
    report = json.loads(CliRunner().invoke(cli, [str(SEEDS), "--format", "json"]).stdout)
    texts = {
        document["id"]: Path(document["path"]).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        for document in report["documents"]
    }
    for place in (location for finding in report["findings"] for location in finding["locations"]):
        assert texts[place["document"]][place["start"] : place["end"]] == place["quote"]
        assert place["end"] - place["start"] <= 400
    for claim in report["claims"]:
        text, number, span = texts[claim["document"]], claim["number"], claim["span"]
        assert text[number["start"] : number["end"]] == number["text"]
        assert text[span["start"] : span["end"]] == claim["quote"]
        assert len(number["text"]) <= 60
        assert text.count("\n", 0, span["start"]) + 1 == span["line"]
        assert span["start"] - text.rfind("\n", 0, span["start"]) == span["column"]
