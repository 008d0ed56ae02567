"""Rules about one claim, or about what a document says of itself."""

from collections.abc import Callable, Iterator, Mapping

from checker.judge.draft import Case, Draft
from checker.judge.single_calendar import after_publication, impossible_dates, publication_dates, weekdays
from checker.judge.single_fault import Fault
from checker.judge.single_identity import sources, titles
from checker.judge.single_lengths import durations
from checker.judge.single_quantities import ages, conversions, impossible_shares, unconverted
from checker.rulebook.rule_single import Predicate, SingleRule

_FAULTS: Mapping[Predicate, Callable[[SingleRule, Case], Iterator[Fault]]] = {
    Predicate.WEEKDAY: weekdays,
    Predicate.IMPOSSIBLE_DATE: impossible_dates,
    Predicate.PUBLICATION_DATES: publication_dates,
    Predicate.AFTER_PUBLICATION: after_publication,
    Predicate.DURATION: durations,
    Predicate.TITLES: titles,
    Predicate.SOURCES: sources,
    Predicate.AGE: ages,
    Predicate.IMPOSSIBLE_SHARE: impossible_shares,
    Predicate.CONVERSION: conversions,
    Predicate.UNCONVERTED: unconverted,
}


def judge(rule: SingleRule, case: Case) -> Iterator[Draft]:
    """The findings of one rule of kind single, in the order of the text."""
    for fault in _FAULTS[rule.predicate](rule, case):
        message = rule.message.format(stated=fault.stated, actual=fault.actual, quote=fault.quote)
        yield Draft(rule.id, rule.verdict, rule.severity, message, fault.why, fault.claims, fault.passages)
