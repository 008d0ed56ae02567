"""Two claims side by side, for people who ask why."""

from checker.align.compare import align
from checker.judge.explain import explain
from checker.model import Claim, Gate


def compare(first: Claim, second: Claim) -> tuple[Gate, ...]:
    """Why two claims are compared or not: the gates up to the first that stops, then how their values relate."""
    return explain(align(first, second))
