"""Parts that are greater than their whole."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from checker.judge.total_lines import Line, ends_with, folded, has, is_percent
from checker.judge.total_values import kin, reach, scaled
from checker.model import Claim, Kind, LinkKind, Modality
from checker.rulebook.rule_total import TotalRule


def overfull(rule: TotalRule, lines: Sequence[Line], claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of whole and part in which the part is the greater one, in the order of the text."""
    seen: set[tuple[str, str]] = set()
    by_place = {(claim.document, claim.number.start): claim for claim in claims}
    for line in lines:
        for whole, part in (*_linked(rule, line, by_place), *_said(rule, line)):
            if (whole.id, part.id) not in seen and _exceeds(rule, whole, part):
                seen.add((whole.id, part.id))
                yield whole, part
    yield from _inner(rule, lines, seen)


def _linked(rule: TotalRule, line: Line, by_place: dict[tuple[str, int], Claim]) -> Iterator[tuple[Claim, Claim]]:
    """What extraction took for a part, where the words right before it, or before the whole, bear that out."""
    for part in line.claims:
        lead = folded(line.before(part)).removesuffix(folded(part.number.hedge).lstrip() if part.number.hedge else "")
        for link in part.links:
            whole = by_place.get((part.document, link.target))
            if link.kind is not LinkKind.PART_OF or whole is None or whole.number.start > part.number.start:
                continue
            opened = whole in line.claims and ends_with(line.before(whole), rule.cues.opening)
            if ends_with(lead, rule.cues.subset) or (opened and not has(line.between(whole, part), rule.cues.rival)):
                yield whole, part


def _said(rule: TotalRule, line: Line) -> Iterator[tuple[Claim, Claim]]:
    """134 of the 116; of the 116 tanks, 134 had arrived."""
    for before, after in pairwise(line.claims):
        gap = line.between(before, after)
        if folded(gap).strip() in rule.cues.opening:
            yield after, before
        elif _opens(rule, line, before) and not has(gap, rule.cues.rival):
            yield before, after


def _opens(rule: TotalRule, line: Line, whole: Claim) -> bool:
    """Whether "of the" stands before a figure that begins its sentence."""
    return (
        whole is line.claims[0]
        and folded(line.before(whole)).strip() in rule.cues.opening
        and ends_with(line.before(whole), rule.cues.opening)
    )


def _exceeds(rule: TotalRule, whole: Claim, part: Claim) -> bool:
    if is_percent(whole) or is_percent(part) or not kin(rule, whole, part) or part.modality is not whole.modality:
        return False
    outer, inner = reach(whole, precise=True), reach(part, precise=True)
    return outer is not None and inner is not None and outer.below(scaled(part, inner, whole))


def _inner(rule: TotalRule, lines: Sequence[Line], seen: set[tuple[str, str]]) -> Iterator[tuple[Claim, Claim]]:
    """More of the same in a place than in the place around it, in one sentence or two that follow each other."""
    for first, second in zip_longest(lines, lines[1:]):
        near = _placed(first)
        if second is not None and second.claims[0].document == first.claims[0].document:
            near += _placed(second)
        for outer in near:
            for inner in near:
                if (outer.id, inner.id) not in seen and _nested(outer, inner) and _exceeds(rule, outer, inner):
                    seen.add((outer.id, inner.id))
                    yield outer, inner


def _placed(line: Line) -> list[Claim]:
    """The figures whose place their own sentence names, changes and former values left out."""
    return [
        claim
        for claim in line.claims
        if claim.place is not None
        and not claim.links
        and claim.kind is not Kind.CHANGE
        and has(line.words, (claim.place.name,))
    ]


def _nested(outer: Claim, inner: Claim) -> bool:
    if outer.place is None or inner.place is None or outer.place.name not in inner.place.containers:
        return False
    groups = [claim.population and (claim.population.head, claim.population.modifiers) for claim in (outer, inner)]
    same = (outer.measure, outer.kind, outer.time, outer.section) == (
        inner.measure,
        inner.kind,
        inner.time,
        inner.section,
    )
    settled = outer.modality is Modality.ASSERTED and outer.speaker == inner.speaker and outer.time is not None
    return same and settled and groups[0] == groups[1] and not any(i.number.hedge for i in (outer, inner))
