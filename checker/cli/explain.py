"""`check explain`: a rule, a finding, or why two claims are compared or not."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from pathlib import Path
from typing import NamedTuple

import click

from checker.api import choose
from checker.cli.checking import checked
from checker.cli.gating import decisions_option, without_baseline
from checker.cli.options import CONTEXT, rules_option, style_of_output, tell_troubles, write
from checker.cli.scope import scope_of
from checker.cli.setup import config_option, configured
from checker.cli.spots import ID, choose_pair, claims_meant, names_something, paths_named, pick
from checker.cli.status import CLEAN
from checker.engine.compare import compare, rules_that_compare
from checker.errors import UsageError
from checker.model import Claim, Finding, Report, Ruling
from checker.report.explanation import claim_lines, fact_lines, gate_lines, rule_lines, rules_lines
from checker.report.scenes import index_of
from checker.report.style import Style
from checker.report.text import finding_lines, fitting
from checker.rulebook.rules import Rule

COMPARING = ("pair", "series")  # the kinds of rules that compare two claims gate by gate
HELP = """Explain a rule, a finding, or why two claims are compared or not.

\b
check explain count-mismatch               what the rule finds, with examples
check explain f-77aa seeds/                a finding, its claims and how they were compared
check explain c-91c0 c-0b12 seeds/         two claims, gate by gate
check explain a.txt:12 b.md:4:17           the claims on two lines, gate by gate

The ids are in the report; their first characters will do. Name the reports that were checked.
Two lines (path:line or path:line:column) need no further paths.
"""


class Ruled(NamedTuple):
    """By what claims are compared: rules, and what editors decided."""

    rules: Sequence[Rule]
    rulings: Sequence[Ruling]


@click.command(context_settings=CONTEXT, help=HELP)
@click.argument("words", nargs=-1, required=True, metavar="RULE | FINDING PATH... | CLAIM CLAIM [PATH...]")
@rules_option
@config_option
@decisions_option
def explain(
    words: Sequence[str],
    folders: Sequence[Path],
    config_file: Path | None,
    decisions_file: Path | None,
    *,
    no_config: bool,
) -> int:
    """Explain what the words name."""
    named = list(takewhile(names_something, words[:2]))
    style = style_of_output()
    if not named:
        every = configured((), config_file, no_config=no_config, folders=folders).every
        (lines,) = [rule_lines(rule, style) for rule in choose(every, select=_only_rule(words))]
    else:
        kinds = "".join(word[0] if ID.fullmatch(word) else "c" for word in named)
        if kinds not in ("f", "cc"):
            raise UsageError("give one finding, or two claims (ids, or path:line), and then the reports")
        paths = paths_named(words[len(named) :], named, "explain")
        setup = configured(paths, config_file, no_config=no_config, folders=folders)
        rulings = without_baseline(setup, paths, decisions_file).decisions.rulings()
        read = scope_of(setup, paths).every
        report = checked(read, setup, rulings)
        tell_troubles(report)
        shown = _finding if kinds == "f" else _claims
        lines = shown(report, named, Ruled(setup.rules, rulings), style)
    write("".join(f"{line}\n" for line in lines))
    return CLEAN


def _only_rule(words: Sequence[str]) -> Sequence[str]:
    if len(words) > 1:
        raise UsageError(f"{words[0]!r} is no id of a finding or a claim; a rule is explained without paths")
    return words


def _finding(report: Report, words: Sequence[str], by: Ruled, style: Style) -> Iterator[str]:
    finding: Finding = pick(report.findings, words[0])
    hint = next((rule.hint for rule in by.rules if rule.id == finding.rule), "")
    yield from finding_lines(index_of(report), finding, fitting(style), hint)
    claims = [claim for claim in report.claims if claim.id in finding.claims]
    for fact in report.facts:
        if fact.id == finding.fact:
            yield ""
            yield from fact_lines(fact, style)
    yield from _details(report, claims, style)
    (rule,) = [rule for rule in by.rules if rule.id == finding.rule]
    if rule.kind in COMPARING:
        for first, second in pairwise(claims):
            yield ""
            yield from gate_lines(first, second, compare(first, second, rule, by.rulings), style)


def _claims(report: Report, words: Sequence[str], by: Ruled, style: Style) -> Iterator[str]:
    found = [claims_meant(report, word) for word in words]
    first, second = choose_pair(found[0], found[1], words, by.rules)
    yield from _details(report, (first, second), style)
    yield ""
    yield from gate_lines(first, second, compare(first, second, rulings=by.rulings), style)
    yield from rules_lines(rules_that_compare(first, second, by.rules, by.rulings), style)


def _details(report: Report, claims: Iterable[Claim], style: Style) -> Iterator[str]:
    """Each claim with its fields, parted by blank lines."""
    documents = {document.id: document for document in report.documents}
    for index, claim in enumerate(claims):
        if index:
            yield ""
        yield from claim_lines(claim, documents[claim.document], report.profiles.get(claim.document), style)
