"""What `check explain` prints: a rule with its examples, a claim with its fields, a comparison gate by gate."""

import textwrap
from collections.abc import Iterator, Sequence

from checker.model import Claim, Document, Fact, Gate, Profile, Relation
from checker.model.wording import number, period
from checker.report.escape import visible
from checker.report.places import told
from checker.report.style import Style
from checker.report.wording import value, voice, when
from checker.rulebook.rules import Example, Rule

WIDEST = 100  # columns of running text
NAMES_OF_FIELDS = {
    "modality": ("firmness (asserted, planned, feared, denied)", "firmness: one asserted, one not"),
    "kind": ("way of holding in time", "ways of holding in time (a stock, a flow, a running total)"),
    "unit": ("counted thing", "counted things"),
    "population": ("people or things", "people or things counted"),
    "link": ("standing in the text", "roles: the text itself relates the two figures"),
    "document": ("report", "reports"),
    "narrowing": ("people or things", "parts of the people or things counted"),
    "wording": ("wording", "wordings"),
    "time": ("period", "periods"),
}
FITTING = "comparable, and both can be true"
NO_MIDDLE = ("measure", "unit", "population")  # fields whose overlaps are two things that are easily confused
VALUES = {
    Relation.DISJOINT: "comparable, and the two cannot both be true",
    Relation.UNKNOWN: "comparable, but the values are not of one sort",
}


def rule_lines(rule: Rule, style: Style) -> Iterator[str]:
    """A rule: what it finds and why that matters, then its examples, which are also its tests."""
    yield f"{style.paint(rule.id, bold=True)}: {visible(rule.summary)}"
    yield f"{rule.severity.value}, verdict {rule.verdict.value}, kind {rule.kind}"
    yield ""
    yield from _wrapped(rule.rationale, style)
    if rule.hint:
        yield from _wrapped(f"What to do: {rule.hint}", style)
    for title, examples in (("Flagged", rule.must_flag), ("Not flagged", rule.must_not_flag)):
        yield ""
        yield style.paint(f"{title}:", bold=True)
        for example in examples:
            yield from _example_lines(example, style)


def _example_lines(example: Example, style: Style) -> Iterator[str]:
    yield f"- {visible(example.why)}{f' (known gap: {visible(example.todo)})' if example.todo else ''}"
    for report in example.reports:
        lines = [line for line in report.strip().splitlines() if line.strip()]
        for index, line in enumerate(lines):
            yield from _wrapped(line, style, "    | " if index else "    > ", "    | ")


def claim_lines(claim: Claim, document: Document, profile: Profile | None, style: Style) -> Iterator[str]:
    """A claim: where it stands, what was understood, and the productions that understood it."""
    at = (claim.span.line, claim.span.column) if document.plain else None
    yield f"{style.paint(claim.id, bold=True)} {told(document.path, document.spot(claim.number.start), at)}"
    yield from _wrapped(f'"{claim.quote}"', style, "  ")
    fields = {
        "figure": claim.number.text,
        "value": value(claim),
        "commits to": _interval(claim),
        "unit": claim.unit.name,
        "measure": f"{claim.told or claim.measure} ({claim.kind.value})",
        "population": claim.described,
        "place": ", ".join((claim.place.text, *claim.place.containers)) if claim.place else "",
        "time": when(claim) or (period(claim.time) if claim.time else ""),
        "event": ", ".join((claim.event.kind, *claim.event.names)) if claim.event else "",
        "speaker": voice(claim, profile),
        "modality": claim.modality.value,
        "section": claim.section.value,
        "because": "; ".join(claim.because),
    }
    for name, text in fields.items():
        yield from _wrapped(text or "unknown", style, f"  {name:10} ", " " * 13)


def _interval(claim: Claim) -> str:
    if claim.hard.point is not None:
        return number(claim.hard.point)
    low = "" if claim.hard.low is None else ("more than " if claim.hard.low_open else "from ") + number(claim.hard.low)
    high = (
        "" if claim.hard.high is None else ("less than " if claim.hard.high_open else "to ") + number(claim.hard.high)
    )
    return " ".join(part for part in (low, high) if part)


def gate_lines(first: Claim, second: Claim, gates: Sequence[Gate], style: Style) -> Iterator[str]:
    """Two claims compared: each gate with the relation and its reason, the first that fails, and what follows."""
    titles = (f"{visible(claim.number.text)} ({claim.id})" for claim in (first, second))
    yield style.paint(" against ".join(titles), bold=True)
    for gate in gates:
        if gate.field != "value":
            mark = style.paint("pass", "green") if gate.passed else style.paint("stop", "red", bold=True)
            yield f"  {mark}  {gate.field:10} {gate.relation.value:9} {visible(gate.reason)}"
    last = gates[-1]
    if last.field != "value":
        yield f"  {style.paint('not comparable', bold=True)}: {stopped(last)}"
    else:
        yield f"  {style.paint(VALUES.get(last.relation, FITTING), bold=True)}: {visible(last.reason)}"


def stopped(gate: Gate) -> str:
    """Which gate ended a comparison, in words: different periods."""
    one, many = NAMES_OF_FIELDS.get(gate.field, (gate.field, f"{gate.field}s"))
    if gate.relation is Relation.DISJOINT or (gate.relation is Relation.OVERLAPS and gate.field in NO_MIDDLE):
        return f"different {many}"
    if gate.relation is Relation.UNKNOWN:
        return f"nothing shows one and the same {one}"
    if gate.relation is Relation.SAME:
        return f"the same {one}"
    return f"not quite the same {one}"


def rules_lines(ids: Sequence[str], style: Style) -> Iterator[str]:
    """The rules that compare two claims, whether or not these differ enough for a finding."""
    if ids:
        yield from _wrapped(f"rules that compare the two: {', '.join(ids)}", style, "  ")
    else:
        yield "  no rule compares the two"


def fact_lines(fact: Fact, style: Style) -> Iterator[str]:
    """A fact in words."""
    yield from _wrapped(f"{fact.id} ({fact.status.value}): {fact.wording}", style)


def _wrapped(text: str, style: Style, first: str = "", rest: str | None = None) -> Iterator[str]:
    width = min(style.width, WIDEST)
    indent = first if rest is None else rest
    yield from textwrap.wrap(visible(text), width, initial_indent=first, subsequent_indent=indent) or [first.rstrip()]
