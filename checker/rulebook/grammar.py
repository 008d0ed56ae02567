"""Closed classes of words that the grammar needs by name: rules/lexicon/en/grammar.toml."""

from functools import cache

from checker.model.base import Frozen
from checker.rulebook.load import read_toml, rules_folder


class Abbreviations(Frozen):
    """`words` keep their dot (written without it); `closing` may also end a sentence (written with it)."""

    words: tuple[str, ...]
    closing: tuple[str, ...]


class Sentences(Frozen):
    """`openers` begin a sentence more often than they go on after an abbreviation."""

    openers: frozenset[str]


class Grammar(Frozen):
    """The file as a whole."""

    abbreviations: Abbreviations
    sentences: Sentences


@cache
def grammar() -> Grammar:
    """The closed classes, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_toml(rules_folder() / "lexicon" / "en" / "grammar.toml", Grammar)
