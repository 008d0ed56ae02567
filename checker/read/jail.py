"""Where readers run: harmless ones here, risky ones in child processes under limits."""

from collections.abc import Iterator
from contextlib import contextmanager

from checker.model import FileKind, Limits
from checker.read.formats import READERS, reader_of
from checker.read.jailed import TASK, asked, understood
from checker.read.parts import Alive, Content, Source
from checker.workers import Worker


class Jail:
    """Readers for one run; its children are started when they are needed, one for each archive within another."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._idle: list[Worker] = []

    def read(self, kind: FileKind, source: Source) -> Iterator[Content]:
        """What the reader of that kind makes of a source, as it comes.

        Raises:
            DocumentError: it gives up, takes too long or too much, or dies.
        """
        if not READERS[kind].risky:
            yield from (content for content in reader_of(kind)(source) if not isinstance(content, Alive))
            return
        worker = self._idle.pop() if self._idle else Worker(self._limits.seconds, self._limits.memory_bytes)
        try:
            for message in worker.stream(TASK, asked(kind, source), source.data):
                content = understood(message)
                if not isinstance(content, Alive):
                    yield content
        finally:
            self._idle.append(worker)

    def close(self) -> None:
        """End the children."""
        while self._idle:
            self._idle.pop().close()


@contextmanager
def jail(limits: Limits) -> Iterator[Jail]:
    """Readers whose children end with the block."""
    opened = Jail(limits)
    try:
        yield opened
    finally:
        opened.close()
