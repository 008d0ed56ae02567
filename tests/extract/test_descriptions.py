"""What a figure counts as an editor would put it: the noun, what restricts it, what is asserted of it."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Claim
from checker.read import read_text


def claims_of(text: str) -> tuple[Claim, ...]:
    document = read_text("report.txt", f"Published: 12 May 2026\n\n{text}\n")
    found = extract(document, profile(document)).claims
    return tuple(claim for claim in found if claim.measure != "date")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the object of a verb, with who does it
        ("The army escorted 257 detainees over the pass.", ["detainees escorted over the pass by the army"]),
        ("The ferry, which was built in 1998, carried 143 passengers.", ["passengers carried by the ferry"]),
        ("The navy flew 38 strikes against smugglers.", ["strikes against smugglers by the navy"]),
        ("The clinic in Lirren has 60 beds.", ["beds of the clinic in Lirren"]),
        # the subject of a verb
        ("Some 1,240 homes collapsed totally.", ["homes collapsed totally"]),
        ("About 900 villagers were driven from their homes.", ["villagers driven from their homes"]),
        ("Eighty children did not survive.", ["children who did not survive"]),
        ("Some 1,900 keepers have ordered vaccine.", ["keepers who have ordered vaccine"]),
        ("The mine employs 118 people and owns 40 lorries.", ["people employed by the mine", "lorries owned"]),
        ("The state seized seven villas worth $6 million.", ["villas seized by the state", "villas"]),
        # what restricts the noun
        ("Nine inspectors of the port were hurt.", ["inspectors of the port hurt"]),
        # parts of what was described, states of people
        (
            "Of the 120 men who got out, 81 have been recaptured and 39 remain at large.",
            ["men who got out", "men who got out, recaptured", "men who got out, at large"],
        ),
        ("The raid left 14 rebels dead and 20 wounded.", ["rebels", "rebels wounded"]),
        ("Blast kills dozens", ["people killed by blast"]),
        # a bare noun takes up the modifiers it had
        ("Nine prison guards fled. Two guards were caught.", ["prison guards who fled", "prison guards caught"]),
        # what is measured
        ("The repair of the bridge cost 85 million euros.", ["repair of the bridge"]),
        ("The road to Oxtow has been closed for 11 days.", ["road to Oxtow closed"]),
        ("The mine lies 40 km (25 miles) west of Lirren.", ["mine west of Lirren", "mine west of Lirren"]),
        ("The firm paid 3 million euros to the families.", ["money paid to the families by the firm"]),
        ("The dam is 640 metres long.", ["dam long"]),
        ("Half of the 440 families have moved.", ["families", "families"]),
        ("A 36-hour curfew was declared.", ["curfew"]),
        ("The council has a budget of 4 million euros for schools.", ["budget for schools"]),
        ("It took 40 minutes.", [""]),
    ],
)
def test_descriptions(text: str, expected: list[str]) -> None:
    assert [claim.described for claim in claims_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quake kills 21 in Lirren\n\nThe quake struck at dawn.\n\nAnother 40 people were hurt.",
            "people hurt in the earthquake",
        ),
        # who drowned, drowned elsewhere for all that one knows
        ("Quake kills 21 in Lirren\n\nThe quake struck at dawn.\n\nFour men drowned.", "men who drowned"),
    ],
)
def test_what_people_suffered(text: str, expected: str) -> None:
    assert claims_of(text)[-1].described == expected
