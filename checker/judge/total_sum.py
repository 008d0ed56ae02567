"""Lists of parts that their text presents as the whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.judge.total_lines import Line, bare, begins_with, ends_with, folded, has, is_percent
from checker.judge.total_values import exact, hedged, kin, reach, scaled, total, value
from checker.model import Claim, Interval, Section
from checker.rulebook.rule_total import TotalRule

_OPENER = re.compile(r"[:(\u2014\u2013]|\s-\s")
_SEPARATOR = re.compile(r"[,;/]|\band\b|\bplus\b|\bor\b", re.IGNORECASE)
_UNCOUNTED = re.compile(r"(?:^|[,;]|\band\b)\s*(?:a|an|another|several|many|some|others?)\s", re.IGNORECASE)
_LISTED_BELOW = 100_000  # of greater wholes a list names the greatest parts
_LABEL = 6  # words of a row before its figure
_COLUMNS = 12  # figures of one row of a table
_TAIL = 48  # characters behind a total in which its cue stands


class Sum(NamedTuple):
    """A whole and its parts; `misses`: the parts are all there are, so that they may not make less either."""

    whole: Claim
    parts: tuple[Claim, ...]
    misses: bool


def sums(rule: TotalRule, lines: Sequence[Line]) -> Iterator[Sum]:
    """The sums of a text, in its order; one for each whole."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        for found in (
            *_listed(rule, line),
            *_of_the(rule, line),
            *_among(rule, line),
            *_in_all(rule, line),
            *_above(rule, lines, at),
            *_rows(rule, lines, at),
        ):
            if found.whole.id not in seen:
                seen.add(found.whole.id)
                yield found


def discrepancy(found: Sum) -> Interval | None:
    """What the parts make, where that is not the whole; None where it is, or where a figure is too vague."""
    precise = exact((found.whole, *found.parts))
    whole = reach(found.whole, precise=precise)
    parts = [(part, reach(part, precise=precise)) for part in found.parts]
    if whole is None or any(interval is None for _, interval in parts):
        return None
    made = total([scaled(part, interval, found.whole) for part, interval in parts if interval is not None])
    above, below = whole.below(made), made.below(whole)
    floor = found.whole.asserted.high is None or hedged(found.whole)
    return made if above or (below and found.misses and not floor) else None


def _listed(rule: TotalRule, line: Line) -> Iterator[Sum]:
    """Behind a colon, a dash or in brackets: 4,200 soldiers: 2,900 from ..., 700 from ... and 600 from ...."""
    for at, whole in enumerate(line.claims[:-1]):
        gap = line.between(whole, line.claims[at + 1])
        opener = _OPENER.search(gap)
        if opener is None or is_percent(whole) or has(gap, (*rule.cues.subset, *rule.cues.rival)):
            continue
        start = whole.number.end + opener.end()
        end = _closing(line, start) if opener.group() == "(" else line.end
        parts = _items(rule, line, whole, (start, end))
        if len(parts) > 1 and not _enumerated(whole, parts):
            yield Sum(whole, parts, misses=_counts_all(line, parts) and (value(whole) or 0.0) < _LISTED_BELOW)


def _counts_all(line: Line, parts: Sequence[Claim]) -> bool:
    """Whether every item of a list has a figure: not in "four brothers, their wives and four children"."""
    return not any(
        segment.strip() for a, b in pairwise(parts) for segment in _SEPARATOR.split(line.between(a, b))[1:-1]
    )


