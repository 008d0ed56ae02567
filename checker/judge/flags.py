"""What about the values of two claims is a finding: one small test for each kind of flag."""

from collections.abc import Callable, Iterator
from itertools import combinations

from checker.judge.alone import alone
from checker.judge.draft import Case
from checker.judge.order import between, evolving, published, says
from checker.judge.size import in_base, sized
from checker.model import Alignment, Claim, Interval, Period, Relation, Section
from checker.model.figures import figure, same_figure, slipped, times, transposed
from checker.rulebook.populations import populations
from checker.rulebook.rule_pair import Acknowledged, Flag, Values

MOST_ADDENDS = 8  # figures of a text that are tried in sums
OTHER_ORDER = 3  # times a headline that a figure of its text may exceed it
SUM_TOLERANCE = 0.05  # of a headline's figure: a small addend may be missing
SHORT = {Section.HEADLINE, Section.STANDFIRST, Section.CAPTION}
PAIR = 2  # digits that change places
EXCHANGED = 3  # digits of a round figure in which two exchanged ones are a slip
LEAST_NAMED = 5  # letters of a word by which a headline names a place
LEAST_SUM = 10  # smaller figures add up by chance
NEAR = 600  # characters between two figures that one passage sets against each other


def likely(flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    """Whether the rule could flag the two claims in this order, by what they say alone."""
    if flag.values is Values.UNDERCUT:
        return placed(flag, a, b)
    return placed(flag, a, b) and sized(flag, a, b) and TESTS[flag.values](flag, a, b, alignment)


def flagged(flag: Flag, a: Claim, b: Claim, alignment: Alignment, case: Case) -> bool:
    """Whether the rule flags the two claims in this order."""
    return (
        likely(flag, a, b, alignment)
        and not _excused(flag, a, b, case)
        and (flag.values is not Values.SUMMED or _summed(flag, a, b, case))
        and not (flag.values is Values.DISJOINT and (_added_up(a, b, case) or _abridged(a, b, case)))
        and not (
            flag.alone
            and (_loose(flag, a, b, alignment) or not alone(a, b, case, slip=flag.values is Values.TRANSPOSED))
        )
        and not (flag.unkept and _kept(a, b, case) and _kept(b, a, case))
        and not (flag.skip_revisions and _may_be_revision(a, b, alignment, case))
        and (
            flag.acknowledged is Acknowledged.EITHER
            or _acknowledged(flag, a, b, alignment, case) == (flag.acknowledged is Acknowledged.YES)
        )
    )


def _loose(flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    """Whether one text counts a part of the people of the other, or both count people and say nothing alike of them."""
    if a.unit.name != "person":
        return False
    if alignment.relation("population") in {Relation.WITHIN, Relation.CONTAINS}:
        return True
    at_large = all(claim.population is None or claim.population.head in populations().people for claim in (a, b))
    return at_large and alignment.relation("measure") is Relation.UNKNOWN and flag.values is Values.DISJOINT


def _kept(a: Claim, b: Claim, case: Case) -> bool:
    """Whether the text of the second claim has the figure of the first too."""
    value = figure(a)
    return value is not None and bool(case.has(b.document, a.unit.name, a.measure, value))


def _excused(flag: Flag, a: Claim, b: Claim, case: Case) -> bool:
    """Whether a word near either figure lifts the flag; for dates only where they are near each other."""
    if flag.values is Values.DATES and (a.time is None or b.time is None or _gap(a.time, b.time) > flag.excused_days):
        return False
    return any(says(flag.excuses, claim, case.documents) for claim in (a, b))


def _added_up(a: Claim, b: Claim, case: Case) -> bool:
    """Whether a third figure of either text makes up the difference: 900 on long tours, 1,100 on short ones."""
    first, second = figure(a), figure(b)
    if a.unit.name != b.unit.name or first is None or second is None:
        return False
    missing = abs(first - second)
    return any(
        name not in (a.id, b.id)
        for document in (a.document, b.document)
        for name in case.has(document, a.unit.name, a.measure, missing)
    )


def _abridged(a: Claim, b: Claim, case: Case) -> bool:
    """Whether one is a headline that leaves out the hedge of its own text, with which the two figures agree."""
    return any(
        same_figure(head, full)
        and full.measure == head.measure
        and bool(full.number.hedge)
        and not in_base(full.hard, full).disjoint(in_base(other.hard, other))
        for head, other in ((a, b), (b, a))
        if head.section in SHORT
        for full in case.of(head.document)
    )


def _gap(a: Period, b: Period) -> int:
    """Days from one period to the other."""
    return max((b.start - a.end).days, (a.start - b.end).days)


def placed(flag: Flag, a: Claim, b: Claim) -> bool:
    """Whether the claims stand in the sections, and as firmly, as the flag asks."""
    return (
        (not flag.first_in or a.section in flag.first_in)
        and (not flag.second_in or b.section in flag.second_in)
        and (not flag.first_is or a.modality in flag.first_is)
        and (not flag.second_is or b.modality in flag.second_is)
        and (not flag.first_hedges or a.number.hedge in flag.first_hedges)
        and (not flag.second_hedges or b.number.hedge in flag.second_hedges)
    )


def borne_out(flag: Flag, head: Claim, bodies: list[Claim], case: Case) -> bool:
    """Whether a figure of the text, or a sum of some of its figures, reaches what a reader takes from the headline.

    Any figure of the same measure counts for the headline, whatever place or people the text gives it.
    """
    least = in_base(head.soft, head)
    alike = [claim for claim in case.of(head.document) if claim.measure == head.measure and placed(flag, head, claim)]
    if any(_meets(in_base(body.soft, body), least) for body in bodies):
        return True
    if head.number.vague:
        return False
    if any(same_figure(head, claim) or least.covers(in_base(claim.soft, claim)) for claim in alike):
        return True
    claimed = figure(head)
    if claimed is None:
        return False
    near = SUM_TOLERANCE * claimed * head.unit.factor
    return any(abs(total - claimed * head.unit.factor) <= near for total in _sums(head, bodies, alike))


def _sums(head: Claim, bodies: list[Claim], alike: list[Claim]) -> Iterator[float]:
    """The sums of comparable figures, and those of two figures of two places that the headline names."""
    points = [value * body.unit.factor for body in bodies[:MOST_ADDENDS] if (value := figure(body))]
    for size in range(2, len(points) + 1):
        yield from (sum(some) for some in combinations(points, size))
    named = [claim for claim in alike if _names(head, claim)]
    for a, b in combinations(named, 2):
        if a.place and b.place and a.place.name != b.place.name:
            yield (figure(a) or 0.0) * a.unit.factor + (figure(b) or 0.0) * b.unit.factor


def _names(head: Claim, claim: Claim) -> bool:
    """Whether the headline names the place of a figure, by one of its longer words."""
    words = claim.place.text.casefold().split() if claim.place else []
    return any(word in head.quote.casefold() for word in words if len(word) >= LEAST_NAMED)


def _meets(body: Interval, head: Interval) -> bool:
    """Whether the figure reaches the headline's and is of its order: the toll of a war bears out no headline."""
    top = head.high if head.high is not None else head.low
    return not body.below(head) and (body.low is None or top is None or body.low <= OTHER_ORDER * top)


def short_of(body: Claim, head: Claim) -> bool:
    """Whether a figure stays below what a reader takes from a headline."""
    return in_base(body.soft, body).below(in_base(head.soft, head))


def reach(claim: Claim) -> tuple[float, bool, int]:
    """For choosing the figure that comes nearest to a headline: the greatest, the firmest, the first."""
    return (figure(claim) or 0.0) * claim.unit.factor, not claim.number.hedge, -claim.number.start


def _disjoint(flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    apart = alignment.relation("value") is Relation.DISJOINT and not _hedge_apart(a, b)
    return apart and times(a, b) >= flag.factor_at_least


def _hedge_apart(a: Claim, b: Claim) -> bool:
    """Whether both name one figure, and one of them bare: 30 and more than 30 differ in a hedge, not in a count."""
    bare = not (a.number.hedge and b.number.hedge)
    return bare and a.unit.factor == b.unit.factor and same_figure(a, b)


def _soft_disjoint(_flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    meet = alignment.relation("value") not in (Relation.DISJOINT, Relation.UNKNOWN)
    return meet and in_base(a.soft, a).disjoint(in_base(b.soft, b))


def _apart(flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    return _disjoint(flag, a, b, alignment) or _soft_disjoint(flag, a, b, alignment)


def _equal(_flag: Flag, a: Claim, b: Claim, _alignment: Alignment) -> bool:
    return same_figure(a, b)


def _power_of_ten(flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    return slipped(a, b) and times(a, b) >= flag.factor_at_least and alignment.relation("value") is Relation.DISJOINT


def _transposed(flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    least = PAIR if flag.alone else EXCHANGED
    slip = transposed(a, b) or ((flag.named or flag.alone) and _exchanged(a, b, least))
    return slip and alignment.relation("value") is Relation.DISJOINT


def _exchanged(a: Claim, b: Claim, least: int) -> bool:
    """Whether two figures of at least so many digits exchange two before their noughts: 340 and 430, 92 and 29."""
    x, y = (f"{figure(claim) or 0:.10g}" for claim in (a, b))
    head, other = x.rstrip("0"), y.rstrip("0")
    return len(x) == len(y) >= least and len(head) == len(other) == PAIR and head != other == head[::-1]


def _dates(_flag: Flag, a: Claim, b: Claim, _alignment: Alignment) -> bool:
    return a.time is not None and b.time is not None and a.time.relation(b.time) is Relation.DISJOINT


def _hedge_lost(_flag: Flag, a: Claim, b: Claim, _alignment: Alignment) -> bool:
    return same_figure(a, b) and not a.number.hedge and bool(b.number.hedge)


def _none_or_some(_flag: Flag, a: Claim, b: Claim, alignment: Alignment) -> bool:
    return figure(a) == 0 and bool(figure(b)) and alignment.relation("value") is Relation.DISJOINT


def _greater(_flag: Flag, a: Claim, b: Claim, _alignment: Alignment) -> bool:
    """Whether the first may be the second and something beside it."""
    total, part = figure(a), figure(b)
    return (
        total is not None
        and part is not None
        and total >= LEAST_SUM
        and total > part > 0
        and not (a.number.hedge or b.number.hedge)
        and (a.document, a.sentence) != (b.document, b.sentence)
    )


def _any(_flag: Flag, _a: Claim, _b: Claim, _alignment: Alignment) -> bool:
    return True


TESTS: dict[Values, Callable[[Flag, Claim, Claim, Alignment], bool]] = {
    Values.DISJOINT: _disjoint,
    Values.SOFT_DISJOINT: _soft_disjoint,
    Values.EQUAL: _equal,
    Values.POWER_OF_TEN: _power_of_ten,
    Values.TRANSPOSED: _transposed,
    Values.DATES: _dates,
    Values.HEDGE_LOST: _hedge_lost,
    Values.NONE_OR_SOME: _none_or_some,
    Values.APART: _apart,
    Values.SUMMED: _greater,
    Values.ANY: _any,
}


def _may_be_revision(a: Claim, b: Claim, alignment: Alignment, case: Case) -> bool:
    """Whether the count may have moved between the two: it grows while an event is counted.

    Two named sources on one day are two counts, and so are those of which the later text has the lower count.
    """
    if not evolving(a):
        return False
    if alignment.relation("speaker") not in {Relation.DISJOINT, Relation.OVERLAPS}:
        return True
    out, later = published(a, case.profiles), published(b, case.profiles)
    if a.document == b.document or (out == later is not None):
        return False
    if alignment.relation("speaker") is Relation.OVERLAPS or out is None or later is None:
        return True
    early, late = (a, b) if out < later else (b, a)
    return early.hard.scaled(early.unit.factor).below(late.hard.scaled(late.unit.factor))


def _acknowledged(flag: Flag, a: Claim, b: Claim, alignment: Alignment, case: Case) -> bool:
    """Whether one passage gives both figures, each with a speaker of its own, and words that set them against."""
    text = between(a, b, case.documents, NEAR)
    if text is None:
        return False
    if alignment.relation("speaker") is Relation.DISJOINT and any(word in text for word in flag.acknowledging):
        return True
    return any(word in text for word in flag.comparing)


def _summed(flag: Flag, a: Claim, b: Claim, case: Case) -> bool:
    """Whether the first figure is the second and the one beside it together: 40 dead for 26 dead and 14 hurt."""
    total, part = figure(a), figure(b) or 0.0
    return any(
        beside.measure in flag.summed_with and part + (figure(beside) or 0.0) == total
        for beside in case.of(b.document)
        if beside.sentence == b.sentence
        and beside.unit.name == b.unit.name
        and not beside.number.hedge
        and figure(beside)
    )
