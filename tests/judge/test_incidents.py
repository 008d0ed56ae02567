"""Which counts make one incident, and what it cost."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import permutations

import pytest

from checker.judge.incidents import build_incidents
from checker.model import (
    Claim,
    Document,
    Fact,
    FactStatus,
    Incident,
    Interval,
    Kind,
    Link,
    LinkKind,
    Modality,
    Period,
    Population,
    Profile,
)

Make = Callable[..., Claim]
Bounds = tuple[float | None, float | None, float | None]
DOCUMENTS = {name: Document(id=name, path=f"{name}.txt", text="x" * 500, sha256="") for name in "abc"}
PROFILES: Mapping[str, Profile] = {
    name: Profile(source=f"Post {name}", published=Period.on(date(2023, 5, day)))
    for name, day in (("a", 11), ("b", 12), ("c", 13))
}
GROUPS = {"soldiers": "military", "civilians": "civilian", "children": "child", "fighters": "fighter"}
DAY = date(2023, 5, 10)


def built(*claims: Claim, facts: tuple[Fact, ...] = ()) -> tuple[Incident, ...]:
    def groups_of(population: Population) -> frozenset[str]:
        return frozenset({GROUPS[population.text]} if population.text in GROUPS else ())

    def telling(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(claim.event.names if claim.event else ()), frozenset(claim.context)

    return build_incidents(claims, facts, DOCUMENTS, PROFILES, groups_of=groups_of, telling=telling)


def bounds(incident: Incident, measure: str = "killed", people: str = "") -> Bounds | None:
    found = [(t.low, t.best, t.high) for t in incident.tolls if (t.measure, t.people) == (measure, people)]
    return found[0] if found else None


def test_two_reports_of_one_fire(claim: Make) -> None:
    (one,) = built(claim("26", speaker="the police"), claim("30", document="b", hedge="at least"))
    assert bounds(one) == (26, 30, 30)
    assert (one.start, one.end, one.latest, one.place) == (DAY, DAY, date(2023, 5, 12), "Mombasa")
    assert [(s.path, s.outlet, s.voice) for s in one.sources] == [
        ("a.txt", "Post a", "the police"),
        ("b.txt", "Post b", ""),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"place": "kisumu"},
        {"place": None},
        {"time": date(2023, 5, 20)},
        {"time": Period(start=date(2023, 1, 1), end=date(2023, 5, 31))},
        {"time": None},
        {"modality": Modality.FEARED},
        {"measure": "rescued"},
        {"unit": "home"},
        {"kind": Kind.CHANGE},
    ],
)
def test_what_is_no_part_of_the_incident(claim: Make, other: dict[str, object]) -> None:
    first = claim("26")
    second = claim("31", document="b", **other)
    assert all(not {first.id, second.id} <= set(incident.claims) for incident in built(first, second))


def test_a_running_count_of_later_days_joins_by_its_words(claim: Make) -> None:
    later = claim("31", document="b", time=date(2023, 5, 14), kind=Kind.CUMULATIVE)
    (one,) = built(claim("26"), later)
    assert bounds(one) == (26, 31, 31)
    assert len(built(claim("26"), later.model_copy(update={"context": ("quay",)}))) == 2


def test_the_claims_of_a_fact_are_of_one_incident(claim: Make) -> None:
    a, b = claim("26"), claim("26", document="b", time=date(2023, 5, 20), context="quay")
    fact = Fact(id="k-1", measure="killed", status=FactStatus.CORROBORATED, claims=(a.id, b.id), wording="26")
    (one,) = built(a, b, facts=(fact,))
    assert one.facts == ("k-1",)
    assert (one.start, one.end) == (DAY, DAY)


def test_dead_and_wounded_stand_side_by_side(claim: Make) -> None:
    (one,) = built(claim("26"), claim("40", start=60, measure="wounded"), claim("3", start=90, measure="missing"))
    assert [bounds(one, measure) for measure in ("killed", "wounded", "missing")] == [
        (26, 26, 26),
        (40, 40, 40),
        (3, 3, 3),
    ]


def test_soldiers_and_civilians_add_up_where_nobody_counts_all(claim: Make) -> None:
    soldiers = claim("4", population="soldiers")
    (one,) = built(soldiers, claim("3", start=60, population="civilians"))
    assert bounds(one) == (7, 7, 7)
    assert bounds(one, people="combatants") == (4, 4, 4)
    assert bounds(one, people="civilians") == (3, 3, 3)


def test_soldiers_among_the_dead_are_not_added(claim: Make) -> None:
    (one,) = built(claim("9"), claim("4", start=60, population="soldiers"))
    assert bounds(one) == (9, 9, 9)
    assert bounds(one, people="combatants") == (4, 4, 4)


@pytest.mark.parametrize(
    "part",
    [
        {"population": "children"},
        {"links": (Link(kind=LinkKind.PART_OF, target=0),)},
    ],
)
def test_a_part_is_no_lower_count(claim: Make, part: dict[str, object]) -> None:
    (one,) = built(claim("26"), claim("5", start=60, **part))
    assert bounds(one) == (26, 26, 26)


def test_figures_that_make_up_another_are_parts(claim: Make) -> None:
    parts = [claim(number, start=start) for number, start in (("11", 20), ("4", 40), ("3", 60))]
    (one,) = built(claim("18"), *parts)
    assert bounds(one) == (18, 18, 18)


def test_as_many_as_names_no_least(claim: Make) -> None:
    (one,) = built(claim("60", asserted=Interval(high=60)))
    assert bounds(one) == (None, 60, 60)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_claims_changes_no_toll(claim: Make, order: tuple[int, ...]) -> None:
    made = [claim(str(20 + n), document="abca"[n], start=60 * n) for n in range(4)]
    (one,) = built(*(made[n] for n in order))
    assert bounds(one) == (20, 22, 23)
