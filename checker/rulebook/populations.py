"""Who is counted: rules/lexicon/en/populations.toml."""

from functools import cache

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class Group(Frozen):
    """The words for one group, and the groups of its facet that hold it; a loose one passes for people at large."""

    words: tuple[str, ...]
    within: tuple[str, ...] = ()
    loose: bool = False


class Facet(Frozen):
    """One question about the people counted; in an exclusive facet two groups exclude each other.

    An optional facet need not be named each time: where only one population answers it, the two may be one. The
    words of a telling one are put in to name a part on purpose.
    """

    exclusive: bool
    optional: bool = False
    telling: bool = False
    groups: dict[str, Group]


class Populations(Frozen):
    """The facets by name, words for people at large, words that say nothing of who is counted, and synonyms.

    Of synonyms the first stands for all. `events` are nouns for what people suffer, each with the one that is printed;
    `suffering` are measures of those who do, and `general` last words of descriptions that say no more than that.
    """

    people: frozenset[str]
    noise: frozenset[str]
    links: frozenset[str]
    synonyms: tuple[tuple[str, ...], ...]
    events: dict[str, str]
    suffering: frozenset[str]
    general: frozenset[str]
    facets: dict[str, Facet]

    def words(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The (facet, group) pairs that each word names; words of up to three parts."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for facet, content in self.facets.items():
            for name, group in content.groups.items():
                for word in group.words:
                    found[word] = (*found.get(word, ()), (facet, name))
        return found


@cache
def populations() -> Populations:
    """The file, read once."""
    return read_lexicon("populations.toml", Populations)


@cache
def group_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The (facet, group) pairs that each word names."""
    return populations().words()


@cache
def synonyms() -> dict[str, str]:
    """The word that stands for each one that has synonyms."""
    return {word: words[0] for words in populations().synonyms for word in words}
