"""Limits of what is compared: what lies beyond is told, and the report says within which limits it was made."""

import json
from collections.abc import Callable, Iterator

import pytest

from checker.api import check_texts, shipped_rules
from checker.model import Status
from checker.report.as_json import render_json
from checker.rulebook.additions import Additions, Changed
from checker.rulebook.word_lists import put_in_force

HEAD = "---\ndate: 2031-05-06\n---\n\n"
FIRST = HEAD + "".join(
    f"In Lirren {number} people were killed on Monday, the {who} said.\n\n"
    for number, who in ((41, "mayor"), (52, "police"), (63, "army"), (74, "court"))
)
SECOND = HEAD + "In Lirren 35 people were killed on Monday, the governor said, and 36 on Sunday.\n"


@pytest.fixture
def allowed() -> Iterator[Callable[..., None]]:
    """Puts limits in force for one test."""
    yield lambda **values: put_in_force(Additions(limits=Changed(values)))
    put_in_force(Additions())


@pytest.mark.parametrize(
    ("limit", "told", "others"),
    [
        ({"claims": 6}, "more than 6 claims: the rest was passed over", Status.OK),
        ({"pairs_in_text": 1}, "figures meet here: not all were compared with all", Status.PARTIAL),
        ({"pairs_between": 1}, "figures meet here: not all were compared with all", Status.PARTIAL),
    ],
)
def test_what_lies_beyond_is_told(
    limit: dict[str, int], told: str, others: Status, allowed: Callable[..., None]
) -> None:
    texts = [("a.txt", FIRST), ("b.txt", SECOND)]
    assert check_texts(texts, shipped_rules()).complete
    allowed(**limit)
    report = check_texts(texts, shipped_rules())
    first, second = report.documents
    assert (first.status, report.complete) == (Status.PARTIAL, False)
    assert told in first.reason
    assert second.status is others
    assert report.claims


def test_the_report_names_the_limits_in_force(allowed: Callable[..., None]) -> None:
    allowed(claims=7)
    entry = json.loads(render_json(check_texts([("a.txt", SECOND)], ())))
    assert (entry["limits"]["claims"], entry["limits"]["depth"]) == (7, 3)


def test_the_first_claims_of_a_table_of_data_are_kept(allowed: Callable[..., None]) -> None:
    whole = check_texts([("a.txt", FIRST)], ()).claims
    allowed(claims=3)
    cut = check_texts([("a.txt", FIRST)], ()).claims
    told = [claim.id for claim in whole if claim.measure != "date"]
    assert [claim.id for claim in cut if claim.measure != "date"] == told[
        : len([c for c in cut if c.measure != "date"])
    ]
    assert len(cut) < len(whole)
