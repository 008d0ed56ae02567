"""What runs the stages: this process, a pool of processes, or a cluster."""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

from checker.engine.crossing import Verdicts
from checker.engine.work import Stage, Work
from checker.workers.closing import Closing

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """Runs a stage on items. What it gives depends on nothing but the items and the conditions it was made for."""

    def __enter__(self) -> Self:
        """Use it in a block, at whose end it is closed."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""

    def run(self, stage: Stage[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """The results, in the order of the items. An item that ends its process costs its own result alone."""

    def once(self, told: bytes, make: Callable[[], Verdicts]) -> Verdicts:
        """What follows from all that the engine has read and from what else is told; it may be kept from before."""

    def close(self) -> None:
        """End whatever runs."""


class InProcess(Closing):
    """Everything in this process, one item after the other; nothing is written down on the way."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def run(self, stage: Stage[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """The results, in the order of the items."""
        return (stage.work(self._work, item) for item in items)

    def once(self, told: bytes, make: Callable[[], Verdicts]) -> Verdicts:
        """Made every time."""
        del told
        return make()

    def close(self) -> None:
        """End the readers' child processes."""
        self._work.close()
