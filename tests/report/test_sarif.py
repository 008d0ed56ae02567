"""SARIF: what code scanning makes of it. Its validity is tested with hostile reports and with seeds/."""

import json
import re
from typing import Any

import pytest

from checker.api import shipped_rules
from checker.model import FileKind, Report, Severity, Standing, State, Status
from checker.report.as_sarif import render_sarif, uri

RULES = shipped_rules()


def run_of(report: Report, status: int = 0, *, baselined: bool = False) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render_sarif(report, RULES, status, baselined=baselined))["runs"][0]
    return run


def test_a_result(report: Report) -> None:
    run = run_of(report, status=1)
    (result,) = run["results"]
    assert result["level"] == "warning"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "source-dispute"
    assert result["message"]["text"].endswith("(the port). 2,000 and 900 lie 1,100 apart")
    assert result["partialFingerprints"] == {"checkFinding/v1": "f-77aa"}
    (place,), (second,) = result["locations"], result["relatedLocations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "a.txt", "index": 0, "uriBaseId": "%SRCROOT%"}
    assert place["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 22,
        "endLine": 1,
        "endColumn": 27,
        "snippet": {"text": "2,000"},
    }
    assert second["physicalLocation"]["region"]["snippet"]["text"] == "900"
    assert second["message"]["text"] == "900: the port, as of 5 May 2031 (inferred)"
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1, "toolExecutionNotifications": []}]
    assert not {"suppressions", "baselineState"} & set(result)


@pytest.mark.parametrize("kind", FileKind)
def test_every_kind_of_file_has_a_media_type(report: Report, kind: FileKind) -> None:
    first, *rest = report.documents
    documents = (first.model_copy(update={"kind": kind}), *rest)
    artifact = run_of(report.model_copy(update={"documents": documents}))["artifacts"][0]
    assert re.fullmatch(r"(?:text|application|message)/[a-z0-9.+-]+", artifact["mimeType"])


def test_every_rule_has_help() -> None:
    rules = run_of(Report(complete=True, documents=(), profiles={}, claims=(), findings=(), facts=()))["tool"][
        "driver"
    ]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    for rule, entry in zip(RULES, rules, strict=True):
        assert rule.hint in entry["help"]["text"]
        assert entry["help"]["markdown"].count("```text") >= len(rule.must_flag) + len(rule.must_not_flag)
        assert entry["defaultConfiguration"]["level"] == rule.severity.value
        assert entry["name"][0].isupper()


@pytest.mark.parametrize(
    ("standing", "suppression", "baseline"),
    [
        (Standing(), None, "new"),
        (Standing(state=State.KNOWN), None, "unchanged"),
        (
            Standing(state=State.ACCEPTED, reason="two counts", by="desk", until="2031-06-01"),
            {
                "kind": "external",
                "status": "accepted",
                "justification": "two counts",
                "properties": {"by": "desk", "until": "2031-06-01"},
            },
            "new",
        ),
        (
            Standing(state=State.SUPPRESSED, reason="quoted"),
            {"kind": "inSource", "status": "accepted", "justification": "quoted"},
            "new",
        ),
    ],
)
def test_how_a_finding_stands(
    standing: Standing, suppression: dict[str, Any] | None, baseline: str, report: Report
) -> None:
    findings = tuple(finding.model_copy(update={"standing": standing}) for finding in report.findings)
    (result,) = run_of(report.model_copy(update={"findings": findings}), baselined=True)["results"]
    assert result.get("suppressions", [None]) == [suppression]
    assert result["baselineState"] == baseline


def test_what_was_not_checked_is_told(report: Report) -> None:
    failed = report.documents[0].model_copy(update={"id": "d-9", "path": "c.txt", "status": Status.FAILED})
    failed = failed.model_copy(update={"reason": "permission denied"})
    documents = (*report.documents, failed)
    partial = report.model_copy(update={"complete": False, "documents": documents, "notices": ("x.pdf: not read",)})
    (invocation,) = run_of(partial, status=3)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    first, second = invocation["toolExecutionNotifications"]
    assert (first["level"], first["message"]["text"]) == ("error", "permission denied")
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c.txt"
    assert (second["level"], second["message"]["text"]) == ("note", "x.pdf: not read")


def test_no_more_than_code_scanning_takes(report: Report) -> None:
    (finding,) = report.findings
    many = [finding.model_copy(update={"id": f"f-{n}", "severity": Severity.NOTE}) for n in range(5001)]
    wide = finding.model_copy(
        update={
            "id": "f-last",
            "severity": Severity.ERROR,
            "locations": tuple(
                finding.locations[0].model_copy(update={"start": n, "quote": "x", "end": n + 1}) for n in range(1200)
            ),
        }
    )
    known = finding.model_copy(update={"id": "f-known", "severity": Severity.ERROR})
    known = known.model_copy(update={"standing": Standing(state=State.KNOWN)})
    run = run_of(report.model_copy(update={"findings": (known, *many, wide)}))
    assert len(run["results"]) == 5000
    assert run["results"][0]["partialFingerprints"] == {"checkFinding/v1": "f-last"}
    assert len(run["results"][0]["locations"] + run["results"][0]["relatedLocations"]) == 1000
    assert "f-known" not in json.dumps(run["results"])
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("3 findings of least weight are left out")


@pytest.mark.parametrize(("mark", "within"), [((0, 3), True), ((0, 44), False), ((40, 60), False)])
def test_a_context_holds_more_than_its_region(mark: tuple[int, int], within: bool, report: Report) -> None:  # noqa: FBT001
    (finding,) = report.findings
    place = finding.locations[1].model_copy(update={"marks": (mark,)})
    assert len(place.quote) == 44
    findings = (finding.model_copy(update={"locations": (place,)}),)
    (result,) = run_of(report.model_copy(update={"findings": findings}))["results"]
    assert ("contextRegion" in result["locations"][0]["physicalLocation"]) is within


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("news/a b.txt", "news/a%20b.txt"),
        ("é#?.txt", "%C3%A9%23%3F.txt"),
        ("50%.txt", "50%25.txt"),
        (r"a\xff\xe9.txt", "a%FF%E9.txt"),
        (r"a\x1b.txt", "a%5Cx1b.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("/news/a.txt", "file:///news/a.txt"),
        ("-", "stdin"),
    ],
)
def test_a_path_as_uri(path: str, written: str) -> None:
    assert uri(path) == written


def test_brackets_make_no_link(report: Report) -> None:
    findings = tuple(finding.model_copy(update={"message": "[a](1) {0}"}) for finding in report.findings)
    (result,) = run_of(report.model_copy(update={"findings": findings}))["results"]
    assert result["message"]["text"].startswith(r"\[a\](1) {0}. ")
