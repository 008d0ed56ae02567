"""Rules about one claim, or about what a document says of itself: each names a predicate."""

from enum import StrEnum
from typing import Literal

from checker.rulebook.rules import Rule

Words = tuple[str, ...]


class Predicate(StrEnum):
    """What is the matter with a claim or a document; the code of each stands in checker.judge.single."""

    WEEKDAY = "weekday"  # the stated weekday is not the calendar's
    IMPOSSIBLE_DATE = "impossible date"  # there is no such day
    PUBLICATION_DATES = "publication dates"  # a report bears two dates of publication
    AFTER_PUBLICATION = "after publication"  # a past event dated after its report
    DURATION = "duration"  # a duration against its own start and end
    TITLES = "titles"  # one title is another report's
    SOURCES = "sources"  # two names for who publishes a report
    AGE = "age"  # an age against a year of birth
    IMPOSSIBLE_SHARE = "impossible share"  # more than everything of a base
    CONVERSION = "conversion"  # the same quantity in two units that do not convert
    UNCONVERTED = "unconverted"  # one figure for two units


class SingleRule(Rule):
    """A rule that needs no second report.

    `keys` are the keys of the front matter that are held against each other. `days` is how many days two dates may
    lie apart, `slack` the part of a value that it may miss. `cues` are words that must stand beside the figure (a verb
    in the past, what is shared), `excuses` words that keep the predicate from applying: a plan, a forecast, a growth.
    The message knows {stated}, {actual} and {quote}.
    """

    kind: Literal["single"] = "single"
    predicate: Predicate
    keys: Words = ()
    days: int = 0
    slack: float = 0.0
    cues: Words = ()
    excuses: Words = ()
