"""The stages in a process of a pool: its conditions first, then chunk after chunk of items."""

from collections.abc import Iterator
from typing import Any

from checker.engine.conditions import Conditions
from checker.engine.rest import seldom
from checker.engine.work import STAGES, Work, codec, encoded
from checker.workers import Message

PREPARE = "checker.engine.served:prepare"
SERVE = "checker.engine.served:serve"


class _Prepared:
    """What this process works under; one object, so that it can be exchanged."""

    work: Work | None = None


def prepare(_head: dict[str, Any], body: bytes) -> Iterator[Message]:
    """Put conditions in force."""
    conditions = Conditions.model_validate_json(body)
    conditions.put_in_force()
    _Prepared.work = Work(conditions)
    seldom()
    return iter(())


def serve(head: dict[str, Any], body: bytes) -> Iterator[Message]:
    """The results of a stage for items, each as it is done: whoever waits knows which item ended the process.

    Raises:
        ValueError: no conditions came before.
    """
    if _Prepared.work is None:
        raise ValueError("no conditions")
    stage, plain = STAGES[head["stage"]], codec(head["stage"])
    at = 0
    for size in head["sizes"]:
        item = plain.item.validate_json(body[at : at + size])
        at += size
        yield Message({}, encoded(plain.result, stage.work(_Prepared.work, item)))
