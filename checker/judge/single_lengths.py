"""Durations against their own start and end."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from checker.judge.draft import Case
from checker.judge.single_fault import Fault, shortened
from checker.judge.total_lines import MOST_FIGURES, ends_with, folded, has
from checker.judge.total_values import plain, value
from checker.model import Claim, Period
from checker.rulebook.rule_single import SingleRule

_LENGTHS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}  # days
_NEAR = 40  # characters between a duration and its dates
_FROM = re.compile(r"\b(?:from|between)\s+(?:\w+,?\s+)?$", re.IGNORECASE)
_TO = re.compile(r"^[\s,]*(?:\w+,\s+)?(?:to|until|till|through|and|-|\u2013)\b", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:to|until|till|through|and)\b|[-\u2013]", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")  # a day of the month: months alone are as long as one likes


def durations(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Durations that the dates beside them do not make; either end may count or not."""
    for (document, _), group in groupby(case.claims, key=lambda c: (c.document, c.sentence)):
        claims = sorted(group, key=lambda c: c.number.start)
        if len(claims) > MOST_FIGURES:
            continue
        text = case.documents[document].text
        lengths = [c for c in claims if c.unit.name in _LENGTHS and c.measure != "date" and not c.number.hedge]
        for start, end, period, dates in _spans(text, [c for c in claims if c.measure == "date"]):
            for length in lengths:
                beside = _beside(rule, text, length, (start, end))
                if (
                    beside
                    and not any(_inside(c, length, start, end) for c in claims)
                    and not _fits(rule, length, period)
                ):
                    yield _fault(length, period, dates)


def _beside(rule: SingleRule, text: str, length: Claim, dates: tuple[int, int]) -> bool:
    """Whether the duration is said of the dates: for 78 days, from ... to ...; from ... to ..., 78 days."""
    start, end = dates
    if length.number.start >= end:
        return not folded(text[end : length.number.start]).strip()
    gap = text[length.number.end : start]
    lead = text[max(0, length.number.start - _NEAR) : length.number.start]
    return len(gap) <= _NEAR and ends_with(lead, rule.cues) and not has(gap, rule.excuses)


def _inside(claim: Claim, length: Claim, start: int, end: int) -> bool:
    """Whether another figure stands between the duration and its dates."""
    low, high = (length.number.end, start) if length.number.end <= start else (end, length.number.start)
    return low <= claim.number.start and claim.number.end <= high


def _spans(text: str, dates: Sequence[Claim]) -> Iterator[tuple[int, int, Period, tuple[Claim, ...]]]:
    """The periods with a stated start and end: where they stand, how long they are, and their claims."""
    for first in dates:
        told = first.time is not None and bool(_DAY.search(first.number.text))
        if told and first.time is not None and first.time.days > 1 and _RANGE.search(first.number.text):
            yield first.number.start, first.number.end, first.time, (first,)
    for first, second in pairwise(dates):
        if first.time is None or second.time is None or first.time.days > 1 or second.time.days > 1:
            continue
        joined = _TO.search(text[first.number.end : second.number.start])
        opened = _FROM.search(text[max(0, first.number.start - _NEAR) : first.number.start])
        if joined and opened and first.time.start < second.time.end:
            yield (
                first.number.start,
                second.number.end,
                Period(start=first.time.start, end=second.time.end),
                (first, second),
            )


def _fits(rule: SingleRule, length: Claim, period: Period) -> bool:
    stated = value(length)
    if stated is None:
        return True
    unit = _LENGTHS[length.unit.name]
    slack = rule.days if length.unit.name == "day" else unit
    return (period.days - 1) - slack <= stated * unit <= (period.days - 1) + slack


def _fault(length: Claim, period: Period, dates: tuple[Claim, ...]) -> Fault:
    unit = length.unit.name
    days = period.days - 1
    actual = f"{days} or {days + 1} days" if unit == "day" else f"{plain(round(days / _LENGTHS[unit], 1))} {unit}s"
    why = f"{period.start.isoformat()} to {period.end.isoformat()} is {actual}, not {length.number.text} {unit}s."
    return Fault(f"{length.number.text} {unit}s", actual, shortened(length.quote), why, (length, *dates))
