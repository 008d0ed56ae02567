"""`check rules`: list the rules; `check rules test`: run their own examples."""

from collections.abc import Sequence
from pathlib import Path

import click

from checker.cli.options import CONTEXT, rules_of, rules_option, write
from checker.cli.status import CLEAN
from checker.report.tables import render_table


@click.group(context_settings=CONTEXT, invoke_without_command=True)
@rules_option
@click.pass_context
def rules(context: click.Context, folders: Sequence[Path]) -> int:
    """List the rules; `check rules test` runs their own examples."""
    if context.invoked_subcommand:
        return CLEAN
    rows = [
        {"rule": rule.id, "severity": rule.severity.value, "kind": rule.kind, "summary": rule.summary}
        for rule in rules_of(folders)
    ]
    write(render_table(rows, ("rule", "severity", "kind", "summary")))
    return CLEAN
