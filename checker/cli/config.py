"""`check config [PATH...]`: what is in force, and where each value comes from."""

from collections.abc import Sequence
from pathlib import Path

import click

from checker.cli.options import CONTEXT, write
from checker.cli.setup import config_option, configured
from checker.cli.status import CLEAN
from checker.config.shown import shown
from checker.report.escape import visible


@click.command(context_settings=CONTEXT)
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH]...")
@config_option
def config(paths: Sequence[str], config_file: Path | None, *, no_config: bool) -> int:
    """Print the configuration in force for reports, and where each value comes from.

    The output is TOML: saved as check.toml, it configures the same. Rules, word lists and thresholds that the file
    names are read too, so that a fault in them shows here.
    """
    found = configured(paths, config_file, no_config=no_config).config
    head = f"# {found.file}" if found.file else "# no check.toml and no [tool.check] in a pyproject.toml: the defaults"
    write("".join(f"{visible(line)}\n" for line in (head, *shown(found))))
    return CLEAN
