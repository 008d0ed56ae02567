"""Pairs that make one finding, sums over two measures, headlines that abridge, words that compare two counts."""

from collections.abc import Callable
from datetime import date

import pytest

from checker.judge.draft import Case
from checker.judge.flags import flagged
from checker.judge.pair import judge
from checker.judge.together import together
from checker.model import Alignment, Claim, Document, Interval, Period, Profile, Relation, Section, Severity, Verdict
from checker.rulebook.rule_pair import Acknowledged, Flag, PairRule, Values, When

Make = Callable[..., Claim]
FIELDS = tuple(name for name in When.model_fields if name not in ("measures", "not_measures"))
APART = Flag(values=Values.DISJOINT, together=True)
FLOOR = Interval(low=21)


def aligned(a: Claim, b: Claim, **relations: Relation) -> Alignment:
    fields = {name: (relations.get(name, Relation.SAME), name) for name in FIELDS}
    return Alignment(first=a.id, second=b.id, fields={**fields, "value": (a.hard.relation(b.hard), "value")})


def case_of(*claims: Claim, pairs: tuple[Alignment, ...] = (), text: str = "") -> Case:
    names = sorted({claim.document for claim in claims})
    documents = {name: Document(id=name, path=name, text=text or "word " * 200, sha256="") for name in names}
    profiles = {name: Profile(published=Period.on(date(2023, 5, 11))) for name in names}
    return Case(claims, (), documents, profiles, pairs)


def rule_of(flag: Flag) -> PairRule:
    return PairRule(
        id="a-rule", summary="s", rationale="r", severity=Severity.NOTE, verdict=Verdict.WEAK,
        message="{first} against {second}", must_flag=(), must_not_flag=(), when=When(), flag=flag,
    )  # fmt: skip


def test_pairs_that_hang_together_are_one_finding(claim: Make) -> None:
    a, b, c = claim("14"), claim("19", document="b"), claim("26", document="c", speaker="clinic")
    again = claim("14", document="d")
    pairs = (aligned(a, b), aligned(b, c), aligned(b, again))
    [found] = together(judge(rule_of(APART), case_of(a, b, c, again, pairs=pairs)))
    assert found.claims == (a, b, c)
    assert found.message == "14 against 19 and 26 (clinic)"


def test_pairs_that_share_no_claim_stay_two_findings(claim: Make) -> None:
    a, b = claim("14"), claim("19", document="b")
    c, d = claim("30", start=40), claim("42", start=40, document="b")
    found = together(judge(rule_of(APART), case_of(a, b, c, d, pairs=(aligned(a, b), aligned(c, d)))))
    assert [draft.claims for draft in found] == [(a, b), (c, d)]


@pytest.mark.parametrize(("total", "hurt", "wanted"), [("39", "22", True), ("38", "22", False), ("39", "21", False)])
def test_the_dead_and_the_injured_of_one_sentence_make_the_toll(
    claim: Make,
    total: str,
    hurt: str,
    wanted: bool,  # noqa: FBT001
) -> None:
    toll, dead = claim(total, document="b"), claim("17")
    injured = claim(hurt, start=40, measure="wounded")
    flag = Flag(values=Values.SUMMED, summed_with=("wounded",))
    assert flagged(flag, toll, dead, aligned(toll, dead), case_of(toll, dead, injured)) is wanted


def test_a_headline_without_the_hedge_of_its_text_is_no_count_of_its_own(claim: Make) -> None:
    head, full = claim("21", section=Section.HEADLINE), claim("21", start=40, hedge="at least", hard=FLOOR)
    other = claim("26", document="b")
    flag = Flag(values=Values.DISJOINT)
    assert flagged(flag, head, other, aligned(head, other), case_of(head, other))
    assert not flagged(flag, head, other, aligned(head, other), case_of(head, full, other))


@pytest.mark.parametrize(("word", "wanted"), [("gave a higher toll of", True), ("spoke of", False)])
def test_a_text_may_compare_two_counts_itself(claim: Make, word: str, wanted: bool) -> None:  # noqa: FBT001
    text = f"the monitor said 15 died; rescuers {word} 23"
    a, b = claim("15", start=text.index("15")), claim("23", start=text.index("23"))
    flag = Flag(values=Values.DISJOINT, acknowledged=Acknowledged.YES, comparing=("higher toll",))
    pair = aligned(a, b, speaker=Relation.OVERLAPS)
    assert flagged(flag, a, b, pair, case_of(a, b, text=text)) is wanted


@pytest.mark.parametrize(
    ("first", "second", "named", "wanted"),
    [("340", "430", True, True), ("340", "430", False, False), ("340", "440", True, False), ("34", "43", True, False)],
)
def test_a_named_source_exchanges_two_digits(claim: Make, first: str, second: str, named: bool, wanted: bool) -> None:  # noqa: FBT001
    a, b = claim(first, speaker="police"), claim(second, document="b", speaker="police")
    flag = Flag(values=Values.TRANSPOSED, named=named)
    assert flagged(flag, a, b, aligned(a, b), case_of(a, b)) is wanted


def test_dozens_are_not_counted(claim: Make) -> None:
    exact, b = claim("30"), claim("52", document="b")
    vague = exact.model_copy(update={"number": exact.number.model_copy(update={"vague": True})})
    flag = Flag(values=Values.DISJOINT, counted=True)
    assert flagged(flag, exact, b, aligned(exact, b), case_of(exact, b))
    assert not flagged(flag, vague, b, aligned(vague, b), case_of(vague, b))
