import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.population import population_relation, singular, take_apart
from checker.model import Population, Relation

WORDS = [
    "people",
    "US",
    "soldiers",
    "civilians",
    "children",
    "women",
    "inmates",
    "guards",
    "and",
    "senior",
    "ISIS",
    "drivers",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("US soldiers", "American troops", Relation.SAME),
        ("troops", "US troops", Relation.SAME),
        ("people", "civilians", Relation.SAME),
        ("people", "protesters", Relation.SAME),
        ("pupils", "schoolchildren", Relation.SAME),
        ("aid trucks", "lorries", Relation.WITHIN),
        ("people", "guards", Relation.CONTAINS),
        ("inmates", "prisoners", Relation.SAME),
        ("children", "people", Relation.WITHIN),
        ("people", "women", Relation.CONTAINS),
        ("soldiers", "civilians", Relation.DISJOINT),
        ("US soldiers", "Iraqi soldiers", Relation.DISJOINT),
        ("inmates", "guards", Relation.DISJOINT),
        ("inmates", "guards and inmates", Relation.WITHIN),
        ("senior leaders", "fighters", Relation.OVERLAPS),
        ("marines", "soldiers", Relation.WITHIN),
        ("farm workers", "farm workers", Relation.SAME),
        ("miners", "drivers", Relation.OVERLAPS),
    ],
)
def test_population_relation(first: str, second: str, relation: Relation) -> None:
    assert population_relation(Population(text=first), Population(text=second))[0] is relation


def test_unknown_population_is_never_same() -> None:
    assert population_relation(None, Population(text="people"))[0] is Relation.UNKNOWN
    assert population_relation(None, None)[0] is Relation.UNKNOWN


@given(TEXTS, TEXTS)
def test_relation_read_from_the_other_side_is_the_inverse(first: str, second: str) -> None:
    a, b = Population(text=first), Population(text=second)
    assert population_relation(a, b)[0] is population_relation(b, a)[0].inverse


@given(TEXTS)
def test_a_population_is_itself(text: str) -> None:
    assert population_relation(Population(text=text), Population(text=text))[0] is Relation.SAME


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("men", "man"),
        ("servicemen", "serviceman"),
        ("families", "family"),
        ("forces", "force"),
        ("us", "us"),
        ("coaches", "coach"),
        ("gas", "gas"),
    ],
)
def test_singular(word: str, wanted: str) -> None:
    assert singular(word) == wanted


def test_an_officer_of_the_army_is_an_officer() -> None:
    assert take_apart("army officers").groups["role"] == {"officer"}
