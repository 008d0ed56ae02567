from typing import cast

import pytest

from checker.engine.shuffle import MOST_TOGETHER, groups
from checker.model import Claim


class Named:
    """A stand-in for a claim: the shuffle looks at the id alone."""

    def __init__(self, name: str) -> None:
        self.id = name


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"a": ["x"], "b": ["x"], "c": ["y"]}, ["ab"]),
        ({"a": ["x", "y"], "b": ["x", "y"]}, ["ab"]),
        ({"a": ["y"], "b": ["x", "y"], "c": ["x"]}, ["bc", "ab"]),
        ({"a": [], "b": ["x"]}, []),
    ],
)
def test_claims_meet_under_their_keys(keys: dict[str, list[str]], expected: list[str]) -> None:
    claims = [cast("Claim", Named(name)) for name in keys]
    met = groups(claims, lambda claim: keys[claim.id])
    assert ["".join(claim.id for claim in group.claims) for group in met] == expected


def test_a_group_too_large_is_cut_and_says_so() -> None:
    claims = [cast("Claim", Named(f"{number:04}")) for number in range(MOST_TOGETHER + 2)]
    (group,) = groups(claims, lambda _claim: ["x"])
    assert (len(group.claims), len(group.beyond)) == (MOST_TOGETHER, 2)
