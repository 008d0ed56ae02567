"""Two claims side by side, for people who ask why."""

from collections.abc import Iterable

from checker.align.compare import align
from checker.judge.explain import explain
from checker.judge.gates import SAME_FACT, comparable
from checker.model import Claim, Gate
from checker.rulebook.rule_pair import PairRule
from checker.rulebook.rule_series import SeriesRule
from checker.rulebook.rules import Rule


def compare(first: Claim, second: Claim, rule: Rule | None = None) -> tuple[Gate, ...]:
    """Why two claims are compared or not: the gates up to the first that stops, then how their values relate.

    The gates are those of the rule, where it is one about two claims; without one, those that make a fact.
    """
    return explain(align(first, second), rule if isinstance(rule, PairRule | SeriesRule) else None)


def speak_of_one_fact(first: Claim, second: Claim) -> bool:
    """Whether two claims pass all the gates that make a fact."""
    return comparable(SAME_FACT, align(first, second))


def rules_that_compare(first: Claim, second: Claim, rules: Iterable[Rule]) -> tuple[str, ...]:
    """The ids of the rules whose gates the two claims pass, whatever their values."""
    seen = align(first, second)
    return tuple(
        rule.id
        for rule in rules
        if isinstance(rule, PairRule | SeriesRule)
        and rule.when.takes(first.measure)
        and rule.when.takes(second.measure)
        and comparable(rule.when, seen)
    )
