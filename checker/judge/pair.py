"""Rules about two claims."""

from collections.abc import Iterator

from checker.judge.draft import Case, Draft
from checker.judge.flags import flagged
from checker.judge.gates import pairs
from checker.judge.wording import speaker_shown, value_shown, what_shown
from checker.model import Alignment, Claim
from checker.rulebook.rule_pair import PairRule
from checker.rulebook.rules import Rule


def judge(rule: Rule, case: Case) -> Iterator[Draft]:
    """A draft for every comparable pair of the group that the rule flags."""
    assert isinstance(rule, PairRule)
    for first, second, alignment in pairs(rule.when, case.claims, case.alignments):
        for a, b in ((first, second), (second, first)):
            if flagged(rule.flag, a, b, alignment, case):
                yield draft(rule, a, b, alignment)
                break


def draft(rule: Rule, a: Claim, b: Claim, alignment: Alignment) -> Draft:
    """The finding about two claims, worded."""
    message = rule.message.format(
        what=what_shown(a if a.place else b),
        place=(a.place or b.place).text if (a.place or b.place) else "",
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
    """The arithmetic and why the two are one fact, in one line."""
    if a.measure == "date":
        first = f"{value_shown(a)} and {value_shown(b)} have no day in common"
    elif alignment.fields["unit"][0] == "disjoint":
        first = f"{value_shown(a)} against {value_shown(b)}"
    else:
        first = alignment.fields["value"][1]
    return "; ".join((first, alignment.fields["population"][1], alignment.fields["time"][1], alignment.fields["event"][1]))
