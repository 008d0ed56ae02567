"""What a reader takes and what it gives back."""

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from pydantic import Field as PydanticField

from checker.model import Columns, Field, Limits, Mark, Passage
from checker.model.base import Frozen
from checker.read.file import opened

Told = tuple[tuple[str, str], ...]
"""Fields of a front matter by key, as an envelope tells them."""


class Source(NamedTuple):
    """What a reader reads: bytes at hand, or, for a large archive, a file.

    `charset` and `media` are what an envelope declares of it: a mail's part, an archived response.
    """

    name: str
    data: bytes
    limits: Limits
    columns: Columns = Columns()
    path: str = ""
    charset: str = ""
    media: str = ""

    def file(self) -> BinaryIO:
        """The bytes as a file that can be read from the middle."""
        return opened(self.path) if self.path else io.BytesIO(self.data)


class Parts(Frozen):
    """The text of one report and its front matter; offsets count code points, `body` is where the text proper begins.

    `entry` names the report within what was read, "" where it is the whole; `reason` says what could not be read of
    it, "" where all could. `marks` tell where pages or paragraphs begin, `passages` which part of a report a stretch
    is, as far as the format itself says so; everything else is told by the text.
    """

    text: str
    front: dict[str, Field] = PydanticField(default_factory=dict)
    body: int = 0
    reason: str = ""
    entry: str = ""
    marks: tuple[Mark, ...] = ()
    passages: tuple[Passage, ...] = ()


class Member(NamedTuple):
    """A file within an archive or a mail, to be read as one; `problem` is why it cannot be.

    Without a name it is what the envelope is about: the body of a mail that is a page. `front` is what the envelope
    says of it, which counts before what it says itself.
    """

    name: str
    data: bytes
    charset: str = ""
    media: str = ""
    problem: str = ""
    front: Told = ()


class Alive(NamedTuple):
    """A sign of life from a reader that takes long before it has something to give back."""


Content = Parts | Member
Reader = Callable[[Source], Iterator[Content | Alive]]
"""A reader raises DocumentError where it must give up, after what it could read."""
