"""Mailboxes (mbox): one mail after the other, each behind a line that begins with "From "."""

import re
from collections.abc import Iterator

from checker.errors import DocumentError
from checker.model import Status
from checker.read.file import sized
from checker.read.mail_parts import MAIL
from checker.read.parts import Content, Member, Source
from checker.read.unpacking import CHUNK, Readable

LONGEST_START = 400  # bytes of what tells the beginning of a mail
_START = re.compile(rb"\n\nFrom [^\s]{1,200} [^\n]{10,80}\n>?[A-Za-z][\w-]{0,60}:")
_MASKED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def read_mbox(source: Source) -> Iterator[Content]:
    """The mails of a box, by their number.

    Raises:
        DocumentError: too many.
    """
    with source.file() as file:
        yield from from_box(file, source)


def from_box(stream: Readable, source: Source) -> Iterator[Content]:
    """The mails of a stream, by their number.

    Raises:
        DocumentError: too many.
    """
    most = source.limits.document_bytes
    for number, mail in enumerate(filter(None, _mails(stream, most)), 1):
        if number > source.limits.articles:
            raise DocumentError(f"holds more than {source.limits.articles:,} mails; split it", Status.TOO_LARGE)
        if len(mail) > most:
            yield Member(f"{number}.eml", b"", problem=f"larger than {sized(most)}")
        else:
            yield Member(f"{number}.eml", _MASKED.sub(b"", mail), media=MAIL)


def _mails(stream: Readable, most: int) -> Iterator[bytes]:
    """The mails as they come; of one that is too long its beginning, longer than it may be."""
    held, seen = b"\n\n", 0
    while chunk := stream.read(CHUNK):
        held += chunk.replace(b"\r\n", b"\n") if b"\r" in chunk else chunk
        start = 0
        while (match := _START.search(held, max(seen, start))) is not None:
            yield _without_line(held[start : match.start()])
            start, seen = match.start() + len("\n\n"), 0
        held = held[start:][: most + CHUNK]
        seen = max(0, len(held) - LONGEST_START)
    yield _without_line(held)


def _without_line(mail: bytes) -> bytes:
    """A mail without the line that parts it from the one before."""
    return mail.partition(b"\n")[2] if mail.startswith(b"From ") else mail
