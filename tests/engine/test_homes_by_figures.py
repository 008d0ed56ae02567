"""A report that never says where takes the place of one with which it shares telling figures."""

import pytest

from checker.api import check_texts

PLACED = """Published: 3 May 2026

# Blast at a plant near Lirren

LIRREN, Norland - A blast at a plant near Lirren killed 17 workers on Saturday. The plant had 142 workers on duty.
"""
NAMELESS = """Published: {date}

# The plant that burned

The blast at the plant killed 17 workers, and {on_duty} workers were on duty at the time.
"""


@pytest.mark.parametrize(
    ("date", "on_duty", "place"),
    [
        ("4 May 2026", "142", "lirren"),
        ("4 May 2026", "150", None),  # one figure is no story
        ("4 October 2026", "142", None),  # months later
    ],
)
def test_homes(date: str, on_duty: str, place: str | None) -> None:
    report = check_texts([("a.txt", PLACED), ("b.txt", NAMELESS.format(date=date, on_duty=on_duty))], ())
    nameless = next(document for document in report.documents if document.path == "b.txt")
    killed = [c for c in report.claims if c.document == nameless.id and c.measure == "killed"]
    assert [claim.place.name if claim.place else None for claim in killed] == [place]
