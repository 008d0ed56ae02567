import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.speakers import speaker_relation
from checker.model import Relation, Speaker


def speaker(name: str, via: str = "", *, named: bool = True) -> Speaker:
    return Speaker(text=name.title(), name=name, via=via, named=named)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (speaker("ministry of health"), speaker("health ministry"), Relation.SAME),
        (speaker("coast guard"), speaker("lipno coast guard"), Relation.SAME),
        (speaker("centcom"), speaker("us central command"), Relation.SAME),
        (speaker("pentagon", "tom reed"), speaker("pentagon"), Relation.SAME),
        (speaker("tom reed"), speaker("pentagon", "tom reed"), Relation.SAME),
        (speaker("us central command"), speaker("us military"), Relation.WITHIN),
        (speaker("united nations"), speaker("unicef"), Relation.CONTAINS),
        (speaker("navy of lipno"), speaker("ministry of health"), Relation.DISJOINT),
        (speaker("police"), speaker("lipno police"), Relation.UNKNOWN),
        (speaker("officials", named=False), speaker("pentagon"), Relation.UNKNOWN),
        (None, speaker("pentagon"), Relation.UNKNOWN),
        (None, None, Relation.UNKNOWN),
    ],
)
def test_whether_two_voices_are_one(a: Speaker | None, b: Speaker | None, expected: Relation) -> None:
    assert speaker_relation(a, b) is expected


@given(st.text(alphabet="abc of", max_size=12), st.text(alphabet="abc of", max_size=12))
def test_the_other_direction_is_the_inverse(a: str, b: str) -> None:
    assert speaker_relation(speaker(a), speaker(b)) is speaker_relation(speaker(b), speaker(a)).inverse
