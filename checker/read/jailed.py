"""The task that readers are in a child process, and its translation into messages and back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.model import Columns, FileKind, Limits
from checker.read.formats import reader_of
from checker.read.parts import Alive, Content, Member, Parts, Source
from checker.rulebook.additions import Additions, in_force, use
from checker.workers import Message

TASK = "checker.read.jailed:serve"


def asked(kind: FileKind, source: Source) -> dict[str, Any]:
    """What a child has to know beside the bytes."""
    told: dict[str, Any] = {field: getattr(source, field) for field in ("name", "path", "charset", "media")}
    told["lexicons"] = [str(folder) for folder in in_force().lexicons]
    return {**told, "kind": kind.value, "limits": source.limits.model_dump(), "columns": source.columns.model_dump()}


def serve(head: dict[str, Any], body: bytes) -> Iterator[Message]:
    """Read as asked.

    Raises:
        DocumentError: the reader gives up.
    """
    use(Additions(lexicons=tuple(Path(folder) for folder in head["lexicons"])))
    source = Source(
        head["name"],
        body,
        Limits.model_validate(head["limits"]),
        Columns.model_validate(head["columns"]),
        *(head[field] for field in ("path", "charset", "media")),
    )
    for content in reader_of(FileKind(head["kind"]))(source):
        yield _told(content)


def _told(content: Content | Alive) -> Message:
    if isinstance(content, Alive):
        return Message({"alive": True})
    if isinstance(content, Parts):
        return Message({"parts": True}, content.model_dump_json().encode("utf-8"))
    told = {field: getattr(content, field) for field in ("name", "charset", "media", "problem", "front")}
    return Message({"member": told}, content.data)


def understood(message: Message) -> Content | Alive:
    """What a child has read."""
    if "alive" in message.head:
        return Alive()
    if "parts" in message.head:
        return Parts.model_validate_json(message.body)
    told = message.head["member"]
    front = tuple((key, value) for key, value in told.pop("front"))
    return Member(data=message.body, front=front, **told)
