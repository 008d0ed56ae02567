"""What stands between findings and the exit status: the baseline and what editors have decided."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from checker import __version__
from checker.cli.clock import today, vetted
from checker.cli.setup import Setup
from checker.config.find import common_folder, upwards
from checker.gate.baseline import Baseline, Writer, read_baseline
from checker.gate.decisions import Decisions, read_decisions
from checker.gate.stand import Decided, stand
from checker.gate.suppress import suppress
from checker.model import Report
from checker.read import show
from checker.rulebook.digest import digest

Command = TypeVar("Command", bound=Callable[..., Any])
BASELINE = "check-baseline.jsonl"


class Gate(NamedTuple):
    """The files of a run, as they were read, and the day given."""

    decisions: Decisions
    file: Path  # of the decisions; their paths are relative to its folder
    baseline: Baseline | None
    now: str | None

    def apply(self, report: Report, setup: Setup) -> Report:
        """The report with the standing of each finding, and without a word on files that are the gate's own."""
        own = {show(str(path)) for path in (self.file, setup.config.file, _configured_baseline(setup)) if path}
        notices = tuple(notice for notice in report.notices if notice.partition(": ")[0] not in own)
        report = report.model_copy(update={"notices": notices})
        report = suppress(report, {rule.id for rule in setup.rules}, {rule.id for rule in setup.every})
        if not self.decisions.accepted and self.baseline is None:
            return report
        read = {os.path.realpath(document.path) for document in report.documents}
        told = {path for entry in self.decisions.accepted for path in entry.paths}
        real = {path: os.path.realpath(self.file.parent / path) for path in told}
        elsewhere = {path for path in told if real[path] not in read and os.path.lexists(real[path])}
        day = today(self.now)
        return stand(report, Decided(self.decisions, day, writer(setup), self.baseline, elsewhere))


def decisions_option(command: Command) -> Command:
    """--decisions FILE."""
    return click.option(
        "--decisions",
        "decisions_file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="What editors decided. Default: the nearest check-accepted.toml, or what the configuration names.",
    )(command)


def baseline_option(command: Command) -> Command:
    """--baseline FILE."""
    return click.option(
        "--baseline",
        "baseline_file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Findings that are known and do not fail; `check baseline write` makes the file.",
    )(command)


def now_option(command: Command) -> Command:
    """--now DATE."""
    return click.option(
        "--now",
        metavar="DATE",
        callback=lambda _context, _option, now: vetted(now),
        help="The day by which acceptances expire. Default: SOURCE_DATE_EPOCH, else today.",
    )(command)


def gate_of(
    setup: Setup, paths: Sequence[str], baseline_file: Path | None, decisions_file: Path | None, now: str | None
) -> Gate:
    """The gate that a run passes: files that options name, then those of the configuration.

    Raises:
        ConfigError: one of the files is faulty, or a baseline that is named is not there.
    """
    baseline = baseline_file or _configured_baseline(setup)
    gate = without_baseline(setup, paths, decisions_file, now)
    return gate._replace(baseline=read_baseline(baseline) if baseline else None)


def without_baseline(
    setup: Setup, paths: Sequence[str], decisions_file: Path | None = None, now: str | None = None
) -> Gate:
    """What editors decided alone.

    Raises:
        ConfigError: the file is faulty.
    """
    path = decisions_path(setup, paths, decisions_file)
    return Gate(read_decisions(path), path, None, now)


def decisions_path(setup: Setup, paths: Sequence[str], decisions_file: Path | None = None) -> Path:
    """The file of decisions: beside the configuration, else the nearest one, else where a new one belongs."""
    name = setup.config.settings.decisions
    if decisions_file or setup.config.file:
        return decisions_file or setup.config.path(name)
    folders = list(upwards(common_folder(paths)))
    found = next((folder for folder in folders if (folder / name).is_file()), None)
    repository = folders[-1] if (folders[-1] / ".git").exists() else Path.cwd()
    return _seen((found or repository) / name)


def baseline_path(setup: Setup, baseline_file: Path | None) -> Path:
    """The baseline to write: named by the option or the configuration, else beside the latter."""
    return baseline_file or _configured_baseline(setup) or setup.config.path(BASELINE)


def writer(setup: Setup) -> Writer:
    """This tool with these rules."""
    return Writer(version=__version__, rules=digest(setup.rules))


def relative_to(path: str, folder: Path) -> str:
    """A path of a document as seen from a folder."""
    return show(os.path.relpath(os.path.realpath(path), os.path.realpath(folder)))


def _configured_baseline(setup: Setup) -> Path | None:
    name = setup.config.settings.baseline
    return setup.config.path(name) if name else None


def _seen(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
