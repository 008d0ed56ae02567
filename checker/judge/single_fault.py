"""What a predicate says of a claim or a document that fails it."""

from typing import NamedTuple

from checker.judge.draft import Passage
from checker.model import Claim

LONGEST_QUOTE = 80


class Fault(NamedTuple):
    """One failure: what is stated, what is right, the words themselves, and why, in one line each."""

    stated: str
    actual: str
    quote: str
    why: str
    claims: tuple[Claim, ...] = ()
    passages: tuple[Passage, ...] = ()


def shortened(text: str) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: line.rfind(" ", 0, LONGEST_QUOTE)] + " ..."
