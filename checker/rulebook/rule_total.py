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
    before it (in all, altogether), `subset` marks parts that need not make up the whole (including), `remainder` the
    part that takes the rest (at large, the other). `former` stands before an earlier value (from, against), `change`
    before a change (by, a fall of), `more` behind one (more than the). `rate` names a percentage of two figures of
    its sentence (fatality rate). `growth` words make a percentage a change. `rival` words set figures against
    each other, so that they are not parts of a list.
    """

    opening: Words = ()
    total: Words = ()
    subset: Words = ()
    remainder: Words = ()
    former: Words = ()
    change: Words = ()
    more: Words = ()
    rate: Words = ()
    growth: Words = ()
    rival: Words = ()


class TotalRule(Rule):
    """A rule about figures of one text that arithmetic joins.

    `partitions` are lists of words for classes without a common member (women, men, children): parts named by
    different words of one list do not overlap. `complete` are lists whose classes make up everybody.
    `species` says which counted things are kinds of another (a helicopter is an aircraft).
    `slack` is the part of a stated figure that it may miss beyond its rounding.
    The message knows {whole}, {parts} (joined by "+"), {sum}, {what} (what is counted) and {stated}.
    """

    kind: Literal["total"] = "total"
    arithmetic: Arithmetic
    cues: Cues = Cues()
    partitions: tuple[Words, ...] = ()
    complete: tuple[Words, ...] = ()
    species: dict[str, Words] = Field(default_factory=dict)
    slack: float = 0.0
