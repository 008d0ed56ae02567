"""Rules about counts of one thing that follow each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.judge.draft import Case, Draft, Order
from checker.judge.facts import linked
from checker.judge.gates import pairs
from checker.judge.order import as_of, evolving, published, says
from checker.judge.pair import Compared, draft
from checker.model import Alignment, Claim, Kind, Relation
from checker.model.figures import same_figure, times
from checker.rulebook.rule_series import Movement, SeriesRule


class Kin(NamedTuple):
    """By its id, the claims on the fact of a claim, and those that the rule compares with it."""

    on_its_fact: Mapping[str, Sequence[Claim]]
    compared: Mapping[str, Sequence[Claim]]

    def of(self, claim: Claim) -> Iterator[Claim]:
        """The claim and its kin."""
        yield claim
        yield from self.on_its_fact.get(claim.id, ())
        yield from self.compared.get(claim.id, ())


def judge(rule: SeriesRule, case: Case) -> Iterator[Draft]:
    """A draft for every two counts of one series that move as the rule flags, the earlier one first."""
    for early, late, alignment in _moved(rule, case):
        made = draft(rule, early, late, alignment)
        order = (_when(early, case), _when(late, case))
        yield made._replace(joint=", later ", order=order) if rule.together else made


def _when(claim: Claim, case: Case) -> Order:
    """For sorting claims by what they count up to."""
    day = as_of(claim, case.profiles)
    return (day.toordinal() if day else 0, claim.document, claim.number.start)


def _moved(rule: SeriesRule, case: Case) -> Iterator[Compared]:
    found = list(pairs(rule.when, case.claims, case.alignments))
    opposed = _opposed(found) if rule.movement is Movement.STALE else {}
    kin = _kin(case) if rule.excuses else Kin({}, {})
    for first, second, alignment in found:
        ordered = _by_size(first, second, case) if rule.movement is Movement.OPEN else _in_order(first, second, case)
        if ordered is None:
            continue
        early, late = ordered
        if not case.central(late):
            continue
        if times(early, late) > rule.factor_at_most or (rule.running and late.kind is not Kind.CUMULATIVE):
            continue
        if rule.movement is Movement.STALE:
            if _stale(early, late, opposed, case):
                yield early, late, alignment
        elif _moves(rule.movement, early, late, alignment) and _excused(rule, early, late, case, kin) is rule.excused:
            yield early, late, alignment


def _in_order(a: Claim, b: Claim, case: Case) -> tuple[Claim, Claim] | None:
    """The earlier and the later claim; None where that is open."""
    first, second = as_of(a, case.profiles), as_of(b, case.profiles)
    if first == second:
        first, second = published(a, case.profiles), published(b, case.profiles)
    if first is None or second is None or first == second:
        return None
    return (a, b) if first < second else (b, a)


def _by_size(a: Claim, b: Claim, case: Case) -> tuple[Claim, Claim] | None:
    """The lower and the higher claim of texts of one day; None where their days are open, or tell which came first."""
    if published(a, case.profiles) is None or published(b, case.profiles) is None or _in_order(a, b, case):
        return None
    return (a, b) if a.hard.scaled(a.unit.factor).below(b.hard.scaled(b.unit.factor)) else (b, a)


def _moves(movement: Movement, early: Claim, late: Claim, alignment: Alignment) -> bool:
    if alignment.relation("value") is not Relation.DISJOINT:
        return False
    risen = early.hard.scaled(early.unit.factor).below(late.hard.scaled(late.unit.factor))
    return not risen if movement is Movement.FALLS else risen


def _excused(rule: SeriesRule, early: Claim, late: Claim, case: Case, kin: Kin) -> bool:
    """Whether the later text, or one before it with both figures, announces the correction, where one is asked for."""
    if not rule.excuses:
        return rule.excused
    told = [claim for claim in case.of(late.document) if claim.measure == late.measure and same_figure(claim, late)]
    return any(says(rule.excuses, claim, case.documents) for claim in (*told, *_between(early, late, case, kin)))


def _between(early: Claim, late: Claim, case: Case, kin: Kin) -> Iterator[Claim]:
    """The later figure in texts on this fact that were out by then and give the earlier one with it: 26, from 27.

    A text of another story may have both figures by chance, so one of them has to have been compared with the
    later one.
    """
    last = published(late, case.profiles)
    texts = (claim for claim in kin.of(late) if same_figure(claim, early) or same_figure(claim, late))
    for document in dict.fromkeys(claim.document for claim in texts):
        given = [claim for claim in case.of(document) if claim.measure == late.measure]
        out = published(given[0], case.profiles) if given else None
        if out is not None and last is not None and out <= last and any(same_figure(claim, early) for claim in given):
            yield from (claim for claim in given if same_figure(claim, late))


def _kin(case: Case) -> Kin:
    by_id = {claim.id: claim for claim in case.claims}
    facts = [[by_id[name] for name in fact] for fact in linked((a.first, a.second) for a in case.of_one_fact)]
    compared: dict[str, list[Claim]] = defaultdict(list)
    for alignment in case.alignments:
        compared[alignment.first].append(by_id[alignment.second])
        compared[alignment.second].append(by_id[alignment.first])
    return Kin({claim.id: fact for fact in facts for claim in fact}, compared)


def _opposed(found: Iterable[Compared]) -> Mapping[str, Sequence[Claim]]:
    """By its id, the claims of other values that a claim was compared with."""
    others: dict[str, list[Claim]] = defaultdict(list)
    for a, b, alignment in found:
        if alignment.relation("value") is Relation.DISJOINT:
            others[a.id].append(b)
            others[b.id].append(a)
    return others


def _stale(early: Claim, late: Claim, opposed: Mapping[str, Sequence[Claim]], case: Case) -> bool:
    """Whether the later text carries a figure that a count between the two had replaced: 24, then 26, then 24 again."""
    if early.document == late.document or early.asserted != late.asserted or not evolving(late):
        return False
    first, last = as_of(early, case.profiles), as_of(late, case.profiles)
    if first is None or last is None:
        return False
    between = (as_of(claim, case.profiles) for claim in opposed.get(late.id, ()))
    return any(middle is not None and first < middle < last for middle in between)
