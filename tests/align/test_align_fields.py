from collections.abc import Callable
from datetime import date

import pytest

from checker.align.dating import dating_relation
from checker.align.event import Known, event_relation, wording_relation
from checker.align.fields import kind_relation, link_relation, modality_relation, unit_relation, value_relation
from checker.align.keys import keys
from checker.align.measure import measure_relation
from checker.align.period import time_relation
from checker.model import Claim, Kind, Link, LinkKind, Modality, Period, Precision, Relation

Make = Callable[..., Claim]
DAY, NEXT, MUCH_LATER = date(2023, 5, 10), date(2023, 5, 11), date(2024, 5, 10)
MONTH = Period(start=date(2023, 5, 1), end=date(2023, 5, 31), precision=Precision.MONTH)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("killed", "killed", Relation.SAME),
        ("killed", "wounded", Relation.OVERLAPS),
        ("killed", "killed or wounded", Relation.WITHIN),
        ("killed or wounded", "killed", Relation.CONTAINS),
        ("killed", "deployed", Relation.DISJOINT),
        ("count", "killed", Relation.UNKNOWN),
        ("count", "count", Relation.SAME),
    ],
)
def test_measure_relation(first: str, second: str, relation: Relation) -> None:
    assert measure_relation(first, second)[0] is relation


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ({"time": DAY}, {"time": DAY}, Relation.SAME),
        ({"time": DAY}, {"time": NEXT}, Relation.DISJOINT),
        ({"time": DAY}, {"time": NEXT, "stated": False}, Relation.OVERLAPS),
        ({"time": DAY}, {"time": None}, Relation.UNKNOWN),
        ({"time": DAY}, {"time": MONTH}, Relation.WITHIN),
        ({"time": DAY, "kind": Kind.STOCK}, {"time": MONTH, "kind": Kind.STOCK}, Relation.SAME),
        ({"kind": Kind.ATTRIBUTE}, {"time": NEXT, "stated": False}, Relation.SAME),
        ({"kind": Kind.ATTRIBUTE}, {"time": MUCH_LATER}, Relation.DISJOINT),
    ],
)
def test_time_relation(claim: Make, first: dict[str, object], second: dict[str, object], relation: Relation) -> None:
    assert time_relation(claim(**first), claim(**second))[0] is relation


def test_a_stock_holds_for_the_lifetime_of_its_measure(claim: Make) -> None:
    troops = claim(measure="deployed", kind=Kind.STOCK, time=DAY)
    assert time_relation(troops, claim(measure="deployed", kind=Kind.STOCK, time=NEXT))[0] is Relation.OVERLAPS
    assert time_relation(troops, claim(measure="deployed", kind=Kind.STOCK, time=MUCH_LATER))[0] is Relation.DISJOINT


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ({}, {}, Relation.SAME),
        ({"context": "", "names": ("lady tana",)}, {"context": "", "names": ("lady tana",)}, Relation.SAME),
        ({}, {"context": "harvest maize ship"}, Relation.OVERLAPS),
        ({}, {"context": "harvest maize ship", "place": "kisumu"}, Relation.UNKNOWN),
        ({}, {"context": "", "place": "kisumu"}, Relation.UNKNOWN),
        ({"kind": Kind.STOCK, "context": ""}, {"kind": Kind.STOCK, "context": ""}, Relation.OVERLAPS),
        ({"kind": Kind.STOCK}, {"kind": Kind.STOCK}, Relation.SAME),
    ],
)
def test_event_relation(claim: Make, first: dict[str, object], second: dict[str, object], relation: Relation) -> None:
    a, b = claim(**first), claim(**second)
    place = Relation.SAME if a.place == b.place else Relation.DISJOINT
    assert event_relation(a, b, Known(place, time_relation(a, b)[0], Relation.SAME, Relation.SAME))[0] is relation


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("1956 was when it opened", "1965 was when it was closed", Relation.UNKNOWN),
        ("1956 saw the opening", "1965: the prison was opened", Relation.SAME),
        ("1956: smuggler arrested", "1965: the smugglers were detained", Relation.SAME),
        ("1956: smuggler arrested", "1965: a dentist was arrested", Relation.UNKNOWN),
        ("1956: opened, 1960 repaired", "1965: repaired; in 1960 it was opened", Relation.UNKNOWN),
    ],
)
def test_dates_of_what_happens_once(claim: Make, first: str, second: str, relation: Relation) -> None:
    a, b = (claim(text[:4], measure="date", quote=text, event=text.casefold()) for text in (first, second))
    assert dating_relation(a, b, Relation.SAME)[0] is relation


