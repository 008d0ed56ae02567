"""Rules about persons' names: one person under two spellings, two persons with names almost alike."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from checker.model import Severity
from checker.rulebook.rules import Rule


class Persons(StrEnum):
    """Whether a rule looks for one person or for two."""

    ONE = "one"
    TWO = "two"


class NamesRule(Rule):
    """A rule about two names that are alike and not equal.

    Two words of names are alike from `likeness` on (0 to 1) if both have `least_letters` letters. With `persons` one,
    every word of one name has its like in the other and a fact differs; with two, some do and others are plainly
    different. `particles` are words that identify nobody (al, abu, de); `same_person` are the facts (role, age,
    figure: any figure beside the name) of which one must agree, `differing` the measures of the figures beside the
    names, or other facts, of which one must differ. Dates differ where both texts date one of the `events`, each a
    list of words for it; `severity_of_dates` holds then.
    The message knows {first}, {second} and {difference}.
    """

    kind: Literal["names"] = "names"
    persons: Persons
    likeness: float = Field(gt=0, lt=1)
    least_letters: int = Field(ge=2)
    particles: frozenset[str] = frozenset()
    same_person: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    events: tuple[tuple[str, ...], ...] = ()
    severity_of_dates: Severity | None = None
