"""What tells personal names, and which spellings sound alike: rules/lexicon/en/names.toml."""

from functools import cache

from pydantic import Field

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class People(Frozen):
    """Words around and within personal names; `doers` maps a participle, `titles` an abbreviation to a role."""

    carriers: frozenset[str]
    never: frozenset[str]
    ranks: frozenset[str]
    naming: frozenset[str]
    being: frozenset[str]
    aliases: frozenset[str]
    kin: frozenset[str]
    doers: dict[str, str]
    titles: dict[str, str]


class Likeness(Frozen):
    """Spellings of one sound, and the thresholds of likeness from 0 to 1."""

    sounds: tuple[tuple[str, str], ...]
    alike: float = Field(gt=0, lt=1)
    same_sound: float = Field(gt=0, lt=1)


class NamesLexicon(Frozen):
    """The file names.toml."""

    people: People
    likeness: Likeness


@cache
def names_lexicon() -> NamesLexicon:
    """The lexicon of names.

    Raises:
        RulebookError: where the file is missing or wrong.
    """
    return read_lexicon("names.toml", NamesLexicon)
