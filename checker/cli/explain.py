"""`check explain`: a rule, a finding, or why two claims are compared or not."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Protocol, TypeVar

import click

from checker.api import check, choose
from checker.cli.options import CONTEXT, rules_option, style_of_output, tell_troubles, write, wrong_paths
from checker.cli.setup import config_option, configured
from checker.cli.spots import choose_pair, claims_at, spot_of
from checker.cli.status import CLEAN
from checker.engine.compare import compare, rules_that_compare
from checker.errors import UsageError
from checker.model import Claim, Finding, Report
from checker.report.explanation import claim_lines, fact_lines, gate_lines, rule_lines, rules_lines
from checker.report.scenes import index_of
from checker.report.style import Style
from checker.report.text import finding_lines, fitting
from checker.rulebook.rules import Rule

ID = re.compile(r"[fc]-[0-9a-f]{2,64}")
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


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""


Item = TypeVar("Item", bound=Identified)


@click.command(context_settings=CONTEXT, help=HELP)
@click.argument("words", nargs=-1, required=True, metavar="RULE | FINDING PATH... | CLAIM CLAIM [PATH...]")
@rules_option
@config_option
def explain(words: Sequence[str], folders: Sequence[Path], config_file: Path | None, *, no_config: bool) -> int:
    """Explain what the words name."""
    named = list(takewhile(_names_something, words[:2]))
    style = style_of_output()
    if not named:
        every = configured((), config_file, no_config=no_config, folders=folders).every
        (lines,) = [rule_lines(rule, style) for rule in choose(every, select=_only_rule(words))]
    else:
        kinds = "".join(word[0] if ID.fullmatch(word) else "c" for word in named)
        if kinds not in ("f", "cc"):
            raise UsageError("give one finding, or two claims (ids, or path:line), and then the reports")
        paths = _paths(words[len(named) :], named)
        setup = configured(paths, config_file, no_config=no_config, folders=folders)
        report = check(paths, rules=setup.rules, config=setup.config)
        tell_troubles(report)
        shown = _finding if kinds == "f" else _claims
        lines = shown(report, named, setup.rules, style)
    write("".join(f"{line}\n" for line in lines))
    return CLEAN


def _names_something(word: str) -> bool:
    """Whether the word is an id or a place in a text, and no path that happens to look like one."""
    return bool(ID.fullmatch(word)) or (spot_of(word) is not None and not os.path.lexists(word))


def _only_rule(words: Sequence[str]) -> Sequence[str]:
    if len(words) > 1:
        raise UsageError(f"{words[0]!r} is no id of a finding or a claim; a rule is explained without paths")
    return words


def _paths(paths: Sequence[str], named: Sequence[str]) -> Sequence[str]:
    """The paths, or, where there are none, those of the texts in which the claims stand."""
    spots = [spot for word in named if (spot := spot_of(word))]
    if not paths and len(spots) == len(named):
        paths = tuple(dict.fromkeys(spot.path for spot in spots))
    if not paths:
        raise UsageError(f"name the reports too: check explain {' '.join(named)} seeds/")
    if wrong := wrong_paths(paths):
        raise UsageError("\n".join(wrong))
    return paths


def _finding(report: Report, words: Sequence[str], rules: Sequence[Rule], style: Style) -> Iterator[str]:
    finding: Finding = _pick(report.findings, words[0])
    hint = next((rule.hint for rule in rules if rule.id == finding.rule), "")
    yield from finding_lines(index_of(report), finding, fitting(style), hint)
    claims = [claim for claim in report.claims if claim.id in finding.claims]
    for fact in report.facts:
        if fact.id == finding.fact:
            yield ""
            yield from fact_lines(fact, style)
    yield from _details(report, claims, style)
    (rule,) = [rule for rule in rules if rule.id == finding.rule]
    if rule.kind in COMPARING:
        for first, second in pairwise(claims):
            yield ""
            yield from gate_lines(first, second, compare(first, second, rule), style)


def _claims(report: Report, words: Sequence[str], rules: Sequence[Rule], style: Style) -> Iterator[str]:
    found = [_meant(report, word) for word in words]
    first, second = choose_pair(found[0], found[1], words, rules)
    yield from _details(report, (first, second), style)
    yield ""
    yield from gate_lines(first, second, compare(first, second), style)
    yield from rules_lines(rules_that_compare(first, second, rules), style)


def _meant(report: Report, word: str) -> list[Claim]:
    """The claims that a word may mean: one for an id, all of a line for a place."""
    spot = None if ID.fullmatch(word) else spot_of(word)
    return claims_at(spot, report) if spot else [_pick(report.claims, word)]


def _details(report: Report, claims: Iterable[Claim], style: Style) -> Iterator[str]:
    """Each claim with its fields, parted by blank lines."""
    paths = {document.id: document.path for document in report.documents}
    for index, claim in enumerate(claims):
        if index:
            yield ""
        yield from claim_lines(claim, paths[claim.document], report.profiles.get(claim.document), style)


def _pick(items: Sequence[Item], word: str) -> Item:
    """The one item whose id begins like this."""
    found = [item for item in items if item.id.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{word} stands for {len(found)} ids: {', '.join(item.id for item in found[:5])}")
    raise UsageError(f"no {'finding' if word.startswith('f') else 'claim'} {word} in these reports")
