"""The parent's side: a child that runs one task at a time, and is replaced when one has killed it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from checker.errors import DocumentError
from checker.workers.child import END
from checker.workers.clock import Clock
from checker.workers.closing import Closing
from checker.workers.frames import Message, receive, send

DEBUG = "CHECK_DEBUG"
PATIENCE = 5.0  # seconds that a child has to end by itself
STARTS = 3  # children that may end before their first task
UNTRACED = {"RUST_BACKTRACE": "0"}  # at its limit of memory, pydantic-core would block while it collects a backtrace


class Worker(Closing):
    """A child process for tasks, started with the first of them.

    Not for several threads at once: each has its own. A child costs a third of a second to start, a task in it some
    hundredths of a millisecond.
    """

    def __init__(self, seconds: float, memory: int, prelude: Message | None = None) -> None:
        """`seconds` may pass between two messages of a task; `memory` is what the child may take, in bytes.

        A child does the task of `prelude`, which yields nothing, before all others.
        """
        self._seconds = seconds
        self._memory = memory
        self._prelude = prelude or Message({})
        self._child: subprocess.Popen[bytes] | None = None
        self._clock = Clock(self._strike)

    def stream(self, task: str, head: dict[str, Any], body: bytes = b"", patience: float = 1) -> Iterator[Message]:
        """What a task yields, as it comes.

        Args:
            task: a function of the checker as module:function, which takes head and body.
            head: JSON values.
            body: bytes.
            patience: times the seconds that may pass between two messages.

        Raises:
            DocumentError: the task gave up, took too long, or killed its process.
        """
        child, ended = self._ready(), False
        try:
            with suppress(OSError):  # it is dead: what follows says of what
                send(_stream(child.stdin), Message({**head, "task": task}, body))
            while not ended:
                message = self._next(child, patience)
                if END in message.head:
                    ended = True
                    self._close_task(message.head[END])
                else:
                    yield message
        finally:
            if not ended:  # nobody waits for the rest: there is no other way to stop it
                self._kill()

    def abort(self) -> None:
        """Kill the child, whatever it does; other threads may call this."""
        if child := self._child:
            child.kill()

    def close(self) -> None:
        """End the child."""
        self._clock.close()
        child, self._child = self._child, None
        if child is None:
            return
        with suppress(OSError):
            _stream(child.stdin).close()
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        _stream(child.stdout).close()

    def _ready(self) -> "subprocess.Popen[bytes]":
        """The child, started where there is none.

        Raises:
            RuntimeError: child after child ends in its prelude.
        """
        for _ in range(STARTS + 1):
            if self._child is not None and self._child.poll() is None:
                return self._child
            self._kill()
            self._child = self._started()
            with suppress(OSError):  # it is dead already: whoever waits for its first message will know
                send(
                    _stream(self._child.stdin),
                    Message({**self._prelude.head, "memory": self._memory}, self._prelude.body),
                )
            if not self._prelude.head:
                return self._child
            with suppress(DocumentError):
                self._next(self._child)
        raise RuntimeError("no process for work can be started")

    def _started(self) -> "subprocess.Popen[bytes]":
        known = os.pathsep.join(path for path in sys.path if path)
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "checker.workers.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get(DEBUG) else subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": known, **UNTRACED},
        )

    def _next(self, child: "subprocess.Popen[bytes]", patience: float = 1) -> Message:
        """The next message of a child.

        Raises:
            DocumentError: it took too long or died.
        """
        with self._clock.running(self._seconds * patience) as late:
            message = receive(_stream(child.stdout))
        if message is not None:
            return message
        status = child.wait()
        if late():
            raise DocumentError(f"took longer than {self._seconds * patience:g} seconds", "timeout")
        raise DocumentError(f"its process died of {_cause(status)}", "crashed")

    def _strike(self) -> None:
        if child := self._child:
            child.kill()

    def _close_task(self, ending: dict[str, str]) -> None:
        """Say how a task ended where that was badly.

        Raises:
            DocumentError: it did.
        """
        if not ending:
            return
        if ending["reason"] == "memory":
            self._kill()
            raise DocumentError(f"needs more than {self._memory // 1024 // 1024} MB of memory", "crashed")
        raise DocumentError(ending["reason"], ending["status"])

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                with suppress(OSError):
                    _stream(stream).close()


def _stream(stream: Any) -> Any:  # noqa: ANN401 a pipe, which Popen types as one that may be missing
    assert stream is not None  # noqa: S101 both ends were asked for
    return stream


def _cause(status: int) -> str:
    """What ended a process: the name of a signal, or its exit status."""
    try:
        return signal.Signals(-status).name if status < 0 else f"exit status {status}"
    except ValueError:
        return f"signal {-status}"
