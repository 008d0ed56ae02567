"""Percentages that do not follow from their part and base."""

from collections.abc import Iterator, Sequence

from checker.judge.total_change import HEDGED, HUNDRED, Finding
from checker.judge.total_lines import Line, begins_with, ends_with, has, is_percent
from checker.judge.total_values import kin, plain, reach, rounding, value
from checker.model import Claim, Interval, Kind, LinkKind
from checker.rulebook.rule_total import TotalRule

_TWO = 2


def shares(rule: TotalRule, lines: Sequence[Line]) -> Iterator[Finding]:
    """The percentages that part and base of the same sentence do not make."""
    for line in lines:
        for share in line.claims:
            if not is_percent(share) or share.kind is Kind.CHANGE or has(line.before(share), rule.cues.rival):
                continue
            pair = _part_and_base(rule, line, share)
            found = pair and _wrong(rule, *pair, share)
            if found:
                yield found


def _part_and_base(rule: TotalRule, line: Line, share: Claim) -> tuple[Claim, Claim] | None:
    """What the percentage is of what; None where the sentence does not say."""
    counts = [c for c in line.claims if not is_percent(c)]
    if ends_with(line.before(share), rule.cues.rate):
        before = [c for c in counts if c.number.end <= share.number.start]
        return _by_size(before) if len(before) == _TWO else None
    part = _part(line, counts, share)
    if part is None:
        return None
    behind = [c for c in counts if c.number.start > share.number.start]
    if behind and begins_with(line.after(share), rule.cues.base):
        base = behind[0]
    else:
        bases = [c for c in counts if c is not part and ends_with(line.before(c), rule.cues.opening)]
        if len(bases) != 1:
            return None
        base = bases[0]
    return (part, base) if base is not part and kin(rule, base, part) else None


def _by_size(counts: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    first, second = (value(c) for c in counts)
    if first is None or second is None or first == second:
        return None
    return (counts[0], counts[1]) if first < second else (counts[1], counts[0])


def _part(line: Line, counts: Sequence[Claim], share: Claim) -> Claim | None:
    """The figure beside the percentage: 63 (35 percent); 102, or 60 percent; 60 percent, or 102."""
    targets = {link.target for link in share.links if link.kind is LinkKind.SHARE_OF}
    linked = next((c for c in counts if c.number.start in targets), None)
    if linked is not None:
        return linked
    before = next((c for c in reversed(counts) if c.number.end <= share.number.start), None)
    if before is None:
        return None
    gap = line.between(before, share)
    return before if gap.rstrip().endswith("(") or ends_with(gap, ("or", "that is", "i e")) else None


def _wrong(rule: TotalRule, part: Claim, base: Claim, share: Claim) -> Finding | None:
    stated, inner, outer = value(share), reach(part, precise=False), reach(base, precise=False)
    if stated is None or inner is None or outer is None or not outer.low or inner.low is None:
        return None
    factor = part.unit.factor / base.unit.factor * HUNDRED
    low = inner.low * factor / outer.high if outer.high else 0.0
    made = Interval(
        low=min(low, (inner.high or inner.low) * factor / outer.low),
        high=None if inner.high is None else inner.high * factor / outer.low,
    )
    margin = max(rounding(stated, share.number.decimals), 10.0**-share.number.decimals, stated * rule.slack)
    margin = max(margin, stated * HEDGED) if share.number.hedge else margin
    if not made.disjoint(Interval(low=stated - margin, high=stated + margin)):
        return None
    if _of_what_was(part, base, stated, margin):
        return None
    points = (value(part) or 0.0) * factor / (value(base) or 1.0)
    result = plain(round(points, 1))
    parts = f"{part.number.text} of {base.number.text}"
    why = f"{part.number.text} / {base.number.text} = {result} percent, not {share.number.text}."
    return Finding((base, part, share), parts, result, share.number.text, why)


def _of_what_was(part: Claim, base: Claim, stated: float, margin: float) -> bool:
    """Whether the percentage is of the base before the part left or joined it: a fall of 485 points to 8,254."""
    first, second = value(part), value(base)
    if first is None or second is None or part.unit.name != base.unit.name:
        return False
    bases = [whole for whole in (second + first, second - first) if whole > 0]
    return any(abs(first / whole * HUNDRED - stated) <= margin for whole in bases)
