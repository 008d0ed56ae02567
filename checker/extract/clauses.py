"""Clauses: the stretch of a sentence that a figure shares its time and place with."""

from checker.extract.syntax import Sentence

_BREAKS = frozenset((";", ":", "(", ")", "—", "while", "whereas", "but"))


def clause_of(sentence: Sentence, at: int) -> tuple[int, int]:
    """The offsets of the clause around a token index."""
    tokens = sentence.tokens
    first = at
    while first > 0 and tokens[first - 1].lower not in _BREAKS:
        first -= 1
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].lower not in _BREAKS:
        last += 1
    return tokens[first].start, tokens[last].end
