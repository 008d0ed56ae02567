from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judge.draft import Case
from checker.judge.series import judge
from checker.model import Alignment, Claim, Document, Period, Profile, Relation, Severity, Verdict
from checker.rulebook.rule_pair import When
from checker.rulebook.rule_series import Movement, SeriesRule

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


def rule_of(movement: Movement, *, excused: bool = False, excuses: tuple[str, ...] = ()) -> SeriesRule:
    return SeriesRule(
        id="a-rule", summary="s", rationale="r", severity=Severity.NOTE, verdict=Verdict.REVISION,
        message="{first} then {second}", must_flag=(), must_not_flag=(),
        when=When(), movement=movement, excused=excused, excuses=excuses,
    )  # fmt: skip


def case_of(claims: list[Claim], texts: dict[str, str] | None = None) -> Case:
    days = {"a": date(2023, 5, 11), "b": date(2023, 5, 12), "c": date(2023, 5, 14)}
    documents = {d: Document(id=d, path=d, text=(texts or {}).get(d, ""), sha256="") for d in days}
    profiles = {d: Profile(published=Period.on(day)) for d, day in days.items()}
    alignments = tuple(
        Alignment(
            first=a.id,
            second=b.id,
            fields={**{f: (Relation.SAME, f) for f in GATES}, "value": (a.hard.relation(b.hard), "value")},
        )
        for place, a in enumerate(claims)
        for b in claims[place + 1 :]
    )
    return Case(tuple(claims), (), documents, profiles, alignments)


@pytest.mark.parametrize(
    ("movement", "counts", "wanted"),
    [
        (Movement.RISES, {"a": "31", "b": "38"}, ["31 then 38"]),
        (Movement.RISES, {"b": "31", "a": "38"}, []),
        (Movement.RISES, {"a": "31", "b": "31"}, []),
        (Movement.FALLS, {"a": "38", "b": "31"}, ["38 then 31"]),
        (Movement.FALLS, {"a": "31", "b": "38"}, []),
        (Movement.STALE, {"a": "31", "b": "38", "c": "31"}, ["31 then 31"]),
        (Movement.STALE, {"a": "31", "b": "38", "c": "38"}, []),
        (Movement.STALE, {"a": "31", "c": "31"}, []),
    ],
)
def test_movements(claim: Make, movement: Movement, counts: dict[str, str], wanted: list[str]) -> None:
    claims = [claim(number, document=document) for document, number in counts.items()]
    assert [draft.message for draft in judge(rule_of(movement), case_of(claims))] == wanted


@pytest.mark.parametrize(("excused", "wanted"), [(True, 1), (False, 0)])
def test_words_that_excuse_a_fall(claim: Make, excused: bool, wanted: int) -> None:  # noqa: FBT001
    claims = [claim("38", document="a"), claim("31", document="b")]
    case = case_of(claims, {"b": "31 dead, the brigade said in a correction"})
    found = list(judge(rule_of(Movement.FALLS, excused=excused, excuses=("correction",)), case))
    assert len(found) == wanted


@pytest.mark.parametrize(("linked", "wanted"), [(True, 0), (False, 1)])
def test_only_a_text_on_the_same_fact_excuses_a_fall(claim: Make, linked: bool, wanted: int) -> None:  # noqa: FBT001
    first, last = claim("38", document="a"), claim("31", document="c")
    given = [claim("31", document="b", speaker="nurse"), claim("38", document="b", start=90, speaker="nurse")]
    case = case_of([first, last, *given], {"b": "31 dead, which corrected a count of 38"})
    by_ends = {(alignment.first, alignment.second): alignment for alignment in case.alignments}
    pair, link = by_ends[first.id, last.id], by_ends[last.id, given[0].id]
    case = case._replace(alignments=(pair,), of_one_fact=(link,) if linked else ())
    found = list(judge(rule_of(Movement.FALLS, excuses=("corrected",)), case))
    assert len(found) == wanted


@given(st.lists(st.sampled_from(["38", "31", "26"]), max_size=4))
def test_texts_on_other_matters_remove_no_finding(figures: list[str]) -> None:
    from conftest import build_claim  # noqa: PLC0415 fixtures do not reach hypothesis

    told = [build_claim("38", document="a"), build_claim("31", document="c")]
    strays = [build_claim(figure, document="b", start=90 * at) for at, figure in enumerate(figures)]
    case = case_of([*told, *strays], {"b": "a correction " * 40})
    case = case._replace(alignments=case.alignments[:1])
    rule = rule_of(Movement.FALLS, excuses=("correction",))
    assert [draft.message for draft in judge(rule, case)] == ["38 then 31"]


def test_counts_of_one_day_have_no_order(claim: Make) -> None:
    claims = [claim("31"), claim("38", start=90)]
    assert not list(judge(rule_of(Movement.RISES), case_of(claims)))
