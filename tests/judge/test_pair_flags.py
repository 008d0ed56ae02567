from collections.abc import Callable
from datetime import date

import pytest

from checker.judge.draft import Case
from checker.judge.explain import explain
from checker.judge.flags import flagged
from checker.judge.gates import comparable, gates
from checker.judge.pair import judge
from checker.model import (
    Alignment,
    Claim,
    Document,
    Interval,
    Modality,
    Period,
    Profile,
    Relation,
    Section,
    Severity,
    Verdict,
)
from checker.rulebook.rule_pair import Acknowledged, Flag, PairRule, Values, When

Make = Callable[..., Claim]
FIELDS = (
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


def aligned(a: Claim, b: Claim, **relations: Relation) -> Alignment:
    fields = {name: (relations.get(name, Relation.SAME), name) for name in FIELDS}
    value = relations.get("value", a.hard.relation(b.hard))
    return Alignment(first=a.id, second=b.id, fields={**fields, "value": (value, "the intervals")})


def case_of(
    *claims: Claim,
    alignments: tuple[Alignment, ...] = (),
    texts: dict[str, str] | None = None,
    days: dict[str, date] | None = None,
) -> Case:
    names = sorted({claim.document for claim in claims})
    documents = {
        name: Document(id=name, path=f"{name}.txt", text=(texts or {}).get(name, "word " * 400), sha256="")
        for name in names
    }
    day = days or {}
    profiles = {name: Profile(published=Period.on(day.get(name, date(2023, 5, 11)))) for name in names}
    return Case(claims, (), documents, profiles, alignments)


def rule_of(flag: Flag, when: When | None = None) -> PairRule:
    return PairRule(
        id="a-rule", summary="s", rationale="r", severity=Severity.ERROR, verdict=Verdict.CONFLICT,
        message="{what}: {first} ({first_speaker}) against {second} ({second_speaker})",
        must_flag=(), must_not_flag=(), when=when or When(), flag=flag,
    )  # fmt: skip


HEAD = {"section": Section.HEADLINE}
FLOOR_56 = {"hard": Interval(low=56), "soft": Interval(low=56, high=70)}
FLOOR_85 = {"hard": Interval(low=85), "soft": Interval(low=85, high=106)}
FIRST = {"measure": "date", "time": date(2023, 5, 1)}
TROOPS = {"measure": "deployed"}
MOVED = Flag(values=Values.DISJOINT, skip_revisions=True)
DOZENS = {"hard": Interval(low=12), "soft": Interval(low=24, high=99)}


@pytest.mark.parametrize(
    ("values", "first", "second", "wanted"),
    [
        (Values.DISJOINT, {"number": "30"}, {"number": "32"}, True),
        (Values.DISJOINT, {"number": "30"}, {"number": "30"}, False),
        (Values.DISJOINT, {"number": "2,000", "hard": Interval(low=1800, high=2200)}, {"number": "2,050"}, False),
        (Values.SOFT_DISJOINT, FLOOR_56, FLOOR_85, True),
        (Values.SOFT_DISJOINT, {"number": "30"}, {"number": "32"}, False),
        (Values.EQUAL, {"number": "38", "unit": "strike"}, {"number": "38", "unit": "target"}, True),
        (Values.EQUAL, {"number": "38"}, {"number": "39"}, False),
        (Values.POWER_OF_TEN, {"number": "2.3", "value": 2.3e9}, {"number": "2.3", "value": 2.3e6}, True),
        (Values.POWER_OF_TEN, {"number": "23"}, {"number": "24"}, False),
        (Values.TRANSPOSED, {"number": "275"}, {"number": "257"}, True),
        (Values.TRANSPOSED, {"number": "275"}, {"number": "258"}, False),
        (Values.TRANSPOSED, {"number": "12"}, {"number": "21"}, False),
        (Values.DATES, FIRST, {"measure": "date", "time": date(2023, 5, 3)}, True),
        (Values.DATES, FIRST, {"measure": "date", "time": None}, False),
        (Values.HEDGE_LOST, {"number": "21"}, {"number": "21", "hedge": "at least"}, True),
        (Values.HEDGE_LOST, {"number": "21", "hedge": "at least"}, {"number": "21", "hedge": "at least"}, False),
        (Values.ANY, {}, {}, True),
    ],
)  # fmt: skip
def test_values(claim: Make, values: Values, first: dict[str, object], second: dict[str, object], wanted: bool) -> None:  # noqa: FBT001
    a, b = claim(**first), claim(document="b", **second)
    assert flagged(Flag(values=values), a, b, aligned(a, b), case_of(a, b)) is wanted


@pytest.mark.parametrize(
    ("flag", "first", "second", "wanted"),
    [
        (Flag(values=Values.ANY, first_in=(Section.HEADLINE,)), HEAD, {}, True),
        (Flag(values=Values.ANY, first_in=(Section.HEADLINE,)), {}, {}, False),
        (Flag(values=Values.ANY, second_in=(Section.BODY,)), {}, HEAD, False),
        (Flag(values=Values.ANY, second_is=(Modality.FEARED,)), {}, {"modality": Modality.FEARED}, True),
        (Flag(values=Values.ANY, second_is=(Modality.FEARED,)), {}, {}, False),
        (Flag(values=Values.ANY, second_hedges=("up to",)), {}, {"hedge": "up to"}, True),
        (Flag(values=Values.ANY, second_hedges=("up to",)), {}, {}, False),
        (Flag(values=Values.EQUAL, confusable=(("home", "building"),)), {"unit": "home"}, {"unit": "building"}, True),
        (Flag(values=Values.EQUAL, confusable=(("home", "building"),)), {"unit": "home"}, {"unit": "tent"}, False),
        (Flag(values=Values.DISJOINT, factor_at_least=3), {"number": "30"}, {"number": "60"}, False),
        (Flag(values=Values.DISJOINT, factor_at_least=3), {"number": "30"}, {"number": "90"}, True),
        (MOVED, {"number": "30"}, {"number": "90"}, False),
        (MOVED, {"number": "30", **TROOPS}, {"number": "90", **TROOPS}, True),
    ],
)  # fmt: skip
def test_conditions(claim: Make, flag: Flag, first: dict[str, object], second: dict[str, object], wanted: bool) -> None:  # noqa: FBT001
    a, b = claim(**first), claim(document="b", **second)
    assert flagged(flag, a, b, aligned(a, b), case_of(a, b)) is wanted


def test_two_named_voices_of_one_day_are_two_counts(claim: Make) -> None:
    a, b = claim("14", speaker="police"), claim("19", document="b", speaker="hospital")
    apart = aligned(a, b, speaker=Relation.DISJOINT)
    flag = Flag(values=Values.DISJOINT, skip_revisions=True)
    assert flagged(flag, a, b, apart, case_of(a, b))
    assert not flagged(flag, a, b, apart, case_of(a, b, days={"b": date(2023, 5, 12)}))


def test_a_text_that_sets_two_figures_against_each_other(claim: Make) -> None:
    text = "police said 14 were killed, while the hospital put it at 19"
    a, b = claim("14", start=12, speaker="police"), claim("19", start=57, speaker="hospital")
    flag = Flag(values=Values.DISJOINT, acknowledged=Acknowledged.YES, acknowledging=("while",))
    apart = aligned(a, b, speaker=Relation.DISJOINT)
    assert flagged(flag, a, b, apart, case_of(a, b, texts={"a": text}))
    assert not flagged(flag, a, b, apart, case_of(a, b, texts={"a": text.replace("while", "and")}))
    assert not flagged(flag, a, b, aligned(a, b), case_of(a, b, texts={"a": text}))


def test_a_word_of_revision_lifts_the_flag(claim: Make) -> None:
    a, b = claim("14"), claim("19", start=30, document="b")
    flag = Flag(values=Values.DISJOINT, excuses=("raised",))
    texts = {"b": "The count has been raised to: 19 people"}
    assert flagged(flag, a, b, aligned(a, b), case_of(a, b))
    assert not flagged(flag, a, b, aligned(a, b), case_of(a, b, texts=texts))


def test_judge_words_the_finding(claim: Make) -> None:
    a = claim("2,000", population="US soldiers", measure="deployed", speaker="Pentagon")
    b = claim("900", document="b", population="US soldiers", measure="deployed", speaker="US officials")
    found = list(judge(rule_of(Flag(values=Values.DISJOINT)), case_of(a, b, alignments=(aligned(a, b),))))
    assert [draft.message for draft in found] == [
        "US soldiers deployed in Mombasa: 2,000 (Pentagon) against 900 (US officials)"
    ]
    assert found[0].claims == (a, b)
    assert found[0].explanation.startswith("The intervals. ")


@pytest.mark.parametrize("field", FIELDS[1:])
def test_unknown_passes_no_gate_that_asks_for_same(claim: Make, field: str) -> None:
    a, b = claim("14"), claim("19", document="b")
    alignment = aligned(a, b, **{field: Relation.UNKNOWN})
    when = When.model_validate({field: (Relation.SAME,)})
    assert not comparable(when, alignment)
    assert [gate.field for gate in gates(when, alignment)][-1] == field
    assert not explain(alignment, rule_of(Flag(values=Values.ANY), when))[-1].passed


def test_measures_choose_the_claims(claim: Make) -> None:
    a, b = claim("14"), claim("19", document="b")
    flag = Flag(values=Values.DISJOINT)
    for when, wanted in (
        (When(measures=("killed",)), 1),
        (When(measures=("cost",)), 0),
        (When(not_measures=("killed",)), 0),
    ):
        assert len(list(judge(rule_of(flag, when), case_of(a, b, alignments=(aligned(a, b),))))) == wanted


OVERCLAIM = Flag(values=Values.UNDERCUT, first_in=(Section.HEADLINE,), second_in=(Section.BODY,))


@pytest.mark.parametrize(
    ("head", "bodies", "against"),
    [
        ({"number": "31"}, ["23"], ["23"]),
        ({"number": "31"}, ["23", "8"], []),
        ({"number": "31"}, ["31"], []),
        ({"number": "31"}, ["23", "12"], ["23"]),
        ({"number": "dozens", "value": 24, **DOZENS}, ["43"], []),
        ({"number": "dozens", "value": 24, **DOZENS}, ["17"], ["17"]),
    ],
)
def test_a_headline_that_nothing_bears_out(
    claim: Make, head: dict[str, object], bodies: list[str], against: list[str]
) -> None:
    first = claim(**head, section=Section.HEADLINE)
    others = [claim(number, start=100 * place) for place, number in enumerate(bodies, 1)]
    alignments = tuple(aligned(first, other) for other in others)
    found = list(judge(rule_of(OVERCLAIM), case_of(first, *others, alignments=alignments)))
    assert [draft.claims[1].number.text for draft in found] == against
