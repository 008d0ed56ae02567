"""Rules about two claims: which fields must relate and how, and what about the values is then the finding."""

from enum import StrEnum
from math import inf
from typing import Literal

from checker.model import Modality, Relation, Section
from checker.model.base import Frozen
from checker.rulebook.rules import Rule

Relations = tuple[Relation, ...]
EVERY: Relations = tuple(Relation)


class When(Frozen):
    """The relations that a rule accepts for each field; a field that is left out may relate in any way.

    `document` is same or disjoint; `narrowing` is within or contains where one claim names a part of its population on
    purpose (confirmed cases); `wording` is same where one passage copies the other; `story` is same where two
    reports tell of one story and neither figure is placed or dated elsewhere; `link` is same where the texts link
    neither figure to another (as a part, a list, a change). `measures` restrict the rule to claims of these,
    `not_measures` keep claims of these out.
    """

    modality: Relations = (Relation.SAME,)
    kind: Relations = EVERY
    measure: Relations = EVERY
    unit: Relations = EVERY
    population: Relations = EVERY
    place: Relations = EVERY
    time: Relations = EVERY
    event: Relations = EVERY
    speaker: Relations = EVERY
    link: Relations = (Relation.SAME,)
    document: Relations = EVERY
    narrowing: Relations = EVERY
    wording: Relations = EVERY
    story: Relations = EVERY
    measures: tuple[str, ...] = ()
    not_measures: tuple[str, ...] = ()

    def takes(self, measure: str) -> bool:
        """Whether the rule is for claims of this measure."""
        if self.measures:
            return measure in self.measures
        return measure not in self.not_measures and measure != "date"


class Values(StrEnum):
    """What about the two values makes a finding."""

    DISJOINT = "disjoint"  # no number in common, by what the words commit to
    SOFT_DISJOINT = "soft disjoint"  # only what a reader takes from the words has no number in common
    APART = "apart"  # either of these
    EQUAL = "equal"  # the same figure as written
    POWER_OF_TEN = "power of ten"  # the same digits, a factor of 10, 1,000 or more apart
    TRANSPOSED = "transposed"  # one figure is the other with two digits exchanged or one digit changed
    DATES = "dates"  # two periods without a day in common
    UNDERCUT = "undercut"  # the first asserts more than the second, or any sum of figures like it, bears out
    HEDGE_LOST = "hedge lost"  # the first drops the hedge of the second, the figure is the same
    SUMMED = "summed"  # the first is the second and another figure beside it together
    NONE_OR_SOME = "none or some"  # the first says that there were none, the second gives a number
    ANY = "any"


class Acknowledged(StrEnum):
    """Whether the text itself sets the two figures against each other."""

    YES = "yes"
    NO = "no"
    EITHER = "either"


class Flag(Frozen):
    """What about two claims of one fact is the finding.

    `first_in` and `second_in` name sections (a headline against the body), `first_is` and `second_is` modalities
    (planned, feared), `first_hedges` and `second_hedges` hedges (up to). `counted` leaves out dozens and several.
    Of `confusable` units, one list holds both, or two rates are by two of the `periods`; with `currencies` the
    figures are sums in two currencies. `factor_at_least` and `factor_at_most` bound the ratio of the greater value
    to the lesser, `digits_at_least` the significant digits of both. A word of `excuses` near either figure lifts
    the flag (of dates, where they lie no more than `excused_days` apart). `named` asks for a named speaker of both;
    a word of `acknowledging` between two figures, each with a speaker of its own, says that the text itself sets
    them against each other. `skip_revisions` leaves counts that may have moved to the series rules. `alone` asks
    that neither text has another figure that fits that of the other, nor a second one of its own. `together` makes
    one finding of all pairs that hang together. A word of `comparing` (a higher toll) sets two figures against each
    other whoever gives them. `summed_with` are the measures of the figure that makes the second one the first.
    `unkept` asks that one of the texts lacks the figure of the other: a copy that has both has changed neither.
    """

    values: Values
    first_in: tuple[Section, ...] = ()
    second_in: tuple[Section, ...] = ()
    first_is: tuple[Modality, ...] = ()
    second_is: tuple[Modality, ...] = ()
    first_hedges: tuple[str, ...] = ()
    second_hedges: tuple[str, ...] = ()
    counted: bool = False
    confusable: tuple[tuple[str, ...], ...] = ()
    periods: tuple[str, ...] = ()
    currencies: bool = False
    factor_at_least: float = 1.0
    factor_at_most: float = inf
    digits_at_least: int = 0
    excuses: tuple[str, ...] = ()
    excused_days: int = 0
    named: bool = False
    acknowledged: Acknowledged = Acknowledged.EITHER
    acknowledging: tuple[str, ...] = ()
    skip_revisions: bool = False
    alone: bool = False
    together: bool = False
    comparing: tuple[str, ...] = ()
    summed_with: tuple[str, ...] = ()
    unkept: bool = False


class PairRule(Rule):
    """A rule about two claims.

    The message knows {what} (population and measure), {place}, {first}, {second} (the figures with their unit),
    {first_speaker} and {second_speaker},
    {first_section}, {first_measure} and {second_measure}, {second_modality}.
    """

    kind: Literal["pair"] = "pair"
    when: When
    flag: Flag
