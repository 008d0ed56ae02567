import json

import pytest

from checker.model import Claim, DateDetail, Report
from checker.report.as_json import dump, render_json
from checker.report.structure import claim_entry, whole


@pytest.mark.parametrize(
    ("value", "shown"),
    [(2000.0, "2000"), (5.25, "5.25"), (None, "None"), (0.0, "0"), (1e18, "1e+18"), (-3.0, "-3")],
)
def test_whole_numbers_are_integers(value: float | None, shown: str) -> None:
    assert str(whole(value)) == shown


def test_the_fixed_keys_of_a_claim(report: Report) -> None:
    claim = json.loads(render_json(report))["claims"][0]
    wanted = {
        "id": "c-1",
        "document": "d-1",
        "span": {"start": 0, "end": 57, "line": 1, "column": 1, "page": None, "paragraph": None},
        "number": {"start": 21, "end": 26, "text": "2,000"},
        "low": 2000,
        "high": 2000,
        "low_open": False,
        "high_open": False,
        "approximate": False,
        "unit": "person",
        "measure": "on strike",
        "kind": "stock",
        "population": "dock workers",
        "place": None,
        "time": {"start": "2031-05-05", "end": "2031-05-05"},
        "speaker": "The mayor",
        "modality": "asserted",
        "section": "body",
    }
    assert {key: claim[key] for key in wanted} == wanted


def test_a_date_has_no_bounds(report: Report) -> None:
    claim: Claim = report.claims[0].model_copy(update={"measure": "date", "date": DateDetail()})
    entry = claim_entry(claim)
    assert (entry.low, entry.high) == (None, None)


def test_json_carries_no_control_and_bidi_characters() -> None:
    text = dump({"quote": "a\u202eb\x9bc\x1bd\u2028é"})
    assert json.loads(text)["quote"] == "a\u202eb\x9bc\x1bd\u2028é"
    assert not set("\u202e\x9b\x1b\u2028") & set(text)
