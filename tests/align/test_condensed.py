from collections.abc import Callable

import pytest

from checker.align.crowd import MOST_ALIKE, condensed
from checker.align.group import candidates
from checker.align.sketch import Sketch, Sketches
from checker.model import Claim

Make = Callable[..., Claim]


def sketched(claims: list[Claim]) -> list[Sketch]:
    sketches = Sketches()
    return [sketches.sketch(claim, order) for order, claim in enumerate(claims)]


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        pytest.param({}, MOST_ALIKE, id="one thing said again and again"),
        pytest.param({"speaker": "Red Acacia"}, MOST_ALIKE + 1, id="another voice"),
        pytest.param({"place": "kisumu"}, MOST_ALIKE + 1, id="another place"),
        pytest.param({"document": "b"}, MOST_ALIKE + 1, id="another text"),
        pytest.param({"number": "31"}, MOST_ALIKE + 1, id="another figure"),
    ],
)
def test_what_a_text_repeats_is_compared_through_its_first_claims(
    claim: Make, changed: dict[str, str], kept: int
) -> None:
    alike = [claim(start=20 * n) for n in range(MOST_ALIKE + 3)]
    leading, echoes = condensed(sketched([*alike, claim(start=999, **changed)]))
    assert len(leading) == kept
    assert {(a.claim.id, b.claim.id) for a, b in echoes} >= {(alike[0].id, late.id) for late in alike[MOST_ALIKE:]}


def test_claims_of_one_text_meet_in_its_own_group_alone(claim: Make) -> None:
    claims = [claim(start=0), claim(start=20), claim(document="b"), claim(document="b", start=20)]
    pairs = list(candidates(sketched(claims), one_text=False))
    assert len(pairs) == len({(a.order, b.order) for a, b in pairs}) > 1
    assert all(a.claim.document != b.claim.document and a.order < b.order for a, b in pairs)
