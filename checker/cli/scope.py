"""What is checked and what it is checked against: drafts, and an archive whose own disputes are not shown."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

import click

from checker.cli.setup import Setup
from checker.config.find import common_folder
from checker.errors import UsageError
from checker.gate.drafts import touching
from checker.model import Report
from checker.read import named_by, unusable
from checker.read.revisions import changed_since, changed_under
from checker.report.escape import visible

Command = TypeVar("Command", bound=Callable[..., Any])


class Scope(NamedTuple):
    """The paths to read, which of them are drafts (None where all are), and the archive that they are held against."""

    paths: tuple[str, ...]
    drafts: tuple[str, ...] | None = None
    archive: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All paths, those of the archive included."""
        return (*self.paths, *self.archive)

    def apply(self, report: Report) -> Report:
        """The report with the findings that touch a draft."""
        if self.archive:
            return touching(report, {document.id for document in report.documents} - report.aside)
        if self.drafts is None:
            return report
        named = named_by(self.drafts, (document.path for document in report.documents))
        return touching(report, {document.id for document in report.documents if document.path in named})


def against_option(command: Command) -> Command:
    """--against PATH, repeatable."""
    return click.option(
        "--against",
        multiple=True,
        type=click.Path(readable=False),
        metavar="PATH",
        help="Check the reports against these too, and show only what touches the reports. Repeatable.",
    )(command)


def scope_options(command: Command) -> Command:
    """--against and --changed-since."""
    changed = click.option(
        "--changed-since",
        "changed",
        metavar="REV",
        help="Show only what touches reports that changed since this revision of git, or that it does not know.",
    )
    return against_option(changed(command))


def scope_of(setup: Setup, paths: Sequence[str], against: Sequence[str] = (), changed: str | None = None) -> Scope:
    """What a run reads and which of it are drafts.

    Raises:
        UsageError: an archive that is not there, or git does not know what changed.
    """
    archive = against or tuple(str(setup.config.path(path)) for path in setup.config.settings.against)
    if wrong := [f"--against {path}: {problem}" for path in archive if (problem := unusable(path))]:
        raise UsageError("\n".join(wrong))
    if changed:
        drafts = changed_under(paths, changed_since(changed, common_folder(paths)))
        if not drafts:
            click.echo(f"no report among these paths changed since {visible(changed)}", err=True)
        return Scope((*paths, *archive), drafts)
    return Scope(tuple(paths), None, tuple(archive))
