"""Counts that add up by what they are: those aboard are rescued, dead or missing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.judge.total_lines import Line, is_percent
from checker.judge.total_values import hedged, kin, value
from checker.model import Claim, LinkKind, Modality
from checker.rulebook.rule_total import Balance, TotalRule

_NEAR = 5  # sentences between a whole and its parts
_LEAST = 2  # parts that have to be there


class Balanced(NamedTuple):
    """A whole and the parts that stand around it."""

    whole: Claim
    parts: tuple[Claim, ...]


def balanced(rule: TotalRule, lines: Sequence[Line]) -> Iterator[Balanced]:
    """The wholes of a text with their parts, one figure for each; where a text has two, it is left alone."""
    for at, line in enumerate(lines):
        near = [
            c for other in lines[max(0, at - _NEAR) : at + _NEAR + 1] for c in other.claims if _near(line.claims[0], c)
        ]
        for balance in rule.balances:
            wholes = [c for c in near if c.measure in balance.whole and _counts(c)]
            if not wholes or wholes[0] not in line.claims or len({value(c) for c in wholes}) > 1:
                continue
            parts = _parts(rule, balance, wholes[0], near)
            if parts:
                yield Balanced(wholes[0], parts)


def _near(first: Claim, second: Claim) -> bool:
    return first.document == second.document and abs(first.sentence - second.sentence) <= _NEAR


def _counts(claim: Claim) -> bool:
    """Whether the figure is plainly one of all: no floor, no part of another figure, no plan, not of another time."""
    part = any(link.kind is LinkKind.PART_OF for link in claim.links)
    return not part and not hedged(claim) and not is_percent(claim) and claim.modality is Modality.ASSERTED


def _parts(rule: TotalRule, balance: Balance, whole: Claim, near: Sequence[Claim]) -> tuple[Claim, ...]:
    """One figure for each part; () where one of the first two is missing, or where a part has two figures."""
    found: list[Claim] = []
    for index, measures in enumerate(balance.parts):
        claims = [c for c in near if c.measure in measures and kin(rule, whole, c)]
        if any(not _counts(c) for c in claims) or len({value(c) for c in claims}) > 1:
            return ()
        if not claims and index < _LEAST:
            return ()
        found += claims[:1]
    fits = all((value(part) or 0.0) <= (value(whole) or 0.0) for part in found)
    return tuple(sorted(found, key=lambda c: c.number.start)) if fits else ()
