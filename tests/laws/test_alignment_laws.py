"""Laws of comparing: symmetry, silence without evidence, and one finding for one planted difference."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.compare import align
from checker.align.group import Aligner
from checker.align.keys import keys
from checker.judge import judge
from checker.judge.draft import Case
from checker.judge.gates import comparable
from checker.model import Claim, Document, Figure, Kind, Modality, Period, Profile, Relation
from checker.rulebook.load import rules_folder
from checker.rulebook.rule_pair import PairRule
from checker.rulebook.rule_series import SeriesRule
from checker.rulebook.rulebook import load_rules
from checker.rulebook.screen import Screen

Make = Callable[..., Claim]
FOLDERS = [rules_folder() / name for name in ("core", "conflict")]
RULES = [rule for rule in load_rules(FOLDERS) if isinstance(rule, PairRule | SeriesRule)]
SCREEN = Screen(RULES)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "number": st.sampled_from(["14", "19", "275", "257", "2,000"]),
    "measure": st.sampled_from(["killed", "wounded", "deployed", "date", "cost"]),
    "population": st.sampled_from([None, "people", "US soldiers", "civilians", "inmates"]),
    "place": st.sampled_from([None, "mombasa", "kisumu"]),
    "time": st.sampled_from([None, date(2023, 5, 10), date(2023, 6, 2), date(2019, 1, 1)]),
    "speaker": st.sampled_from([None, "police", "Ministry of Health"]),
    "unit": st.sampled_from(["person", "home", "building"]),
    "kind": st.sampled_from(list(Kind)),
    "modality": st.sampled_from(list(Modality)),
}
DRAWN = st.fixed_dictionaries(FIELDS)
BASE = {"number": "275", "measure": "deployed", "population": "US soldiers", "kind": Kind.STOCK, "place": "mombasa"}


def findings(*claims: Claim) -> list[str]:
    names = {claim.document for claim in claims}
    documents = {name: Document(id=name, path=name, text="", sha256="") for name in names}
    profiles = {name: Profile(published=Period.on(date(2023, 5, 11))) for name in names}
    numbered = tuple(enumerate(claims))
    shared = {key for key in keys(claims[0]) if all(key in keys(claim) for claim in claims)}
    pairs = [pair for key in sorted(shared) for pair in Aligner(SCREEN).align(key, numbered).pairs]
    drafts = []
    for bit, rule in enumerate(SCREEN.rules):
        wanted = tuple(pair.alignment for pair in pairs if pair.wanted >> bit & 1)
        drafts += judge(rule, Case(claims, (), documents, profiles, wanted))
    return [draft.rule for draft in drafts]


@given(first=DRAWN, second=DRAWN)
def test_relations_are_symmetric(first: dict[str, Any], second: dict[str, Any]) -> None:
    from conftest import build_claim  # noqa: PLC0415 fixtures do not reach hypothesis

    a, b = build_claim(**first), build_claim(document="b", **second)
    forward, back = align(a, b), align(b, a)
    for field in forward.fields:
        assert forward.relation(field) is back.relation(field).inverse


@given(first=DRAWN, second=DRAWN)
def test_what_the_screen_lets_through_is_what_the_rules_accept(first: dict[str, Any], second: dict[str, Any]) -> None:
    from conftest import build_claim  # noqa: PLC0415 fixtures do not reach hypothesis

    a, b = build_claim(**first), build_claim(document="b", **second)
    for key in sorted(set(keys(a)) & set(keys(b))):
        for pair in Aligner(SCREEN).align(key, ((0, a), (1, b))).pairs:
            assert pair.alignment == align(a, b)
            for bit, rule in enumerate(SCREEN.rules):
                if pair.wanted >> bit & 1:
                    assert comparable(rule.when, pair.alignment)


@given(first=DRAWN)
def test_a_key_depends_on_its_claim_only(first: dict[str, Any]) -> None:
    from conftest import build_claim  # noqa: PLC0415 fixtures do not reach hypothesis

    assert keys(build_claim(**first)) == keys(build_claim(**first, start=50, id="another"))


@given(first=DRAWN)
def test_a_claim_never_conflicts_with_itself_in_another_text(first: dict[str, Any]) -> None:
    from conftest import build_claim  # noqa: PLC0415 fixtures do not reach hypothesis

    assert not findings(build_claim(**first), build_claim(document="b", **first))


def test_a_planted_difference_is_found(claim: Make) -> None:
    assert findings(claim(**BASE), claim(document="b", **{**BASE, "number": "340"})) == ["count-mismatch"]


@pytest.mark.parametrize(
    "other",
    [
        {"modality": Modality.DENIED},
        {"modality": Modality.PLANNED},
        {"place": "kisumu"},
        {"population": "Iraqi soldiers"},
        {"measure": "killed", "kind": Kind.FLOW},
        {"measure": "capacity"},
        {"time": date(2019, 1, 1)},
        {"kind": Kind.CHANGE},
    ],
)
def test_one_other_field_and_nothing_is_found(claim: Make, other: dict[str, Any]) -> None:
    second = claim(document="b", **{**BASE, "number": "340", **other})
    assert findings(claim(**BASE), second) == []


def test_unknown_is_neither_same_nor_different(claim: Make) -> None:
    known = claim(**BASE)
    for field in ("population", "place", "time"):
        bare = claim(document="b", **{**BASE, field: None})
        assert align(known, bare).relation(field) is Relation.UNKNOWN


WORDINGS = ("17", "Seventeen", "seventeen", "about 17", "some 17", "dozens", "Dozens", "17.0")


@given(numbers=st.lists(st.sampled_from(WORDINGS), min_size=3, max_size=6))
def test_what_is_compared_once_for_many_is_said_of_each_pair_in_its_own_words(numbers: list[str]) -> None:
    from conftest import build_claim  # noqa: PLC0415 fixtures do not reach hypothesis

    claims = {
        f"c-{at}": build_claim(**{**BASE, "number": "17"}, document=f"d-{at}", id=f"c-{at}").model_copy(
            update={"number": Figure(start=0, end=2, text=number)}
        )
        for at, number in enumerate(numbers)
    }
    aligner = Aligner(SCREEN)
    for key in {key for claim in claims.values() for key in keys(claim)}:
        for pair in aligner.align(key, tuple(enumerate(claims.values()))).pairs:
            afresh = align(claims[pair.alignment.first], claims[pair.alignment.second]).fields
            assert {field: afresh[field] for field in pair.alignment.fields} == pair.alignment.fields
