"""What shows that two claims tell of one event where few words do: one text, one source that counts, roundings."""

from collections.abc import Callable
from datetime import date

import pytest

from checker.align.compare import align
from checker.align.fields import value_relation
from checker.align.period import is_running
from checker.model import Claim, Interval, Kind, Relation

Make = Callable[..., Claim]


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (Interval(low=5.85, high=5.95), Interval(low=5.95, high=6.05), Relation.DISJOINT),
        (Interval(low=5.85, high=5.96), Interval(low=5.95, high=6.05), Relation.OVERLAPS),
        (Interval(low=40, high=60), Interval.exactly(60), Relation.CONTAINS),
        (Interval(low=60), Interval(low=40, high=60), Relation.OVERLAPS),
    ],
)
def test_two_roundings_that_only_touch_have_no_number_in_common(
    claim: Make, first: Interval, second: Interval, relation: Relation
) -> None:
    a, b = claim("5.9", hard=first), claim("6.0", document="b", hard=second)
    assert value_relation(a, b)[0] is relation
    assert (value_relation(b, a)[0] is Relation.DISJOINT) is (relation is Relation.DISJOINT)


@pytest.mark.parametrize(
    ("kind", "cues", "measure", "running"),
    [
        (Kind.CUMULATIVE, (), "killed", True),
        (Kind.FLOW, ("corrected",), "killed", True),
        (Kind.FLOW, ("at",), "killed", False),
        (Kind.FLOW, ("now",), "cost", False),
        (Kind.STOCK, ("now",), "killed", False),
    ],
)
def test_a_word_beside_a_count_says_that_it_goes_on(
    claim: Make,
    kind: Kind,
    cues: tuple[str, ...],
    measure: str,
    running: bool,  # noqa: FBT001
) -> None:
    assert is_running(claim("14", kind=kind, cues=cues, measure=measure)) is running


@pytest.mark.parametrize(
    ("sentence", "document", "place", "relation"),
    [
        (1, "a", "mombasa", Relation.OVERLAPS),
        (0, "a", "mombasa", Relation.UNKNOWN),
        (1, "b", "mombasa", Relation.UNKNOWN),
        (1, "a", "kisumu", Relation.UNKNOWN),
    ],
)
def test_one_text_tells_of_strikes_and_targets_in_one_place(
    claim: Make, sentence: int, document: str, place: str, relation: Relation
) -> None:
    told = {"time": None, "kind": Kind.CUMULATIVE}
    a = claim("100", unit="strike", measure="strikes", context="navy", **told)
    b = claim(
        "100", unit="target", measure="struck", context="captain", document=document, start=90,
        sentence=sentence, place=place, place_stated=True, **told,
    )  # fmt: skip
    assert align(a.model_copy(update={"place_stated": True}), b).relation("event") is relation


@pytest.mark.parametrize(
    ("speaker", "place", "relation"),
    [("red cross", "kisumu", Relation.OVERLAPS), ("police", "kisumu", Relation.UNKNOWN)],
)
def test_one_text_in_which_two_sources_count_the_same_of_one_day(
    claim: Make, speaker: str, place: str, relation: Relation
) -> None:
    a = claim("31", speaker="police", context="hill")
    b = claim("52", speaker=speaker, context="road", place=place, start=90, sentence=2, time=date(2023, 5, 10))
    assert align(a, b).relation("event") is relation


@pytest.mark.parametrize(
    ("place", "stated", "relation"),
    [
        ("kisumu", True, Relation.UNKNOWN),
        ("kisumu", False, Relation.OVERLAPS),
        (None, False, Relation.OVERLAPS),
        ("lirren", True, Relation.OVERLAPS),
    ],
)
def test_one_source_counts_in_two_towns_that_no_gazetteer_knows(
    claim: Make,
    place: str | None,
    stated: bool,  # noqa: FBT001
    relation: Relation,
) -> None:
    told = {"measure": "killed", "speaker": "Interior Ministry"}
    a = claim("14", place="lirren", place_stated=True, context="fire", **told)
    b = claim(
        "19", place=place, place_stated=stated, document="b", stated=False, context="fire",
        time=date(2023, 5, 30), **told,
    )  # fmt: skip
    assert align(a, b).relation("event") is relation
