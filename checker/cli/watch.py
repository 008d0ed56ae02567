"""`check --watch`: the check again whenever a report, the configuration or a decision changes."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

import click

from checker.cli.status import complain
from checker.errors import CheckError, UsageError
from checker.report.escape import visible
from checker.rulebook.additions import forget, in_force

STDIN = "-"
SETTLE = 200  # milliseconds in which further changes are waited for


def keep_watching(work: Callable[[], int], paths: Sequence[str], further: Sequence[Path]) -> int:
    """Do the work now and after every change below the paths or of the further files; Ctrl-C ends it.

    Raises:
        UsageError: standard input cannot be watched, or watchfiles is not installed.
    """
    if STDIN in paths:
        raise UsageError("--watch: standard input cannot be watched")
    changes = _changes([*paths, *(str(path) for path in further if path.exists())])
    status = work()
    for changed in changes:
        click.echo(f"--- {visible(', '.join(changed))} changed", err=True)
        if in_force().lexicons:
            forget()  # words may have changed too
        try:
            status = work()
        except (CheckError, click.ClickException) as error:
            complain(str(error))  # a file half written: the next change mends it
    return status


def _changes(paths: Sequence[str]) -> Iterator[list[str]]:
    """The names of the files that changed, each time that some did."""
    try:
        watch = import_module("watchfiles").watch
    except ImportError as error:
        raise UsageError("--watch needs watchfiles: pip install 'claim-checker[watch]'") from error
    return (sorted({Path(path).name for _, path in some}) for some in watch(*paths, debounce=SETTLE))
