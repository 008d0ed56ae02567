"""`check --watch`: the check again whenever a report, the configuration or a decision changes."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

import click

from checker.cli.status import complain
from checker.errors import CheckError, UsageError
from checker.read import readable
from checker.report.escape import visible
from checker.rulebook.additions import forget, in_force

STDIN = "-"
SETTLE = 200  # milliseconds in which further changes are waited for


def keep_watching(
    work: Callable[[], int], paths: Sequence[str], further: Sequence[Path], own: Sequence[Path] = ()
) -> int:
    """Do the work now and after every change of a report below the paths or of a further file; Ctrl-C ends it.

    `own` are files that the work itself writes.

    Raises:
        UsageError: standard input cannot be watched, or watchfiles is not installed.
    """
    if STDIN in paths:
        raise UsageError("--watch: standard input cannot be watched")
    try:
        watch = import_module("watchfiles").watch
    except ImportError as error:
        raise UsageError("--watch needs watchfiles: pip install 'claim-checker[watch]'") from error
    known = [path for path in further if path.exists()]
    status = work()
    for changed in _named(watch(*paths, *map(str, known), debounce=SETTLE), known, own):
        click.echo(f"--- {visible(', '.join(changed))} changed", err=True)
        if in_force().lexicons:
            forget()  # words may have changed too
        try:
            status = work()
        except (CheckError, click.ClickException) as error:
            complain(str(error))  # a file half written: the next change mends it
    return status


def _named(
    changes: Iterable[set[tuple[int, str]]], further: Sequence[Path], own: Sequence[Path]
) -> Iterator[list[str]]:
    """The names of the files that changed, each time that one did which a check reads."""
    told, left = ({os.path.realpath(path) for path in some} for some in (further, own))
    for some in changes:
        real = {os.path.realpath(path) for _, path in some} - left
        if names := sorted({Path(path).name for path in real if path in told or readable(path)}):
            yield names
