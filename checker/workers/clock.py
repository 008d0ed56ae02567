"""An alarm that is set and stopped thousands of times a second: one thread for all of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread
from time import monotonic


class Clock:
    """Strikes where a block takes too long. One block at a time."""

    def __init__(self, strike: Callable[[], None]) -> None:
        self._strike = strike
        self._ends: float | None = None
        self._struck = False
        self._changed = Condition()
        self._thread: Thread | None = None

    @contextmanager
    def running(self, seconds: float) -> Iterator[Callable[[], bool]]:
        """Strike if the block takes longer; what it gives tells whether that has happened."""
        self._struck = False
        self._ends = monotonic() + seconds
        if self._thread is None:
            self._thread = Thread(target=self._watch, args=(seconds,), daemon=True)
            self._thread.start()
        try:
            yield lambda: self._struck
        finally:
            self._ends = None

    def close(self) -> None:
        """End the thread."""
        thread, self._thread = self._thread, None
        if thread:
            with self._changed:
                self._changed.notify()
            thread.join()

    def _watch(self, seconds: float) -> None:
        """Look in time for whatever may be running, and no oftener than a few times in its span."""
        with self._changed:
            while self._thread is not None:
                ends = self._ends
                self._changed.wait(seconds / 4 if ends is None else max(0.0, ends - monotonic()))
                late = self._ends
                if self._thread is not None and late is not None and late <= monotonic():
                    self._struck, self._ends = True, None
                    self._strike()
