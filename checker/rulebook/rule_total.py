"""Rules about a whole and its parts: sums, parts above their whole, changes and shares that do not follow."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from checker.model.base import Frozen
from checker.rulebook.rules import Rule

Words = tuple[str, ...]


class Arithmetic(StrEnum):
    """Which arithmetic a rule checks."""

    SUM = "sum"  # the parts of a list make its total
    PART = "part"  # no part is greater than its whole
    CHANGE = "change"  # former value and change make the present one
    SHARE = "share"  # a percentage, or a mean, follows from part and base


class Cues(Frozen):
    """The words that give figures their roles; all folded, matched as whole words.

    `opening` stands before a whole whose parts follow (of the, among the), `total` beside a whole whose parts come
    before it (in all, altogether), `row` begins the row of a list that adds the rows above it. `subset` marks parts
    that need not make up the whole (including), `rest` the part that takes all that is left (the other),
    `remainder` a part without a member in common with the others (at large).
    `former` stands before an earlier value (from, against), `current` before the present one (to), `change` before a
    change (by, a fall of) and `than` behind one (more than the). `rate` names a percentage that two figures of its
    sentence make (fatality rate), `base` stands behind a percentage and before its base (percent of the).
    `rival` words keep figures from being parts of one list: other times, other counts, growth.
    """

    opening: Words = ()
    total: Words = ()
    row: Words = ()
    subset: Words = ()
    rest: Words = ()
    remainder: Words = ()
    former: Words = ()
    current: Words = ()
    change: Words = ()
    than: Words = ()
    rate: Words = ()
    base: Words = ()
    rival: Words = ()


class Partition(Frozen):
    """Classes without a common member, each as the words that name it; `complete`: the classes make up everybody."""

    classes: tuple[Words, ...]
    complete: bool = False


class Balance(Frozen):
    """Measures whose counts add up: of those aboard, some are rescued, some dead and some missing.

    `parts` are lists of measures that mean the same; the first two have to be there.
    """

    whole: Words
    parts: tuple[Words, ...]


class TotalRule(Rule):
    """A rule about figures of one text that arithmetic joins.

    `balances` are measures that add up wherever they stand near each other; their parts may make less than the whole,
    not more. `species` says which counted things are kinds of another (a helicopter is an aircraft). `slack` is the
    part of a stated figure that it may miss beyond its rounding.
    The message knows {what} (what is counted), {whole}, {parts}, {result} (what they make) and {stated}; in a rule of
    changes the parts are the former value and the present one.
    """

    kind: Literal["total"] = "total"
    arithmetic: Arithmetic
    cues: Cues = Cues()
    partitions: tuple[Partition, ...] = ()
    balances: tuple[Balance, ...] = ()
    species: dict[str, Words] = Field(default_factory=dict)
    slack: float = 0.0