def _enumerated(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the list says something of each thing: two prisons: 150 in one, 125 in the other."""
    count = value(whole)
    return count is not None and count == len(parts) and any((value(part) or 0.0) > count for part in parts)


def _closing(line: Line, start: int) -> int:
    at = line.text.find(")", start, line.end)
    return at if at >= 0 else line.end


def _items(rule: TotalRule, line: Line, whole: Claim, region: tuple[int, int]) -> tuple[Claim, ...]:
    """The parts of a strict list: one figure of the whole's kind an item, nothing uncounted; () where it is none."""
    start, end = region
    inside = [c for c in line.claims if start <= c.number.start and c.number.end <= end and not is_percent(c)]
    if not inside or not all(kin(rule, whole, c) for c in inside):
        return ()
    words = line.text[start:end]
    if _UNCOUNTED.search(words) or has(words, (*rule.cues.subset, *rule.cues.rival)):
        return ()
    if bare(line.text, line.claims, start, end) or _SEPARATOR.search(line.text, start, inside[0].number.start):
        return ()
    joined = all(_SEPARATOR.search(line.between(a, b)) for a, b in pairwise(inside))
    return tuple(inside) if joined else ()


def _of_the(rule: TotalRule, line: Line) -> Iterator[Sum]:
    """Of the 120 men who fled, 81 were caught and 39 are at large; 102 of the 187 are back and 87 are at large."""
    for at, whole in enumerate(line.claims):
        lead = line.before(whole)
        if is_percent(whole) or not ends_with(lead, rule.cues.opening):
            continue
        first = line.claims[at - 1] if at and _is_bridge(rule, lead) else None
        if first is None and at:
            continue
        parts = tuple(c for c in (first, *line.claims[at + 1 :]) if c is not None and not is_percent(c))
        if len(parts) == 1 or not all(kin(rule, whole, part) for part in parts):
            continue
        items = [folded(_item(line, whole, part)) for part in parts]
        if any(has(item, (*rule.cues.subset, *rule.cues.rival)) for item in items):
            continue
        apart, complete = _partition(rule, items)
        if apart:
            yield Sum(whole, parts, misses=complete and not _UNCOUNTED.search(line.after(whole)))


def _among(rule: TotalRule, line: Line) -> Iterator[Sum]:
    """22 people, including twelve women and eleven men: classes apart, which may be less than the whole, not more."""
    for at, (whole, first) in enumerate(pairwise(line.claims)):
        gap = line.between(whole, first)
        said = has(gap, rule.cues.subset) or begins_with(line.after(first), rule.cues.subset)
        if is_percent(whole) or not said or not _same(rule, whole, first):
            continue
        parts = [first]
        for part in line.claims[at + 2 :]:
            if not _SEPARATOR.search(line.between(parts[-1], part)) or not _same(rule, whole, part):
                break
            parts.append(part)
        items = [folded(line.after(part)) for part in parts]
        rival = has(gap, rule.cues.rival) or any(has(item, rule.cues.rival) for item in items)
        if len(parts) > 1 and not rival and _partition(rule, items)[0]:
            yield Sum(whole, tuple(parts), misses=False)


def _same(rule: TotalRule, whole: Claim, part: Claim) -> bool:
    return part.measure == whole.measure and kin(rule, whole, part)


def _is_bridge(rule: TotalRule, text: str) -> bool:
    """Whether nothing but "of the" stands between the two figures."""
    return folded(text).strip() in rule.cues.opening


def _item(line: Line, whole: Claim, part: Claim) -> str:
    """What is said of a part; where "of the" follows the figure, what follows the whole."""
    return line.after(whole) if part.number.end <= whole.number.start else line.after(part)


def _partition(rule: TotalRule, items: Sequence[str]) -> tuple[bool, bool]:
    """Whether the items have no member in common, and whether they are all there are."""
    if any(has(item, rule.cues.rest) for item in items):
        return True, True
    for partition in rule.partitions:
        classes = [{i for i, words in enumerate(partition.classes) if has(item, words)} for item in items]
        if all(len(found) == 1 for found in classes) and len({min(found) for found in classes}) == len(items):
            return True, partition.complete and len(items) == len(partition.classes)
    left = [has(item, rule.cues.remainder) for item in items]
    return len(items) == 2 and left == [False, True], False  # noqa: PLR2004 - two halves: those taken, those left


def _in_all(rule: TotalRule, line: Line) -> Iterator[Sum]:
    """26 dead, 112 rescued and 33 missing, or 171 people in all."""
    for at, whole in enumerate(line.claims[2:], start=2):
        tail = line.after(whole)[:_TAIL]
        if is_percent(whole) or not has(tail, rule.cues.total) or has(tail, rule.cues.rival):
            continue
        parts: list[Claim] = []
        for part, following in zip(reversed(line.claims[:at]), reversed(line.claims[1 : at + 1]), strict=True):
            gap = line.between(part, following)
            if (
                not kin(rule, whole, part)
                or not _SEPARATOR.search(gap)
                or has(gap, (*rule.cues.subset, *rule.cues.rival))
            ):
                break
            parts.insert(0, part)
        if len(parts) > 1 and not bare(line.text, line.claims, parts[0].number.start, whole.number.start):
            yield Sum(whole, tuple(parts), misses=_counts_all(line, parts))


def _above(rule: TotalRule, lines: Sequence[Line], at: int) -> Iterator[Sum]:
    """In total, 20 were killed: the like figures of the sentences right before, each of another place."""
    line = lines[at]
    if not begins_with(line.text[line.start : line.claims[0].number.start], rule.cues.total) or has(
        line.words, rule.cues.rival
    ):
        return
    for whole in line.claims:
        parts = list(_like(rule, whole, lines, at))
        if len(parts) > 1 and not is_percent(whole) and _in_other_places(parts):
            yield Sum(whole, tuple(sorted(parts, key=lambda c: c.number.start)), misses=True)


def _like(rule: TotalRule, whole: Claim, lines: Sequence[Line], at: int) -> Iterator[Claim]:
    """The figures of the paragraph, or of the one before, that count the same, from the last sentence on upwards."""
    for line in reversed(lines[max(0, at - 4) : at]):
        last = line.claims[-1]
        if last.document != whole.document or whole.paragraph - last.paragraph > 1:
            return
        same = [c for c in line.claims if _same(rule, whole, c)]
        if not same:
            return
        yield from reversed(same)


def _in_other_places(parts: Sequence[Claim]) -> bool:
    places = [part.place for part in parts]
    names = {place.name for place in places if place is not None}
    nested = any(place is None or names.intersection(place.containers) for place in places)
    return not nested and len(names) == len(parts)


def _rows(rule: TotalRule, lines: Sequence[Line], at: int) -> Iterator[Sum]:
    """The row "Total: 36" below rows of as many figures, each of the kind of the one below."""
    last = lines[at]
    label = last.text[last.start : last.claims[0].number.start]
    if len(folded(label).split()) > _LABEL or not begins_with(label, rule.cues.row):
        return
    rows: list[Line] = []
    for line in reversed(lines[:at]):
        below = rows[-1] if rows else last
        table = line.claims[0].section is Section.TABLE
        if table and not _same(rule, last.claims[0], line.claims[0]):
            continue  # another column of the table
        lead = folded(line.text[line.start : line.claims[0].number.start]).split()
        follows = (
            below.claims[0].sentence - line.claims[0].sentence <= (_COLUMNS if table else 1)
            and line.claims[0].document == last.claims[0].document
        )
        alike = len(line.claims) == len(last.claims) and all(
            kin(rule, a, b) for a, b in zip(last.claims, line.claims, strict=True)
        )
        if (
            not follows
            or not alike
            or not lead
            or len(lead) > _LABEL
            or has(" ".join(lead), (*rule.cues.subset, *rule.cues.row))
        ):
            break
        rows.append(line)
    if len(rows) > 1:
        for column, whole in enumerate(last.claims):
            yield Sum(whole, tuple(row.claims[column] for row in reversed(rows)), misses=True)
