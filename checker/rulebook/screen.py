"""Which rules can still want a pair of claims while its fields are compared one by one: a bit for each rule."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from checker.model import Relation
from checker.rulebook.rule_pair import PairRule, Values, When
from checker.rulebook.rule_series import Movement, SeriesRule
from checker.rulebook.rules import Rule

FIELDS = tuple(name for name in When.model_fields if name not in ("measures", "not_measures"))


class Likeness(StrEnum):
    """How the figures of two claims as written resemble each other."""

    EQUAL = "equal"  # one number
    SLIPPED = "slipped"  # the same digits, another power of ten
    SHUFFLED = "shuffled"  # the same digits in another order
    OTHER = "other"


class Wanted(NamedTuple):
    """What one rule, or whoever else reads alignments, wants of a pair."""

    when: When
    values: Callable[[Relation, Likeness], bool]


def _any(_relation: Relation, _likeness: Likeness) -> bool:
    return True


def _disjoint(relation: Relation, _likeness: Likeness) -> bool:
    return relation is Relation.DISJOINT


def _meeting(relation: Relation, _likeness: Likeness) -> bool:
    return relation not in (Relation.DISJOINT, Relation.UNKNOWN)


def _equal(_relation: Relation, likeness: Likeness) -> bool:
    return likeness is Likeness.EQUAL


def _slipped(relation: Relation, likeness: Likeness) -> bool:
    return relation is Relation.DISJOINT and likeness is Likeness.SLIPPED


def _shuffled(relation: Relation, likeness: Likeness) -> bool:
    return relation is Relation.DISJOINT and likeness in (Likeness.SLIPPED, Likeness.SHUFFLED)


VALUES: Mapping[Values, Callable[[Relation, Likeness], bool]] = {
    Values.DISJOINT: _disjoint,
    Values.NONE_OR_SOME: _disjoint,
    Values.SOFT_DISJOINT: _meeting,
    Values.EQUAL: _equal,
    Values.HEDGE_LOST: _equal,
    Values.POWER_OF_TEN: _slipped,
    Values.TRANSPOSED: _shuffled,
}


class Screen:
    """The rules about two claims as bits, and which of them each relation of each field leaves standing.

    `rules` are those that have a bit, in the order of their bits; `also` takes the bits behind them. `company` are
    the bits of those that judge a pair in the company of other pairs of its claims, and not by itself.
    """

    def __init__(self, rules: Sequence[Rule], also: Sequence[When] = ()) -> None:
        self.rules = tuple(rule for rule in rules if isinstance(rule, PairRule | SeriesRule))
        wanted = [*map(_wanted, self.rules), *(Wanted(when, _any) for when in also)]
        self.also = sum(1 << bit for bit in range(len(self.rules), len(wanted)))
        self.company = sum(1 << bit for bit, rule in enumerate(self.rules) if _in_company(rule))
        self.fields = {
            field: {
                relation: sum(1 << bit for bit, each in enumerate(wanted) if relation in getattr(each.when, field))
                for relation in Relation
            }
            for field in FIELDS
        }
        self.values = {
            (relation, likeness): sum(1 << bit for bit, each in enumerate(wanted) if each.values(relation, likeness))
            for relation in Relation
            for likeness in Likeness
        }
        self._whens = tuple(each.when for each in wanted)
        self._measures: dict[str, int] = {}

    def of_measure(self, measure: str) -> int:
        """The bits of those that are for claims of this measure."""
        known = self._measures.get(measure)
        if known is None:
            known = sum(1 << bit for bit, when in enumerate(self._whens) if when.takes(measure))
            self._measures[measure] = known
        return known


def _in_company(rule: PairRule | SeriesRule) -> bool:
    return isinstance(rule, SeriesRule) or rule.flag.values is Values.UNDERCUT


def _wanted(rule: PairRule | SeriesRule) -> Wanted:
    if isinstance(rule, SeriesRule):
        return Wanted(rule.when, _any if rule.movement is Movement.STALE else _disjoint)
    return Wanted(rule.when, VALUES.get(rule.flag.values, _any))
