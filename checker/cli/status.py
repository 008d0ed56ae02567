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
    came: list[int] = []
    try:
        with _answered(came):
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
        status = _ended_by(signal.SIGINT)
    except TerminatedError:
        status = TERMINATED
    except Exception as error:  # noqa: BLE001 the last resort: a message for people instead of a traceback
        # pydantic makes an error of its own of whatever is raised within it, be it the answer to a signal
        status = _ended_by(came[0]) if came else _apologise(error)
    return status


def _ended_by(number: int) -> int:
    """The status of a run that a signal ended."""
    if number != signal.SIGINT:
        return TERMINATED
    complain("interrupted")
    return INTERRUPTED


def complain(message: str) -> None:
    """A message on standard error; control characters in it are shown, line breaks kept."""
    with suppress(BrokenPipeError):
        click.echo("\n".join(f"Error: {visible(line)}" for line in message.splitlines()), err=True)


def _apologise(error: Exception) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
        return INTERNAL
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}"[:300]
    complain(
        f"internal error, sorry: {what} ({frame.filename.rsplit('/', 1)[-1]}:{frame.lineno})\n"
        f"please report it with the command and, if you may, the reports; {DEBUG}=1 shows the traceback"
    )
    return INTERNAL


@contextmanager
def _answered(came: list[int]) -> Iterator[None]:
    """SIGINT and SIGTERM unwind the stack like exceptions, so that nothing is left half done; `came` lists them."""

    def answer(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        raise KeyboardInterrupt if number == signal.SIGINT else TerminatedError

    # A job in the background of a shell ignores SIGINT; outside the main thread whoever runs us handles signals.
    heard = [signal.SIGTERM]
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        heard.append(signal.SIGINT)
    try:
        before = {number: signal.signal(number, answer) for number in heard}
    except ValueError:
        yield
        return
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _discard_output() -> None:
    """Let the interpreter's own flush at exit go nowhere instead of failing a second time."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
