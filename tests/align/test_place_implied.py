"""Places that a text only implies are not held against those that another states."""

from collections.abc import Callable

import pytest

from checker.align.compare import place_related
from checker.model import Claim, Place, Relation

HERE = Place(text="Homs", name="homs", containers=("syria",), country="SY")
THERE = Place(text="Hama", name="hama", containers=("syria",), country="SY")
COUNTRY = Place(text="Syria", name="syria", country="SY")
ABROAD = Place(text="Mosul", name="mosul", containers=("nineveh", "iraq"), country="IQ")

CONVERSE = {Relation.WITHIN: Relation.CONTAINS}


@pytest.mark.parametrize(
    ("first", "second", "stated", "relation"),
    [
        (HERE, THERE, (True, True), Relation.DISJOINT),
        (HERE, THERE, (True, False), Relation.UNKNOWN),
        (HERE, THERE, (False, False), Relation.UNKNOWN),
        (HERE, ABROAD, (False, False), Relation.DISJOINT),
        (HERE, ABROAD, (False, True), Relation.UNKNOWN),
        (HERE, HERE, (False, True), Relation.SAME),
        (HERE, COUNTRY, (True, True), Relation.WITHIN),
        (HERE, COUNTRY, (False, True), Relation.SAME),
        (HERE, COUNTRY, (True, False), Relation.WITHIN),
    ],
)
def test_only_stated_places_are_two(
    claim: Callable[..., Claim], first: Place, second: Place, stated: tuple[bool, bool], relation: Relation
) -> None:
    places = zip((first, second), stated, strict=True)
    a, b = (
        claim().model_copy(update={"place": place, "place_stated": told, "id": f"c-{n}"})
        for n, (place, told) in enumerate(places)
    )
    assert place_related(a, b)[0] is relation
    assert place_related(b, a)[0] is CONVERSE.get(relation, relation)
