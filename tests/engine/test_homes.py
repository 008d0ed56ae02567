"""Reports that never say where take the place from reports of their story."""

from checker.engine.crossing import Mapped
from checker.engine.homes import settle_homes
from checker.engine.stages import map_document
from checker.model import Document

TOLD = "Ferry sinks\n\nThe ferry Amber Dawn sank off Tanimba island in Indonesia on Sunday, killing 19 people."
ALSO = "Inquiry opens\n\nAn inquiry into the loss of the Amber Dawn off Tanimba island in Indonesia heard 12 people."
UNTOLD = "Ferry toll corrected\n\nThe number of dead on the Amber Dawn has been corrected to 26. A hundred were saved."
OTHER = "Bus crash\n\nFifteen people died when a bus fell off a bridge on Monday."
ELSEWHERE = "Old wreck\n\nDivers found the Amber Dawn near Valparaiso in Chile with 4 chests on board."


def settled(*texts: str) -> list[set[str]]:
    """The places of the claims of each report."""
    mapped: list[Mapped] = [
        map_document(Document(id=f"d-{n}", path=f"{n}.txt", text=text, sha256=str(n) * 64), [])
        for n, text in enumerate(texts)
    ]
    mapped = [dict(settle_homes(mapped)).get(number, item) for number, item in enumerate(mapped)]
    return [{claim.place.name if claim.place else "" for claim in item.claims} for item in mapped]


def test_a_report_without_a_place_takes_its_storys() -> None:
    assert settled(TOLD, UNTOLD)[1] == {"tanimba"}


def test_another_story_lends_nothing() -> None:
    assert settled(TOLD, OTHER)[1] == {""}


def test_reports_that_do_not_agree_lend_nothing() -> None:
    assert settled(TOLD, UNTOLD, ELSEWHERE)[1] == {""}


def test_most_of_the_reports_are_enough() -> None:
    assert settled(TOLD, UNTOLD, ELSEWHERE, ALSO)[1] == {"tanimba"}


def test_the_borrowed_place_is_not_stated() -> None:
    mapped = [
        map_document(Document(id=f"d-{n}", path=f"{n}.txt", text=text, sha256=str(n) * 64), [])
        for n, text in enumerate((TOLD, UNTOLD))
    ]
    assert not any(claim.place_stated for claim in dict(settle_homes(mapped))[1].claims)
