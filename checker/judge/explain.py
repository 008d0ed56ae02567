"""Why two claims are compared or not: gate by gate."""

from checker.judge.gates import SAME_FACT, gates
from checker.model import Alignment, Gate, Relation
from checker.rulebook.rule_pair import PairRule
from checker.rulebook.rule_series import SeriesRule


def explain(alignment: Alignment, rule: PairRule | SeriesRule | None = None) -> tuple[Gate, ...]:
    """The gates that the pair passes up to the first that fails, then the test of the intervals.

    Without a rule it says whether the two claims speak of one fact.
    """
    steps = tuple(gates(rule.when if rule else SAME_FACT, alignment))
    if not steps[-1].passed:
        return steps
    relation, reason = alignment.fields["value"]
    return (*steps, Gate(field="value", relation=relation, passed=relation is Relation.DISJOINT, reason=reason))
