"""The place of reports that never say where: taken from other reports of the same story.

A pass of its own, since it needs the whole corpus. Only a report whose own prose names no place of its story borrows
one, and only from reports that open with the same proper name (a ship, a storm, a site); where these do not agree on
one place it keeps what it has. Borrowed places count as implied, not stated.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.engine.stages import Mapped
from checker.model import Extraction, Place
from checker.rulebook.gazetteer import fold_place, lookup
from checker.rulebook.gazetteer_data import place_words

OPENING = 1500  # characters of a report in which the name that its story goes by is told
MAJORITY = 0.5  # of the reports of a story that must agree on more than this share

_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][\w'-]+(?: [A-Z][\w'-]+)+")  # capitalised within a sentence: Amber Dawn
_ANYWHERE = re.compile(r"\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)+")


def settle_homes(mapped: Sequence[Mapped]) -> list[Mapped]:
    """The documents in their order, those that name no place with that of their story."""
    if all(item.extraction.home_told for item in mapped):
        return list(mapped)
    lenders = [(item.extraction.home, _proper(item)) for item in mapped if _lends(item.extraction)]
    return [item if item.extraction.home_told else _settled(item, lenders) for item in mapped]


def _lends(extraction: Extraction) -> bool:
    """Whether a report says of a place narrower than a country that its story happened there."""
    home = extraction.home
    return extraction.home_told and home is not None and (bool(home.containers) or not home.country)


def _proper(item: Mapped) -> frozenset[str]:
    """The proper names of two words within the prose of a report's opening."""
    return _pairs(item, _WITHIN)


def _written(item: Mapped) -> frozenset[str]:
    """The pairs of capitalised words at the opening of a report, headings and all."""
    return _pairs(item, _ANYWHERE)


def _pairs(item: Mapped, runs: re.Pattern[str]) -> frozenset[str]:
    """Neighbouring capitalised words, folded, without those of people, bodies and places."""
    document = item.document
    text = document.text[document.body : document.body + OPENING]
    folded = (fold_place(match.group()).split() for match in runs.finditer(text))
    bodies = place_words().organisations | place_words().never
    people = {mention.folded for mention in item.extraction.mentions}
    return frozenset(
        f"{first} {second}"
        for words in folded
        for first, second in pairwise(words)
        if bodies.isdisjoint((first, second)) and f"{first} {second}" not in people and not lookup(f"{first} {second}")
    )


def _settled(item: Mapped, lenders: Sequence[tuple[Place | None, frozenset[str]]]) -> Mapped:
    own, names = item.extraction.home, _written(item)
    akin = [home for home, proper in lenders if home is not None and names & proper]
    homes = [home for home in akin if own is None or not own.country or home.country in {"", own.country}]
    counts = Counter(home.name for home in homes)
    best = max(sorted(counts), key=lambda name: counts[name], default="")
    if not best or counts[best] <= MAJORITY * len(akin):
        return item
    place = max((home for home in homes if home.name == best), key=lambda home: (len(home.text), home.text))
    return item._replace(extraction=_moved(item.extraction, place))


def _moved(extraction: Extraction, place: Place) -> Extraction:
    """The extraction with the place for every claim that only had the report's own."""
    own = extraction.home.name if extraction.home else ""
    claims = tuple(
        claim.model_copy(update={"place": place})
        if not claim.place_stated and (claim.place.name if claim.place else "") == own
        else claim
        for claim in extraction.claims
    )
    return extraction.model_copy(update={"claims": claims, "home": place})
