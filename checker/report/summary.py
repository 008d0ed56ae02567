"""The end of the report for people: what is not shown, what agrees, the worst reports, the counts, the next command."""

import shlex
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.model import Document, FactStatus, Finding, Report, Severity, State, Status
from checker.model.wording import plural
from checker.report.escape import visible
from checker.report.groups import bounds, tally, what
from checker.report.style import Style, View
from checker.report.wording import why_settled

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
WORST = 5  # reports that are named as those with most to do
FEWEST = 3  # reports among which the worst are worth a line
NAMED = 5  # documents without claims that are named; --verbose names all
READ = (Status.OK, Status.PARTIAL)


def closing_lines(report: Report, style: Style, view: View) -> Iterator[str]:
    """What follows the findings."""
    active = [finding for finding in report.findings if finding.standing.state is State.ACTIVE]
    if view.verbose:
        yield from _resting_lines(report, style)
        yield from _agreeing_lines(report, style)
    yield from _silent_lines(report, view)
    yield from _worst_lines(active)
    yield summary_line(report, style)
    if view.paths and active:
        command = f"check explain {active[0].id} {visible(shlex.join(view.paths))}"
        yield f"To see how the first was found: {style.paint(command, bold=True)}"


def _resting_lines(report: Report, style: Style) -> Iterator[str]:
    """The findings that ask for nobody's attention: known, accepted, suppressed."""
    resting = [finding for finding in report.findings if finding.standing.state is not State.ACTIVE]
    for finding in resting:
        why = why_settled(finding.standing)
        told = f"{finding.standing.state.value}[{finding.rule}]: {finding.message}{f' ({why})' if why else ''}"
        yield style.paint(f"{visible(told)} {finding.id}", dim=True)
    if resting:
        yield ""


def _agreeing_lines(report: Report, style: Style) -> Iterator[str]:
    """What two claims or more were compared on and found to agree."""
    agreeing = [fact for fact in report.facts if fact.status is FactStatus.CORROBORATED]
    if agreeing:
        yield style.paint("Compared, and found to agree:", bold=True)
        for fact in agreeing:
            yield f"  {visible(f'{what(fact)}: {bounds(fact)}')}, {plural(len(fact.claims), 'claim')} ({fact.id})"
        yield ""


def _silent_lines(report: Report, view: View) -> Iterator[str]:
    """The documents that were read and gave no claim: nothing in them was compared."""
    silent = silent_documents(report)
    if not silent:
        return
    shown = silent if view.verbose else silent[:NAMED]
    rest = f" and {len(silent) - len(shown):,} more (--verbose names them)" if len(silent) > len(shown) else ""
    names = ", ".join(visible(document.path) for document in shown)
    yield f"{plural(len(silent), 'document')} without any claim, so nothing was compared: {names}{rest}"


def silent_documents(report: Report) -> Sequence[Document]:
    """The documents that were read and hold no claim."""
    return [document for document, claims in report.counted() if document.status in READ and not claims]


def worst(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """The reports with findings, by path: first those with the gravest, then those with most."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for path in dict.fromkeys(place.path for place in finding.locations):
            found.setdefault(path, []).append(finding)

    def weight(item: tuple[str, list[Finding]]) -> tuple[list[int], str]:
        counts = Counter(finding.severity for finding in item[1])
        return [-counts[severity] for severity in reversed(Severity)], item[0]

    return sorted(found.items(), key=weight)


def _worst_lines(findings: Sequence[Finding]) -> Iterator[str]:
    ranked = worst(findings)
    if len(ranked) >= FEWEST:
        yield "Most to do:"
        for path, some in ranked[:WORST]:
            yield f"  {visible(path)}: {tally(some)}"


def summary_line(report: Report, style: Style) -> str:
    """How many documents, claims and findings."""
    counts = report.summary
    states = Counter(finding.standing.state for finding in report.findings)
    active = [finding.severity for finding in report.findings if finding.standing.state is State.ACTIVE]
    found = [
        style.paint(plural(active.count(severity), severity.value), COLOURS[severity], bold=True)
        for severity in reversed(Severity)
        if severity in active
    ]
    found = found or [style.paint("nothing to report", "green", bold=True)]
    found += [f"{states[state]:,} {state.value}" for state in State if states[state] and state is not State.ACTIVE]
    unfinished = sum(document.status is not Status.OK for document in report.documents)
    rest = f"; {plural(unfinished, 'document')} not wholly checked" if unfinished else ""
    return f"{plural(counts.documents, 'document')}, {plural(counts.claims, 'claim')}: {', '.join(found)}{rest}"
