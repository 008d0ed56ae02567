"""`check claims PATH...`: the typed assertions of reports."""

from pathlib import Path
from typing import assert_never

import click

from checker.cli.options import CONTEXT, output_option, paths_argument
from checker.cli.rows import Form, print_report
from checker.cli.setup import config_option
from checker.model import Report
from checker.report.sheets import CLAIM_COLUMNS
from checker.report.tables import claim_rows, render_csv, render_jsonl, render_rows_json, render_table

WHAT = ("path", "line", "number", "low", "high", "unit", "measure", "kind", "population", "place")
SHOWN = (*WHAT, "start", "end", "speaker", "modality")


@click.command(context_settings=CONTEXT)
@paths_argument
@config_option
@output_option("table", "json", "csv", "jsonl")
@click.option("--explain", is_flag=True, help="Add the productions that built each claim.")
def claims(paths: tuple[str, ...], form: Form, config_file: Path | None, *, no_config: bool, explain: bool) -> int:
    """List the typed assertions of reports: figures and dates with who, what, where, when and says who."""
    shown = (*SHOWN, "because") if explain else SHOWN

    def rendered(report: Report, form: Form) -> str:
        rows = claim_rows(report, explain=explain)
        match form:
            case "table" | "text":
                return render_table(rows, shown)
            case "csv":
                return render_csv(rows, (*CLAIM_COLUMNS, "because") if explain else CLAIM_COLUMNS)
            case "json":
                return render_rows_json(rows)
            case "jsonl":
                return render_jsonl(rows)
            case _:
                assert_never(form)

    return print_report(paths, rendered, form, config_file, no_config=no_config)
