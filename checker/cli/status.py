"""Exit status, the same for all commands, and the one place that turns errors into it."""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import click

from checker.errors import CheckError, OutputError
from checker.report.escape import visible

CLEAN, FINDINGS, WRONG_USE, INCOMPLETE, NOTHING = 0, 1, 2, 3, 4
INTERNAL, INTERRUPTED, CLOSED_PIPE, TERMINATED = 70, 130, 141, 143
DEBUG = "CHECK_DEBUG"


class TerminatedError(BaseException):
    """The process was asked to end."""


def guarded(work: Callable[[], int]) -> int:
    """The exit status of the work; every error becomes a message and a status, none a traceback."""
    try:
        with _terminable():
            status = work()
            sys.stdout.flush()
    except click.exceptions.Exit as error:
        status = error.exit_code
    except click.ClickException as error:
        if isinstance(error, click.UsageError) and error.ctx:
            click.echo(error.ctx.get_usage(), err=True)
        complain(error.format_message())
        status = WRONG_USE
    except CheckError as error:
        complain(str(error))
        status = INTERNAL if isinstance(error, OutputError) else WRONG_USE
    except BrokenPipeError:
        _discard_output()
        status = CLOSED_PIPE
    except (KeyboardInterrupt, click.Abort):
        complain("interrupted")
        status = INTERRUPTED
    except TerminatedError:
        status = TERMINATED
    except Exception as error:  # noqa: BLE001 the last resort: a message for people instead of a traceback
        _apologise(error)
        status = INTERNAL
    return status


def complain(message: str) -> None:
    """A message on standard error; control characters in it are shown, line breaks kept."""
    with suppress(BrokenPipeError):
        click.echo("\n".join(f"Error: {visible(line)}" for line in message.splitlines()), err=True)


def _apologise(error: Exception) -> None:
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
        return
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}"[:300]
    complain(
        f"internal error, sorry: {what} ({frame.filename.rsplit('/', 1)[-1]}:{frame.lineno})\n"
        f"please report it with the command and, if you may, the reports; {DEBUG}=1 shows the traceback"
    )


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM unwinds the stack like an exception, so that nothing is left half done."""

    def terminate(_signal: int, _frame: FrameType | None) -> None:
        raise TerminatedError

    try:
        before = signal.signal(signal.SIGTERM, terminate)
    except ValueError:  # not in the main thread: whoever runs us there handles signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _discard_output() -> None:
    """Let the interpreter's own flush at exit go nowhere instead of failing a second time."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
