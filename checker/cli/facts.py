"""`check facts PATH...`: what the reports say about each thing."""

import click

from checker.cli.options import CONTEXT, output_option, paths_argument
from checker.cli.rows import print_rows
from checker.report.tables import fact_rows

SHOWN = ("id", "measure", "population", "place", "unit", "low", "best", "high", "status", "claims", "wording")


@click.command(context_settings=CONTEXT)
@paths_argument
@output_option("table", "json", "csv", "jsonl")
def facts(paths: tuple[str, ...], form: str) -> int:
    """List what the reports say about each thing: the least, best and greatest figure and who gives it."""
    return print_rows(paths, fact_rows, form, SHOWN)
