"""The fast way of writing JSON gives what the standard library gives."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Claim, Fact, FactStatus, Interval, Report
from checker.report.as_json import dump, entry_text, render_json
from checker.report.structure import claim_entry, fact_entry, report_parts
from checker.report.wire import ReportEntry

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(low=NUMBERS, high=NUMBERS, wording=st.text(st.characters(exclude_categories=["Cs"])))
def test_an_entry_is_written_as_the_standard_library_writes_it(low: float, high: float, wording: str) -> None:
    fact = Fact(
        id="k-1", measure="killed", low=low, high=high, status=FactStatus.SINGLE, claims=("c",), wording=wording
    )
    entry = fact_entry(fact)
    assert entry_text(entry) + "\n" == dump(entry.model_dump(mode="json"))


@pytest.mark.parametrize("value", [0.1 + 0.2, 1e16, 1e-5, 2.5, 3e22, 1e-4, 9007199254740993.0, 123456789.5, 0.0, -0.0])
def test_numbers_of_every_size(claim: Callable[..., Claim], value: float) -> None:
    entry = claim_entry(claim(hard=Interval.exactly(value), value=value))
    assert entry_text(entry) + "\n" == dump(entry.model_dump(mode="json"))


def test_the_report_is_written_as_the_standard_library_writes_it(report: Report) -> None:
    text = render_json(report)
    assert text == dump(json.loads(text))
    empty = render_json(Report(complete=True, documents=(), profiles={}, claims=(), findings=(), facts=()))
    assert empty == dump(json.loads(empty))
    assert '"claims": [],' in empty


def test_the_parts_are_those_of_the_format(report: Report) -> None:
    assert [name for name, _ in report_parts(report)] == list(ReportEntry.model_fields)
