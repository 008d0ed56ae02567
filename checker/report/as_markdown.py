"""The report as Markdown: for the summary of a job, and for editors who read where Markdown is shown."""

from collections.abc import Iterator, Sequence

from checker.model import Fact, Finding, Report, State, Status
from checker.model.wording import number, plural
from checker.report.groups import tally, what
from checker.report.markup import code, code_block, escaped, table
from checker.report.scenes import Index, index_of, scenes_of
from checker.report.style import Style
from checker.report.summary import silent_documents
from checker.report.text import finding_lines, place
from checker.report.wording import why_settled
from checker.rulebook.rules import Rule

WIDTH = 110  # columns of an excerpt
MOST_LISTED = 500  # findings in the table: a job's summary holds a megabyte
MOST_SHOWN = 100  # findings with their excerpts
MOST_FACTS = 200  # in the table
MOST_NAMED = 50  # documents in a list


def render_markdown(report: Report, rules: Sequence[Rule] = ()) -> str:
    """The verdict, a table of the findings, each with its excerpts, the facts, and what was not checked."""
    return "".join(f"{line}\n" for line in _lines(report, {rule.id: rule.hint for rule in rules}))


def _lines(report: Report, hints: dict[str, str]) -> Iterator[str]:
    active = [finding for finding in report.findings if finding.standing.state is State.ACTIVE]
    yield f"# Consistency check: {tally(active) or 'nothing to report'}"
    yield ""
    yield f"{_counted(report)}."
    index = index_of(report)
    yield from _table(index, active)
    for finding in active[:MOST_SHOWN]:
        yield ""
        yield f"## {finding.severity.value}: {escaped(finding.message)}"
        yield ""
        _, *lines = finding_lines(index, finding, Style(WIDTH), hints.get(finding.rule, ""))
        yield from code_block(lines)
    yield from _resting(report)
    yield from _facts(report.facts)
    yield from _unchecked(report)


def _counted(report: Report) -> str:
    counts = report.summary
    told = f"{plural(counts.documents, 'document')}, {plural(counts.claims, 'claim')}"
    told += f", {plural(counts.settled, 'finding')} known, accepted or suppressed" if counts.settled else ""
    return told + ("" if report.complete else "; not all documents were wholly checked")


def _table(index: Index, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    rows = []
    for finding in findings[:MOST_LISTED]:
        where = " ".join(code(place(scene)) for scene in scenes_of(index, finding)[:1])
        rows.append((finding.severity.value, escaped(finding.message), code(finding.rule), where))
    yield ""
    yield from table(("severity", "finding", "rule", "where"), rows)
    if len(findings) > MOST_LISTED:
        yield ""
        yield f"{plural(len(findings) - MOST_LISTED, 'finding')} more: `--format json` has them all."


def _resting(report: Report) -> Iterator[str]:
    """What somebody gave a reason for; what the baseline knows is counted above."""
    resting = [each for each in report.findings if each.standing.state in (State.ACCEPTED, State.SUPPRESSED)]
    rows = [
        (each.standing.state.value, escaped(each.message), code(each.rule), escaped(why_settled(each.standing)))
        for each in resting[:MOST_LISTED]
    ]
    if rows:
        yield ""
        yield "## Accepted and suppressed"
        yield ""
        yield from table(("state", "finding", "rule", "reason"), rows)


def _facts(facts: Sequence[Fact]) -> Iterator[str]:
    if not facts:
        return
    rows = [
        (
            escaped(what(fact)),
            fact.status.value,
            *("" if value is None else number(value) for value in (fact.low, fact.best, fact.high)),
            escaped(fact.unit),
            escaped(fact.wording),
        )
        for fact in facts[:MOST_FACTS]
    ]
    yield ""
    yield "## Facts of which two claims or more speak"
    yield ""
    yield from table(("fact", "status", "low", "best", "high", "unit", "safe to print"), rows)
    if len(facts) > MOST_FACTS:
        yield ""
        yield f"{plural(len(facts) - MOST_FACTS, 'fact')} more: `check facts` has them all."


def _unchecked(report: Report) -> Iterator[str]:
    """What a reader may believe checked or settled, and is not."""
    unfinished = [document for document in report.documents if document.status is not Status.OK]
    lists = (
        ("Not wholly checked", [f"{code(d.path)}: {d.status.value}: {escaped(d.reason)}" for d in unfinished]),
        ("Without any claim, so nothing was compared", [code(d.path) for d in silent_documents(report)]),
        ("Decisions to look at", [escaped(remark) for remark in report.remarks]),
        ("Passed over", [code(notice) for notice in report.notices]),
    )
    for title, items in lists:
        if items:
            yield ""
            yield f"## {title}"
            yield ""
            yield from (f"- {item}" for item in items[:MOST_NAMED])
            if len(items) > MOST_NAMED:
                yield f"- and {len(items) - MOST_NAMED:,} more"
