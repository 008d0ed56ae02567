"""The child's side: take one task after the other from standard input, and send what it yields."""

import ctypes
import importlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb
from typing import Any, BinaryIO

from checker.errors import DocumentError
from checker.workers.frames import Message, receive, send

Task = Callable[[dict[str, Any], bytes], Iterator[Message]]
DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)
END = "end"  # the key of the head that closes a task


def main() -> None:
    """Serve tasks until standard input ends."""
    source, sink = _streams()
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    first = receive(source)
    if first is None:
        return
    confine(first.head["memory"])
    if "task" in first.head:
        for _ in _task(first.head["task"])(first.head, first.body):
            pass
        send(sink, Message({}))  # whoever waits knows by it that tasks can come
    while (message := receive(source)) is not None:
        send(sink, Message({END: _serve(message, sink)}))


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """The two ends of the parent, out of reach of libraries that print."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return source, sink


def _serve(message: Message, sink: BinaryIO) -> dict[str, str]:
    """How a task ended: nothing where all went well, else a status and a reason."""
    try:
        for found in _task(message.head["task"])(message.head, message.body):
            send(sink, found)
    except DocumentError as error:
        return {"status": error.status, "reason": str(error)}
    except MemoryError:
        return {"status": "crashed", "reason": "memory"}
    except RecursionError:
        return {"status": "failed", "reason": "is nested too deep to be read"}
    except Exception as error:  # noqa: BLE001 whatever a parser raises ends its document, not the process
        frame = extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {' '.join(str(error).split())}"[:200]
        return {"status": "failed", "reason": f"{what} ({Path(frame.filename).name}:{frame.lineno})"}
    return {}


def _task(name: str) -> Task:
    """The function that a name like checker.read.jailed:read stands for; only the checker's own are served."""
    module, _, function = name.partition(":")
    if not module.startswith("checker."):
        raise ValueError(f"no task: {name}")
    task: Task = getattr(importlib.import_module(module), function)
    return task


def confine(memory: int) -> None:
    """Bound what this process may take: memory beside what it has now, no file written, no core dumped."""
    try:
        import resource  # noqa: PLC0415 not on Windows, where only the parent's clock bounds a task
    except ImportError:
        return
    most = _taken() + memory
    for kind, limit in ((resource.RLIMIT_AS, most), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # a lower limit is in force already
            resource.setrlimit(kind, (limit, limit))


def _taken() -> int:
    """Bytes of address space that this process has."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def die_with_parent() -> None:
    """Where the system can, end with the process that started this one, even in the middle of a task."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(DEATH_OF_PARENT, signal.SIGKILL)


if __name__ == "__main__":
    main()
