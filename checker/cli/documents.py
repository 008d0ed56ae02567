"""`check documents PATH...`: what was found under the paths, and how each file ended."""

from pathlib import Path
from typing import assert_never

import click

from checker.api import copies
from checker.cli.options import CONTEXT, output_option, paths_argument
from checker.cli.rows import Form, print_report
from checker.cli.setup import config_option
from checker.model import Report
from checker.report.documents import OF_DOCUMENT, document_rows, documents_table, flat
from checker.report.tables import render_csv, render_jsonl, render_rows_json

HELP = """List the documents: kind, title, source, date and where it came from, language, claims, copies, status.

Files that were passed over are listed too, with the reason.

\b
check documents incoming/                  a table
check documents archive.zip --format csv   for a spreadsheet
check documents incoming/ --format jsonl   one object a line
"""


@click.command(context_settings=CONTEXT, help=HELP)
@paths_argument
@config_option
@output_option("table", "json", "csv", "jsonl")
def documents(paths: tuple[str, ...], form: Form, config_file: Path | None, *, no_config: bool) -> int:
    """List what was found under the paths."""
    return print_report(paths, _rendered, form, config_file, no_config=no_config, told=True)


def _rendered(report: Report, form: Form) -> str:
    rows = document_rows(report, copies(report))
    match form:
        case "table" | "text":
            return documents_table(rows)
        case "csv":
            return render_csv(flat(rows), OF_DOCUMENT)
        case "json":
            return render_rows_json(rows)
        case "jsonl":
            return render_jsonl(rows)
        case _:
            assert_never(form)
