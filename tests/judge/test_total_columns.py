"""Totals of tables with several columns."""

import pytest

from checker.api import check_texts, shipped_rules

TABLE = """# Update

Published: 6 June 2025

| county | people in need | children treated |
|---|---|---|
| Lirren | 380,000 | 12,400 |
| Oxtow | 210,000 | 8,100 |
| Total | {people} | {children} |
"""


@pytest.mark.parametrize(
    ("people", "children", "messages"),
    [
        ("590,000", "20,500", []),
        ("590,000", "25,500", ["Of the 25,500 children treated: 12,400 + 8,100 make 20,500"]),
        ("690,000", "20,500", ["Of the 690,000 people in need: 380,000 + 210,000 make 590,000"]),
    ],
)
def test_each_column_has_its_own_sum(people: str, children: str, messages: list[str]) -> None:
    rules = [rule for rule in shipped_rules() if rule.id == "sum-mismatch"]
    report = check_texts([("a.md", TABLE.format(people=people, children=children))], rules)
    assert [finding.message for finding in report.findings] == messages
