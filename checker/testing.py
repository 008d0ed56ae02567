"""Run a rule's own examples: for the tests of the checker, and for authors of rules.

from checker.testing import run_examples
assert all(outcome.passed for outcome in run_examples(rule))
"""

from collections.abc import Sequence
from typing import NamedTuple

from checker.api import check_texts
from checker.model import Finding
from checker.rulebook.rules import Example, Rule


class Outcome(NamedTuple):
    """What became of one example: `problem` is empty where the rule does what the example asks for.

    An example marked `todo` passes as long as it fails; when it starts to hold, its mark has to go.
    """

    rule: str
    example: Example
    flags: bool  # whether the rule must flag it
    problem: str

    @property
    def passed(self) -> bool:
        """Whether the example holds, or fails as its mark says."""
        return not self.problem


def run_examples(rule: Rule) -> tuple[Outcome, ...]:
    """The outcomes of all examples of a rule, each run through the whole pipeline with only that rule on."""
    flagged = [_run(rule, example, flags=True) for example in rule.must_flag]
    return (*flagged, *(_run(rule, example, flags=False) for example in rule.must_not_flag))


def _run(rule: Rule, example: Example, *, flags: bool) -> Outcome:
    texts = [(f"{number:02}.txt", text) for number, text in enumerate(example.reports, start=1)]
    report = check_texts(texts, (rule,))
    unread = [document for document in report.documents if document.reason]
    problem = unread[0].reason if unread else _problem(example, report.findings, flags=flags)
    if example.todo and not unread:
        problem = "" if problem else f"it holds now: take away its todo ({example.todo})"
    return Outcome(rule.id, example, flags, problem)


def _problem(example: Example, findings: Sequence[Finding], *, flags: bool) -> str:
    if not flags:
        return f"flagged: {findings[0].message}" if findings else ""
    if not findings:
        return "not flagged"
    quotes = [" ".join(location.quote.split()) for finding in findings for location in finding.locations]
    missing = [quote for quote in example.quotes if not any(quote in found for found in quotes)]
    return f"no location holds {missing[0]!r}" if missing else ""
