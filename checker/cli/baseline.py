"""`check baseline write`: from here on only new findings fail. `check baseline prune`: drop what is gone."""

from collections.abc import Sequence
from pathlib import Path

import click

from checker.cli.checking import Asked, checked
from checker.cli.files import write_file
from checker.cli.gating import baseline_option, baseline_path, now_option, without_baseline, writer
from checker.cli.options import CONTEXT, paths_argument, rules_option, tell_troubles, write, wrong_paths
from checker.cli.scope import Scope, against_option, scope_of
from checker.cli.setup import Setup, config_option, configured
from checker.cli.status import CLEAN, FINDINGS
from checker.errors import UsageError
from checker.gate.baseline import baseline_of, read_baseline, render_baseline
from checker.gate.fingerprint import Known, fingerprints
from checker.model import Report, State
from checker.model.wording import plural
from checker.report.escape import visible


@click.group(context_settings=CONTEXT)
def baseline() -> None:
    """Keep a file of known findings, so that only new ones fail: check --baseline FILE PATH..."""


@baseline.command("write", context_settings=CONTEXT)
@paths_argument
@against_option
@baseline_option
@rules_option
@config_option
@now_option
def baseline_write(
    *,
    paths: Sequence[str],
    against: Sequence[str],
    baseline_file: Path | None,
    folders: Sequence[Path],
    config_file: Path | None,
    now: str | None,
    no_config: bool,
) -> int:
    """Write a baseline of all findings in these reports; those that editors accepted stay out of it.

    Check the same paths with the same rules afterwards.
    """
    setup = configured(paths, config_file, no_config=no_config, folders=folders)
    found, scope = _checked(paths, setup, against)
    report = scope.apply(without_baseline(setup, paths, now=now).apply(found, setup))
    kept = [finding.id for finding in report.findings if finding.standing.state is State.ACTIVE]
    path = baseline_path(setup, baseline_file)
    write_file(path, render_baseline(baseline_of(report, writer(setup), kept)))
    write(f"{visible(str(path))}: {plural(len(kept), 'finding')} known from here on\n")
    return CLEAN


@baseline.command("prune", context_settings=CONTEXT)
@paths_argument
@against_option
@baseline_option
@rules_option
@config_option
@click.option("--list", "only_list", is_flag=True, help="Only list them; end with 1 where there are any.")
def baseline_prune(
    *,
    paths: Sequence[str],
    against: Sequence[str],
    baseline_file: Path | None,
    folders: Sequence[Path],
    config_file: Path | None,
    no_config: bool,
    only_list: bool,
) -> int:
    """Take findings that are gone out of a baseline. Name all reports that it was written for."""
    setup = configured(paths, config_file, no_config=no_config, folders=folders)
    path = baseline_path(setup, baseline_file)
    known = read_baseline(path)
    now = fingerprints(_checked(paths, setup, against)[0])
    entries = Known(known.findings)
    used = {entry.finding for finding in now.values() for entry in entries.find(finding)}
    stale = [entry for entry in known.findings if entry.finding not in used]
    write("".join(f"{entry.finding} {entry.rule}: {visible(entry.message)}\n" for entry in stale))
    if only_list:
        return FINDINGS if stale else CLEAN
    kept = known._replace(findings=tuple(entry for entry in known.findings if entry.finding in used))
    write_file(path, render_baseline(kept))
    write(f"{visible(str(path))}: {plural(len(stale), 'finding')} taken out, {len(kept.findings)} kept\n")
    return CLEAN


def _checked(paths: Sequence[str], setup: Setup, against: Sequence[str]) -> tuple[Report, Scope]:
    if wrong := wrong_paths(paths):
        raise UsageError("\n".join(wrong))
    rulings = without_baseline(setup, paths).decisions.rulings()
    scope = scope_of(setup, paths, against)
    report = checked(scope.paths, setup, rulings, asked=Asked(against=scope.archive))
    tell_troubles(report)
    return report, scope
