"""Two claims side by side, for people who ask why."""

from collections.abc import Iterable, Sequence

from checker.align.compare import align
from checker.align.rulings import Rulings, ruled
from checker.judge.explain import explain
from checker.judge.gates import SAME_FACT, comparable
from checker.model import Alignment, Claim, Gate, Ruling
from checker.rulebook.rule_pair import PairRule
from checker.rulebook.rule_series import SeriesRule
from checker.rulebook.rules import Rule


def aligned(first: Claim, second: Claim, rulings: Sequence[Ruling] = ()) -> Alignment:
    """How two claims relate, an editor's word on them included."""
    found = align(first, second)
    ruling = Rulings(rulings, (first, second)).on(first.id, second.id)
    return ruled(found, first, second, ruling) if ruling else found


def compare(first: Claim, second: Claim, rule: Rule | None = None, rulings: Sequence[Ruling] = ()) -> tuple[Gate, ...]:
    """Why two claims are compared or not: the gates up to the first that stops, then how their values relate.

    The gates are those of the rule, where it is one about two claims; without one, those that make a fact.
    """
    return explain(aligned(first, second, rulings), rule if isinstance(rule, PairRule | SeriesRule) else None)


def speak_of_one_fact(first: Claim, second: Claim) -> bool:
    """Whether two claims pass all the gates that make a fact."""
    return comparable(SAME_FACT, align(first, second))


def rules_that_compare(
    first: Claim, second: Claim, rules: Iterable[Rule], rulings: Sequence[Ruling] = ()
) -> tuple[str, ...]:
    """The ids of the rules whose gates the two claims pass, whatever their values."""
    seen = aligned(first, second, rulings)
    return tuple(
        rule.id
        for rule in rules
        if isinstance(rule, PairRule | SeriesRule)
        and rule.when.takes(first.measure)
        and rule.when.takes(second.measure)
        and comparable(rule.when, seen)
    )
