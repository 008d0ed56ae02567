import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Report
from checker.report.tables import claim_rows, fact_rows, render_csv, render_jsonl, render_table


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "' x"),
        (-1, "-1"),
        (2.5, "2.5"),
        (None, ""),
        (True, "true"),
        ('say "so"', 'say "so"'),
    ],
)
def test_csv_cells(cell: object, written: str) -> None:
    rows = list(csv.reader(io.StringIO(render_csv([{"a": cell}], ("a",)))))
    assert rows == [["a"], [written]]


@given(st.text(max_size=30))
def test_no_text_cell_is_a_formula(text: str) -> None:
    (_, (cell,)) = csv.reader(io.StringIO(render_csv([{"a": text}], ("a",))))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\0" not in cell


def test_claims_as_rows(report: Report) -> None:
    first, second = claim_rows(report, explain=True)
    assert (first["path"], first["low"], first["start"]) == ("a.txt", 2000, "2031-05-05")
    assert second["because"] == "path b.txt"
    assert [json.loads(line)["id"] for line in render_jsonl([first, second]).splitlines()] == ["c-1", "c-2"]


def test_a_table_is_aligned() -> None:
    rows = [{"a": "日本", "b": None}, {"a": "x", "b": "\x1b" + "y" * 50}]
    assert render_table(rows, ("a", "b")).splitlines() == ["a     b", "日本  -", "x     ␛" + "y" * 50]


def test_no_rows(report: Report) -> None:
    assert fact_rows(report) == []
    assert render_table([], ("a",)) == "none\n"
