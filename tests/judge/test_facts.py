from collections.abc import Callable, Mapping
from datetime import date

from checker.judge.facts import build_facts
from checker.model import Alignment, Claim, FactStatus, Interval, Period, Profile, Relation

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
    "story",
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
    assert fact.wording == "at least 26, according to the Observatory; the agency says 35"
    assert fact.claims == (a.id, b.id)


def test_the_value_of_most_voices_is_the_best(claim: Make) -> None:
    a, b = claim("26", speaker="the police"), claim("26", document="b", speaker="the hospital")
    c = claim("35", document="c", speaker="the agency")
    (fact,) = build_facts((a, b, c), (linked(a, b), linked(b, c)), PROFILES)
    assert fact.best == 26
    assert fact.wording == "26, according to the police and the hospital; the agency says 35"


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


def test_precision_decides_between_two_voices_of_one_day(claim: Make) -> None:
    a = claim("26", speaker="the Observatory").model_copy(update={"hard": Interval(low=26)})
    b = claim("35", document="b", speaker="the agency")
    (fact,) = build_facts((a, b), (linked(a, b),), PROFILES)
    assert fact.best == 35


def test_two_exact_figures_of_one_day_have_no_best(claim: Make) -> None:
    a, b = claim("26", speaker="the Observatory"), claim("35", document="b", speaker="the agency")
    (fact,) = build_facts((a, b), (linked(a, b),), PROFILES)
    assert fact.best is None


def test_copies_of_one_text_are_one_voice(claim: Make) -> None:
    a, b = claim("26"), claim("26", document="b")
    (fact,) = build_facts((a, b), (linked(a, b),), PROFILES, {a.id: "text:a", b.id: "text:a"})
    assert fact.status is FactStatus.SINGLE


def test_many_copies_weigh_less_than_two_voices(claim: Make) -> None:
    copies = [claim("40", document=name) for name in ("b", "c", "d")]
    others = [claim("26", document="a", speaker="the police"), claim("26", document="e", speaker="the hospital")]
    members = (*others, *copies)
    links = tuple(linked(members[0], other) for other in members[1:])
    told = {claim.id: "text:b" for claim in copies}
    (fact,) = build_facts(members, links, PROFILES, told)
    assert fact.best == 26


def test_the_id_does_not_depend_on_which_claim_comes_first(claim: Make) -> None:
    a, b, c = claim("26"), claim("26", document="b"), claim("26", document="c", place="Lirren")
    (fact,) = build_facts((a, b), (linked(a, b),), PROFILES)
    (more,) = build_facts((c, a, b), (linked(c, a), linked(a, b)), PROFILES)
    assert fact.id == more.id
