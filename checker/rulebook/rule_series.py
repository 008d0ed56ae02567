"""Rules about counts of one thing that follow each other: a toll that rises, falls or goes stale."""

from enum import StrEnum
from math import inf
from typing import Literal

from checker.rulebook.rule_pair import When
from checker.rulebook.rules import Rule


class Movement(StrEnum):
    """What a series of counts does to be flagged."""

    RISES = "rises"
    FALLS = "falls"
    OPEN = "open"  # two counts of one day, and nothing tells which came first
    STALE = "stale"  # a text carries a figure that its own source had replaced before


class SeriesRule(Rule):
    """A rule about counts of one thing in the order of their dates.

    Two counts stand in one series where their fields relate as `when` says. `excuses` are folded words that announce
    a correction; with `excused` the rule flags only what they announce, without it only what they do not.
    A count that differs by more than `factor_at_most` is another count. `running` asks that the later text tells its
    figure as a running count (so far, rose to). `together` makes one finding of a whole series.
    The message knows what a pair rule's knows; `first` is the earlier count, of
    one day the lower one.
    """

    kind: Literal["series"] = "series"
    when: When
    movement: Movement
    factor_at_most: float = inf
    excuses: tuple[str, ...] = ()
    excused: bool = False
    running: bool = False
    together: bool = False
