"""A day dates the event or the count: the toll of Friday's blast rose to 9, and on Friday the toll rose to 9."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Claim
from checker.read import read_text

REPORT, FRIDAY = "2024-12-03", "2024-11-29"


def counted(text: str) -> Claim:
    """The claim of the figure 88 in a report of Tuesday, 3 December 2024."""
    document = read_text("report.md", f"---\ndate: {REPORT}\n---\n{text}\n")
    found = [claim for claim in extract(document, profile(document)).claims if claim.number.text == "88"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "The toll of the earthquake on Friday climbed to 88.",
        "The death toll from an explosion in Goma on November 29 rose to 88, a nurse said.",
        "The death toll from the fire at the old market hall in the west of Goma late on Friday reached 88.",
        "The death toll from Friday's deadly gas blast rose to 88.",
        "The death toll from the November 29 blast reached 88.",
        "Officials raised the death toll from the blast on Friday to 88.",
        "The mayor put the toll of the shipwreck on Friday at 88.",
        "The death toll from the ferry that sank on Friday reached 88.",
        "The death toll from the earthquake, which struck the valley on Friday, rose to 88.",
        "The death toll rose to 88 after the stampede on Friday.",
        "The death toll rose to 88 after a bus crashed near Goma on Friday.",
        "The total number of people killed in the landslide on Friday rose to 88.",
        "The toll stands at 88 after Friday's derailment.",
    ],
)
def test_the_day_of_an_event_is_not_that_of_its_toll(text: str) -> None:
    claim = counted(text)
    assert claim.time is not None
    assert (claim.time.start.isoformat(), claim.time_stated) == (REPORT, False)


@pytest.mark.parametrize(
    "text",
    [
        "On November 29 the death toll from the blast rose to 88.",
        "On Friday, hospitals in Goma raised the death toll from the fire to 88.",
        "The toll of the blast rose to 88 on November 29.",
        "The toll of the blast rose on Friday to 88.",
        "The death toll from the earthquake that struck the valley rose on Friday to 88.",
        "The death toll from the blast as of Friday was 88.",
        "The toll of the attack on Thursday rose to 88 on Friday.",
        "The death toll on Friday rose to 88.",
        "The death toll from the war on Friday rose to 88.",
        "The death toll given by the fire service on Friday was 88.",
        "The blast on Friday killed 88 people.",
    ],
)
def test_a_day_beside_the_verb_is_that_of_the_count(text: str) -> None:
    claim = counted(text)
    assert claim.time is not None
    assert (claim.time.start.isoformat(), claim.time_stated) == (FRIDAY, True)


def test_a_count_from_an_event_on_begins_with_it() -> None:
    claim = counted("The total since the blast on Friday was 88 dead.")
    assert claim.time is not None
    assert (claim.time.start.isoformat(), claim.time.end.isoformat()) == (FRIDAY, REPORT)


def test_the_toll_of_an_old_event_is_not_of_now() -> None:
    claim = counted("The death toll from the fire at the mill on 4 May 1998 was 88.")
    assert claim.time is not None
    assert claim.time.start.isoformat() == "1998-05-04"
