"""Where what was found is kept: the option of the commands that check, and `check cache`."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.cli.options import CONTEXT, write
from checker.cli.setup import config_option
from checker.cli.status import CLEAN
from checker.config import find_config
from checker.config.find import common_folder
from checker.engine.store import FOLDER, Store, clear, vet
from checker.errors import OutputError
from checker.model.wording import plural
from checker.report.escape import visible

Command = TypeVar("Command", bound=Callable[..., Any])
MEGABYTE = 1_000_000


def cache_option(command: Command) -> Command:
    """--no-cache."""
    return click.option(
        "--no-cache",
        is_flag=True,
        help=f"Neither use nor write {FOLDER}, where unchanged reports need not be read again.",
    )(command)


@contextmanager
def stored(paths: Sequence[str], config_file: Path | None, *, no_cache: bool) -> Iterator[Store | None]:
    """The cache of these reports, None where none is wanted; what went wrong with it is told at the end."""
    if no_cache:
        yield None
        return
    with Store(cache_folder(paths, config_file)) as store:
        yield store
    for remark in dict.fromkeys(store.remarks):
        click.echo(visible(remark), err=True)


def cache_folder(paths: Sequence[str], config_file: Path | None) -> Path:
    """Where the cache of these reports is: beside the configuration, else in the folder that holds them all.

    It is found again from wherever the command is called, and goes with the reports.
    """
    return (config_file.parent if config_file else common_folder(paths)) / FOLDER


@click.group(context_settings=CONTEXT, invoke_without_command=True)
@click.pass_context
def cache(context: click.Context) -> int:
    """Say where the cache of reports is and how large, or clear it: check cache [clear] [PATH...]."""
    return CLEAN if context.invoked_subcommand else _show((), None, no_config=False)


@cache.command("show", context_settings=CONTEXT)
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH...]")
@config_option
def show(*, paths: tuple[str, ...], config_file: Path | None, no_config: bool) -> int:
    """Say where the cache of these reports is, and how large; without a path, that of this folder."""
    return _show(paths, config_file, no_config=no_config)


@cache.command("clear", context_settings=CONTEXT)
@click.argument("paths", nargs=-1, type=click.Path(readable=False), metavar="[PATH...]")
@config_option
def clear_command(*, paths: tuple[str, ...], config_file: Path | None, no_config: bool) -> int:
    """Delete the cache of these reports; without a path, that of this folder."""
    folder = _folder(paths, config_file, no_config=no_config)
    there = folder.exists()
    try:
        vet(folder)
        clear(folder)
    except OSError as error:
        raise OutputError(f"{folder}: {error.strerror}") from error
    write(f"{visible(str(folder))}: {'cleared' if there else 'there is no cache'}\n")
    return CLEAN


def _show(paths: Sequence[str], config_file: Path | None, *, no_config: bool) -> int:
    folder = _folder(paths, config_file, no_config=no_config)
    if not folder.exists():
        write(f"{visible(str(folder))}: there is no cache\n")
        return CLEAN
    with Store(folder) as store:
        size = store.size()
    write(f"{visible(str(folder))}: {plural(size.values, 'result')}, {size.bytes / MEGABYTE:.1f} MB\n")
    return CLEAN


def _folder(paths: Sequence[str], config_file: Path | None, *, no_config: bool) -> Path:
    return cache_folder(paths, None if no_config else config_file or find_config(paths))
