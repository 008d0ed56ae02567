from datetime import date

import pytest

from checker.model import Claim, Interval, Kind, Period, Precision, Profile, Report, Speaker
from checker.model.wording import number, period
from checker.report.wording import value, voice, when


@pytest.fixture
def claim(report: Report) -> Claim:
    return report.claims[0]


@pytest.mark.parametrize(
    ("asserted", "approximate", "shown"),
    [
        (Interval.exactly(2000), False, "2,000"),
        (Interval.exactly(2000), True, "about 2,000"),
        (Interval(low=100, low_open=True), False, "more than 100"),
        (Interval(low=100), False, "at least 100"),
        (Interval(high=5), False, "at most 5"),
        (Interval(high=5, high_open=True), False, "less than 5"),
        (Interval(low=40, high=60), False, "40 to 60"),
        (Interval(), False, "any number"),
    ],
)
def test_value(claim: Claim, asserted: Interval, approximate: bool, shown: str) -> None:  # noqa: FBT001 a table's column
    assert value(claim.model_copy(update={"asserted": asserted, "approximate": approximate})) == shown


@pytest.mark.parametrize(("amount", "shown"), [(2.5, "2.5"), (1234567.0, "1,234,567"), (0.0, "0"), (5.25, "5.25")])
def test_number(amount: float, shown: str) -> None:
    assert number(amount) == shown


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (Period.on(date(2031, 5, 5)), "5 May 2031"),
        (Period(start=date(2031, 5, 1), end=date(2031, 5, 31), precision=Precision.MONTH), "May 2031"),
        (Period(start=date(2031, 1, 1), end=date(2031, 12, 31), precision=Precision.YEAR), "2031"),
        (Period(start=date(2031, 5, 1), end=date(2031, 5, 9), precision=Precision.RANGE), "1 May 2031 to 9 May 2031"),
    ],
)
def test_period(days: Period, shown: str) -> None:
    assert period(days) == shown


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (None, "the report itself (Lirren Post)"),
        (Speaker(text="the port", name="port"), "the port"),
        (Speaker(text="the port", name="port", via="Radio Ora"), "the port, via Radio Ora"),
    ],
)
def test_voice(claim: Claim, speaker: Speaker | None, shown: str) -> None:
    assert voice(claim.model_copy(update={"speaker": speaker}), Profile(source="Lirren Post")) == shown


def test_when_over_several_days(claim: Claim) -> None:
    days = Period(start=date(2031, 5, 1), end=date(2031, 5, 9), precision=Precision.RANGE)
    month = Period(start=date(2031, 5, 1), end=date(2031, 5, 31), precision=Precision.MONTH)
    told = claim.model_copy(update={"time": days, "time_stated": True})
    assert when(told) == "from 1 May 2031 to 9 May 2031"
    assert when(told.model_copy(update={"time": month, "kind": Kind.FLOW})) == "in May 2031"


@pytest.mark.parametrize(
    ("kind", "stated", "shown"),
    [
        (Kind.STOCK, True, "as of 5 May 2031"),
        (Kind.FLOW, True, "on 5 May 2031"),
        (Kind.STOCK, False, "as of 5 May 2031 (inferred)"),
    ],
)
def test_when(claim: Claim, kind: Kind, stated: bool, shown: str) -> None:  # noqa: FBT001 a table's column
    assert when(claim.model_copy(update={"kind": kind, "time_stated": stated})) == shown
