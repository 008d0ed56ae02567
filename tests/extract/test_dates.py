"""Claims of dates: what the words name, and the dates that a report bears about itself."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Claim, Document
from checker.read.front import split_front


def dates_of(text: str) -> list[Claim]:
    front = split_front(text)
    document = Document(id="d", path="d.txt", text=text, sha256="0" * 64, front=front.fields, body=front.body)
    return [claim for claim in extract(document, profile(document)).claims if claim.measure == "date"]


def period(claim: Claim) -> str:
    assert claim.time is not None
    start, end = claim.time.start.isoformat(), claim.time.end.isoformat()
    return start if start == end else f"{start}/{end}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shops have been shut since September 2024.", "2024-09-01/2024-09-30"),
        ("Shops have been shut since 9 September 2024.", "2024-09-09"),
        ("Shops have been shut since Wednesday.", "2026-02-04"),
        ("The quarry has been idle since 2019.", "2019-01-01/2019-12-31"),
        ("The quarry has been idle since early 2019.", "2019-01-01/2019-12-31"),
        ("The quarry has been idle since mid-2019.", "2019-07-01/2019-07-31"),
        ("The quarry has been idle since last November.", "2025-11-01/2025-11-30"),
        ("The war, which began in 2011, drags on.", "2011-01-01/2011-12-31"),
        ("The strike lasted from 2 to 5 February.", "2026-02-02/2026-02-05"),
        ("The ferry sank on Thursday.", "2026-02-05"),
        ("The plant will close until 3 March.", "2026-03-03"),
    ],
)
def test_a_date_is_what_the_words_name(text: str, expected: str) -> None:
    found = [claim for claim in dates_of(f"---\ndate: 2026-02-08\n---\n\n{text}\n") if claim.quote == text]
    assert [period(claim) for claim in found] == [expected]


def test_a_report_bears_its_own_dates() -> None:
    text = "Published: March 4, 2026\n\nPORTO, March 5 (Douro Wire) - A crane fell on Thursday, the port said.\n"
    own = [claim for claim in dates_of(text) if claim.event and claim.event.kind == "publication"]
    assert [(claim.number.text, period(claim)) for claim in own] == [
        ("March 4, 2026", "2026-03-04"),
        ("March 5", "2026-03-05"),
    ]
    assert {claim.population.text for claim in own if claim.population} == {"publication of the report"}


def test_words_beside_an_own_date_are_no_part_of_its_claim() -> None:
    text = "PORTO, March 5 2026 (Douro Wire) - A crane opened in 1990 fell on Thursday.\n"
    own = next(claim for claim in dates_of(text) if claim.event and claim.event.kind == "publication")
    assert own.quote == own.number.text
    assert own.context == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They ended the mission of the Lake alliance. That mission dates from 1998.", "Lake alliance"),
        ("They ended the mission of the Lake alliance. That bridge dates from 1998.", ""),
        ("They ended the mission of the Lake alliance. The mission dates from 1998.", ""),
        ("The Lake alliance is old. It dates from 1998.", "Lake alliance"),
    ],
)
def test_words_that_point_back_tell_what_is_dated(text: str, told: str) -> None:
    found = next(claim for claim in dates_of(f"---\ndate: 2026-02-08\n---\n\n{text}\n") if claim.number.text == "1998")
    assert found.population is not None
    assert told in found.population.text
    assert ("alliance" in found.population.text) is bool(told)
