"""Whether two dates are of one happening: what happens once, and to whom or what."""

from functools import lru_cache

from checker.align.evidence import common_words
from checker.model import Claim, Relation
from checker.rulebook.happenings import happenings

STEM = 5  # letters by which declared is declaration
NEAR = {Relation.SAME, Relation.WITHIN, Relation.CONTAINS}


def dating_relation(a: Claim, b: Claim, place: Relation) -> tuple[Relation, str]:
    """Same where both texts date one thing that happens once; unknown where nothing shows it."""
    once = named_once(a) & named_once(b)
    if not once:
        return Relation.UNKNOWN, "nothing shows that both date one happening"
    own = {word[:STEM] for claim in (a, b) if claim.place for word in claim.place.name.split()}
    shared = (_told(a) & _told(b)) - own
    name = min(once)
    if shared:
        return Relation.SAME, f"both tell when something was {name}: {', '.join(sorted(shared))}"
    if place in NEAR and any(happenings()[each].alone for each in once):
        return Relation.SAME, f"both tell when something was {name} in one place"
    return Relation.UNKNOWN, f"each tells when something was {name}, nothing shows that it is one thing"


def named_once(claim: Claim) -> frozenset[str]:
    """The happenings that a date claim names."""
    return _once(claim.event.kind) if claim.event else frozenset()


@lru_cache(maxsize=16384)
def _once(text: str) -> frozenset[str]:
    """The happenings that the words of a clause name."""
    return frozenset(
        name for name, known in happenings().items() if any(f" {word}" in f" {text}" for word in known.words)
    )


def _told(claim: Claim) -> frozenset[str]:
    return _stems(claim.event.kind) if claim.event else frozenset()


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that tell what it happened to."""
    words = [word for word in text.split() if len(word) >= STEM and word not in common_words()]
    verbs = tuple(word for known in happenings().values() for word in known.words)
    return frozenset(word[:STEM] for word in words if not word.startswith(verbs))
