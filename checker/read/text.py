"""Plain text and Markdown: decode, then set the front matter apart. Markdown's marks stay where they are."""

from collections.abc import Iterator

from checker.read.decode import decode
from checker.read.front import split_front
from checker.read.parts import Parts, Source


def read_plain(source: Source) -> Iterator[Parts]:
    r"""The decoded text with newlines as \n, its front matter and what was amiss with either.

    Raises:
        DocumentError: the bytes are no text.
    """
    decoded = decode(source.data, source.charset)
    front = split_front(decoded.text)
    reasons = [reason for reason in (decoded.reason, front.reason) if reason]
    yield Parts(text=decoded.text, front=front.fields, body=front.body, reason="; ".join(reasons))
