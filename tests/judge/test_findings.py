from collections.abc import Callable
from itertools import permutations

import pytest

from checker.judge.draft import Draft, Passage
from checker.judge.findings import LONGEST_LOCATION, build_findings
from checker.model import Claim, Document, Fact, FactStatus, Finding, Section, Severity, Span, Verdict

Make = Callable[..., Claim]


def documents(**texts: str) -> dict[str, Document]:
    return {name: Document(id=name, path=f"{name}.txt", text=text, sha256="") for name, text in texts.items()}


DOCS = documents(a="26 people died in the fire. " * 30, b="35 people died. " * 30, c="46 people died. " * 30)


def drafted(*claims: Claim, rule: str = "count-mismatch", severity: Severity = Severity.ERROR) -> Draft:
    return Draft(rule, Verdict.CONFLICT, severity, "a message", "a reason", claims)


def fact_of(*claims: Claim) -> Fact:
    return Fact(id="k-1", measure="killed", status=FactStatus.DISPUTED, claims=tuple(c.id for c in claims), wording="")


def test_values_that_all_oppose_each_other_are_one_finding(claim: Make) -> None:
    a, b, c = claim("26"), claim("35", document="b"), claim("46", document="c")
    found = build_findings([drafted(a, b), drafted(a, c), drafted(b, c)], (fact_of(a, b, c),), DOCS)
    assert [finding.claims for finding in found] == [(a.id, b.id, c.id)]
    assert found[0].fact == "k-1"


def test_a_value_that_opposes_only_some_is_told_of_too(claim: Make) -> None:
    a, b, c = claim("26"), claim("35", document="b"), claim("46", document="c")
    (finding,) = build_findings([drafted(a, b), drafted(a, c)], (fact_of(a, b, c),), DOCS)
    assert finding.claims == (a.id, b.id, c.id)
    assert finding.message == "a message; also 46 (the report)"


def test_texts_that_contradict_themselves_are_findings_of_their_own(claim: Make) -> None:
    a, again, b = claim("26"), claim("35", start=60), claim("46", document="b")
    found = build_findings([drafted(a, again), drafted(a, b)], (fact_of(a, again, b),), DOCS)
    assert {finding.claims for finding in found} == {(a.id, again.id), (a.id, b.id)}


def test_a_further_corroboration_leaves_the_id(claim: Make) -> None:
    a, b = claim("26", document="b"), claim("35", document="c")
    first = claim("26", document="a")
    (before,) = build_findings([drafted(a, b)], (fact_of(a, b),), DOCS)
    (after,) = build_findings([drafted(first, b), drafted(a, b)], (fact_of(first, a, b),), DOCS)
    assert before.id == after.id


def test_a_further_value_changes_the_id(claim: Make) -> None:
    a, b, c = claim("26"), claim("35", document="b"), claim("46", document="c")
    (before,) = build_findings([drafted(a, b)], (fact_of(a, b),), DOCS)
    (after,) = build_findings([drafted(a, b), drafted(a, c)], (fact_of(a, b, c),), DOCS)
    assert before.id != after.id


def test_agreeing_claims_are_no_locations(claim: Make) -> None:
    a, echo, b = claim("26"), claim("26", start=60), claim("35", document="b")
    found = build_findings([drafted(a, b), drafted(echo, b)], (fact_of(a, echo, b),), DOCS)
    assert [finding.claims for finding in found] == [(a.id, b.id)]


def test_the_id_does_not_depend_on_where_the_words_stand(claim: Make) -> None:
    a, b = claim("26"), claim("35", document="b")
    before = build_findings([drafted(a, b)], (), DOCS)
    moved = documents(a="\n\n" + DOCS["a"].text.replace(" ", "\n", 1), b=DOCS["b"].text)
    later = a.model_copy(
        update={
            "span": Span(start=2, end=22, line=3, column=1),
            "number": a.number.model_copy(update={"start": 2, "end": 4}),
        }
    )
    after = build_findings([drafted(later, b)], (), moved)
    assert before[0].id == after[0].id
    assert before[0].locations[0].line == 1
    assert after[0].locations[0].line == 3


def test_two_findings_with_the_same_words_have_two_ids(claim: Make) -> None:
    docs = documents(
        a="26 people died here.", b="35 people died here.", c="26 people died here.", d="35 people died here."
    )
    drafts = [drafted(claim("26", document=x), claim("35", document=y)) for x, y in (("a", "b"), ("c", "d"))]
    assert len({finding.id for finding in build_findings(drafts, (), docs)}) == 2


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_drafts_does_not_show(claim: Make, order: tuple[int, ...]) -> None:
    a, b, c = claim("26"), claim("35", document="b"), claim("46", document="c")
    drafts = [drafted(a, b), drafted(a, c), drafted(b, c, rule="another", severity=Severity.NOTE)]
    wanted = build_findings(drafts, (fact_of(a, b, c),), DOCS)
    assert build_findings([drafts[i] for i in order], (fact_of(a, b, c),), DOCS) == wanted


def test_the_worst_come_first(claim: Make) -> None:
    a, b = claim("26"), claim("35", document="b")
    c = claim("46", document="c")
    drafts = [drafted(a, b, rule="x", severity=Severity.NOTE), drafted(a, c, rule="y")]
    found: tuple[Finding, ...] = build_findings(drafts, (), DOCS)
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.NOTE]


def test_two_claims_are_told_of_once(claim: Make) -> None:
    a, b = claim("26"), claim("35", document="b")
    mismatch = Draft("y", Verdict.MISMATCH, Severity.ERROR, "m", "e", (a, b))
    drafts = [drafted(a, b, rule="w", severity=Severity.NOTE), drafted(a, b, rule="x"), mismatch]
    assert [finding.rule for finding in build_findings(drafts, (), DOCS)] == ["y"]


def test_a_location_leaves_out_clauses_with_other_figures(claim: Make) -> None:
    docs = documents(a="There were 26 dead in the fire, and 1,400 spectators fled at once.", b=DOCS["b"].text)
    wide = claim("26", start=11).model_copy(update={"span": Span(start=0, end=66, line=1, column=1)})
    (finding,) = build_findings([drafted(wide, claim("35", document="b"))], (), docs)
    assert finding.locations[0].quote == "There were 26 dead in the fire"


def test_a_location_is_never_long(claim: Make) -> None:
    long = claim("26", section=Section.BODY)
    far = long.model_copy(
        update={
            "span": Span(start=0, end=800, line=1, column=1),
            "number": long.number.model_copy(update={"start": 700, "end": 702}),
        }
    )
    (finding,) = build_findings([drafted(far, claim("35", document="b"))], (), DOCS)
    location = finding.locations[0]
    assert location.end - location.start == LONGEST_LOCATION
    assert location.start <= 700 < location.end
    assert location.marks == ((700 - location.start, 702 - location.start),)
    assert location.quote == DOCS["a"].text[location.start : location.end]


def test_passages_stand_in_for_claims() -> None:
    draft = Draft("a-rule", Verdict.CONFLICT, Severity.WARNING, "m", "e", (), (Passage("a", 3, 9),))
    (finding,) = build_findings([draft], (), DOCS)
    assert finding.locations[0].quote == DOCS["a"].text[3:9]
    assert finding.claims == ()


def test_values_of_two_texts_are_opposed_once(claim: Make) -> None:
    a, echo, b = claim("26"), claim("26", start=60), claim("35", document="b")
    assert len(build_findings([drafted(a, b), drafted(echo, b)], (), DOCS)) == 1
