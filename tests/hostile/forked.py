"""Runs of `check` under bad conditions, many of them quickly: forked from one process that has imported everything.

As a module it gives `forked`; as a script it is that process: jobs as JSON on standard input, outcomes on standard
output. A job names its arguments and what is done to the run: signals, limits, another user, a closed pipe.
"""

import importlib
import json
import os
import pkgutil
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

NOBODY = 65534


class Outcome(NamedTuple):
    """How a run ended: its exit status, minus the signal where one killed it; and what it printed."""

    status: int
    out: str
    err: str


def forked(*jobs: dict[str, Any]) -> list[Outcome]:
    """The outcomes of jobs, one after the other.

    args: of the command. Also: `pipe` (standard output is a pipe that nobody reads), `signal` and `after` (sent so
    many seconds after the start), `file_size` (bytes that a file may have), `nobody` (run as another user).
    """
    done = subprocess.run(
        [sys.executable, __file__], input=json.dumps(jobs), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [Outcome(*entry) for entry in json.loads(done.stdout)]


def serve() -> None:
    """Import everything, read a report so that the word lists are at hand, then fork for each job."""
    import checker  # noqa: PLC0415 only the process that forks needs it
    from checker.api import check, incidents  # noqa: PLC0415
    from checker.cli import cli  # noqa: PLC0415

    for found in pkgutil.walk_packages(checker.__path__, "checker."):
        with suppress(ImportError):  # an extra that is not installed
            found.name.endswith("__main__") or importlib.import_module(found.name)
    incidents(check(["news"]))
    print(json.dumps([outcome(job, cli) for job in json.load(sys.stdin)]))  # noqa: T201


def outcome(job: dict[str, Any], cli: Any) -> Outcome:  # noqa: ANN401 the command, which a test that only calls this never imports
    out, err = (os.memfd_create(name) for name in ("out", "err"))
    reader, writer = os.pipe()
    os.close(reader)
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    child = os.fork()
    if not child:
        os.dup2(writer if job.get("pipe") else out, 1)
        os.dup2(err, 2)
        _suffer(job)
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)
            cli.main(job["args"])
        except SystemExit as error:
            status = error.code if isinstance(error.code, int) else 1
        except KeyboardInterrupt:  # before the command began
            status = 130
        except BaseException as error:  # noqa: BLE001 nothing may come out of it
            os.write(2, f"Traceback: {error!r}".encode())
            status = 99
        os._exit(status)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)
    os.close(writer)
    if "signal" in job:
        time.sleep(job["after"])
        os.kill(child, job["signal"])
    _, status = os.waitpid(child, 0)
    return Outcome(os.waitstatus_to_exitcode(status), _text(out), _text(err))


def _suffer(job: dict[str, Any]) -> None:
    """What is done to a run before it begins."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background of a shell ignores it
    if "file_size" in job:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (job["file_size"],) * 2)
    if job.get("nobody"):
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def _text(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    with os.fdopen(descriptor, "rb") as file:
        return file.read().decode("utf-8", errors="replace")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    serve()
