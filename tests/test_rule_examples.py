"""Every rule's own examples, through the whole pipeline with only that rule on."""

import pytest

from checker.api import shipped_rules
from checker.rulebook.rules import Rule
from checker.testing import Outcome, run_examples

RULES = {rule.id: rule for rule in shipped_rules()}
OUTCOMES: dict[str, tuple[Outcome, ...]] = {}
CASES = [
    pytest.param(rule, index, id=f"{name}-{index}-{example.why}")
    for name, rule in RULES.items()
    for index, example in enumerate((*rule.must_flag, *rule.must_not_flag))
]


@pytest.mark.parametrize(("rule", "index"), CASES)
def test_example_holds(rule: Rule, index: int) -> None:
    outcomes = OUTCOMES.setdefault(rule.id, run_examples(rule))
    assert outcomes[index].problem == ""


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_has_two_examples_of_either_kind(rule: Rule) -> None:
    assert len(rule.must_flag) >= 2
    assert len(rule.must_not_flag) >= 2
