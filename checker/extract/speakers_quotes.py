"""Where a document quotes: ranges between quotation marks, over sentences and paragraphs."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.syntax import Sentence

SHORTEST = 4  # words of a quotation that is somebody's statement; shorter ones are single words in quotes
_MARKS = frozenset(('"', "«", "„"))  # folded
_OPEN = {"“": "”", "«": "»", "„": "“", '"': '"'}


class Quote(NamedTuple):
    """Offsets of a quotation, marks included; `words` counts the tokens within."""

    start: int
    end: int
    words: int


def quotes(sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """The quotations in order; one that no mark closes runs on where the next paragraph opens with a mark."""
    found: list[Quote] = []
    start, words, closer = -1, 0, ""
    paragraph, end = -1, 0
    for sentence in sentences:
        if start >= 0 and sentence.paragraph != paragraph:
            if words >= SHORTEST:
                found.append(Quote(start, end, words))
            start = -1
        paragraph = sentence.paragraph
        if start < 0 and sentence.words.isdisjoint(_MARKS):
            continue
        for token in sentence.tokens:
            mark = token.text
            if start < 0:
                closer = _OPEN.get(mark, "")
                start, words = (token.start, 0) if closer else (-1, words)
            elif mark == closer or (closer == "”" and mark == '"'):
                found.append(Quote(start, token.end, words))
                start = -1
            elif mark == "«" and closer == _OPEN["«"]:
                words = 0
                start = token.start
            else:
                words += 1
            end = token.end
    if start >= 0 and words >= SHORTEST:
        found.append(Quote(start, end, words))
    return tuple(found)
