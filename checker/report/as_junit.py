"""The report as JUnit XML, which most CI servers show: a suite a document, a test case a finding.

A finding at or above the threshold is a failure, one below it passes with its text, one that is known, accepted or
suppressed is skipped with the reason; a document that was not wholly checked is an error. A finding belongs to the
document of its first place. All text passes `visible`: what is left of it XML can hold.
"""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.model import Document, Finding, Report, Severity, State, Status
from checker.report.escape import visible
from checker.report.scenes import Index, index_of, scenes_of
from checker.report.style import Style
from checker.report.text import finding_lines
from checker.report.wording import why_settled
from checker.rulebook.rules import Rule

NEVER = "never"
WIDTH = 120
MOST_TEXTS = 10_000  # cases with excerpts; those behind have their message
CHECKED = "consistent"  # the case of a document that nothing was found in


def render_junit(report: Report, rules: Sequence[Rule] = (), fail_on: str = Severity.WARNING.value) -> str:
    """The suites; `fail_on` is the least severity of a failure, or "never"."""
    index, hints = index_of(report), {rule.id: rule.hint for rule in rules}
    homes = _homes(report)
    told = {finding.id for finding in report.findings[:MOST_TEXTS]}
    root = Element("testsuites", name="check")
    for document in report.documents:
        suite = SubElement(root, "testsuite", name=visible(document.path))
        if document.status is not Status.OK:
            _unfinished(suite, document)
        for finding in homes[document.id]:
            lines = finding_lines(index, finding, Style(WIDTH), hints.get(finding.rule, ""))
            _case(suite, index, finding, "\n".join(lines) if finding.id in told else "", fails=_fails(finding, fail_on))
        if not len(suite):
            SubElement(suite, "testcase", classname=visible(document.path), name=CHECKED, time="0")
        _count(suite, (suite,))
    _count(root, tuple(root))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _homes(report: Report) -> dict[str, list[Finding]]:
    """The findings by the document of their first place; those without a place by the first document."""
    homes: dict[str, list[Finding]] = {document.id: [] for document in report.documents}
    for finding in report.findings:
        homes[finding.locations[0].document if finding.locations else report.documents[0].id].append(finding)
    return homes


def _fails(finding: Finding, fail_on: str) -> bool:
    return fail_on != NEVER and finding.severity.rank >= Severity(fail_on).rank


def _unfinished(suite: Element, document: Document) -> None:
    case = SubElement(suite, "testcase", classname=visible(document.path), name="wholly checked", time="0")
    SubElement(case, "error", type=document.status.value, message=visible(document.reason))


def _case(suite: Element, index: Index, finding: Finding, text: str, *, fails: bool) -> None:
    path = suite.attrib["name"]
    case = SubElement(suite, "testcase", classname=path, name=f"{finding.rule} {finding.id}", file=path, time="0")
    for scene in scenes_of(index, finding)[:1]:
        if scene.plain:
            case.set("line", str(scene.at[0]))
    message = visible(finding.message)
    state, why = finding.standing.state, why_settled(finding.standing)
    if state is not State.ACTIVE:
        SubElement(case, "skipped", message=visible(": ".join(filter(None, (state.value, why)))))
    elif fails:
        SubElement(case, "failure", type=finding.severity.value, message=message).text = text
    else:
        SubElement(case, "system-out").text = text


def _count(element: Element, suites: Iterable[Element]) -> None:
    """Write into the element how many cases the suites hold, and how they ended."""
    cases = [case for suite in suites for case in suite.findall("testcase")]
    ends = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    element.set("tests", str(len(cases)))
    for name, end in ends.items():
        element.set(name, str(sum(case.find(end) is not None for case in cases)))
    element.set("time", "0")
