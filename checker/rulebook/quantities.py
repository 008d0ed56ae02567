"""Words of the grammar of quantities: rules/lexicon/en/quantities.toml."""

from functools import cache, cached_property

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class Names(Frozen):
    """What makes a name, a date or an age of a figure."""

    date_parts: frozenset[str]
    marks: frozenset[str]
    pointing: frozenset[str]
    after_age: frozenset[str]
    being: frozenset[str]
    persons: frozenset[str]
    at_counts: frozenset[str]
    apiece: frozenset[str]
    thoroughfares: frozenset[str]
    scores: frozenset[str]
    counting: frozenset[str]
    also_verbs: frozenset[str]
    idioms: tuple[str, ...]

    @cached_property
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """The idioms as folded words."""
        return frozenset(tuple(idiom.split()) for idiom in self.idioms)

    @cached_property
    def openers(self) -> frozenset[str]:
        """The first words of the idioms."""
        return frozenset(phrase[0] for phrase in self.phrases)


class Directions(Frozen):
    """Words behind which a hedge is none."""

    over_behind: frozenset[str]


class Articles(Frozen):
    """Words around an article that decide whether it counts one."""

    spans: frozenset[str]
    amounts: frozenset[str]
    not_behind: frozenset[str]


class Nouns(Frozen):
    """Words that the noun phrase needs by name."""

    in_ly: frozenset[str]
    complete: frozenset[str]
    collective: frozenset[str]
    joins: frozenset[str]


class QuantityWords(Frozen):
    """The file as a whole; its comments say what each list is for."""

    increments: frozenset[str]
    loose_signs: frozenset[str]
    by_millions: frozenset[str]
    timed: frozenset[str]
    per: frozenset[str]
    not_rates: frozenset[str]
    negative: frozenset[str]
    below_zero: str
    leading_unit: str
    leading_joints: frozenset[str]
    known: frozenset[str]
    not_of_none: frozenset[str]
    weights: dict[str, str]
    priced: frozenset[str]
    compounds: dict[str, dict[str, float]]
    names: Names
    hedges: Directions
    articles: Articles
    nouns: Nouns


@cache
def quantity_words() -> QuantityWords:
    """The words, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("quantities.toml", QuantityWords)
