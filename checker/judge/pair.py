"""Rules about two claims."""

from collections.abc import Iterator

from checker.judge.draft import Case, Draft
from checker.judge.flags import borne_out, flagged, placed, reach, short_of
from checker.judge.gates import comparable, pairs
from checker.judge.wording import speaker_shown, value_shown, what_shown
from checker.model import Alignment, Claim, Relation
from checker.rulebook.rule_pair import PairRule, Values
from checker.rulebook.rule_series import SeriesRule

Compared = tuple[Claim, Claim, Alignment]


def judge(rule: PairRule, case: Case) -> Iterator[Draft]:
    """A draft for every comparable pair of the group that the rule flags."""
    if rule.flag.values is Values.UNDERCUT:
        yield from overclaims(rule, case)
        return
    for a, b, alignment in _flagged(rule, case):
        made = draft(rule, a, b, alignment)
        order = tuple((0, claim.document, claim.number.start) for claim in (a, b))
        yield made._replace(joint=" and ", order=order) if rule.flag.together else made


def _flagged(rule: PairRule, case: Case) -> Iterator[Compared]:
    """The comparable pairs that the rule flags, in the order in which it does."""
    for first, second, alignment in pairs(rule.when, case.claims, case.alignments):
        for a, b in ((first, second), (second, first)):
            if flagged(rule.flag, a, b, alignment, case):
                yield a, b, alignment
                break


def overclaims(rule: PairRule, case: Case) -> Iterator[Draft]:
    """A draft for every headline that no figure of its text, nor a sum of them, bears out.

    It stands against the figure that comes nearest to it, and the first of the text, which is the lead's.
    """
    bodies: dict[str, list[tuple[Claim, Claim, Alignment]]] = {}
    for first, second, alignment in pairs(rule.when, case.claims, case.alignments):
        for a, b, seen in ((first, second, alignment), (second, first, alignment.reversed())):
            if placed(rule.flag, a, b) and comparable(rule.when, seen) and case.central(a):
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