def test_the_name_of_the_place_tells_no_event(claim: Make) -> None:
    a = claim(context="", names=("mombasa",), time=None)
    assert (
        event_relation(a, a, Known(Relation.SAME, Relation.UNKNOWN, Relation.SAME, Relation.SAME))[0]
        is Relation.UNKNOWN
    )


def test_a_copy_shares_most_words(claim: Make) -> None:
    words = "cargo crate dock evening crane inspector manifest pilot"
    a, b = claim(context=words), claim(document="b", context=words)
    assert wording_relation(a, b)[0] is Relation.SAME
    assert wording_relation(a, claim(context=words))[0] is Relation.UNKNOWN


@pytest.mark.parametrize(("thing", "relation"), [("gas", Relation.SAME), ("oil", Relation.UNKNOWN)])
def test_sums_of_two_things_are_no_copies(claim: Make, thing: str, relation: Relation) -> None:
    sum_of = {
        "unit": "EUR",
        "dimension": "[money EUR]",
        "context": "cargo crate dock evening crane port manifest pilot",
    }
    a, b = claim(described="gas", **sum_of), claim(document="b", described=thing, **sum_of)
    assert wording_relation(a, b)[0] is relation


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("person", "person", Relation.SAME),
        ("person", "home", Relation.DISJOINT),
    ],
)
def test_unit_relation(claim: Make, first: str, second: str, relation: Relation) -> None:
    assert unit_relation(claim(unit=first), claim(unit=second))[0] is relation


def test_units_of_one_dimension_convert(claim: Make) -> None:
    km, mile = (
        claim("10", unit="km", dimension="length", factor=1000),
        claim("10", unit="mile", dimension="length", factor=1609.344),
    )
    assert unit_relation(km, mile)[0] is Relation.OVERLAPS
    assert value_relation(km, mile)[0] is Relation.DISJOINT
    assert value_relation(claim(unit="home"), claim())[0] is Relation.UNKNOWN


def test_links_keep_parts_from_wholes(claim: Make) -> None:
    whole = claim("30")
    part = claim("12", start=40, links=(Link(kind=LinkKind.PART_OF, target=0),))
    assert link_relation(whole, part)[0] is Relation.DISJOINT
    assert link_relation(claim("30", document="b"), part)[0] is Relation.CONTAINS
    assert link_relation(whole, claim("12", start=40))[0] is Relation.SAME


def test_firmness_and_kind(claim: Make) -> None:
    assert modality_relation(claim(), claim(modality=Modality.DENIED))[0] is Relation.DISJOINT
    assert kind_relation(claim(kind=Kind.FLOW), claim(kind=Kind.CUMULATIVE))[0] is Relation.OVERLAPS
    assert kind_relation(claim(kind=Kind.STOCK), claim(kind=Kind.CHANGE))[0] is Relation.DISJOINT
    assert kind_relation(claim(kind=Kind.UNKNOWN), claim(kind=Kind.UNKNOWN))[0] is Relation.UNKNOWN


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"document": "b"}),
        ({"time": date(2023, 5, 30)}, {"document": "b", "time": date(2023, 6, 2)}),
        (
            {"kind": Kind.STOCK, "measure": "deployed"},
            {"document": "b", "kind": Kind.STOCK, "measure": "deployed", "time": date(2023, 7, 1)},
        ),
        (
            {"number": "2,750", "unit": "home"},
            {"document": "b", "number": "2,750", "unit": "building", "measure": "destroyed"},
        ),
        ({"number": "275", "measure": "count"}, {"document": "b", "number": "257"}),
        ({"number": "3"}, {"number": "400", "measure": "cost", "start": 30}),
    ],
)
def test_claims_that_could_relate_share_a_key(claim: Make, first: dict[str, object], second: dict[str, object]) -> None:
    assert set(keys(claim(**first))) & set(keys(claim(**second)))


def test_claims_of_other_months_share_no_key(claim: Make) -> None:
    assert not set(keys(claim())) & set(keys(claim(document="b", time=date(2023, 9, 1))))
