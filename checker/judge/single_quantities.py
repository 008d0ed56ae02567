"""Ages, percentages and dual values that cannot be right."""

import re
from collections.abc import Iterator

from checker.judge.draft import Case, Passage
from checker.judge.single_fault import Fault, shortened
from checker.judge.total_lines import Line, folded, has, is_percent, lines, sentence_at
from checker.judge.total_values import plain, rounding, value
from checker.model import Claim, Kind, LinkKind
from checker.rulebook.rule_single import SingleRule
from checker.rulebook.units import units

_BORN = re.compile(r"\bborn\b[^.;\n]{0,40}?\b(1[89]\d\d|20\d\d)\b", re.IGNORECASE)
_MONEY = re.compile(r"^[A-Z]{3}$")
_UNCONVERTED = frozenset({"temperature", "percent", "money", "currency", ""})
_AGE = re.compile(r"1?\d?\d")
_TWO_UNITS = re.compile(r"[\s-]*(?P<unit>[^()\d\n]{1,30}?) ?\((?P<other>[^()\d\n]{1,30})\)")
_EVERYTHING = 100
_NEAR = 5  # words behind a percentage that name its base
_SHORT = 3  # words of a unit between the two figures of a dual value, or behind the second
_COARSE = 10  # figures below are rounded by a good deal of themselves


def ages(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Ages that the year of birth beside them and the report's date rule out."""
    for mention in case.mentions:
        published = case.profiles[mention.document].published
        age = next((int(v) for k, v in mention.facts if k == "age" and _AGE.fullmatch(v)), None)
        if published is None or age is None:
            continue
        text = case.documents[mention.document].text
        start, end = sentence_at(text, mention.span.start, mention.span.end)
        born = _BORN.search(text, start, end)
        if born is None or has(text[start:end], rule.excuses):
            continue
        actual = published.end.year - int(born.group(1))
        if not actual - 1 <= age <= actual:
            years = f"{actual - 1} or {actual} in {published.end.year}"
            why = f"Born in {born.group(1)}, {mention.text} is {years}, not {age}."
            passages = (
                Passage(mention.document, min(mention.span.start, born.start()), max(mention.span.end, born.end())),
            )
            yield Fault(str(age), f"{actual - 1} or {actual}", shortened(mention.text), why, passages=passages)


def impossible_shares(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """More than 100 percent of people or things that can be counted only once."""
    for line in lines(case):
        for claim in line.claims:
            low = claim.hard.low
            if claim.unit.name != "percent" or low is None or low <= _EVERYTHING or claim.kind is Kind.CHANGE:
                continue
            behind = folded(line.after(claim)).split()[:_NEAR]
            if has(" ".join(behind), rule.cues) and "of" in behind and not has(line.words, rule.excuses):
                why = f"{claim.number.text} percent is more than all there are."
                yield Fault(claim.number.text, "at most 100", shortened(claim.quote), why, (claim,))


def conversions(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Dual values in one sentence that do not convert: 120 miles (75 km)."""
    for line in lines(case):
        for second in line.claims:
            first = _dual(line, second)
            if first is not None and _comparable(first, second):
                fault = _mismatch(rule, line, first, second)
                if fault is not None:
                    yield fault


def unconverted(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """One figure for two units that are not equal: 500 metres (yards)."""
    for line in lines(case):
        for claim in line.claims:
            found, figure = _TWO_UNITS.match(line.after(claim)), value(claim)
            ratio = _ratio(*found.groups()) if found else 1.0
            if found and figure and abs(ratio - 1) > rule.slack:
                converted = figure * ratio
                actual = f"{plain(round(converted, 1 if converted < _EVERYTHING else 0))} {found['other']}"
                why = f"{claim.number.text} {found['unit']} = {actual}."
                yield Fault(f"{claim.number.text}{found.group()}", actual, shortened(claim.quote), why, (claim,))


def _ratio(first: str, second: str) -> float:
    """How many of the second unit one of the first makes; 1 where these are no two units of one kind."""
    one, other = (units().measured.get(folded(form).strip()) for form in (first, second))
    return one.factor / other.factor if one and other and one.dimension == other.dimension else 1.0


def _dual(line: Line, second: Claim) -> Claim | None:
    """The figure that the second one repeats in another unit."""
    targets = {link.target for link in second.links if link.kind is LinkKind.DUAL_OF}
    linked = next((c for c in line.claims if c.number.start in targets), None)
    if linked is not None:
        return linked
    before = next((c for c in reversed(line.claims) if c.number.end <= second.number.start), None)
    if before is None:
        return None
    gap, tail = line.between(before, second).rstrip(), line.after(second)
    inside = gap.endswith("(") and gap.count("(") == 1 and ")" not in gap and ")" in tail
    return (
        before
        if inside and len(folded(gap).split()) <= _SHORT and len(folded(tail.partition(")")[0]).split()) <= _SHORT
        else None
    )


def _comparable(first: Claim, second: Claim) -> bool:
    units = (first.unit, second.unit)
    money = any(_MONEY.match(unit.name) or unit.dimension.startswith("[money") for unit in units)
    same = units[0].dimension == units[1].dimension and units[0].factor != units[1].factor
    return same and not money and units[0].dimension not in _UNCONVERTED and not is_percent(first)


def _mismatch(rule: SingleRule, line: Line, first: Claim, second: Claim) -> Fault | None:
    left, right = value(first), value(second)
    if not left or not right:
        return None
    converted = left * first.unit.factor / second.unit.factor
    coarse = min(left, right) < _COARSE
    slack = rounding(left, first.number.decimals) / left + rounding(right, second.number.decimals) / right
    slack += rule.slack * (3 if coarse else 1)  # half a mile for a kilometre
    if abs(converted - right) <= slack * max(converted, right):
        return None
    shown = plain(round(converted, 1 if converted < _EVERYTHING else 0))
    unit = line.text[second.number.end : second.number.end + len(second.unit.name) + 2].partition(")")[0].strip()
    stated = shortened(f"{line.text[first.number.start : second.number.start]}{second.number.text} {unit})")
    actual = f"{shown} {unit}"
    units = [claim.unit.name.replace("_", " ") for claim in (first, second)]
    why = f"{first.number.text} {units[0]} = {shown} {units[1]}, not {second.number.text}."
    return Fault(stated, actual, shortened(second.quote), why, (first, second))
