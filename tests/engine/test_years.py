"""The year of reports that bear a day and a month alone."""

import pytest

from checker.engine.years import settle_years
from checker.model import Document

DATED = "---\ndate: 2025-07-09\n---\n\nA landslide buried houses in Benguet, the mayor of Itogon said on Wednesday.\n"
UNDATED = "BAGUIO, July 10 (Luzon Wire) - Rescuers in Benguet dug through mud near Itogon.\n"


def document(name: str, text: str) -> Document:
    front = text.startswith("---")
    fields = {"date": {"value": "2025-07-09", "start": 10, "end": 20}} if front else {}
    body = text.index("---\n\n") + 4 if front else 0
    return Document.model_validate(
        {"id": name, "path": f"{name}.txt", "text": text, "sha256": "0" * 64, "front": fields, "body": body}
    )


def test_a_report_of_the_story_lends_its_year() -> None:
    assert settle_years([document("a", DATED), document("b", UNDATED)]) == {"b": 2025}


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, July 10 (Andes News) - Miners in Cusco went back to work.\n",  # another story
        "BAGUIO, Dec 20 (Luzon Wire) - Rescuers in Benguet dug through mud near Itogon.\n",  # another season
    ],
)
def test_other_reports_take_none(text: str) -> None:
    assert settle_years([document("a", DATED), document("b", text)]) == {}


def test_reports_of_two_years_settle_nothing() -> None:
    other = document("c", DATED.replace("2025-07-09", "2024-07-09"))
    other = other.model_copy(update={"front": {"date": other.front["date"].model_copy(update={"value": "2024-07-09"})}})
    assert settle_years([document("a", DATED), document("b", UNDATED), other]) == {}


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [document("a", DATED), document("b", UNDATED)]
    assert settle_years(reports) == settle_years(reports[::-1])
