"""`check claims PATH...`: the typed assertions of reports."""

import click

from checker.cli.options import CONTEXT, output_option, paths_argument
from checker.cli.rows import print_rows
from checker.report.tables import claim_rows

WHAT = ("path", "line", "number", "low", "high", "unit", "measure", "kind", "population", "place")
SHOWN = (*WHAT, "start", "end", "speaker", "modality")


@click.command(context_settings=CONTEXT)
@paths_argument
@output_option("table", "json", "csv", "jsonl")
@click.option("--explain", is_flag=True, help="Add the productions that built each claim.")
def claims(paths: tuple[str, ...], form: str, *, explain: bool) -> int:
    """List the typed assertions of reports: figures and dates with who, what, where, when and says who."""
    shown = (*SHOWN, "because") if explain else SHOWN
    return print_rows(paths, lambda report: claim_rows(report, explain=explain), form, shown)
