"""Rules about a whole and its parts, within one text."""

from collections.abc import Iterator

from checker.judge.draft import Case, Draft
from checker.judge.total_balance import balanced
from checker.judge.total_change import changes
from checker.judge.total_lines import lines
from checker.judge.total_part import overfull
from checker.judge.total_share import shares
from checker.judge.total_sum import Sum, discrepancy, sums
from checker.judge.total_values import plain
from checker.model import Claim, Interval
from checker.rulebook.rule_total import Arithmetic, TotalRule


def judge(rule: TotalRule, case: Case) -> Iterator[Draft]:
    """The findings of one rule of kind total, in the order of the text."""
    found = list(lines(case))
    match rule.arithmetic:
        case Arithmetic.SUM:
            seen: set[str] = set()
            for entry in (*sums(rule, found), *(Sum(*entry, misses=False) for entry in balanced(rule, found))):
                made = discrepancy(entry)
                if made is not None and entry.whole.id not in seen:
                    seen.add(entry.whole.id)
                    yield _sum_draft(rule, entry.whole, entry.parts, made)
        case Arithmetic.PART:
            for whole, part in overfull(rule, found, case.claims):
                words = {"parts": part.number.text, "result": part.number.text, "stated": part.number.text}
                why = f"{part.number.text} is more than the {whole.number.text} of which it is said to be a part."
                yield _draft(rule, (whole, part), words, why)
        case Arithmetic.CHANGE:
            for change in changes(rule, found):
                words = {"parts": change.parts, "result": change.result, "stated": change.stated}
                yield _draft(rule, change.claims, words, change.why)
        case Arithmetic.SHARE:
            for share in shares(rule, found):
                words = {"parts": share.parts, "result": share.result, "stated": share.stated}
                yield _draft(rule, share.claims, words, share.why)


def _sum_draft(rule: TotalRule, whole: Claim, parts: tuple[Claim, ...], made: Interval) -> Draft:
    labels = {_named(part) for part in parts}
    numbers = " + ".join(_labelled(part) if len(labels) == len(parts) else part.number.text for part in parts)
    low, high = made.low, made.high
    middle = low if high is None else high if low is None else (low + high) / 2
    result = plain(middle) if middle is not None else "another number"
    words = {"parts": numbers, "result": result, "stated": whole.number.text}
    return _draft(rule, (whole, *parts), words, f"{numbers} = {result}, not {whole.number.text}.")


def _labelled(claim: Claim) -> str:
    return f"{claim.number.text} {_named(claim)}".strip()


def what(claim: Claim) -> str:
    """What a figure counts, as a reader says it."""
    return _named(claim) or claim.measure or "people"


def _named(claim: Claim) -> str:
    if claim.population is not None:
        return claim.population.text
    return "" if claim.unit.name == "person" else claim.unit.name


def _draft(rule: TotalRule, claims: tuple[Claim, ...], words: dict[str, str], why: str) -> Draft:
    whole = claims[0]
    message = rule.message.format(what=what(whole), whole=whole.number.text, **words)
    return Draft(rule.id, rule.verdict, rule.severity, message, why, claims)
