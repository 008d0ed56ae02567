"""How findings name what figures are about."""

from collections.abc import Callable

import pytest

from checker.judge.wording import figure_shown, what_shown
from checker.model import Claim, Population


@pytest.mark.parametrize(
    ("population", "shown"),
    [
        ("guards", "guards killed in Mombasa"),
        ("dead", "people killed in Mombasa"),
        (None, "people killed in Mombasa"),
    ],
)
def test_what_a_figure_is_about(claim: Callable[..., Claim], population: str | None, shown: str) -> None:
    counted = Population(text=population) if population else None
    assert what_shown(claim().model_copy(update={"population": counted, "measure": "killed"})) == shown


@pytest.mark.parametrize(("hedge", "shown"), [("", "9"), ("exactly", "9"), ("at least", "at least 9")])
def test_a_figure_with_its_hedge(claim: Callable[..., Claim], hedge: str, shown: str) -> None:
    number = claim().number.model_copy(update={"text": "9", "hedge": hedge})
    assert figure_shown(claim().model_copy(update={"number": number})) == shown
