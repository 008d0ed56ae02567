"""What two figures commit to, in words that an editor understands."""

from collections.abc import Callable

import pytest

from checker.align.fields import value_relation
from checker.model import Claim, Interval

Make = Callable[..., Claim]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({"number": "30"}, {"number": "32"}, "30 and 32 differ by 2"),
        ({"number": "30"}, {"number": "30"}, "both say 30"),
        (
            {"number": "100", "hard": Interval(low=90, high=110)},
            {"number": "100", "hedge": "more than", "hard": Interval(low=100, low_open=True)},
            "100 may stand for 90 to 110, more than 100: both can be true",
        ),
        (
            {"number": "2,000", "hedge": "about", "hard": Interval(low=1800, high=2200)},
            {"number": "900", "hard": Interval(low=810, high=990)},
            "about 2,000 may stand for 1,800 to 2,200, 900 may stand for 810 to 990: no number fits both",
        ),
        (
            {"number": "dozens", "value": 24, "hard": Interval(low=12)},
            {"number": "9"},
            "dozens may stand for 12 or more, 9: no number fits both",
        ),
        (
            {"number": "10", "unit": "km", "dimension": "length", "factor": 1000},
            {"number": "6", "unit": "mile", "dimension": "length", "factor": 1609.344},
            "10 km, 6 mile: no number fits both",
        ),
    ],
)
def test_arithmetic(claim: Make, first: dict[str, object], second: dict[str, object], told: str) -> None:
    assert value_relation(claim(**first), claim(document="b", **second))[1] == told
