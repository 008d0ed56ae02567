import pytest

from checker.extract.quantities import Quantity, find_quantities
from checker.extract.syntax import Sentence
from checker.extract.tokens import tokens
from checker.model import Section


def quantities_of(text: str, country: str = "") -> tuple[Quantity, ...]:
    sentence = Sentence(text, 0, len(text), tokens(text), Section.BODY, 0, 0)
    return find_quantities(sentence, frozenset(), country)


def only(text: str, country: str = "") -> Quantity:
    found = quantities_of(text, country)
    assert len(found) == 1, found
    return found[0]


def unit_of(quantity: Quantity) -> str:
    return quantity.unit.name if quantity.unit else ""


@pytest.mark.parametrize(
    ("text", "low", "high", "hard_low", "hard_high"),
    [
        ("at least 56 boats", 56, None, 56, None),
        ("56 boats or more", 56, 56, 56, 56),
        ("56 or more boats", 56, None, 56, None),
        ("no fewer than 56 boats", 56, None, 56, None),
        ("more than 120 boats", 120, None, 120, None),
        ("over 120 boats", 120, None, 120, None),
        ("in excess of 120 boats", 120, None, 120, None),
        ("up to 400 boats", None, 400, 0, 400),
        ("as many as 400 boats", None, 400, 0, 400),
        ("no more than 400 boats", None, 400, 0, 400),
        ("fewer than 400 boats", None, 400, 0, 400),
        ("nearly 250 boats", None, 250, 225, 250),
        ("almost 250 boats", None, 250, 225, 250),
        ("about 2,000 boats", 2000, 2000, 1800, 2200),
        ("some 2,000 boats", 2000, 2000, 1800, 2200),
        ("an estimated 2,000 boats", 2000, 2000, 1800, 2200),
        ("40 or so boats", 40, 40, 38, 42),
        ("exactly 2,001 boats", 2001, 2001, 2001, 2001),
        ("between 40 and 60 boats", 40, 60, 40, 60),
        ("dozens of boats", 24, None, 12, None),
        ("several hundred boats", 300, None, 200, None),
        ("no boats sank", 0, 0, 0, 0),
    ],
)
def test_hedges(text: str, low: float | None, high: float | None, hard_low: float, hard_high: float | None) -> None:
    reading = only(text).reading()
    assert (reading.asserted.low, reading.asserted.high) == (low, high)
    assert (reading.hard.low, reading.hard.high) == pytest.approx((hard_low, hard_high))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$3bn", 3e9, "USD"),
        ("$ 40 million", 4e7, "USD"),
        ("US$40", 40, "USD"),
        ("EUR40m", 4e7, "EUR"),
        ("USD 40 million", 4e7, "USD"),
        ("40m euros", 4e7, "EUR"),
        ("15€", 15, "EUR"),
        ("340m SEK", 3.4e8, "SEK"),
        ("KSh 3bn", 3e9, "KES"),
        ("QAR 3 million", 3e6, "QAR"),
        ("40 million soles", 4e7, "PEN"),
        ("NT$30m", 3e7, "TWD"),
        ("115 USD", 115, "USD"),
        ("75 USD million", 7.5e7, "USD"),
        ("-$5m", -5e6, "USD"),
        ("£1.2bn", 1.2e9, "GBP"),
        ("Rs 5 crore", 5e7, "INR"),
        ("5,000 Syrian pounds", 5000, "SYP"),
        ("FCFA 2,000", 2000, "XOF"),
        ("50 cents", 50, "cent"),
        ("3 dollars and 50 cents", 3.5, "USD"),
    ],
)
def test_money(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.numeral.low, unit_of(found)) == (pytest.approx(value), unit)


