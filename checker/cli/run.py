"""`check PATH...`: check reports and say what contradicts what."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from checker.cli.cache import cache_option
from checker.cli.checking import Asked, checked
from checker.cli.gating import baseline_option, baseline_path, decisions_option, gate_of, now_option
from checker.cli.means import means_of, means_options
from checker.cli.options import (
    CONTEXT,
    no_report,
    paths_argument,
    rules_option,
    split_ids,
    tell_time,
    tell_troubles,
    wrong_paths,
)
from checker.cli.output import Output, emit, format_option, keep_inputs, outputs_option, vet, view_of, view_options
from checker.cli.scope import scope_of, scope_options
from checker.cli.setup import config_option, configured
from checker.cli.status import CLEAN, FINDINGS, INCOMPLETE, NOTHING, WRONG_USE, complain
from checker.cli.watch import keep_watching
from checker.config import find_config
from checker.model import Report, Severity, State
from checker.report.formats import Setting
from checker.report.style import Group

NEVER = "never"


@click.command(context_settings=CONTEXT)
@paths_argument
@format_option
@outputs_option
@click.option(
    "--select",
    multiple=True,
    callback=split_ids,
    metavar="RULE",
    help="Run only these rules. Repeatable, or with commas.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=split_ids,
    metavar="RULE",
    help="Leave these rules out. Repeatable, or with commas.",
)
@rules_option
@config_option
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in reversed(Severity)), NEVER]),
    help="Exit with 1 for findings of this severity or above; warning where the configuration does not say.",
)
@scope_options
@baseline_option
@decisions_option
@now_option
@click.option("--allow-incomplete", is_flag=True, help="Exit with 0 although a document could not be wholly checked.")
@click.option("--allow-empty", is_flag=True, help="Exit with 0 although there is nothing to check.")
@means_options
@cache_option
@view_options
@click.option("--watch", is_flag=True, help="Check again whenever a report changes, until Ctrl-C.")
def run(*, watch: bool, **given: Any) -> int:  # noqa: ANN401 the options of _once
    """Find where news reports contradict each other, or themselves."""
    if not watch:
        return _once(**given)
    files = (given["config_file"] or find_config(given["paths"]), given["decisions_file"], given["baseline_file"])
    own = [output.path for output in given["outputs"]]
    return keep_watching(partial(_once, **given), given["paths"], [file for file in files if file], own)


def _once(
    *,
    paths: tuple[str, ...],
    form: str,
    outputs: Sequence[Output],
    select: Sequence[str],
    ignore: Sequence[str],
    folders: Sequence[Path],
    config_file: Path | None,
    no_config: bool,
    fail_on: str | None,
    against: Sequence[str],
    changed: str | None,
    baseline_file: Path | None,
    decisions_file: Path | None,
    now: str | None,
    allow_incomplete: bool,
    allow_empty: bool,
    engine: str,
    jobs: int,
    scheduler: str,
    no_cache: bool,
    group_by: Group,
    quiet: bool,
    verbose: bool,
) -> int:
    """One check: read, judge, print, and the status of it."""
    began = perf_counter()
    wrong = wrong_paths(paths)
    vet(outputs, paths)
    given = {"select": select, "ignore": ignore, "fail_on": fail_on}
    setup = configured(paths, config_file, no_config=no_config, folders=folders, **given)
    scope = scope_of(setup, paths, against, changed)
    view = view_of(scope.every, group_by, quiet=quiet, verbose=verbose)
    gate = gate_of(setup, paths, baseline_file, decisions_file, now)
    keep_inputs(outputs, map(str, filter(None, (setup.config.file, gate.file, baseline_path(setup, baseline_file)))))
    asked = Asked(means_of(engine, jobs, scheduler), no_cache, scope.archive)
    found = checked(scope.paths, setup, gate.decisions.rulings(), asked=asked)
    report = scope.apply(gate.apply(found, setup))
    tell_troubles(report)
    tell_time(report, perf_counter() - began, verbose=verbose)
    fail_on = setup.config.settings.fail_on
    status = WRONG_USE if wrong else status_of(report, fail_on, allow_incomplete=allow_incomplete, empty=allow_empty)
    known = gate.baseline is not None
    setting = Setting(rules=setup.rules, view=view, status=status, fail_on=fail_on, baselined=known)
    emit(report, form, outputs, setting)
    if wrong:
        complain("\n".join(wrong))
    elif not report.documents:
        complain(f"nothing to check: {no_report()}")
    return status


def status_of(report: Report, fail_on: str, *, allow_incomplete: bool, empty: bool) -> int:
    """The exit status of a report; findings go before incompleteness. `empty`: without documents all is well too."""
    if not report.documents:
        return CLEAN if empty else NOTHING
    active = (finding for finding in report.findings if finding.standing.state is State.ACTIVE)
    if fail_on != NEVER and any(finding.severity.rank >= Severity(fail_on).rank for finding in active):
        return FINDINGS
    return CLEAN if report.complete or allow_incomplete else INCOMPLETE
