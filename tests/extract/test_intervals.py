import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.intervals import Reading, last_place, read_figure, read_vague
from checker.model import Interval
from checker.rulebook.numerals import numerals

KINDS = ("", "floor", "above", "ceiling", "below", "near", "about")


def ends(interval: Interval) -> tuple[float | None, float | None]:
    return interval.low, interval.high


@pytest.mark.parametrize(
    ("value", "kind", "hard", "soft"),
    [
        (1274, "", (1274, 1274), (1274, 1274)),
        (30, "", (30, 30), (30, 30)),
        (2000, "", (1800, 2200), (1900, 2100)),
        (2000, "about", (1800, 2200), (1900, 2100)),
        (1274, "about", (1210.3, 1337.7), (1242.15, 1305.85)),
        (250, "near", (225, 250), (237.5, 250)),
        (56, "floor", (56, None), (56, 70)),
        (100, "above", (100, None), (100, 125)),
        (400, "ceiling", (0, 400), (200, 400)),
        (400, "below", (0, 400), (320, 400)),
        (0, "", (0, 0), (0, 0)),
    ],
)
def test_the_table(value: float, kind: str, hard: tuple[float, float], soft: tuple[float, float]) -> None:
    reading = read_figure(value, value, kind)
    assert ends(reading.hard) == pytest.approx(hard)
    assert ends(reading.soft) == pytest.approx(soft)


def test_open_ends() -> None:
    assert read_figure(100, 100, "above").hard.low_open
    assert read_figure(100, 100, "below").hard.high_open
    assert not read_figure(100, 100, "floor").hard.low_open
    assert read_figure(250, 250, "near").soft.high_open


@pytest.mark.parametrize(
    ("name", "hard", "soft"),
    [
        ("dozens", 12, (24, 99)),
        ("scores", 20, (40, 199)),
        ("hundreds", 100, (200, 999)),
        ("thousands", 1000, (2000, 9999)),
        ("tens of thousands", 10_000, (20_000, 99_999)),
        ("several", 2, (3, 10)),
        ("a couple of", 2, (2, 3)),
    ],
)
def test_vague_plurals(name: str, hard: float, soft: tuple[float, float]) -> None:
    reading = read_vague(numerals().vague[name])
    assert ends(reading.hard) == (hard, None)
    assert ends(reading.soft) == soft
    assert reading.asserted.low == soft[0]
    assert reading.approximate


def test_a_range_is_as_stated() -> None:
    reading = read_figure(40, 60)
    assert ends(reading.hard) == ends(reading.soft) == ends(reading.asserted) == (40, 60)


def test_a_measure_is_round_where_a_count_is_not() -> None:
    assert ends(read_figure(12, 12, counted=True).hard) == (12, 12)
    assert ends(read_figure(12, 12, counted=False).hard) == (11.5, 12.5)


@pytest.mark.parametrize(
    ("value", "decimals", "place"), [(2300, 0, 100), (4000, 0, 1000), (5.2, 1, 0.1), (5.2, 2, 0.01), (0, 0, 1)]
)
def test_last_place(value: float, decimals: int, place: float) -> None:
    assert last_place(value, decimals) == pytest.approx(place)


def within(inner: Interval, outer: Interval) -> bool:
    low, high = -math.inf if outer.low is None else outer.low, math.inf if outer.high is None else outer.high
    inner_low, inner_high = (
        -math.inf if inner.low is None else inner.low,
        math.inf if inner.high is None else inner.high,
    )
    return low <= inner_low + 1e-9 * abs(inner_low) and inner_high <= high + 1e-9 * abs(high)


figures = st.integers(0, 10**12).map(float)
kinds = st.sampled_from(KINDS)


def read(value: float, kind: str) -> Reading:
    return read_figure(value, value, kind)


@given(figures, kinds)
def test_hard_contains_soft(value: float, kind: str) -> None:
    reading = read(value, kind)
    assert within(reading.soft, reading.hard)


@given(figures, kinds)
def test_hard_contains_what_is_asserted_where_it_is_bounded(value: float, kind: str) -> None:
    reading = read(value, kind)
    for end in ends(reading.asserted):
        assert end is None or within(Interval(low=end, high=end), reading.hard)


@given(st.integers(1, 10**9), st.integers(2, 50), kinds)
def test_intervals_scale_with_their_figure(value: int, factor: int, kind: str) -> None:
    """The ends of the greater of two equally precise figures are never the lesser."""
    small, great = read(value * 100.0, kind), read(value * 100.0 * factor, kind)
    for less, more in zip(ends(small.hard), ends(great.hard), strict=True):
        assert less is None or more is None or less <= more


@given(figures)
def test_an_approximation_is_never_tighter_than_the_bare_figure(value: float) -> None:
    assert within(read(value, "").hard, read(value, "about").hard)


@given(figures, figures, kinds)
def test_a_range_holds_its_ends(first: float, second: float, kind: str) -> None:
    low, high = sorted((first, second))
    reading = read_figure(low, high, kind)
    assert within(reading.soft, reading.hard)