def test_the_country_decides_a_bare_currency() -> None:
    assert unit_of(only("500 francs", "ch")) == "CHF"
    assert unit_of(only("500 francs", "ml")) == "XOF"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12 nautical miles", 12, "nautical_mile"),
        ("40km away", 40, "kilometre"),
        ("a 36-hour ban", 36, "hour"),
        ("1.4%", 1.4, "percent"),
        ("3 percentage points", 3, "percentage_point"),
        ("minus 6 degrees", -6, "degree"),
        ("-18 °C", -18, "degree_Celsius"),
        ("98 degrees Fahrenheit", 98, "degree_Fahrenheit"),
        ("a magnitude of 6.1", 6.1, "magnitude"),
        ("5 feet 6 inches", 5.5, "foot"),
        ("two hours and 30 minutes", 2.5, "hour"),
        ("half a mile", 0.5, "mile"),
        ("2.5m people", 2.5e6, "person"),
        ("a 300m bridge", 300, "metre"),
        ("a 500-pound bomb", 500, "pound_weight"),
        ("a 500-pound fine", 500, "GBP"),
        ("two pounds of rice", 2, "pound_weight"),
        ("a tonne of flour", 1, "tonne"),
        ("three times as many", 3, "times"),
        ("twice as many", 2, "times"),
        ("7 MWh", 7, "megawatt_hour"),
    ],
)
def test_measured_units(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.numeral.low, unit_of(found)) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("40 villagers fled", "person"),
        ("12 fishing boats sank", "vessel"),
        ("9 windmills burned", "windmill"),
        ("15 of the rescued boats", "vessel"),
        ("dozens of windmills", "windmill"),
        ("12 more boats", "vessel"),
        ("a further 12 boats", "vessel"),
        ("half of the boats", "percent"),
        ("four 122mm rockets were fired", "rocket"),
        ("four F-16 jets took off", "aircraft"),
    ],
)
def test_counted_things(text: str, unit: str) -> None:
    assert unit_of(only(text)) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("400 trips per day", "trip per day"),
        ("400 trips a week", "trip per week"),
        ("3 litres per person per day", "litre per person per day"),
        ("$15/hour", "USD per hour"),
        ("100 km/h", "kilometre_per_hour"),
        ("500 euros a month", "EUR per month"),
    ],
)
def test_rates(text: str, unit: str) -> None:
    assert unit_of(only(text)) == unit


def test_a_rate_of_a_hundred_thousand() -> None:
    assert unit_of(quantities_of("40 cases per 100,000 people")[0]) == "case per 100000 person"


def test_dual_values() -> None:
    assert [unit_of(found) for found in quantities_of("12 nautical miles (22 km)")] == ["nautical_mile", "kilometre"]


def test_increments_say_so() -> None:
    assert "increment more" in only("12 more boats").because
    assert "increment further" in only("12 further boats").because


def test_partitives() -> None:
    assert only("14 of the sailors").partitive
    assert not only("dozens of sailors").partitive


def test_complements() -> None:
    found = only("40 tonnes of dry fish")
    assert found.complement is not None
    assert found.complement.head == "fish"


@pytest.mark.parametrize(
    "text",
    [
        "went up to the 3rd floor",
        "on Route 4",
        "a Peugeot 504 was found",
        "at 14 Mill Street",
        "he was 18",
        "one of those days",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert not quantities_of(text)


class Counted(tuple[object, ...]):
    """Tokens that count how often they are read."""

    __slots__ = ()
    reads = 0

    def __getitem__(self, index: object) -> object:
        type(self).reads += len(range(*index.indices(len(self)))) if isinstance(index, slice) else 1
        return super().__getitem__(index)  # type: ignore[index]


@pytest.mark.parametrize(
    "part",
    [
        "at 5 ",
        "Cell 14 . ",
        "more than 5 boats ",
        "5 feet 6 inches ",
        "$5 to $6 ",
        "3 of the big ",
        "5 per day per ",
        "at ten to four ",
    ],
)
def test_work_is_linear_in_tokens(part: str) -> None:
    reads = []
    for copies in (300, 600):
        Counted.reads = 0
        text = part * copies
        line = Counted(tokens(text))
        find_quantities(Sentence(text, 0, len(text), line, Section.BODY, 0, 0), frozenset())  # type: ignore[arg-type]
        reads.append(Counted.reads)
    assert reads[1] <= 2.2 * reads[0]
