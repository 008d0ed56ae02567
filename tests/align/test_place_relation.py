"""How two places stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.places import place_relation
from checker.model import Place, Relation
from checker.rulebook.gazetteer import fold_place, resolve, to_place

NAMES = [
    "Syria",
    "Iraq",
    "Raqqa",
    "Tabqa",
    "Shaddadi",
    "Homs",
    "Palmyra",
    "Niger",
    "Dosso",
    "Sahel",
    "Red Sea",
    "Zarquun",
]


def place(text: str) -> Place:
    entry = resolve(text)
    return to_place(entry, text) if entry else Place(text=text, name=fold_place(text))


def part(text: str, *containers: str, country: str = "") -> Place:
    return Place(text=text, name=fold_place(text), containers=containers, country=country)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Deir ez-Zor", "Dayr az Zawr", Relation.SAME),
        ("Shaddadi", "Syria", Relation.WITHIN),
        ("Syria", "Shaddadi", Relation.CONTAINS),
        ("Tabqa", "Raqqa", Relation.WITHIN),
        ("Syria", "Iraq", Relation.DISJOINT),
        ("Tounfite", "Agoudim", Relation.DISJOINT),
        ("Palmyra", "Manbij", Relation.DISJOINT),
        ("Niger", "Sahel", Relation.WITHIN),
        ("al-Zarqun", "Zarqoun", Relation.SAME),
        ("Zarqun", "Belhaven Hill", Relation.UNKNOWN),
        ("Red Sea", "Sudan", Relation.UNKNOWN),
    ],
)
def test_names_relate(a: str, b: str, relation: Relation) -> None:
    assert place_relation(place(a), place(b)) is relation


def test_an_unnamed_place_is_unknown() -> None:
    assert place_relation(None, place("Syria")) is Relation.UNKNOWN
    assert place_relation(None, None) is Relation.UNKNOWN


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Raqqa city", "Raqqa province", Relation.WITHIN),
        ("Raqqa", "Raqqa province", Relation.SAME),
        ("Raqqa", "Raqqa city", Relation.SAME),
    ],
)
def test_a_town_lies_in_the_province_of_its_name(a: str, b: str, relation: Relation) -> None:
    first, second = (Place(text=text, name="raqqa", containers=("syria",), country="SY") for text in (a, b))
    assert place_relation(first, second) is relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("northern syria", "southern syria", Relation.DISJOINT),
        ("northern syria", "eastern syria", Relation.UNKNOWN),
        ("rebel-held syria", "government-held syria", Relation.DISJOINT),
        ("rebel-held syria", "opposition-held syria", Relation.SAME),
    ],
)
def test_sides_of_one_place(a: str, b: str, relation: Relation) -> None:
    first, second = (Place(text=name, name=name, containers=("syria",), country="SY") for name in (a, b))
    assert place_relation(first, second) is relation
    assert place_relation(first, place("Syria")) is Relation.WITHIN
    assert place_relation(first, place("Manbij")) is Relation.UNKNOWN


def test_a_site_follows_its_town() -> None:
    prison = part("Dosso prison", "dosso", "niger", country="NE")
    assert place_relation(prison, place("Dosso")) is Relation.SAME
    assert place_relation(prison, place("Kollo")) is Relation.DISJOINT
    assert place_relation(prison, part("Dosso market", "dosso", "niger", country="NE")) is Relation.UNKNOWN


def test_two_places_in_one_mention() -> None:
    both = Place(text="Iraq and Syria", name="iraq and syria")
    assert place_relation(both, place("Iraq")) is Relation.CONTAINS
    assert place_relation(place("Manbij"), both) is Relation.WITHIN
    assert place_relation(both, both) is Relation.SAME
    assert place_relation(both, place("Niger")) is Relation.DISJOINT
    assert place_relation(both, Place(text="", name="niger and syria")) is Relation.OVERLAPS


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_the_relation_read_from_the_other_side_is_its_inverse(a: str, b: str) -> None:
    assert place_relation(place(a), place(b)) is place_relation(place(b), place(a)).inverse


@given(st.sampled_from(NAMES))
def test_a_place_is_itself(name: str) -> None:
    assert place_relation(place(name), place(name)) is Relation.SAME
