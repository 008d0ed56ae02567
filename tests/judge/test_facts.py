from collections.abc import Callable, Mapping
from datetime import date

from checker.judge.facts import build_facts
from checker.model import Alignment, Claim, FactStatus, Period, Profile, Relation

Make = Callable[..., Claim]
GATES = (
    "modality",
    "kind",
    "measure",
    "unit",
    "population",
    "place",
    "time",
    "event",
    "speaker",
    "link",
    "document",
    "narrowing",
    "wording",
)
PROFILES: Mapping[str, Profile] = {
    name: Profile(published=Period.on(date(2023, 5, day))) for name, day in (("a", 11), ("b", 11), ("c", 12))
}


def linked(a: Claim, b: Claim) -> Alignment:
    fields = {**{f: (Relation.SAME, f) for f in GATES}, "value": (a.hard.relation(b.hard), "value")}
    return Alignment(first=a.id, second=b.id, fields=fields)


def test_two_voices_that_differ(claim: Make) -> None:
    a = claim("26", hedge="at least", speaker="the Observatory")
    b = claim("35", document="b", speaker="the agency")
    (fact,) = build_facts((a, b), (linked(a, b),), PROFILES)
    assert (fact.low, fact.best, fact.high, fact.status) == (26, None, 35, FactStatus.DISPUTED)
    assert fact.wording == "at least 26, according to the Observatory; 35, according to the agency"
    assert fact.claims == (a.id, b.id)


def test_the_value_of_most_voices_is_the_best(claim: Make) -> None:
    a, b = claim("26", speaker="the police"), claim("26", document="b", speaker="the hospital")
    c = claim("35", document="c", speaker="the agency")
    (fact,) = build_facts((a, b, c), (linked(a, b), linked(b, c)), PROFILES)
    assert fact.best == 26
    assert fact.wording == "26, according to the police and the hospital; 35, according to the agency"


def test_the_later_count_of_one_voice_is_a_revision(claim: Make) -> None:
    a, b = claim("26", speaker="the police"), claim("35", document="c", speaker="the police")
    (fact,) = build_facts((a, b), (linked(a, b),), PROFILES)
    assert (fact.status, fact.best) == (FactStatus.REVISED, 35)


def test_agreement_corroborates(claim: Make) -> None:
    a, b = claim("26"), claim("26", document="b")
    (fact,) = build_facts((a, b), (linked(a, b), linked(a, b)), PROFILES)
    assert (fact.status, fact.wording) == (FactStatus.CORROBORATED, "26")


def test_units_of_one_fact_convert(claim: Make) -> None:
    a = claim("10", unit="km", dimension="length", factor=1000)
    b = claim("6", unit="mile", dimension="length", factor=1609.344, document="b")
    (fact,) = build_facts((a, b), (linked(a, b),), PROFILES)
    assert fact.unit == "km"
    assert fact.high == 10
    assert fact.low == 6 * 1.609344


def test_claims_apart_are_no_fact(claim: Make) -> None:
    a, b = claim("26"), claim("26", document="b")
    assert not build_facts((a, b), (), PROFILES)


def test_two_facts_of_one_description_have_two_ids(claim: Make) -> None:
    claims = tuple(
        claim(n, document=d, start=s) for n, d, s in (("1", "a", 0), ("1", "b", 0), ("7", "a", 50), ("7", "b", 50))
    )
    facts = build_facts(claims, (linked(claims[0], claims[1]), linked(claims[2], claims[3])), PROFILES)
    assert len({fact.id for fact in facts}) == 2
