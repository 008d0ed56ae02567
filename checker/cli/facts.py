"""`check facts PATH...`: what the reports say about each thing, and the incidents they tell of."""

from pathlib import Path
from typing import assert_never

import click

from checker.api import incidents
from checker.cli.options import CONTEXT, output_option, paths_argument, style_of_output
from checker.cli.rows import Form, print_report
from checker.cli.setup import config_option
from checker.model import Report
from checker.report.as_json import dump
from checker.report.facts import FACT_COLUMNS, fact_claim_rows, facts_text, nested_facts
from checker.report.incidents import INCIDENT_COLUMNS, TABLE, incident_entries, incident_rows, incident_table
from checker.report.tables import fact_rows, render_csv, render_jsonl, render_table

SHOWN = ("id", "measure", "population", "place", "unit", "low", "best", "high", "status", "claims", "wording")
HELP = """List what the reports say about each thing: all claims of it, the least, best and greatest figure, who gives
which, whether they agree, and the wording that is safe to print.

With --incidents one row an event, as casualty recorders keep it: dates, place, event; killed, wounded and missing, each
with low, best and high, civilians and combatants apart; and the sources.

csv has one row a claim (with --incidents one row an incident); json has facts with their claims; table one row a fact.
"""


@click.command(context_settings=CONTEXT, help=HELP)
@paths_argument
@config_option
@output_option("text", "table", "json", "csv", "jsonl")
@click.option("--incidents", "by_incident", is_flag=True, help="One row an event, with its dead, wounded and missing.")
def facts(paths: tuple[str, ...], form: Form, config_file: Path | None, *, no_config: bool, by_incident: bool) -> int:
    """List what the reports say about each thing: the least, best and greatest figure and who gives it."""
    return print_report(paths, _incidents if by_incident else _facts, form, config_file, no_config=no_config)


def _facts(report: Report, form: Form) -> str:
    match form:
        case "text":
            return "".join(f"{line}\n" for line in facts_text(report, style_of_output()))
        case "table":
            return render_table(fact_rows(report), SHOWN)
        case "csv":
            return render_csv(fact_claim_rows(report), FACT_COLUMNS)
        case "json":
            return dump(nested_facts(report))
        case "jsonl":
            return render_jsonl(nested_facts(report))
        case _:
            assert_never(form)


def _incidents(report: Report, form: Form) -> str:
    found = incidents(report)
    match form:
        case "text" | "table":
            return render_table(incident_table(found), TABLE)
        case "csv":
            return render_csv(incident_rows(found), INCIDENT_COLUMNS)
        case "json":
            return dump(incident_entries(found))
        case "jsonl":
            return render_jsonl(incident_entries(found))
        case _:
            assert_never(form)
