from collections.abc import Callable
from datetime import date

import pytest

from checker.align.keys import keys
from checker.align.measure import measure_relation
from checker.align.population import population_relation
from checker.align.story import story_relation
from checker.model import Claim, Kind, Population, Relation, Story

Make = Callable[..., Claim]
LISTED = Population(text="passengers", head="passenger")
SAME, UNKNOWN, DISJOINT = Relation.SAME, Relation.UNKNOWN, Relation.DISJOINT


def told(
    make: Make, document: str, names: tuple[str, ...], day: date | None = None, topics: str = "", **more: object
) -> Claim:
    return make(document=document, **more).model_copy(
        update={"story": Story(names=names, topics=tuple(topics.split()), day=day)}
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(("amber dawn", "kisumu"), ("amber dawn",), SAME, id="one name of two words"),
        pytest.param(("mv amber dawn", "homa"), ("amber dawn", "tana"), SAME, id="the words that both names have"),
        pytest.param(("garissa", "acacia"), ("acacia", "garissa", "wajir"), SAME, id="two names of a word"),
        pytest.param(("nairobi",), ("nairobi",), UNKNOWN, id="a large town alone has many stories"),
        pytest.param(("dosso",), ("dosso", "niamey"), SAME, id="a small town alone"),
        pytest.param(("amber dawn",), ("queen achieng",), UNKNOWN, id="two ships"),
        pytest.param(("santa elena",), ("elena rotaru",), UNKNOWN, id="a word of two other names, a town's too"),
        pytest.param((), (), UNKNOWN, id="no names"),
    ],
)
def test_names_that_tell_one_story(
    claim: Make, first: tuple[str, ...], second: tuple[str, ...], expected: Relation
) -> None:
    a, b = told(claim, "a", first), told(claim, "b", second)
    assert story_relation(a, b, SAME, SAME)[0] is expected
    assert story_relation(b, a, SAME, SAME)[0] is expected


@pytest.mark.parametrize(
    ("days", "place", "time", "expected"),
    [
        pytest.param((1, 20), UNKNOWN, UNKNOWN, SAME, id="what is left open is no reason against"),
        pytest.param((1, 1), DISJOINT, SAME, DISJOINT, id="another place"),
        pytest.param((1, 1), SAME, DISJOINT, DISJOINT, id="another time"),
        pytest.param((1, 90), SAME, SAME, UNKNOWN, id="months apart"),
    ],
)
def test_what_sets_a_figure_apart(
    claim: Make, days: tuple[int, int], place: Relation, time: Relation, expected: Relation
) -> None:
    first, second = (date.fromordinal(738_000 + day) for day in days)
    a, b = told(claim, "a", ("amber dawn",), first), told(claim, "b", ("amber dawn",), second)
    assert story_relation(a, b, place, time)[0] is expected


@pytest.mark.parametrize(("days", "expected"), [((1, 2), DISJOINT), ((1, 1), SAME)])
def test_what_is_there_may_change_from_day_to_day(claim: Make, days: tuple[int, int], expected: Relation) -> None:
    first, second = (date(2023, 5, day) for day in days)
    a = told(claim, "a", ("amber dawn",), first, measure="deployed", kind=Kind.STOCK, stated=False)
    b = told(claim, "b", ("amber dawn",), second, measure="count", kind=Kind.UNKNOWN, stated=False)
    assert story_relation(a, b, SAME, UNKNOWN)[0] is expected


@pytest.mark.parametrize(("last", "expected"), [(2, SAME), (9, DISJOINT)])
def test_a_staff_stays_what_it_is_for_a_few_days(claim: Make, last: int, expected: Relation) -> None:
    first, second = date(2023, 5, 1), date(2023, 5, last)
    a = told(claim, "a", ("amber dawn",), first, measure="employed", kind=Kind.STOCK, stated=False)
    b = told(claim, "b", ("amber dawn",), second, measure="count", kind=Kind.UNKNOWN, stated=False)
    assert story_relation(a, b, SAME, UNKNOWN)[0] is expected


def test_one_text_is_no_second_report(claim: Make) -> None:
    a, b = told(claim, "a", ("amber dawn",)), told(claim, "a", ("amber dawn",), start=9)
    assert story_relation(a, b, SAME, SAME)[0] is UNKNOWN


def test_claims_of_one_story_meet(claim: Make) -> None:
    a = told(claim, "a", ("amber dawn",), place="kisumu", measure="boarded", population=LISTED)
    b = told(claim, "b", ("the amber dawn",), place=None, measure="listed", population=LISTED)
    assert {key for key in keys(a) if key.startswith("thing:")} & set(keys(b))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("killed", "wounded", Relation.OVERLAPS),
        ("killed", "rescued", DISJOINT),
        ("rolled", "loaded", UNKNOWN),
        ("rolled", "destroyed", UNKNOWN),
        ("count", "destroyed", UNKNOWN),
    ],
)
def test_a_verb_of_the_text_may_mean_what_another_means(first: str, second: str, expected: Relation) -> None:
    assert measure_relation(first, second)[0] is expected


def test_names_of_the_story_do_not_narrow_who_is_counted() -> None:
    coaches, of_the_train = Population(text="coaches"), Population(text="coaches of the Amber Dawn")
    assert population_relation(coaches, of_the_train)[0] is Relation.CONTAINS
    assert population_relation(coaches, of_the_train, frozenset({"amber", "dawn"}))[0] is SAME


@pytest.mark.parametrize(
    ("topics", "days", "expected"),
    [
        pytest.param("tanker reef barrel spill", 3, SAME, id="one town, and the same things"),
        pytest.param("tanker reef barrel spill", 30, UNKNOWN, id="weeks later"),
        pytest.param("tanker vote", 3, UNKNOWN, id="other things"),
    ],
)
def test_a_large_town_and_what_happened_there(claim: Make, topics: str, days: int, expected: Relation) -> None:
    first, second = date(2023, 5, 1), date.fromordinal(date(2023, 5, 1).toordinal() + days)
    a = told(claim, "a", ("mombasa",), first, "tanker reef barrel spill owner")
    b = told(claim, "b", ("mombasa",), second, topics)
    assert story_relation(a, b, SAME, SAME)[0] is expected


def test_where_a_report_was_written_tells_what_the_other_names(claim: Make) -> None:
    """Two datelines of one town say nothing, a dateline and the town of the story do."""
    topics, day = "road crash camera", date(2023, 5, 1)
    a, b = told(claim, "a", ("mombasa",), day, topics), told(claim, "b", (), day, topics)
    written = b.model_copy(update={"story": Story(topics=tuple(topics.split()), day=day, written="mombasa")})
    assert story_relation(a, written, SAME, SAME)[0] is SAME
    assert story_relation(written.model_copy(update={"document": "c"}), written, SAME, SAME)[0] is UNKNOWN
