"""`check rules`: list the rules; `check rules test`: run their own examples."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from checker.api import choose
from checker.cli.options import CONTEXT, rules_option, style_of_output, write
from checker.cli.setup import config_option, configured
from checker.cli.status import CLEAN, FINDINGS
from checker.model.wording import plural
from checker.report.escape import visible
from checker.report.style import Style
from checker.report.tables import render_table
from checker.testing import Outcome, run_examples

SHOWN = ("rule", "severity", "kind", "summary")


@click.group(context_settings=CONTEXT, invoke_without_command=True)
@rules_option
@config_option
@click.pass_context
def rules(context: click.Context, folders: Sequence[Path], config_file: Path | None, *, no_config: bool) -> int:
    """List the rules; `check rules test` runs their own examples."""
    if context.invoked_subcommand is None:
        rows = [
            {"rule": rule.id, "severity": rule.severity.value, "kind": rule.kind, "summary": rule.summary}
            for rule in configured((), config_file, no_config=no_config, folders=folders).every
        ]
        write(render_table(rows, SHOWN))
    return CLEAN


@rules.command("test", context_settings=CONTEXT)
@click.argument("ids", nargs=-1, metavar="[RULE]...")
@rules_option
@config_option
def rules_test(ids: Sequence[str], folders: Sequence[Path], config_file: Path | None, *, no_config: bool) -> int:
    """Run the examples of all rules, or of the named ones, each with only its own rule on.

    Exit with 1 where a rule does not do what its examples ask for.
    """
    style = style_of_output()
    every = configured((), config_file, no_config=no_config, folders=folders).every
    chosen = choose(every, select=ids)
    outcomes = [outcome for rule in chosen for outcome in run_examples(rule)]
    failed = [outcome for outcome in outcomes if not outcome.passed]
    write("".join(f"{line}\n" for outcome in failed for line in _failure(outcome, style)))
    gaps = sum(bool(outcome.example.todo) and outcome.passed for outcome in outcomes)
    known = f", {plural(gaps, 'known gap')}" if gaps else ""
    end = (
        style.paint(f"{len(failed):,} failed", "red", bold=True)
        if failed
        else style.paint("all as they should be", "green")
    )
    write(f"{plural(len(chosen), 'rule')}, {plural(len(outcomes), 'example')}: {end}{known}\n")
    return FINDINGS if failed else CLEAN


def _failure(outcome: Outcome, style: Style) -> Iterator[str]:
    """The rule, which kind of example it is, why it is there, and what happened instead."""
    wanted = "must flag" if outcome.flags else "must not flag"
    yield f"{style.paint(outcome.rule, 'red', bold=True)}: {wanted}: {visible(outcome.example.why)}"
    yield f"    {visible(outcome.problem)}"
