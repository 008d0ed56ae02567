"""Whether two dates are of one happening: what happens once, and to whom or what."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from checker.align.evidence import common_words
from checker.align.period import gap
from checker.model import Claim, Precision, Relation
from checker.rulebook.happenings import happenings, told_once

SHORTEST = 3  # letters of a word that can tell a thing: dam
TELLING = 2  # words that tell one thing where the places do not
STEM = 5  # letters by which declared is declaration
FIGURE = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
NEAR = {Relation.SAME, Relation.WITHIN, Relation.CONTAINS}


def dating_relation(a: Claim, b: Claim, place: Relation) -> tuple[Relation, str]:
    """Same where both texts date one thing that happens once; unknown where nothing shows it."""
    once = named_once(a) & named_once(b)
    if not once:
        return Relation.UNKNOWN, "nothing shows that both date one happening"
    if not (_dated(a) and _dated(b)):
        return Relation.UNKNOWN, "one text gives no date, only how long ago"
    own = _own(a, b) if place is Relation.SAME else set()
    shared = (stems_told(a) & stems_told(b)) - own
    single = {name for name in once if not happenings()[name].recurring}
    if not single:
        return _in_one_story(a, b, once, shared)
    name = min(single)
    if len(shared) >= (1 if place in NEAR else TELLING):
        return Relation.SAME, f"both tell when something was {name}: {', '.join(_words(a, shared))}"
    if place in NEAR and any(happenings()[each].alone for each in single):
        return Relation.SAME, f"both tell when something was {name} in one place"
    return _in_one_story(a, b, once, shared)


def _in_one_story(a: Claim, b: Claim, once: frozenset[str], shared: AbstractSet[str]) -> tuple[Relation, str]:
    """Overlaps where both date a happening that one story has once, as far as the words tell."""
    found = sorted(name for name in once if (happenings()[name].alone or shared) and _near(a, b, name))
    if not found:
        return Relation.UNKNOWN, f"each tells when something was {min(once)}, which may be two things"
    return Relation.OVERLAPS, f"each tells when something was {found[0]}: one thing, if the story is one"


def _near(a: Claim, b: Claim, name: str) -> bool:
    """Whether two dates are as exact as each other, and so near that they may be of one happening."""
    if a.time is None or b.time is None or a.time.precision is not b.time.precision:
        return False
    return a.time.precision is not Precision.DAY or gap(a.time, b.time) <= happenings()[name].apart


def _words(claim: Claim, stems: frozenset[str]) -> list[str]:
    """The words of a date's event that begin with one of the stems, each once, sorted."""
    return sorted({word for word in (claim.event.kind.split() if claim.event else ()) if word[:STEM] in stems})


def _own(a: Claim, b: Claim) -> set[str]:
    """The words of the place, which show nothing; but "the dam" of both texts is what was built."""
    words = a.place.name.split() if a.place else ()
    return {word[:STEM] for word in words if not (word in WORD.findall(a.quote) and word in WORD.findall(b.quote))}


def _dated(claim: Claim) -> bool:
    """Whether the words name a day, a month or a year, and no length of time: not "several months ago"."""
    return bool(FIGURE.search(claim.number.text)) or claim.number.text.strip().istitle()


def named_once(claim: Claim) -> frozenset[str]:
    """The happenings that a date claim names, as far as no other date or figure stands between."""
    at = claim.number.start - claim.span.start
    return told_once(claim.quote[:at].casefold(), claim.quote[at + len(claim.number.text) :].casefold())


def stems_told(claim: Claim) -> frozenset[str]:
    """The beginnings of the words that tell what a date is of."""
    return _stems(claim.event.kind) if claim.event else frozenset()


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that tell what it happened to."""
    bodies = {word for known in happenings().values() for word in known.bodies}
    words = [word for word in text.split() if len(word) >= SHORTEST and (word in bodies or word not in common_words())]
    verbs = tuple(word for known in happenings().values() for word in known.words)
    return frozenset(word[:STEM] for word in words if word in bodies or not word.startswith(verbs))
