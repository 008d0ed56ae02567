"""The report as SARIF 2.1.0, for code scanning and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; the limits are those of GitHub's code scanning.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

from checker import __version__
from checker.model import Document, Finding, Report, Standing, State, Status
from checker.report.as_json import dump
from checker.report.escape import visible
from checker.report.sarif_rules import LEVELS, TYPES, rule_entry
from checker.report.scenes import Index, Scene, index_of, scenes_of
from checker.report.text import place
from checker.rulebook.rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "checkFinding/v1"  # a finding's id: it survives re-wrapping and edits elsewhere
MOST_RESULTS = 5000  # GitHub shows no more
MOST_LOCATIONS = 1000  # of one result: more, and the file is refused
BYTE = re.compile(r"\\x([89a-f][0-9a-f])")  # how a path shows a byte that is no UTF-8
LINK = re.compile(r"(?<!\\)[\[\]]")  # brackets make links in messages of SARIF

Entry = dict[str, object]


def render_sarif(report: Report, rules: Sequence[Rule], status: int, *, baselined: bool = False) -> str:
    """One log with one run; `status` is that with which the command ends."""
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, rules, status, baselined=baselined)]})


def _run(report: Report, rules: Sequence[Rule], status: int, *, baselined: bool) -> Entry:
    index = index_of(report)
    places = {document.id: number for number, document in enumerate(report.documents)}
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    shown = sorted(report.findings, key=_weight)[:MOST_RESULTS]
    driver: Entry = {
        "name": "checker",
        "semanticVersion": __version__,
        "shortDescription": {"text": "Finds where news reports contradict each other, or themselves."},
        "rules": [rule_entry(rule) for rule in rules],
    }
    return {
        "tool": {"driver": driver},
        "invocations": [_invocation(report, status, places, left_out=len(report.findings) - len(shown))],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which the command ran."}}},
        "artifacts": [_artifact(document, number) for number, document in enumerate(report.documents)],
        "results": [_result(index, finding, numbers, places, baselined=baselined) for finding in shown],
    }


def _weight(finding: Finding) -> tuple[bool, int]:
    """What is shown first, and cut last: what is active, then what is grave."""
    return finding.standing.state is not State.ACTIVE, -finding.severity.rank


def _invocation(report: Report, status: int, places: dict[str, int], left_out: int) -> Entry:
    notes = [
        _notification(
            document.status.value, document.reason, "error", _artifact_location(document, places[document.id])
        )
        for document in report.documents
        if document.status is not Status.OK
    ]
    notes += [_notification("passed-over", notice, "note") for notice in report.notices]
    notes += [_notification("decision", remark, "note") for remark in report.remarks]
    if left_out:
        told = f"{left_out:,} findings of least weight are left out: GitHub shows {MOST_RESULTS:,}"
        notes.append(_notification("too-many-results", told, "warning"))
    return {
        "executionSuccessful": report.complete,
        "exitCode": status,
        "toolExecutionNotifications": notes,
    }


def _notification(name: str, text: str, level: str, location: Entry | None = None) -> Entry:
    entry: Entry = {"descriptor": {"id": name}, "level": level, "message": {"text": _plain(text)}}
    if location is not None:
        entry["locations"] = [{"physicalLocation": {"artifactLocation": location}}]
    return entry


def _artifact(document: Document, number: int) -> Entry:
    return {
        "location": _artifact_location(document, number),
        "roles": ["standardStream" if document.path == "-" else "analysisTarget"],
        "mimeType": TYPES[document.kind.value],
        "hashes": {"sha-256": document.sha256},
    }


def _artifact_location(document: Document, number: int) -> Entry:
    location: Entry = {"uri": uri(document.path), "index": number}
    if not document.path.startswith("/"):
        location["uriBaseId"] = ROOT
    return location


def uri(path: str) -> str:
    """The path as a URI: relative to the root, or absolute with its scheme; bytes that are no UTF-8 as they are."""
    if path == "-":
        return "stdin"
    parts = BYTE.split(path)  # text, byte, text, byte, ...
    quoted = "".join(f"%{part.upper()}" if number % 2 else quote(part) for number, part in enumerate(parts))
    return f"file://{quoted}" if path.startswith("/") else quoted


def _result(
    index: Index, finding: Finding, numbers: dict[str, int], places: dict[str, int], *, baselined: bool
) -> Entry:
    scenes = scenes_of(index, finding)
    related = scenes[1:MOST_LOCATIONS]
    entry: Entry = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(scene, places) for scene in scenes[:1]],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {
            "verdict": finding.verdict.value,
            "severity": finding.severity.value,
            "fact": finding.fact,
            "claims": list(finding.claims),
        },
    }
    if finding.rule in numbers:
        entry["ruleIndex"] = numbers[finding.rule]
    if related:
        entry["relatedLocations"] = [
            {"id": number, **_location(scene, places), "message": {"text": _plain(_words(scene))}}
            for number, scene in enumerate(related, start=1)
        ]
    if suppression := _suppression(finding.standing):
        entry["suppressions"] = [suppression]
    if baselined:
        entry["baselineState"] = "unchanged" if finding.standing.state is State.KNOWN else "new"
    return entry


def _message(finding: Finding) -> str:
    """What it is, why, and why it is asked about although it seems known."""
    reason = finding.standing.reason if finding.standing.state is State.ACTIVE else ""
    explanation = finding.explanation.rstrip(".")
    return _plain(". ".join(part for part in (finding.message, explanation, reason) if part))


def _location(scene: Scene, places: dict[str, int]) -> Entry:
    """The first figure as the region, the passage as its context where it holds more.

    What is no plain text has no region, since its lines are not those of the file, but a page or paragraph.
    """
    start, end, _ = scene.first
    location: Entry = {"uri": uri(scene.path), "index": places[scene.document]}
    if not scene.path.startswith("/"):
        location["uriBaseId"] = ROOT
    physical: Entry = {"artifactLocation": location}
    if not scene.plain:
        spot = {"logicalLocations": [{"name": scene.spot, "fullyQualifiedName": place(scene)}]} if scene.spot else {}
        return {"physicalLocation": physical, **spot}
    physical["region"] = _region(scene, start, end)
    if end <= len(scene.quote) and end - start < len(scene.quote):
        physical["contextRegion"] = _region(scene, 0, len(scene.quote))
    return {"physicalLocation": physical}


def _region(scene: Scene, start: int, end: int) -> Entry:
    line, column = scene.position(start)
    last_line, last_column = scene.position(end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last_line,
        "endColumn": last_column,
        "snippet": {"text": scene.quote[start:end]},
    }


def _words(scene: Scene) -> str:
    start, end, _ = scene.first
    return ": ".join(filter(None, (scene.quote[start:end], scene.label)))


def _suppression(standing: Standing) -> Entry | None:
    """Who decided that an accepted or suppressed finding may stand, and why."""
    if standing.state not in (State.ACCEPTED, State.SUPPRESSED):
        return None
    entry: Entry = {
        "kind": "external" if standing.state is State.ACCEPTED else "inSource",
        "status": "accepted",
        "justification": _plain(standing.reason),
    }
    known = {name: visible(value) for name, value in (("by", standing.by), ("until", standing.until)) if value}
    return {**entry, "properties": known} if known else entry


def _plain(text: str) -> str:
    """Text of a message: on one line, without brackets that SARIF would read as links."""
    return LINK.sub(r"\\\g<0>", visible(text)) if "](" in text else visible(text)
