"""What about the values of two claims is a finding: one small test for each kind of flag."""

from collections.abc import Callable
from datetime import timedelta

from checker.judge.draft import Case
from checker.judge.order import as_of, between, evolving, says
from checker.model import Alignment, Claim, Interval, Relation
from checker.model.figures import same_figure, slipped, times, transposed
from checker.rulebook.rule_pair import Acknowledged, Flag, Values

NEAR = 600  # characters between two figures that one passage sets against each other


def flagged(flag: Flag, a: Claim, b: Claim, alignment: Alignment, case: Case) -> bool:
    """Whether the rule flags the two claims in this order."""
    if flag.first_in and a.section not in flag.first_in:
        return False
    if flag.second_in and b.section not in flag.second_in:
        return False
    if flag.first_is and a.modality not in flag.first_is:
        return False
    if flag.second_is and b.modality not in flag.second_is:
        return False
    if flag.confusable and not _confusable(flag, a, b):
        return False
    if not TESTS[flag.values](flag, a, b, alignment):
        return False
    if any(says(flag.excuses, claim, case.documents) for claim in (a, b)):
        return False
    if flag.skip_revisions and _may_be_revision(a, b, case):
        return False
    return flag.acknowledged is Acknowledged.EITHER or (
        _acknowledged(flag, a, b, alignment, case) == (flag.acknowledged is Acknowledged.YES)
    )


def in_base(interval: Interval, claim: Claim) -> Interval:
    """An interval of the claim in the base unit of its dimension."""
    return interval if claim.unit.factor == 1 else interval.scaled(claim.unit.factor)


def _disjoint(flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    return alignment.relation("value") is Relation.DISJOINT and times(a, b) >= flag.factor_at_least


def _soft_disjoint(_flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    meet = alignment.relation("value") not in (Relation.DISJOINT, Relation.UNKNOWN)
    return meet and in_base(a.soft, a).disjoint(in_base(b.soft, b))


def _equal(_flag: Flag, a: Claim, b: Claim, _alignment: Alignment) -> bool:
    return same_figure(a, b)


def _power_of_ten(flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    return slipped(a, b) and times(a, b) >= flag.factor_at_least and alignment.relation("value") is Relation.DISJOINT


def _transposed(_flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    return transposed(a, b) and alignment.relation("value") is Relation.DISJOINT


def _dates(_flag: Flag, a: Claim, b: Claim, _alignment: Alignment) -> bool:
    return a.time is not None and b.time is not None and a.time.relation(b.time) is Relation.DISJOINT


def _undercut(_flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    """The first says more than the second, even as a reader takes it."""
    if alignment.relation("value") is Relation.UNKNOWN:
        return False
    return in_base(b.soft, b).below(in_base(a.soft, a))


def _hedge_lost(_flag: Flag, a: Claim, b: Claim, _alignment: Alignment) -> bool:
    return same_figure(a, b) and not a.number.hedge and bool(b.number.hedge) and not a.approximate


def _any(_flag: Flag, _a: Claim, _b: Claim, _alignment: Alignment) -> bool:
    return True


TESTS: dict[Values, Callable[[Flag, Claim, Claim, Alignment], bool]] = {
    Values.DISJOINT: _disjoint,
    Values.SOFT_DISJOINT: _soft_disjoint,
    Values.EQUAL: _equal,
    Values.POWER_OF_TEN: _power_of_ten,
    Values.TRANSPOSED: _transposed,
    Values.DATES: _dates,
    Values.UNDERCUT: _undercut,
    Values.HEDGE_LOST: _hedge_lost,
    Values.ANY: _any,
}


def _confusable(flag: Flag, a: Claim, b: Claim) -> bool:
    return a.unit.name != b.unit.name and any(
        a.unit.name in units and b.unit.name in units for units in flag.confusable
    )


def _may_be_revision(a: Claim, b: Claim, case: Case) -> bool:
    """Whether the count may have moved between the two: it grows while an event is counted, and the texts are two."""
    if not evolving(a):
        return False
    first, second = as_of(a, case.profiles), as_of(b, case.profiles)
    if first is None or second is None:
        return True
    return a.document != b.document and (first != second or abs(first - second) > timedelta(0))


def _acknowledged(flag: Flag, a: Claim, b: Claim, alignment: Alignment, case: Case) -> bool:
    """Whether one passage gives both figures, each with a speaker of its own, and words that set them against."""
    text = between(a, b, case.documents, NEAR)
    if text is None or alignment.relation("speaker") is not Relation.DISJOINT:
        return False
    return any(word in text for word in flag.acknowledging)
