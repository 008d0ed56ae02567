"""The year of reports that bear a day and a month alone."""

import pytest

from checker.engine.stages import map_document
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


def settled(documents: list[Document]) -> dict[str, int]:
    return settle_years([map_document(document, []) for document in documents])


def test_a_report_of_the_story_lends_its_year() -> None:
    assert settled([document("a", DATED), document("b", UNDATED)]) == {"b": 2025}


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, July 10 (Andes News) - Miners in Cusco went back to work.\n",  # another story
        "BAGUIO, Dec 20 (Luzon Wire) - Rescuers in Benguet dug through mud near Itogon.\n",  # another season
    ],
)
def test_other_reports_take_none(text: str) -> None:
    assert settled([document("a", DATED), document("b", text)]) == {}


def test_reports_of_two_years_settle_nothing() -> None:
    other = document("c", DATED.replace("2025-07-09", "2024-07-09"))
    other = other.model_copy(update={"front": {"date": other.front["date"].model_copy(update={"value": "2024-07-09"})}})
    assert settled([document("a", DATED), document("b", UNDATED), other]) == {}


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [document("a", DATED), document("b", UNDATED)]
    assert settled(reports) == settled(reports[::-1])


def test_a_weekday_that_fits_the_year_of_the_others_is_enough() -> None:
    text = "The Upper Valley Post\nSaturday 22 {month}\n\nThey crossed the bridge at ten. It sang, says the miller.\n"
    other = "SNASA, Aug 19, 2026 (North Press) - A bridge fell, killing two people, police said on Wednesday.\n"
    dated = document("a", other)
    assert settled([dated, document("b", text.format(month="August"))]) == {"b": 2026}
    assert settled([dated, document("b", text.format(month="September"))]) == {}


@pytest.mark.parametrize(
    "text",
    [
        # a place in the dateline alone
        "BAGUIO, July 10 (Luzon Wire) - The road to the north is open again, the army said.\n",
        "LIMA, July 10 (Andes News) - Miners in the south went back to work on Thursday.\n",  # the weekday of the prose
    ],
)
def test_a_dateline_that_dated_reports_confirm_takes_their_year(text: str) -> None:
    dated = document("a", DATED.replace("houses in Benguet", "houses near Baguio"))
    assert settled([dated, document("b", text)]) == {"b": 2025}


def test_a_weekday_of_another_year_settles_nothing() -> None:
    text = "LIMA, July 10 (Andes News) - Miners in the south went back to work on Monday.\n"
    assert settled([document("a", DATED), document("b", text)]) == {}


def test_a_report_without_a_day_of_its_own_takes_the_year_for_the_days_it_tells() -> None:
    text = (
        "Slide at Itogon: what was found\n\nIn Benguet the mayor of Itogon said that the rain of July 8 was foreseen.\n"
    )
    named = DATED.replace("the mayor of Itogon said", "the mayor of Itogon said to Luzon papers")
    assert settled([document("a", named), document("b", text.replace("rain", "Luzon rain"))]) == {"b": 2025}
    assert settled([document("a", named), document("b", "Old news\n\nThe rain of July 8 was foreseen.\n")]) == {}


def test_its_days_are_read_in_that_year() -> None:
    text = "Slide at Itogon\n\nOn July 8 the slide killed nine people. It rained from July 3 to 6.\n"
    claims = map_document(document("b", text), [], 2025).claims
    told = {claim.number.text: claim.time and str(claim.time.start) for claim in claims}
    assert (told["nine"], told["July 3 to 6"]) == ("2025-07-08", "2025-07-03")
