"""Tasks that behave badly, as a parser may that a hostile document has got hold of."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.errors import DocumentError
from checker.workers import Message


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
