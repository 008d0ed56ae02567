"""The day of a run: the only place of the checker that reads a clock, and only to tell whether an acceptance holds."""

import os
from datetime import UTC, date, datetime

from checker.errors import UsageError

EPOCH = "SOURCE_DATE_EPOCH"


def vetted(now: str | None) -> str | None:
    """The day that --now names, as given.

    Raises:
        UsageError: no day.
    """
    return now and today(now).isoformat()


def today(now: str | None) -> date:
    """The day that --now names, else that of SOURCE_DATE_EPOCH, else today.

    Raises:
        UsageError: no day.
    """
    if now:
        try:
            return date.fromisoformat(now)
        except ValueError as error:
            raise UsageError(f"--now {now}: expected a day as 2031-05-06") from error
    if epoch := os.environ.get(EPOCH):
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(f"{EPOCH}={epoch}: expected seconds since 1970") from error
    return datetime.now().astimezone().date()
