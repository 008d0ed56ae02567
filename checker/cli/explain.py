"""`check explain`: a rule, a finding, or why two claims are compared or not."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol, TypeVar

import click

from checker.api import check
from checker.cli.options import CONTEXT, rules_of, rules_option, style_of_output, tell_troubles, write, wrong_paths
from checker.cli.status import CLEAN
from checker.engine.compare import compare
from checker.errors import UsageError
from checker.model import Claim, Finding, Report
from checker.report.explanation import claim_lines, fact_lines, gate_lines, rule_lines
from checker.report.text import Style, finding_lines, page_of

ID = re.compile(r"[fc]-[0-9a-f]{2,64}")
HELP = """Explain a rule, a finding, or why two claims are compared or not.

\b
check explain count-mismatch               what the rule finds, with examples
check explain f-77aa seeds/                a finding, its claims and how they were compared
check explain c-91c0 c-0b12 seeds/         two claims, gate by gate

The ids are in the report; their first characters will do. Name the reports that were checked.
"""


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""


Item = TypeVar("Item", bound=Identified)


@click.command(context_settings=CONTEXT, help=HELP)
@click.argument("words", nargs=-1, required=True, metavar="RULE | FINDING PATH... | CLAIM CLAIM PATH...")
@rules_option
def explain(words: Sequence[str], folders: Sequence[Path]) -> int:
    """Explain what the words name."""
    ids = [word for word in words[:2] if ID.fullmatch(word)]
    paths = words[len(ids) :]
    style = style_of_output()
    if not ids:
        (lines,) = [rule_lines(rule, style) for rule in rules_of(folders, select=_only_rule(words))]
    else:
        report = _checked(paths, ids, folders)
        lines = _finding(report, ids[0], style) if ids[0].startswith("f") else _claims(report, ids, style)
    write("".join(f"{line}\n" for line in lines))
    return CLEAN


def _only_rule(words: Sequence[str]) -> Sequence[str]:
    if len(words) > 1:
        raise UsageError(f"{words[0]!r} is no id of a finding or a claim; a rule is explained without paths")
    return words


def _checked(paths: Sequence[str], ids: Sequence[str], folders: Sequence[Path]) -> Report:
    if not paths:
        raise UsageError(f"name the reports too: check explain {' '.join(ids)} seeds/")
    if [word[0] for word in ids] not in (["f"], ["c", "c"]):
        raise UsageError("give one finding, or two claims")
    if wrong := wrong_paths(paths):
        raise UsageError("\n".join(wrong))
    report = check(paths, rules=rules_of(folders))
    tell_troubles(report)
    return report


def _finding(report: Report, word: str, style: Style) -> Iterator[str]:
    finding: Finding = _pick(report.findings, word)
    yield from finding_lines(page_of(report, style), finding)
    claims = [claim for claim in report.claims if claim.id in finding.claims]
    for fact in report.facts:
        if fact.id == finding.fact:
            yield ""
            yield from fact_lines(fact, style)
    yield from _claim_details(report, claims, style)


def _claims(report: Report, ids: Sequence[str], style: Style) -> Iterator[str]:
    yield from _claim_details(report, [_pick(report.claims, word) for word in ids], style)


def _claim_details(report: Report, claims: Sequence[Claim], style: Style) -> Iterator[str]:
    """Each claim, then each neighbouring pair, gate by gate."""
    paths = {document.id: document.path for document in report.documents}
    for claim in claims:
        yield ""
        yield from claim_lines(claim, paths[claim.document], report.profiles.get(claim.document), style)
    for first, second in pairwise(claims):
        yield ""
        yield from gate_lines(first, second, compare(first, second), style)


def _pick(items: Sequence[Item], word: str) -> Item:
    """The one item whose id begins like this."""
    found = [item for item in items if item.id.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{word} stands for {len(found)} ids: {', '.join(item.id for item in found[:5])}")
    raise UsageError(f"no {'finding' if word.startswith('f') else 'claim'} {word} in these reports")
