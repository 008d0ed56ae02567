"""`check report PATH...`: the whole set of reports, for editors and for programs, in one folder."""

from collections.abc import Sequence
from os.path import normpath
from pathlib import Path

import click

from checker.cli.cache import cache_option
from checker.cli.checking import Asked, checked
from checker.cli.gating import baseline_option, decisions_option, gate_of, now_option
from checker.cli.means import means_of, means_options
from checker.cli.options import CONTEXT, no_report, paths_argument, rules_option, tell_troubles, write, wrong_paths
from checker.cli.output import Output, save, vet
from checker.cli.setup import config_option, configured
from checker.cli.status import CLEAN, INCOMPLETE, NOTHING, WRONG_USE, complain
from checker.model import Report
from checker.report.escape import visible
from checker.report.formats import FORMATS, Setting
from checker.report.style import Style, View
from checker.report.summary import summary_line

SET = ("html", "markdown", "text", "json", "csv", "csv-claims", "csv-facts")
NAMELESS = ("", ".", "..", "-", "/")


@click.command(context_settings=CONTEXT)
@paths_argument
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("reports"),
    show_default=True,
    metavar="DIR",
    help="Where to write the reports; made where it is missing.",
)
@rules_option
@config_option
@baseline_option
@decisions_option
@now_option
@means_options
@cache_option
def report(
    *,
    paths: tuple[str, ...],
    folder: Path,
    folders: Sequence[Path],
    config_file: Path | None,
    no_config: bool,
    baseline_file: Path | None,
    decisions_file: Path | None,
    now: str | None,
    engine: str,
    jobs: int,
    scheduler: str,
    no_cache: bool,
) -> int:
    """Write the whole set of reports into a folder: for readers, for programs and for spreadsheets.

    They are named for what was checked: reports/seeds.html for seeds/. Findings do not change the exit status.
    """
    wrong = wrong_paths(paths)
    outputs = [Output(name, folder / f"{stem_of(paths)}{FORMATS[name].suffix}") for name in SET]
    vet(outputs, paths)
    setup = configured(paths, config_file, no_config=no_config, folders=folders)
    gate = gate_of(setup, paths, baseline_file, decisions_file, now)
    asked = Asked(means_of(engine, jobs, scheduler), no_cache)
    found = gate.apply(checked(paths, setup, gate.decisions.rulings(), asked=asked), setup)
    tell_troubles(found)
    status = WRONG_USE if wrong else _status(found)
    setting = Setting(
        rules=setup.rules,
        view=View(paths=paths),
        status=status,
        fail_on=setup.config.settings.fail_on,
        baselined=gate.baseline is not None,
    )
    if wrong:
        complain("\n".join(wrong))
    elif not found.documents:
        complain(f"nothing to report: {no_report()}")
    if found.documents:
        save(found, outputs, setting)
        write(f"{summary_line(found, Style())}\n")
        write("".join(f"wrote {visible(str(output.path))}: {FORMATS[output.name].help}\n" for output in outputs))
    return status


def stem_of(paths: Sequence[str]) -> str:
    """What the reports are named for: the file or folder that was checked, "report" where there are several."""
    names = {Path(normpath(path)).stem if Path(path).is_file() else Path(normpath(path)).name for path in paths}
    name = names.pop() if len(names) == 1 else ""
    return "report" if name in NAMELESS else name


def _status(found: Report) -> int:
    if not found.documents:
        return NOTHING
    return CLEAN if found.complete else INCOMPLETE
