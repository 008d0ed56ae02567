"""Plain text and Markdown: decode, then set the front matter apart. Markdown's marks stay where they are."""

from checker.read.decode import decode
from checker.read.front import split_front
from checker.read.parts import Parts


def read_plain(data: bytes) -> Parts:
    r"""The decoded text with newlines as \n, its front matter and what was amiss with either.

    Raises:
        DocumentError: the bytes are no text.
    """
    decoded = decode(data)
    front = split_front(decoded.text)
    reasons = [reason for reason in (decoded.reason, front.reason) if reason]
    return Parts(text=decoded.text, front=front.fields, body=front.body, reason="; ".join(reasons))
