"""Whether two speakers are one voice."""

from functools import lru_cache

from checker.align.names import name_likeness
from checker.model import Relation, Speaker
from checker.rulebook.names import names_lexicon
from checker.rulebook.speakers import canonical_names, speaker_lexicon, voice_nouns

HIGHEST = 5  # steps from a body to the one above all: an end to what the file could make a circle


def speaker_relation(a: Speaker | None, b: Speaker | None) -> Relation:
    """How the first speaker stands to the second.

    `same`: one institution or person, whoever speaks for it; `within` and `contains`: one is a part of the other;
    `disjoint`: two voices; `unknown`: nobody is named, or the names are too bare to tell.
    """
    if a is None or b is None or not (a.named and b.named):
        return Relation.UNKNOWN
    return _names_relation(a.name, b.name, a.via, b.via)


@lru_cache(maxsize=65_536)
def _names_relation(first: str, second: str, via: str, other_via: str) -> Relation:
    first, second = _canonical(first), _canonical(second)
    if first == second or _one_person(first, other_via) or _one_person(second, via):
        return Relation.SAME
    if second in _above(first):
        return Relation.WITHIN
    if first in _above(second):
        return Relation.CONTAINS
    if _one_person(first, second):
        return Relation.SAME
    return _wording_relation(_words(first), _words(second))


def _wording_relation(words: frozenset[str], others: frozenset[str]) -> Relation:
    """By the words of two institutions' names; a single word, `police`, could be many a body."""
    if words == others:
        return Relation.SAME
    if words and others and (words <= others or others <= words):
        return Relation.SAME if min(len(words), len(others)) > 1 else Relation.UNKNOWN
    return Relation.DISJOINT


def _canonical(name: str) -> str:
    return canonical_names().get(name, name)


def _above(name: str) -> tuple[str, ...]:
    """The bodies that a body is a part of, from the nearest outwards."""
    parents = speaker_lexicon().parents
    found: list[str] = []
    while name in parents and len(found) < HIGHEST:
        name = parents[name]
        found.append(name)
    return tuple(found)


def _words(name: str) -> frozenset[str]:
    """The telling words of an institution's name, so that `ministry of health` is `health ministry`."""
    glue = speaker_lexicon().glue
    words = name.replace("'s", "").replace(",", " ").replace("(", " ").replace(")", " ").replace("defense", "defence")
    return frozenset(word for word in words.split() if word not in glue.articles | glue.links and word != "and")


def _one_person(name: str, other: str) -> bool:
    """Whether two names of persons are one, the shorter perhaps a surname."""
    words, others = name.split(), other.split()
    if not words or not others or voice_nouns() & {words[-1], others[-1]}:
        return False
    if words[-1] == others[-1] and min(len(words), len(others)) == 1:
        return True
    return min(len(words), len(others)) > 1 and name_likeness(name, other) >= names_lexicon().likeness.alike
