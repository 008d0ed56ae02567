"""Whether two dates are of one happening: what happens once, and to whom or what."""

import re
from functools import lru_cache

from checker.align.evidence import common_words
from checker.model import Claim, Relation
from checker.rulebook.happenings import happenings

SHORTEST = 3  # letters of a word that can tell a thing: dam
TELLING = 2  # words that tell one thing where the places do not
STEM = 5  # letters by which declared is declaration
REACH = 70  # characters on either side of a date
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
    name = min(once)
    if len(shared) >= (1 if place in NEAR else TELLING):
        return Relation.SAME, f"both tell when something was {name}: {', '.join(_words(a, shared))}"
    if place in NEAR and any(happenings()[each].alone for each in once):
        return Relation.SAME, f"both tell when something was {name} in one place"
    return Relation.UNKNOWN, f"each tells when something was {name}, nothing shows that it is one thing"


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
    return _once(claim.quote[:at].casefold(), claim.quote[at + len(claim.number.text) :].casefold())


@lru_cache(maxsize=16384)
def _once(before: str, after: str) -> frozenset[str]:
    """The happenings named in the text before and after a date."""
    since = before.rstrip().endswith("since")
    words = WORD.findall(FIGURE.split(before)[-1][-REACH:]) + WORD.findall(FIGURE.split(after)[0][:REACH])
    return frozenset(
        name
        for name, known in happenings().items()
        if any(word.startswith(known.words) or (since and word.startswith(known.since or ("\0",))) for word in words)
    )


def stems_told(claim: Claim) -> frozenset[str]:
    """The beginnings of the words that tell what a date is of."""
    return _stems(claim.event.kind) if claim.event else frozenset()


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that tell what it happened to."""
    bodies = {word for known in happenings().values() for word in known.bodies}
    words = [word for word in text.split() if len(word) >= SHORTEST and (word in bodies or word not in common_words())]
    verbs = tuple(word for known in happenings().values() for word in known.words)
    return frozenset(word[:STEM] for word in words if not word.startswith(verbs))
