"""How far a long run is: a bar on standard error, where that is a terminal and somebody has had to wait."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from checker.engine import Counted, Watch, unwatched

if TYPE_CHECKING:
    from rich.progress import Progress

Item = TypeVar("Item")
PATIENCE = 1.0  # seconds before a bar is shown, and rich imported for it
PAUSE = 0.1  # seconds between two looks of the bar


class Bar:
    """Watches loops: silent until the run has taken `PATIENCE`, then a bar for each loop."""

    def __init__(self) -> None:
        self._began = self._shown = perf_counter()
        self._progress: Progress | None = None

    def __call__(self, items: Counted[Item], title: str) -> Iterator[Item]:
        """The items, told of as they go by."""
        task = None
        for done, item in enumerate(items):
            now = perf_counter()
            if now - self._began > PATIENCE and now - self._shown > PAUSE:
                self._shown = now
                progress = self._open()
                if task is None:
                    task = progress.add_task(title, total=len(items))
                progress.update(task, completed=done, refresh=True)
            yield item
        if self._progress and task is not None:
            self._progress.remove_task(task)

    def _open(self) -> "Progress":
        if self._progress is None:
            from rich.console import Console  # noqa: PLC0415 a short run does without
            from rich.progress import Progress  # noqa: PLC0415

            self._progress = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
            self._progress.start()
        return self._progress

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._progress:
            self._progress.stop()


@contextmanager
def watching() -> Iterator[Watch]:
    """Something that watches a run, as far as anybody can see it."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    bar = Bar()
    try:
        yield bar
    finally:
        bar.close()
