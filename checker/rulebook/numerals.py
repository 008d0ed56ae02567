"""Words for numbers and hedges: rules/lexicon/en/numerals.toml and hedges.toml."""

from functools import cache, cached_property
from typing import Literal

from pydantic import Field

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class Vague(Frozen):
    """A plural that names no figure: the figure reported, the floor it commits to, what a reader takes from it."""

    low: float
    hard: tuple[float]
    soft: tuple[float, float]


class Nothing(Frozen):
    """Words for none: `before` a noun, `alone`, or in `phrases`; before `idioms` they count nothing."""

    before: frozenset[str]
    alone: frozenset[str]
    phrases: frozenset[str]
    idioms: frozenset[str]


class Shares(Frozen):
    """What makes a share of a fraction; the comments in the file say what each is for."""

    halves: frozenset[str]
    sure: frozenset[str]
    not_before: frozenset[str]
    not_behind: frozenset[str]
    wholes: frozenset[float]
    denominators: frozenset[int]
    joints: frozenset[str]
    indivisible: frozenset[str]


class Tails(Frozen):
    """What letters and hyphens tie to a figure: `ordinal` and `age` count nothing, `ambiguous` may be a scale."""

    ordinal: frozenset[str]
    ambiguous: frozenset[str]
    capital: frozenset[str]
    age: str
    not_units: frozenset[str]


class Numerals(Frozen):
    """The words for numbers by what they do."""

    cardinals: dict[str, float]
    scales: dict[str, float]
    letters: dict[str, float]
    groups: dict[str, float]
    vague: dict[str, Vague]
    fractions: dict[str, float]
    multiples: dict[str, float]
    none: Nothing
    leading: frozenset[str]
    countable: frozenset[str]
    joints: frozenset[str]
    changing: frozenset[str]
    compared: frozenset[str]
    vulgar: dict[str, float]
    shares: Shares
    tails: Tails

    @cached_property
    def first(self) -> frozenset[str]:
        """The words with which a numeral may begin, articles and digits apart."""
        phrases = (*self.vague, *self.none.phrases)
        return frozenset(
            (
                *self.cardinals,
                *self.scales,
                *self.groups,
                *self.fractions,
                *self.multiples,
                *self.vulgar,
                *self.none.before,
                *self.none.alone,
                *(phrase.split()[0] for phrase in phrases),
            )
        )

    @cached_property
    def second(self) -> frozenset[str]:
        """The words with which a numeral may go on behind an article."""
        listed = (phrase.split()[1:2] for phrase in self.vague)
        return frozenset((*self.scales, *self.groups, *self.fractions, *(word for words in listed for word in words)))


class Hedge(Frozen):
    """Words that make an interval of a figure; they stand on one `side` of it."""

    id: str
    kind: Literal["floor", "above", "ceiling", "below", "near", "about", "exact"]
    side: Literal["before", "after"] = "before"
    words: tuple[str, ...]


class Bounds(Frozen):
    """Widths of the intervals, as shares of the figure unless said otherwise in the file."""

    round_places: float = Field(gt=0, le=1)
    round_most: float = Field(ge=0, lt=1)
    round_soft: float = Field(ge=0, lt=1)
    round_from: float = Field(ge=0)
    about: float = Field(ge=0, lt=1)
    near: float = Field(ge=0, lt=1)
    near_soft: float = Field(ge=0, lt=1)
    floor_soft: float = Field(ge=1)
    ceiling_soft: float = Field(ge=0, le=1)
    below_soft: float = Field(ge=0, le=1)


class Hedges(Frozen):
    """The file of hedges."""

    bounds: Bounds
    hedge: tuple[Hedge, ...]

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest hedge."""
        return max(len(words.split()) for hedge in self.hedge for words in hedge.words)

    @cached_property
    def last(self) -> frozenset[str]:
        """The last words of the hedges before a figure."""
        return frozenset(words.split()[-1] for hedge in self.hedge if hedge.side == "before" for words in hedge.words)

    def by_words(self, side: str) -> dict[tuple[str, ...], Hedge]:
        """Each wording on that side of the figure."""
        return {tuple(words.split()): hedge for hedge in self.hedge if hedge.side == side for words in hedge.words}


@cache
def numerals() -> Numerals:
    """The words for numbers, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("numerals.toml", Numerals)


@cache
def hedges() -> Hedges:
    """The hedges, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("hedges.toml", Hedges)
