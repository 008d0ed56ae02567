"""What a reader of a format gives back."""

from typing import NamedTuple

from checker.model import Field


class Parts(NamedTuple):
    """The text of a report and its front matter; offsets count code points, `body` is where the text proper begins.

    `reason` says what could not be read of it, "" where all could.
    """

    text: str
    front: dict[str, Field]
    body: int
    reason: str = ""
