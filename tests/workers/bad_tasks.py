"""Tasks that behave badly, as a parser may that a hostile document has got hold of."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from checker.errors import DocumentError
from checker.workers import Message
from checker.workers.child import confine, die_with_parent

HEADROOMS = range(5 << 20, 13 << 20, 1 << 20)  # bytes: less than the words take
WORDS = b"[%s]" % b",".join(b'"word %d of more words than memory is left for"' % number for number in range(150_000))


def behave(head: dict[str, Any], body: bytes) -> Iterator[Message]:
    yield Message({"size": len(body)}, body)
    match head["how"]:
        case "give up":
            raise DocumentError("is encrypted", "encrypted")
        case "raise":
            raise ValueError("a parser's own\nmessage")
        case "recurse":
            yield from behave(head, body)
        case "exit":
            os._exit(7)
        case "abort":
            os.abort()
        case "hang":
            time.sleep(3600)
        case "eat":
            yield Message({}, bytes(1 << 40))
        case "print":
            os.write(1, b"noise")
            print("more noise")  # noqa: T201
        case "write":
            Path(head["path"]).write_bytes(b"x")


def starve(_head: dict[str, Any], _body: bytes) -> Iterator[Message]:
    """Read JSON by pydantic in processes with too little memory for it; each answer waits for the end of one."""
    adapter = TypeAdapter(list[str])
    for headroom in HEADROOMS:
        if child := os.fork():
            os.waitpid(child, 0)
            yield Message({"headroom": headroom})
            continue
        try:
            die_with_parent()
            confine(headroom)
            adapter.validate_json(WORDS)
        finally:
            os._exit(0)
