"""Words by which a figure is taken for a claim or left out: rules/lexicon/en/assertions.toml."""

from functools import cache

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class Assertions(Frozen):
    """Closed classes; the comments in the file say what each is for."""

    sources: frozenset[str]
    speakers: frozenset[str]
    victim_measures: frozenset[str]
    joints: frozenset[str]
    cues: frozenset[str]
    spans: frozenset[str]
    generic: frozenset[str]
    running: frozenset[str]
    running_nouns: frozenset[str]
    states: frozenset[str]
    increments: frozenset[str]
    people_units: frozenset[str]
    age_bounds: frozenset[str]
    things_measures: frozenset[str]
    bystanders: frozenset[str]
    amounts: frozenset[str]
    bereaved: frozenset[str]
    holders: frozenset[str]
    captors: frozenset[str]
    aged: frozenset[str]
    bare_sums: frozenset[str]
    valued: frozenset[str]
    agent_endings: tuple[str, ...]


@cache
def assertions() -> Assertions:
    """The words, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("assertions.toml", Assertions)
