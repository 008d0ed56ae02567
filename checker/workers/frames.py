"""Messages between a process and its child: a head of JSON and a body of bytes, each behind its length.

JSON, and never pickle: a child that a hostile document has taken over must have no way to run code in its parent.
"""

import json
import struct
from typing import Any, BinaryIO, NamedTuple

LENGTHS = struct.Struct(">IQ")  # of the head and of the body


class Message(NamedTuple):
    """What is sent: JSON values by name, and bytes."""

    head: dict[str, Any]
    body: bytes = b""


def send(stream: BinaryIO, message: Message) -> None:
    """Write a message.

    Raises:
        OSError: the other side is gone.
    """
    head = json.dumps(message.head).encode("ascii")
    stream.write(LENGTHS.pack(len(head), len(message.body)))
    stream.write(head)
    stream.write(message.body)
    stream.flush()


def receive(stream: BinaryIO) -> Message | None:
    """The next message, None where the other side has ended, in the middle of a message or between two."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    size, rest = LENGTHS.unpack(lengths)
    head, body = stream.read(size), stream.read(rest)
    return Message(json.loads(head), body) if len(head) == size and len(body) == rest else None
