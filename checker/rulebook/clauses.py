"""Words by which the grammar of clauses goes: rules/lexicon/en/clauses.toml."""

from functools import cache

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class ClauseWords(Frozen):
    """Closed classes; the comments in the file say what each is for."""

    breaks: frozenset[str]
    subordinators: frozenset[str]
    adjuncts: frozenset[str]
    bridges: frozenset[str]
    be: frozenset[str]
    perfect: frozenset[str]
    finite: frozenset[str]
    infinitive: frozenset[str]
    leads: frozenset[str]
    noun_markers: frozenset[str]
    modifier_markers: frozenset[str]
    part_openers: frozenset[str]
    whole_markers: frozenset[str]
    said_of: frozenset[str]
    number_nouns: frozenset[str]
    restricting: frozenset[str]
    relatives: frozenset[str]
    copulas: frozenset[str]
    vague: frozenset[str]


@cache
def clause_words() -> ClauseWords:
    """The words, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("clauses.toml", ClauseWords)
