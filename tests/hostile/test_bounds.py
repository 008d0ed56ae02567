"""A text without end is read as far as the limits go, and the reader is told where that was."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from checker.api import check_texts, shipped_rules
from checker.model import Report, Status
from checker.report.formats import FORMATS, Setting, render, written
from checker.rulebook.additions import Additions, Changed
from checker.rulebook.word_lists import put_in_force

RULES = shipped_rules()
Allowed = Callable[..., None]
SENTENCE = "Three soldiers were killed and 12 wounded near Aleppo on Monday, the ministry said. "
MEGABYTE = 1_000_000


@pytest.fixture
def allowed() -> Iterator[Allowed]:
    """Puts limits in force for one test."""
    yield lambda **values: put_in_force(Additions(limits=Changed(values)))
    put_in_force(Additions())


def checked(text: str) -> Report:
    return check_texts([("a.txt", text)], RULES)


def found(text: str) -> tuple[Status, str]:
    (document,) = checked(text).documents
    return document.status, document.reason


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ({"checked_characters": 4_000}, "longer than 4,000 characters: the rest was passed over"),
        ({"figures": 50}, "more than 50 figures: the rest was passed over"),
        ({"claims": 20}, "more than 20 claims: the rest was passed over"),
    ],
)
def test_what_lies_beyond_a_limit_is_told(limit: dict[str, int], reason: str, allowed: Allowed) -> None:
    allowed(**limit)
    report = checked(SENTENCE * 100)
    assert not report.complete
    assert [(document.status, document.reason) for document in report.documents] == [(Status.PARTIAL, reason)]
    assert 20 <= len(report.claims) < 150
    allowed()
    assert checked(SENTENCE * 100).complete


def test_the_last_claim_within_a_limit_is_none_too_many(allowed: Allowed) -> None:
    allowed(claims=len(checked(SENTENCE).claims))
    assert checked(SENTENCE).complete


@pytest.mark.parametrize("key", ["checked_characters", "figures", "claims"])
def test_a_limit_is_a_number_above_zero(key: str, allowed: Allowed) -> None:
    with pytest.raises(Exception, match=key):
        allowed(**{key: 0})


def test_a_million_numbers() -> None:
    report = checked("8 " * MEGABYTE)
    (document,) = report.documents
    assert document.status is Status.PARTIAL
    assert "more than 20,000 figures: the rest was passed over" in document.reason
    assert all(len(render(name, report, Setting(rules=RULES))) < MEGABYTE for name in FORMATS)


@pytest.mark.parametrize("unit", ["word ", "a", "9", "a-"])
def test_a_megabyte_of_it_is_read(unit: str) -> None:
    assert found(unit * (MEGABYTE // len(unit))) == (Status.OK, "")


NUMERALS = {
    "a hundred thousand digits": "9" * 100_000,
    "as many after the point": "0." + "1" * 100_000,
    "as many in groups": "1" + ",000" * 25_000,
    "an exponent": "1e1000000",
    "a float without end": "1e400",
    "a power": "9**9**9",
    "a tower of scales": "nine " + "million " * 10_000,
    "hundreds of hundreds": "one " + "hundred " * 10_000,
    "not a number": "NaN",
    "infinity": "∞",
    "no figure": "Infinity",
    "hexadecimal": "0xFFFFFFFFFFFFFFFF",
    "underscores": "1_000_000",
    "of other scripts": "٣٤",
    "wide": "１２",
    "mixed scripts": "1٣२",
    "superscript": "²",
    "a superscript behind": "10²³",
    "circled": "①",
    "Roman": "Ⅻ",
    "halves": "½½½",
    "one half of nothing": "1/0",
    "a fraction of giants": "1" * 30 + "/" + "7" * 30,
    "minus": "−" * 50 + "5",
    "a year of nine digits": "in 999999999",
    "a day before all days": "on 0/0/0000",
    "a day after all days": "on 31/12/9999",
    "weeks without end": "in 99999999999 weeks",
    "years without end": "9999999 years ago",
    "a range of giants": "9" * 18 + "-" + "9" * 19,
    "a share above all": "9" * 17 + " percent",
    "a time of day": "at 99:99",
}
AROUND = ("{} people were killed near Aleppo on Monday.", "On 3 May {} soldiers and {} guards left, {} of them by {}.")


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("figure", NUMERALS.values(), ids=NUMERALS)
def test_an_absurd_figure(figure: str, around: str) -> None:
    text = f"Published 4 May 2031.\n\n{around.replace('{}', figure)}\n\nThe mayor said 40 people were rescued.\n"
    report = checked(text)
    assert report.complete
    for name in FORMATS:
        printed = written(name, report, Setting(rules=RULES))
        if name in ("json", "sarif"):
            json.loads(printed, parse_constant=refuse)
    assert any(claim.number.text == "40" for claim in report.claims)
    assert all(
        abs(value) <= 1e18 for claim in report.claims for value in (claim.asserted.low, claim.asserted.high) if value
    )


def refuse(name: str) -> Any:  # noqa: ANN401 what json.loads asks for
    raise AssertionError(f"{name} is no JSON")
