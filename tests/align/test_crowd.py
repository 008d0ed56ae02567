"""Where very many claims meet, a few stand for the others."""

from collections.abc import Callable
from datetime import date

import pytest

from checker.align import crowd
from checker.align.crowd import MOST_MET, MOST_TOLD, thinned
from checker.align.sketch import Sketch, Sketches
from checker.api import check_texts, shipped_rules
from checker.model import Claim, Status, Story

Make = Callable[..., Claim]


def sketched(claims: list[Claim]) -> list[Sketch]:
    sketches = Sketches()
    return [sketches.sketch(each, order) for order, each in enumerate(claims)]


def test_a_few_claims_stand_for_themselves(claim: Make) -> None:
    some = sketched([claim(document=f"d{n}") for n in range(MOST_MET)])
    assert thinned(some) == (some, [])


@pytest.mark.parametrize(
    "changed",
    [
        {"number": "31"},
        {"speaker": "Red Acacia"},
        {"place": "kisumu"},
        {"hedge": "at least"},
        {"measure": "wounded"},
        {"time": date(2023, 6, 1)},
        {"story": Story(day=date(2023, 6, 1))},
    ],
)
def test_who_says_something_else_stands_for_itself(claim: Make, changed: dict[str, object]) -> None:
    told = [claim(document=f"d{n}", context=f"words of text {n}") for n in range(MOST_MET)]
    leading, echoes = thinned(sketched([*told, claim(document="z", **changed)]))
    assert len(leading) == MOST_TOLD + 1
    assert leading[-1].claim.document == "z"
    assert {(first.claim.document, len({second.claim.document})) for first, second in echoes} == {("d0", 1)}
    assert len(echoes) == MOST_MET - MOST_TOLD


def crowd_of(count: int) -> list[tuple[str, str]]:
    front = "---\ndate: 2024-05-07\nsource: Wire {n}\n---\n"
    body = "LIRREN - A fire in Lirren on Monday killed {killed} people, {who} said. {more}"
    more = ("Trains ran late.", "Schools stayed closed.", "Rain slowed the work.")
    return [
        (
            f"{n:04}.txt",
            (front + body).format(
                n=n, killed=70 if n % 40 == 7 else 40, who=("police", "the mayor")[n % 40 == 7], more=more[n % 3]
            ),
        )
        for n in range(count)
    ]


def test_a_crowd_gives_one_finding_for_its_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = crowd_of(90)
    rules = [rule for rule in shipped_rules() if rule.id == "source-dispute"]
    thin = check_texts(texts, rules)
    monkeypatch.setattr(crowd, "MOST_MET", 10_000)
    full = check_texts(texts, rules)
    assert {document.status for document in thin.documents} == {Status.OK}
    assert len(thin.findings) == 1
    assert thin.findings == full.findings
    assert thin.facts == full.facts
