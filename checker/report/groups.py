"""Findings in the order in which they are told: by severity as they come, by report, or by fact."""

from collections.abc import Iterable, Iterator, Sequence

from checker.model import Fact, Finding, Report, Severity
from checker.model.wording import number, plural
from checker.report.style import Group

Titled = tuple[str, Sequence[Finding]]


def grouped(report: Report, findings: Sequence[Finding], group: Group) -> Iterator[Titled]:
    """The findings in groups, each with its title; by severity they are one group without a title."""
    if group == "severity":
        yield "", findings
    elif group == "report":
        yield from _by_report(findings)
    else:
        yield from _by_fact(report, findings)


def _by_report(findings: Sequence[Finding]) -> Iterator[Titled]:
    """Under the report of its first place each."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.locations[0].path if finding.locations else "", []).append(finding)
    for path in sorted(found):
        yield f"{path or 'No report'}: {tally(found[path])}", found[path]


def _by_fact(report: Report, findings: Sequence[Finding]) -> Iterator[Titled]:
    """Under their facts, in the order of the facts; what is about none comes last."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.fact, []).append(finding)
    for fact in report.facts:
        if fact.id in found:
            yield f"{what(fact)}: {fact.status.value}, {bounds(fact)} ({fact.id})", found.pop(fact.id)
    if rest := [finding for some in found.values() for finding in some]:
        yield f"About no fact of two claims: {tally(rest)}", rest


def what(fact: Fact) -> str:
    """What is counted, and where: US soldiers, deployed, in Syria."""
    parts = (fact.population or "", fact.measure, f"in {fact.place}" if fact.place else "")
    return ", ".join(dict.fromkeys(part for part in parts if part))


def bounds(fact: Fact) -> str:
    """The least, best and greatest value of a fact in words."""
    ends = (("low", fact.low), ("best", fact.best), ("high", fact.high))
    return ", ".join(f"{name} {'undecided' if bound is None else number(bound)}" for name, bound in ends)


def tally(findings: Iterable[Finding]) -> str:
    """How many findings of each severity: 1 error, 2 notes."""
    each = [finding.severity for finding in findings]
    counts = ((each.count(severity), severity.value) for severity in reversed(Severity))
    return ", ".join(plural(many, word) for many, word in counts if many)
