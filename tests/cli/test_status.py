import os
import signal
from collections.abc import Callable

import click
import pytest

from checker.cli.status import guarded
from checker.errors import RulebookError, UsageError


def raising(error: BaseException) -> Callable[[], int]:
    def work() -> int:
        raise error

    return work


def ended_by(number: int) -> int:
    if number == signal.SIGINT:
        signal.signal(number, signal.default_int_handler)  # a shell's background jobs ignore it
    os.kill(os.getpid(), number)
    return 0


@pytest.mark.parametrize(
    ("work", "status", "message"),
    [
        (lambda: 0, 0, ""),
        (lambda: 1, 1, ""),
        (raising(UsageError("a.txt: gone")), 2, "Error: a.txt: gone"),
        (raising(RulebookError("x.toml: a\ny.toml: \x1b")), 2, "Error: x.toml: a\nError: y.toml: ␛"),
        (raising(click.UsageError("no such option")), 2, "Error: no such option"),
        (raising(KeyError("x")), 70, "internal error, sorry: KeyError: 'x' (test_status.py:"),
        (raising(RecursionError()), 70, "internal error"),
        (raising(OSError(28, "No space left on device")), 70, "No space left"),
        (raising(KeyboardInterrupt()), 130, "interrupted"),
        (raising(click.Abort()), 130, "interrupted"),
        (lambda: ended_by(signal.SIGINT), 130, "interrupted"),
        (lambda: ended_by(signal.SIGTERM), 143, ""),
    ],
)
def test_status(work: Callable[[], int], status: int, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(work) == status
    shown = capsys.readouterr()
    assert message in shown.err
    assert "Traceback" not in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stays_one_whatever_becomes_of_it(number: int, status: int) -> None:
    def work() -> int:
        try:
            os.kill(os.getpid(), number)
        except BaseException as error:  # as pydantic does with what is raised within it
            raise ValueError("Error serializing to JSON") from error
        return 0

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    try:
        assert guarded(work) == status
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_the_traceback_shows_on_demand(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CHECK_DEBUG", "1")
    assert guarded(raising(KeyError("x"))) == 70
    assert "Traceback" in capsys.readouterr().err
