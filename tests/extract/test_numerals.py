import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.numeral import Numeral
from checker.extract.numerals import find_numerals
from checker.extract.numerals_words import cardinal
from checker.extract.tokens import tokens
from checker.rulebook.numerals import numerals


def numerals_of(text: str) -> list[Numeral]:
    return list(find_numerals(tokens(text)))


def only(text: str) -> Numeral:
    found = numerals_of(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1274 boats", 1274),
        ("1,274 boats", 1274),
        ("12,34,567 votes", 1_234_567),
        ("12 500 people", 12_500),
        ("1 414 021 people", 1_414_021),
        ("1\u202f200 people", 1200),
        ("1'200 people", 1200),
        ("5.25 metres", 5.25),
        (".5 metres", 0.5),
        ("3bn dollars", 3e9),
        ("40k homes", 40_000),
        ("10M", 1e7),
        ("1.2 lakh voters", 120_000),
        ("2 crore", 2e7),
        ("1.2 million", 1.2e6),
        ("400 thousand", 400_000),
        ("10 bln", 1e10),
        ("3 dozen", 36),
        ("twelve", 12),
        ("twenty-one", 21),
        ("forty five", 45),
        ("twelve hundred", 1200),
        ("two hundred and fifty", 250),
        ("a hundred", 100),
        ("a thousand and one", 1001),
        ("two thousand and two hundred", 2200),
        ("two hundred and two thousand", 202_000),
        ("one million two hundred thousand", 1.2e6),
        ("five thousand million", 5e9),
        ("hundred thousand", 100_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("three dozens", 36),
        ("four score", 80),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("half million", 500_000),
        ("a quarter of a million", 250_000),
        ("quarter million", 250_000),
        ("two thirds of a million", 666_666.6666),
        ("two and a half", 2.5),
        ("five and a half million", 5.5e6),
        ("a million and a half", 1.5e6),
        ("3 million and a quarter", 3.25e6),
        ("2 1/2 miles", 2.5),
        ("7½ tonnes", 7.5),
        ("1/4 mile", 0.25),
        ("half a mile", 0.5),
        ("five point two", 5.2),
        ("zero point seven five", 0.75),
        ("eleven hundred-strong", 1100),
    ],
)
def test_values(text: str, value: float) -> None:
    found = only(text)
    assert (found.low, found.high) == (pytest.approx(value), pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("40-60 boats", 40, 60),
        ("40–60 boats", 40, 60),
        ("40 to 60 boats", 40, 60),
        ("between 40 and 60 boats", 40, 60),
        ("two or three boats", 2, 3),
        ("two to five years", 2, 5),
        ("2-3 million", 2e6, 3e6),
        ("2 to 3 million", 2e6, 3e6),
        ("40% to 60%", 40, 60),
        ("44 mg to 50 mg", 44, 50),
        ("$2bn-$3bn", 2e9, 3e9),
        ("between $2bn and $3bn", 2e9, 3e9),
        ("8- to 16-metre", 8, 16),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    found = only(text)
    assert (found.form, found.low, found.high) == ("range", low, high)


@pytest.mark.parametrize(
    "text", ["rose from 40 to 60", "40 and 60 boats", "30 or 90 boats", "rose by 300 to 1,550", "60 to 40"]
)
def test_two_figures_are_no_range(text: str) -> None:
    assert [found.form for found in numerals_of(text)] == ["cardinal", "cardinal"]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("half of the homes", 50),
        ("a third of the homes", 33.3),
        ("two thirds of them", 66.7),
        ("two-thirds majority", 66.7),
        ("three quarters of the homes", 75),
        ("one in five homes", 20),
        ("3 in 10 voters", 30),
        ("six cases in ten", 60),
        ("one out of every four", 25),
        ("one sixth", 16.7),
        ("¾ of the homes", 75),
    ],
)
def test_shares(text: str, percent: float) -> None:
    found = only(text)
    assert (found.form, found.low) == ("share", percent)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("dozens of boats", 24),
        ("scores of boats", 40),
        ("hundreds of boats", 200),
        ("thousands of boats", 2000),
        ("tens of thousands of boats", 20_000),
        ("hundreds of thousands of boats", 200_000),
        ("several boats", 3),
        ("a few boats", 3),
        ("a couple of boats", 2),
        ("several hundred boats", 300),
        ("a few dozen boats", 36),
    ],
)
def test_vague_plurals(text: str, low: float) -> None:
    found = only(text)
    assert (found.form, found.low) == ("vague", low)


