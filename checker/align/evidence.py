"""What the words around a figure tell of its event: names and content words that not every report of its kind has."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from checker.align.period import is_property
from checker.align.population import singular
from checker.model import Claim
from checker.rulebook.measures import measures
from checker.rulebook.populations import group_words, populations
from checker.rulebook.thresholds import thresholds


class Evidence(NamedTuple):
    """The telling names and words of one claim."""

    names: frozenset[str]
    words: frozenset[str]


def evidence(claim: Claim) -> Evidence:
    """The names and words around the figure without those of its place, its speaker, its population and its measure."""
    place = (claim.place.name, *claim.place.containers) if claim.place else ()
    speaker = (claim.speaker.name, claim.speaker.via, claim.speaker.text.casefold()) if claim.speaker else ()
    population = (claim.population.text.casefold(),) if claim.population else ()
    names = claim.event.names if claim.event else ()
    if is_property(claim):  # what a property belongs to tells it
        described = tuple(word for text in population for word in text.split())
        return _evidence((*claim.context, *described), names, (*place, *speaker), claim.measure)
    return _evidence(claim.context, names, (*place, *speaker, *population), claim.measure)


@lru_cache(maxsize=65_536)
def _evidence(
    context: tuple[str, ...],
    names: tuple[str, ...],
    told: tuple[str, ...],
    measure: str,
) -> Evidence:
    own = {singular(word) for text in told for word in text.replace("-", " ").split()}
    common = own | common_words() | measure_words(measure)
    return Evidence(
        names=frozenset(name for name in names if not {singular(word) for word in name.split()} <= common),
        words=frozenset(singular(word) for word in context if word not in common and singular(word) not in common),
    )


@cache
def common_words() -> frozenset[str]:
    """Words of any report: days and months, sides and kinds of people."""
    known = {part for phrase in group_words() for part in phrase.split()}
    return frozenset(known | populations().people | populations().noise | thresholds().events.common)


def measure_words(measure: str) -> frozenset[str]:
    """The words by which texts name a measure."""
    return _words_of_measures().get(measure, frozenset())


@cache
def _words_of_measures() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for listed in measures().triggers.values():
        for words, trigger in listed:
            found[measures().compared(trigger.measure)].update(map(singular, words))
    return {measure: frozenset(words) for measure, words in found.items()}
