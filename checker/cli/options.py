"""Options and arguments that several commands share, and what they stand for."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, TypeVar

import click

from checker.errors import UsageError
from checker.model import Report, Status
from checker.model.wording import plural
from checker.read import known_kinds, unusable
from checker.report.escape import visible
from checker.report.style import Style

Command = TypeVar("Command", bound=Callable[..., Any])
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
PATIENCE = 2.0  # seconds after which a run at a terminal says how long it took
SKIPPED_SHOWN = 10  # notices on standard error; JSON has them all

paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False), metavar="PATH...")
rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Add the rules of a folder to those that ship with the checker. Repeatable.",
)


def output_option(*formats: str) -> Callable[[Command], Command]:
    """--format with these values, the first being the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="How to print it."
    )


def split_ids(_context: click.Context, _option: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Ids given one by one or with commas between them."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def wrong_paths(paths: Sequence[str]) -> list[str]:
    """A message for each argument that can be no report: not there, or no file.

    Raises:
        UsageError: where there is nothing else.
    """
    messages = [f"{path}: {problem}{_nearest(path)}" for path in paths if (problem := unusable(path))]
    if len(messages) == len(paths):
        raise UsageError("\n".join(messages))
    return messages


def _nearest(path: str) -> str:
    """A name in the same folder that the path may have meant."""
    if os.path.lexists(path):
        return ""
    wanted = Path(path)
    try:
        names = os.listdir(wanted.parent)  # noqa: PTH208 names are all we want
    except OSError:
        return ""
    near = get_close_matches(wanted.name, names, n=1, cutoff=0.75)
    return f"; did you mean {str(wanted.parent / near[0])!r}?" if near else ""


def no_report() -> str:
    """What to say where the paths hold nothing to read."""
    return f"no report among the given paths; files that end in {known_kinds()} are read"


def tell_troubles(report: Report) -> None:
    """On standard error: the documents that were not wholly checked, and what was passed over."""
    for document in report.documents:
        if document.status is not Status.OK:
            click.echo(f"{document.status.value}: {visible(document.path)}: {visible(document.reason)}", err=True)
    for remark in report.remarks:
        click.echo(f"decisions: {visible(remark)}", err=True)
    for notice in report.notices[:SKIPPED_SHOWN]:
        click.echo(f"passed over: {visible(notice)}", err=True)
    if len(report.notices) > SKIPPED_SHOWN:
        click.echo(f"passed over: {len(report.notices) - SKIPPED_SHOWN} files more", err=True)


def tell_time(report: Report, seconds: float, *, verbose: bool) -> None:
    """On standard error: how much was checked in how long; unasked only at a terminal, where somebody had to wait."""
    if verbose or (seconds > PATIENCE and sys.stderr.isatty()):
        characters = sum(len(document.text) for document in report.documents)
        click.echo(f"{plural(characters, 'character')} in {seconds:.2f} s", err=True)


def style_of_output() -> Style:
    """How standard output wants its text: as wide as the terminal, in colour where that is wanted."""
    terminal = sys.stdout.isatty()
    return Style(get_terminal_size().columns if terminal else Style().width, colour_wanted(terminal=terminal))


def colour_wanted(*, terminal: bool) -> bool:
    """NO_COLOR goes first, then FORCE_COLOR, then what the terminal can do."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return terminal and os.environ.get("TERM") != "dumb"


def write(text: str) -> None:
    """Text on standard output, colour included where the style put it."""
    click.echo(text, nl=False, color=True)


def write_bytes(text: Iterable[str]) -> None:
    """A document for programs, whole or in pieces: UTF-8 with plain newlines, whatever the terminal's locale."""
    sys.stdout.flush()
    for piece in (text,) if isinstance(text, str) else text:
        sys.stdout.buffer.write(piece.encode("utf-8"))
    sys.stdout.buffer.flush()
