"""The collector of reference cycles at rest: a run makes none, and looking for them costs more than reading."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 50, 20)  # thresholds where a process goes on for long


@contextmanager
def at_rest() -> Iterator[None]:
    """No look for cycles while the block runs."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def seldom() -> None:
    """From here on, look for cycles seldom, and not among what there is already."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
