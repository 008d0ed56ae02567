"""How near, how long and how alike: rules/thresholds.toml."""

from functools import cache

from pydantic import Field

from checker.model.base import Frozen
from checker.rulebook.additions import in_force, read_changed


class Stocks(Frozen):
    """For how many days a count of what is there holds, by measure; the moving ones change from day to day."""

    default: int = Field(ge=0)
    lasting: int = Field(ge=0)
    moving: frozenset[str]
    days: dict[str, int]

    def lifetime(self, measure: str) -> int:
        """Days for which a stock of this measure holds."""
        return self.days.get(measure, self.default)


class Events(Frozen):
    """When two texts tell of one event."""

    shared_words: float = Field(gt=0, le=1)
    least_words: int = Field(ge=1)
    measured_words: float
    likely_words: int = Field(ge=1)
    days: int = Field(ge=0)
    running: int = Field(ge=0)
    running_words: frozenset[str]
    evolving: frozenset[str]
    common: frozenset[str]


class Attributes(Frozen):
    """Measures that tell a thing's property, so that the thing has to be identified."""

    bare: frozenset[str]
    days: int = Field(ge=0)
    sited: frozenset[str]
    named: frozenset[str]


class Stories(Frozen):
    """When two reports tell of one story; days, names and words, and a town's thousands of people.

    `common` words are no topics.
    """

    days: int = Field(ge=0)
    names: int = Field(ge=1)
    town: int = Field(ge=0)
    near: int = Field(ge=0)
    topics: int = Field(ge=1)
    common: frozenset[str]
    fresh: int = Field(ge=0)


class Copies(Frozen):
    """When a passage is a copy of another."""

    shared_words: float = Field(gt=0, le=1)
    least_words: int = Field(ge=1)
    shingle: int = Field(ge=2)
    least_shingles: int = Field(ge=1)
    shared_shingles: float = Field(gt=0, le=1)


class Thresholds(Frozen):
    """All thresholds."""

    stocks: Stocks
    events: Events
    attributes: Attributes
    stories: Stories
    copies: Copies


@cache
def thresholds() -> Thresholds:
    """The file, read once."""
    return read_changed("thresholds.toml", Thresholds, in_force().thresholds)
