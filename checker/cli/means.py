"""Options for what a run is done with; the report does not depend on them."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from checker.engine.means import EngineKind, Means
from checker.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])


def means_options(command: Command) -> Command:
    """--engine, --jobs and --scheduler."""
    engine = click.option(
        "--engine",
        type=click.Choice([kind.value for kind in EngineKind]),
        default=EngineKind.AUTO.value,
        show_default=True,
        help="Where to work: in this process, in several, on a cluster of Dask, or as many reports ask for.",
    )
    jobs = click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        help="How many processes; one a processor where this is not given.",
    )
    scheduler = click.option(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="Work on the cluster of this scheduler of Dask: tcp://host:8786.",
    )
    return engine(jobs(scheduler(command)))


def means_of(engine: str, jobs: int, scheduler: str) -> Means:
    """What the options ask for; a number of processes alone asks for them, as does a scheduler for its cluster.

    Raises:
        UsageError: a scheduler for another engine.
    """
    kind = EngineKind(engine)
    if scheduler:
        if kind not in {EngineKind.AUTO, EngineKind.DASK}:
            raise UsageError(f"--scheduler is for --engine dask, not {kind.value}")
        kind = EngineKind.DASK
    if kind is EngineKind.AUTO and jobs:
        kind = EngineKind.POOL if jobs > 1 else EngineKind.LOCAL
    return Means(kind, jobs, scheduler)
