"""Judges: a group of claims and a rule in, drafts of findings out; one module for each kind of rule."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from checker.judge import names, pair, series, single, total
from checker.judge.draft import Case, Draft
from checker.rulebook.rules import Rule

JUDGES: Mapping[str, Callable[[Any, Case], Iterator[Draft]]] = {
    "names": names.judge,
    "pair": pair.judge,
    "series": series.judge,
    "single": single.judge,
    "total": total.judge,
}


def judge(rule: Rule, case: Case) -> Iterator[Draft]:
    """The drafts of one rule about one group."""
    return JUDGES[rule.kind](rule, case)