@pytest.mark.parametrize(
    "text", ["no boats sank", "none of them sank", "nobody was hurt", "zero boats", "not a single boat"]
)
def test_none(text: str) -> None:
    found = only(text)
    assert (found.form, found.low, found.high) == ("none", 0, 0)


@pytest.mark.parametrize("text", ["no longer open", "no doubt", "no sign of rain"])
def test_no_is_no_figure_in_idioms(text: str) -> None:
    assert not numerals_of(text)


@pytest.mark.parametrize(("text", "value"), [("twice as many", 2), ("double the price", 2), ("fivefold", 5)])
def test_multiples(text: str, value: float) -> None:
    found = only(text)
    assert (found.form, found.low) == ("multiple", value)


@pytest.mark.parametrize(
    "text",
    ["the 4th boat", "in 2012-13", "by 3-1", "2011-2013", "0044", "9/3/2026", "a 34-year-old", "the 1990s", "12:30"],
)
def test_no_numerals(text: str) -> None:
    assert not numerals_of(text)


@pytest.mark.parametrize(
    ("text", "tail", "suffix"),
    [
        ("a 36-hour ban", "hour", ""),
        ("a six-hour ban", "hour", ""),
        ("40km away", "", "km"),
        ("a 1.2 million-litre tank", "litre", ""),
    ],
)
def test_what_is_tied_to_a_figure(text: str, tail: str, suffix: str) -> None:
    found = only(text)
    assert (found.tail, found.suffix) == (tail, suffix)


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "1e1000000", "1," * 50_000 + "1", "nine hundred " * 5_000, "- " * 20_000 + "1"]
)
def test_hostile_figures_stay_in_bounds(text: str) -> None:
    assert all(found.high <= 1e18 for found in numerals_of(text))


class Counted(tuple[object, ...]):
    """Tokens that count how often they are read."""

    __slots__ = ()
    reads = 0

    def __getitem__(self, index: object) -> object:
        type(self).reads += len(range(*index.indices(len(self)))) if isinstance(index, slice) else 1
        return super().__getitem__(index)  # type: ignore[index]


@pytest.mark.parametrize(
    "part", ["one ", "5 to ", "two and ", "half a ", "tens of ", "1 200 ", "a million and ", "one in ", "100 "]
)
def test_work_is_linear_in_tokens(part: str) -> None:
    reads = []
    for copies in (500, 1000):
        Counted.reads = 0
        find_numerals(Counted(tokens(part * copies)))  # type: ignore[arg-type]
        reads.append(Counted.reads)
    assert reads[1] <= 2.2 * reads[0]


@given(st.integers(0, 10**15))
def test_grouped_digits_come_back(value: int) -> None:
    assert only(f"x {value:,} boats").low == value


TEENS = [name for name, value in numerals().cardinals.items() if value < 20]
TENS = [next(name for name, value in numerals().cardinals.items() if value == ten) for ten in range(0, 100, 10)]


def spell(value: int) -> str:
    """English words for a positive number."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            rest = value % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{spell(value // scale)} {name}" + (joint + spell(rest) if rest else "")
    if value < 20:
        return TEENS[value]
    return TENS[value // 10] + (f"-{TEENS[value % 10]}" if value % 10 else "")


@given(st.integers(1, 10**12 - 1))
def test_spelled_figures_come_back(value: int) -> None:
    assert only(f"some {spell(value)} boats").low == value


@given(st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=30))
def test_a_word_is_a_number_only_by_the_list(word: str) -> None:
    value, _ = cardinal(word)
    assert value is None or 0 <= value <= 90e12
