"""The words that weaken what a text says: rules/lexicon/en/modality.toml."""

from functools import cache
from typing import Literal

from checker.model import Modality
from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon

Reach = Literal["after", "clause", "before", "previous"]


class Cue(Frozen):
    """Phrases with one effect; `unless` are words shortly behind a phrase that take the effect away.

    `figure`: the phrase has its effect only right before a figure.
    """

    modality: Modality
    reach: Reach
    phrases: tuple[str, ...]
    unless: frozenset[str] = frozenset()
    figure: bool = False


class Modals(Frozen):
    """Modal verbs and the verbs behind them."""

    defaults: dict[str, Modality]
    projected: frozenset[str]
    feared: frozenset[str]
    harm: frozenset[str]
    adverbs: frozenset[str]


class Clauses(Frozen):
    """Words at which clauses begin and end."""

    ends: frozenset[str]
    begins: frozenset[str]
    origins: frozenset[str]
    definite: frozenset[str]
    hedges: frozenset[str]
    still: frozenset[str]
    figures: frozenset[str]


class ModalityLexicon(Frozen):
    """The file modality.toml."""

    cues: tuple[Cue, ...]
    modals: Modals
    clauses: Clauses


@cache
def modality_lexicon() -> ModalityLexicon:
    """The lexicon of modality.

    Raises:
        RulebookError: where the file is missing or wrong.
    """
    return read_lexicon("modality.toml", ModalityLexicon)


@cache
def cues_by_word() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """The cues by their phrase's first word, each with its phrase as words, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for cue in modality_lexicon().cues:
        for phrase in cue.phrases:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, cue))
    return {word: tuple(sorted(found, key=lambda item: -len(item[0]))) for word, found in table.items()}
