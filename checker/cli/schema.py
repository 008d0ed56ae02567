"""`check schema`: the JSON Schema of the report."""

import click

from checker.cli.options import CONTEXT, write_bytes
from checker.cli.status import CLEAN
from checker.report.as_json import render_schema


@click.command(context_settings=CONTEXT)
def schema() -> int:
    """Print the JSON Schema of what --format json writes."""
    write_bytes(render_schema())
    return CLEAN
