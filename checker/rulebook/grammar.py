"""Closed classes of words that the grammar needs by name: rules/lexicon/en/grammar.toml."""

from functools import cache, cached_property

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class Abbreviations(Frozen):
    """`words` keep their dot (written without it); `closing` may also end a sentence (written with it)."""

    words: tuple[str, ...]
    closing: tuple[str, ...]


class Sentences(Frozen):
    """`openers` begin a sentence more often than they go on after an abbreviation."""

    openers: frozenset[str]


class Words(Frozen):
    """Closed classes of words; the comments in the file say what each is for."""

    prepositions: frozenset[str]
    auxiliaries: frozenset[str]
    conjunctions: frozenset[str]
    determiners: frozenset[str]
    pointing: frozenset[str]
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    saying: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    parts: frozenset[str]
    toll_nouns: frozenset[str]
    acronyms: frozenset[str]
    collectives: frozenset[str]
    moving: frozenset[str]
    victims: frozenset[str]
    aged: frozenset[str]
    nationwide: frozenset[str]

    @cached_property
    def closed(self) -> frozenset[str]:
        """All words at which a noun phrase ends."""
        return (
            self.prepositions | self.auxiliaries | self.conjunctions | self.determiners | self.pronouns | self.adverbs
        )

    @cached_property
    def changing(self) -> frozenset[str]:
        """Verbs of rising and falling."""
        return self.rising | self.falling


class Grammar(Frozen):
    """The file as a whole."""

    abbreviations: Abbreviations
    sentences: Sentences
    words: Words


@cache
def grammar() -> Grammar:
    """The closed classes, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("grammar.toml", Grammar)
