from collections.abc import Callable
from pathlib import Path

import pytest

from checker.align.compare import align
from checker.align.rulings import DECIDED, Rulings, ruled
from checker.api import check_documents, shipped_rules
from checker.engine.compare import aligned, speak_of_one_fact
from checker.model import Claim, Finding, Relation, Report, Ruling
from checker.model.identity import claim_key
from checker.read import read_all

SEEDS = str(Path(__file__).resolve().parent.parent.parent / "seeds")
DOCUMENTS = read_all([SEEDS]).documents
RULES = shipped_rules()
PLAIN = check_documents(DOCUMENTS, RULES)
PAIRS = [finding for finding in PLAIN.findings if len(finding.claims) == 2]
Make = Callable[..., Claim]


def key(name: str) -> str:
    return claim_key(next(claim for claim in PLAIN.claims if claim.id == name))


def report_with(*rulings: Ruling, turned: bool = False) -> Report:
    return check_documents(DOCUMENTS[::-1] if turned else DOCUMENTS, RULES, rulings)


def ruling(first: str, second: str, *, same: bool) -> Ruling:
    return Ruling(first=first, second=second, same=same, reason="desk: because")


def test_there_is_something_to_rule_on() -> None:
    assert len(PAIRS) >= 2


@pytest.mark.parametrize("finding", PAIRS, ids=lambda finding: finding.rule)
def test_what_is_ruled_apart_is_set_against_each_other_by_no_rule_about_pairs(finding: Finding) -> None:
    kind = next(rule.kind for rule in RULES if rule.id == finding.rule)
    if kind not in ("pair", "series"):
        pytest.skip("judged within one text, whatever is about one fact")
    first, second = finding.claims
    report = report_with(ruling(key(first), key(second), same=False))
    assert not [found for found in report.findings if {first, second} == set(found.claims)]
    assert not [fact for fact in report.facts if {first, second} <= set(fact.claims)]


def test_a_ruling_that_agrees_with_the_checker_changes_no_finding() -> None:
    for fact in PLAIN.facts[:3]:
        report = report_with(ruling(key(fact.claims[0]), key(fact.claims[-1]), same=True))
        assert [found.id for found in report.findings] == [found.id for found in PLAIN.findings]


def test_neither_the_order_of_files_nor_of_rulings_nor_of_the_pair_shows() -> None:
    one, other = (tuple(map(key, finding.claims)) for finding in PAIRS[:2])
    rulings = ruling(*one, same=False), ruling(*other, same=True)
    turned = ruling(*other[::-1], same=True), ruling(*one[::-1], same=False)
    assert report_with(*rulings) == report_with(*turned, turned=True)


def test_a_ruling_on_claims_that_are_not_there_does_nothing() -> None:
    assert report_with(ruling("0" * 16, "1" * 16, same=True)) == PLAIN


def test_what_is_ruled_the_same_passes_every_gate_of_a_fact(claim: Make) -> None:
    a, b = claim("30"), claim("41", document="b", place="kisumu", population="ships", measure="sunk")
    assert not speak_of_one_fact(a, b)
    found = aligned(a, b, [ruling(claim_key(b), claim_key(a), same=True)])
    assert {found.relation(field) for field in DECIDED} == {Relation.SAME}
    assert "desk: because" in found.fields["place"][1]
    assert found.relation("value") is Relation.DISJOINT


@pytest.mark.parametrize(
    ("unit", "dimension", "factor", "relation", "value"),
    [
        ("strike", "[strike]", 1.0, Relation.SAME, Relation.DISJOINT),
        ("kilometre", "[length]", 1000.0, Relation.DISJOINT, Relation.UNKNOWN),
    ],
)
def test_things_that_are_counted_are_compared_and_measures_only_where_they_convert(  # noqa: PLR0917
    claim: Make, unit: str, dimension: str, factor: float, relation: Relation, value: Relation
) -> None:
    a = claim("30", unit="target", dimension="[target]")
    b = claim("41", document="b", unit=unit, dimension=dimension, factor=factor)
    found = ruled(align(a, b), a, b, ruling("x", "y", same=True))
    assert (found.relation("unit"), found.relation("value")) == (relation, value)


def test_a_ruling_holds_for_every_text_that_has_the_sentence(claim: Make) -> None:
    a, b, copy = claim("30"), claim("41", document="b"), claim("41", document="c", start=90)
    rulings = Rulings([ruling(claim_key(a), claim_key(b), same=False)], (a, b, copy))
    assert set(rulings.apart()) == {(a.id, b.id), (a.id, copy.id)} or set(rulings.apart()) == {
        (b.id, a.id),
        (copy.id, a.id),
    }
    assert rulings.on(copy.id, a.id) == rulings.on(a.id, b.id) is not None
    assert rulings.on(b.id, copy.id) is None
