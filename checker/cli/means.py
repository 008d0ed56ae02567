"""Options for what a run is done with; the report does not depend on them."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from checker.engine.means import EngineKind, Means

Command = TypeVar("Command", bound=Callable[..., Any])


def means_options(command: Command) -> Command:
    """--engine and --jobs."""
    engine = click.option(
        "--engine",
        type=click.Choice([kind.value for kind in EngineKind]),
        default=EngineKind.AUTO.value,
        show_default=True,
        help="Where to work: in this process, in several, or as many reports ask for.",
    )
    jobs = click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        help="How many processes; one a processor where this is not given.",
    )
    return engine(jobs(command))


def means_of(engine: str, jobs: int) -> Means:
    """What the options ask for; a number of processes alone asks for them."""
    kind = EngineKind(engine)
    if kind is EngineKind.AUTO and jobs:
        kind = EngineKind.POOL if jobs > 1 else EngineKind.LOCAL
    return Means(kind, jobs)
