"""Changes that do not lead from the former value to the present one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.judge.total_lines import Line, begins_with, ends_with, is_percent
from checker.judge.total_values import kin, plain, reach, rounding, value
from checker.model import Claim, Interval, Kind, LinkKind
from checker.rulebook.rule_total import TotalRule

HUNDRED = 100.0
HEDGED = 0.1  # a hedged change may miss by a tenth


class Finding(NamedTuple):
    """Figures that do not follow from each other; the texts are for the message."""

    claims: tuple[Claim, ...]
    parts: str
    result: str
    stated: str
    why: str


def changes(rule: TotalRule, lines: Sequence[Line]) -> Iterator[Finding]:
    """The changes that do not follow: one sentence with a present value, a former one and the change between them."""
    for line in lines:
        roles = _roles(rule, line)
        found = roles and _wrong(rule, *roles)
        if found:
            yield found


def _roles(rule: TotalRule, line: Line) -> tuple[Claim, Claim, Claim] | None:
    """The present value, the former one and the change; None where one is missing or there are two of it."""
    moves = [c for c in line.claims if _is_change(rule, line, c)]
    formers = [c for c in line.claims if c not in moves and _is_former(rule, line, c)]
    if len(moves) != 1 or len(formers) != 1:
        return None
    former = formers[0]
    others = [c for c in line.claims if c not in (*moves, former) and _alike(rule, c, former)]
    stated = [c for c in others if ends_with(line.before(c), rule.cues.current)]
    now = stated or [c for c in others if c.number.start < former.number.start]
    return (now[0], former, moves[0]) if len(now) == 1 else None


def _is_change(rule: TotalRule, line: Line, claim: Claim) -> bool:
    linked = any(link.kind is LinkKind.CHANGE_TO for link in claim.links)
    said = ends_with(line.before(claim), rule.cues.change) or begins_with(line.after(claim), rule.cues.than)
    return claim.kind is Kind.CHANGE or linked or said


def _is_former(rule: TotalRule, line: Line, claim: Claim) -> bool:
    linked = any(link.kind is LinkKind.FORMER_OF for link in claim.links)
    return linked or ends_with(line.before(claim), rule.cues.former)


def _alike(rule: TotalRule, now: Claim, former: Claim) -> bool:
    """Whether the two count the same; times are left out, since they are mostly the period of a count."""
    return kin(rule, now, former) and (now.measure == former.measure or not former.measure)


def _wrong(rule: TotalRule, now: Claim, former: Claim, change: Claim) -> Finding | None:
    made = _change(now, former, relative=is_percent(change) and not is_percent(former))
    stated = value(change)
    if (
        made is None
        or stated is None
        or not (is_percent(change) or change.unit.dimension in {former.unit.dimension, ""})
    ):
        return None
    if is_percent(change) and is_percent(former):
        return None  # points or percent: either may be meant
    factor = 1.0 if is_percent(change) else change.unit.factor / former.unit.factor
    place = 10.0**-change.number.decimals if is_percent(change) else 0.0
    margin = max(rounding(stated, change.number.decimals), place, stated * rule.slack)
    margin = max(margin, stated * HEDGED) if change.number.hedge else margin
    if not made.disjoint(Interval(low=(stated - margin) * factor, high=(stated + margin) * factor)):
        return None
    middle = plain(round(((made.low or 0.0) + (made.high or 0.0)) / 2, 1)) + (" percent" if is_percent(change) else "")
    parts = f"{former.number.text} to {now.number.text}"
    why = f"From {former.number.text} to {now.number.text} is a change of {middle}, not {change.number.text}."
    return Finding((now, former, change), parts, middle, change.number.text, why)


def _change(now: Claim, former: Claim, *, relative: bool) -> Interval | None:
    """The size of the change, in the former value's unit or in percent of it; None where a figure is vague."""
    to, since = reach(now, precise=not relative), reach(former, precise=not relative)
    if to is None or since is None or None in {to.low, to.high, since.low, since.high}:
        return None
    to = to.scaled(now.unit.factor / former.unit.factor)
    ends = [abs(a - b) for a in (to.low, to.high) for b in (since.low, since.high) if a is not None and b is not None]
    base = value(former)
    if relative and not base:
        return None
    share = HUNDRED / base if relative and base else 1.0
    return Interval(low=min(ends) * share, high=max(ends) * share)
