"""What CI servers and programs read: GitHub's workflow commands, JUnit XML, JSON Lines, Markdown, CSV."""

import csv
import io
import json

import junitparser
import pytest

from checker.api import shipped_rules
from checker.model import Report, Severity, Standing, State, Status
from checker.report.as_github import render_github
from checker.report.as_json import render_json
from checker.report.as_jsonl import render_lines
from checker.report.as_junit import render_junit
from checker.report.as_markdown import render_markdown
from checker.report.sheets import CLAIM_COLUMNS, claims_csv, findings_csv
from checker.report.tables import claim_rows

RULES = shipped_rules()


def with_findings(report: Report, *changes: dict[str, object]) -> Report:
    (finding,) = report.findings
    findings = (finding.model_copy(update={"id": f"f-{n}", **change}) for n, change in enumerate(changes))
    return report.model_copy(update={"findings": tuple(findings)})


def with_failed(report: Report) -> Report:
    failed = report.documents[0].model_copy(update={"id": "d-9", "path": "c.txt", "text": "", "reason": "is a pipe"})
    failed = failed.model_copy(update={"status": Status.FAILED})
    return report.model_copy(update={"complete": False, "documents": (*report.documents, failed)})


ACCEPTED = {"standing": Standing(state=State.ACCEPTED, reason="two counts", by="desk")}


def test_workflow_commands(report: Report) -> None:
    told = render_github(
        with_failed(with_findings(report, {"severity": Severity.NOTE}, {"message": "50%: a"}, ACCEPTED))
    )
    first, second, third = told.splitlines()
    assert first == (
        "::warning file=a.txt,line=1,endLine=1,col=22,endColumn=27,title=source-dispute::50%25: a%0Adispute: 2,000 and"
        " 900 lie 1,100 apart%0Asee b.txt:1:6: the port, as of 5 May 2031 (inferred)%0Af-1"
    )
    assert second.startswith("::notice file=a.txt,")
    assert third == "::warning file=c.txt,title=not wholly checked::failed: c.txt: is a pipe"


def test_standard_input_is_no_file_to_annotate(report: Report) -> None:
    (finding,) = report.findings
    places = tuple(place.model_copy(update={"path": "-"}) for place in finding.locations)
    assert render_github(with_findings(report, {"locations": places})).startswith("::warning title=source-dispute::")


@pytest.mark.parametrize(
    ("fail_on", "ends"),
    [
        ("error", ["Failure", "", ""]),
        ("warning", ["Failure", "Failure", ""]),
        ("note", ["Failure", "Failure", "Failure"]),
        ("never", ["", "", ""]),
    ],
)
def test_failures_are_what_fails_the_run(fail_on: str, ends: list[str], report: Report) -> None:
    graded = with_findings(report, *({"severity": severity} for severity in reversed(Severity)))
    suites = junitparser.JUnitXml.fromstring(render_junit(graded, RULES, fail_on).encode("utf-8"))
    cases = [case for suite in suites for case in suite]
    assert [type(end).__name__ if (end := next(iter(case.result), None)) else "" for case in cases] == [*ends, ""]
    assert suites.failures == sum(map(bool, ends))
    assert cases[-1].name == "consistent"
    assert "= help: Print both figures" in (cases[0].result[0].text if ends[0] else cases[0].system_out)


def test_a_skipped_case_says_why_and_an_error_what_failed(report: Report) -> None:
    text = render_junit(with_failed(with_findings(report, ACCEPTED)), RULES)
    skipped, _, failed = (case for suite in junitparser.JUnitXml.fromstring(text.encode("utf-8")) for case in suite)
    assert [end.message for end in skipped.result] == ["accepted: two counts, desk"]
    assert [(end.type, end.message) for end in failed.result] == [("failed", "is a pipe")]


def test_a_finding_without_a_place_is_not_lost(report: Report) -> None:
    text = render_junit(with_findings(report, {"locations": ()}), RULES)
    assert junitparser.JUnitXml.fromstring(text.encode("utf-8")).failures == 1


def test_json_lines_are_the_json_report_line_by_line(report: Report) -> None:
    whole = json.loads(render_json(report))
    run, *lines = map(json.loads, render_lines(report).splitlines())
    assert run.pop("type") == "run"
    run |= {part: [] for part in ("documents", "claims", "findings", "facts")}
    for line in lines:
        run[f"{line.pop('type')}s"].append(line)
    assert run == whole
    assert [document["claims"] for document in whole["documents"]] == [1, 1]


def test_findings_as_rows(report: Report) -> None:
    (row,) = csv.DictReader(io.StringIO(findings_csv(with_findings(report, ACCEPTED)), newline=""))
    assert (row["id"], row["severity"], row["state"], row["reason"], row["by"]) == (
        "f-0",
        "warning",
        "accepted",
        "two counts",
        "desk",
    )
    assert (row["places"], row["first_path"], row["second_path"], row["second_line"]) == ("2", "a.txt", "b.txt", "1")


def test_claims_have_the_same_columns_however_they_are_asked_for(report: Report) -> None:
    assert tuple(claim_rows(report)[0]) == CLAIM_COLUMNS
    assert claims_csv(report.model_copy(update={"claims": ()})).startswith('"id","path"')


def test_a_summary_of_a_job(report: Report) -> None:
    text = render_markdown(with_failed(with_findings(report, {}, ACCEPTED)), RULES)
    assert text.startswith("# Consistency check: 1 warning\n\n3 documents, 2 claims, 1 finding known, accepted or ")
    told = "dock workers on strike: 2,000 (the mayor) against 900 (the port) | `source-dispute`"
    for line in (
        f"| warning | {told} | `a.txt:1:22` |",
        f"| accepted | {told} | two counts, desk |",
        "- `c.txt`: failed: is a pipe",
    ):
        assert line in text.splitlines()


def test_a_summary_of_a_job_stays_below_a_megabyte(report: Report) -> None:
    many = with_findings(report, *({"message": "x" * 300} for _ in range(3000)))
    text = render_markdown(many, RULES)
    assert len(text.encode("utf-8")) < 2**20
    assert "2,500 findings more: `--format json` has them all." in text
