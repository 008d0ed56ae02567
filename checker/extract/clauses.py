"""Clauses: the stretch of a sentence that a figure shares its time and place with."""

from typing import NamedTuple

from checker.extract.syntax import Sentence, Token
from checker.rulebook.temporal import temporal

_BREAKS = frozenset((";", ":", "(", ")", "—", "while", "whereas", "but"))
_MARKS = frozenset((",", ":", "(", ")", "-", "[", "]"))
_NO_CLAUSE = frozenset(("as", "such", "well", "so", "soon", "long", "just"))  # before "as": as many as, such as
_MEASURES = frozenset(("many", "much", "of", "few", "high", "low", "little", "far", "well", "large"))  # behind it


class Segment(NamedTuple):
    """Tokens `first` to `last` (excluded) between two joints.

    `island`: a subordinate clause, whose times are its own. `level` counts hard breaks before it: what stands on
    another level is another statement.
    """

    first: int
    last: int
    island: bool
    level: int


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


def segments(sentence: Sentence) -> tuple[Segment, ...]:
    """The segments of a sentence in order, the joints left to the one behind them."""
    tokens, words = sentence.tokens, temporal().clauses
    found: list[Segment] = []
    first, island, level, inside = 0, False, 0, 0
    for index, token in enumerate(tokens):
        word = token.lower
        hard = word in words.hard
        opens = hard or word in _MARKS or (word in words.islands and _subordinates(tokens, index))
        if not opens:
            continue
        if index > first:
            found.append(Segment(first, index, island, level))
        if hard:
            level += 1
        inside += (word == "(") - (word == ")")
        island = word in words.islands or (island and word == ":") or (inside > 0 and word == "(")
        first = index
    found.append(Segment(first, len(tokens), island, level))
    return tuple(found)


def _subordinates(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the word opens a clause here: not "as many as", "such as", "as of"."""
    before = tokens[index - 1].lower if index else ""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if tokens[index].lower in {"before", "after"}:
        return not (after[:1].isdigit() or after in temporal().month or after in temporal().weekday)
    if tokens[index].lower != "as":
        return True
    return before not in _NO_CLAUSE and before not in _MEASURES and after not in _MEASURES and not after[:1].isdigit()


def segment_at(found: tuple[Segment, ...], at: int) -> int:
    """The number of the segment that holds a token index."""
    for number, segment in enumerate(found):
        if segment.first <= at < segment.last:
            return number
    return len(found) - 1
