"""How alike personal names are, over transliterations."""

import unicodedata
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from checker.model import Mention, Relation
from checker.rulebook.names import names_lexicon
from checker.rulebook.speakers import speaker_lexicon


def name_likeness(a: str, b: str) -> float:
    """How alike two names or words of names are, from 0 to 1; 1 for equal ones.

    Each word of the shorter name is set against its like in the longer one, and the least alike pair decides: a
    different first name makes a different person.
    """
    first, second = _words(a), _words(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if len(first) > len(second):
        first, second = second, first
    left = list(second)
    least = 1.0
    for word in sorted(first, key=lambda w: (w not in left, w)):
        like = max(left, key=lambda other: (_word_likeness(word, other), other))
        least = min(least, _word_likeness(word, like))
        left.remove(like)
    return least


def same_person(a: Mention, b: Mention) -> Relation:
    """Whether two mentions name one person.

    `same`: equal names, or one with fewer words of the other's; `overlaps`: every word has its like in a spelling
    close to it; `disjoint` otherwise.
    """
    first, second = set(_words(a.folded)), set(_words(b.folded))
    if not first or not second:
        return Relation.UNKNOWN
    if first <= second or second <= first:
        return Relation.SAME
    if len(first) != len(second):
        return Relation.DISJOINT
    likeness = name_likeness(a.folded, b.folded)
    return Relation.OVERLAPS if likeness >= names_lexicon().likeness.alike else Relation.DISJOINT


def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name that tell who it is: no particles, no titles."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("\u2019", "'").replace("-", " "))
    words = "".join(char for char in plain if not unicodedata.combining(char)).replace(".", " ").split()
    lexicon = speaker_lexicon()
    small = lexicon.glue.particles | lexicon.nouns.titles
    return tuple(word for word in words if word not in small) or tuple(words)


@lru_cache(maxsize=65_536)
def _word_likeness(a: str, b: str) -> float:
    """The likeness of two words: by their letters, or by their sound where that is one."""
    if a == b:
        return 1.0
    by_letters = ratio(a, b) / 100
    if _sound(a) == _sound(b):
        return max(by_letters, names_lexicon().likeness.same_sound)
    return by_letters


@lru_cache(maxsize=65_536)
def _sound(word: str) -> str:
    """The word in a spelling that does not tell transliterations apart."""
    for spelling, sound in names_lexicon().likeness.sounds:
        word = word.replace(spelling, sound)
    return "".join(char for i, char in enumerate(word) if i == 0 or char != word[i - 1])
