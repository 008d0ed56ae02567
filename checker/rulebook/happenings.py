"""Things that happen once: rules/lexicon/en/happenings.toml."""

from functools import cache

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class Happening(Frozen):
    """The beginnings of the words that name it; `alone`: with one place they tell it.

    `since`: words that name it where "since" stands before the date; `bodies`: words that elsewhere tell nothing.
    """

    words: tuple[str, ...]
    alone: bool
    since: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class Happenings(Frozen):
    """The happenings by name."""

    happenings: dict[str, Happening]


@cache
def happenings() -> dict[str, Happening]:
    """The file, read once."""
    return read_lexicon("happenings.toml", Happenings).happenings
