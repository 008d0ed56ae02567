"""Rows of tables in plain text."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.read import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Killed | 43 |", [("43", "killed", "person")]),
        (
            "| Town | cases | deaths |\n|---|---|---|\n| Lirren | 3,108 | 44 |\n| Oxtow | 834 | 11 |",
            [
                ("3,108", "cases", "case"),
                ("44", "killed", "person"),
                ("834", "cases", "case"),
                ("11", "killed", "person"),
            ],
        ),
        (
            "Town: cases / deaths\nLirren: 3,108 / 44\nOxtow: 834 / 11",
            [
                ("3,108", "cases", "case"),
                ("44", "killed", "person"),
                ("834", "cases", "case"),
                ("11", "killed", "person"),
            ],
        ),
        (
            "**5,236** cases | **71** deaths | data as of 8 February",
            [("5,236", "cases", "case"), ("71", "killed", "person")],
        ),
    ],
)
def test_rows(text: str, expected: list[tuple[str, str, str]]) -> None:
    document = read_text("report.md", f"# Bulletin\n\n{text}\n")
    claims = [claim for claim in extract(document, profile(document)).claims if claim.measure != "date"]
    assert [(claim.number.text, claim.measure, claim.unit.name) for claim in claims] == expected
