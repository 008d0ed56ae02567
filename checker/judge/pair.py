"""Rules about two claims."""

from collections.abc import Callable, Iterator

from checker.judge.draft import Case, Draft
from checker.judge.flags import borne_out, flagged, placed, reach, short_of
from checker.judge.gates import comparable, pairs
from checker.judge.wording import speaker_shown, value_shown, what_shown
from checker.model import Alignment, Claim, Relation
from checker.rulebook.rule_pair import PairRule, Values
from checker.rulebook.rule_series import SeriesRule

Compared = tuple[Claim, Claim, Alignment]
Order = Callable[[Claim], tuple[object, ...]]


def judge(rule: PairRule, case: Case) -> Iterator[Draft]:
    """A draft for every comparable pair of the group that the rule flags."""
    if rule.flag.values is Values.UNDERCUT:
        yield from overclaims(rule, case)
        return
    found = list(_flagged(rule, case))
    if rule.flag.together:
        yield from together(rule, found, lambda claim: (claim.document, claim.number.start), " and ")
        return
    for a, b, alignment in found:
        yield draft(rule, a, b, alignment)


def _flagged(rule: PairRule, case: Case) -> Iterator[Compared]:
    """The comparable pairs that the rule flags, in the order in which it does."""
    for first, second, alignment in pairs(rule.when, case.claims, case.alignments):
        for a, b in ((first, second), (second, first)):
            if flagged(rule.flag, a, b, alignment, case):
                yield a, b, alignment
                break


def together(rule: PairRule | SeriesRule, found: list[Compared], order: Order, joint: str) -> Iterator[Draft]:
    """One draft for all pairs that hang together: the first of them, then the first claim for each further value.

    Args:
        rule: whose findings they are.
        found: the pairs that it flags.
        order: sorts claims; must tell all of them apart.
        joint: the words between the values in the message.
    """
    while found:
        group, found = _joined(found)
        a, b, alignment = min(group, key=lambda pair: (order(pair[0]), order(pair[1])))
        values: dict[tuple[object, str], Claim] = {}
        for claim in sorted({claim.id: claim for pair in group for claim in pair[:2]}.values(), key=order):
            values.setdefault((claim.hard, claim.unit.name), claim)
        for claim in (a, b):
            values.pop((claim.hard, claim.unit.name), None)
        made = draft(rule, a, b, alignment)
        more = "".join(f"{joint}{value_shown(claim)} ({speaker_shown(claim)})" for claim in values.values())
        yield made._replace(message=made.message + more, claims=(a, b, *values.values()))


def _joined(found: list[Compared]) -> tuple[list[Compared], list[Compared]]:
    """The pairs that hang together with the first one, and the others."""
    group, rest = found[:1], found[1:]
    ids = {claim.id for claim in group[0][:2]}
    grown = True
    while grown:
        near = [pair for pair in rest if pair[0].id in ids or pair[1].id in ids]
        group += near
        rest = [pair for pair in rest if pair[0].id not in ids and pair[1].id not in ids]
        ids |= {claim.id for a, b, _ in near for claim in (a, b)}
        grown = bool(near)
    return group, rest


def overclaims(rule: PairRule, case: Case) -> Iterator[Draft]:
    """A draft for every headline that no figure of its text, nor a sum of them, bears out.

    It stands against the figure that comes nearest to it, and the first of the text, which is the lead's.
    """
    bodies: dict[str, list[tuple[Claim, Claim, Alignment]]] = {}
    for first, second, alignment in pairs(rule.when, case.claims, case.alignments):
        for a, b, seen in ((first, second, alignment), (second, first, alignment.reversed())):
            if placed(rule.flag, a, b) and comparable(rule.when, seen):
                bodies.setdefault(a.id, []).append((a, b, seen))
    for entries in bodies.values():
        head = entries[0][0]
        found = [entry for entry in entries if short_of(entry[1], head)]
        if not found or borne_out(rule.flag, head, [b for _, b, _ in entries], case):
            continue
        a, b, alignment = max(found, key=lambda entry: reach(entry[1]))
        first = min((entry[1] for entry in found), key=lambda claim: claim.number.start)
        made = draft(rule, a, b, alignment)
        yield made if first.asserted == b.asserted else made._replace(claims=(a, b, first))


def draft(rule: PairRule | SeriesRule, a: Claim, b: Claim, alignment: Alignment) -> Draft:
    """The finding about two claims, worded."""
    place = a.place or b.place
    message = rule.message.format(
        what=what_shown(a if a.place else b),
        place=place.text if place else "",
        first=value_shown(a),
        second=value_shown(b),
        first_speaker=speaker_shown(a),
        second_speaker=speaker_shown(b),
        first_measure=a.measure,
        second_measure=b.measure,
        first_section=a.section.value,
        second_modality=b.modality.value,
    )
    return Draft(rule.id, rule.verdict, rule.severity, message, explanation(a, b, alignment), (a, b))


def explanation(a: Claim, b: Claim, alignment: Alignment) -> str:
    """The arithmetic, then what shows that the two are one fact."""
    if a.measure == "date":
        first = f"{value_shown(a)} and {value_shown(b)} have no day in common"
    elif alignment.fields["unit"][0] == "disjoint":
        first = f"{value_shown(a)} against {value_shown(b)}"
    else:
        first = alignment.fields["value"][1]
    fields = ("event",) if a.measure == "date" else ("population", "time", "event")
    told = (alignment.fields[field] for field in fields)
    why = "; ".join(reason for relation, reason in told if relation is not Relation.UNKNOWN)
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in (first, why) if part)
