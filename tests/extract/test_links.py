"""What a text says about its own figures."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import LinkKind
from checker.read import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 46 people died, including 11 children.", [("11", LinkKind.PART_OF, "46")]),
        ("The jail lost 187 inmates, of whom 41 were minors.", [("41", LinkKind.PART_OF, "187")]),
        ("Doctors treated 14 of the 18 wounded.", [("14", LinkKind.PART_OF, "18")]),
        ("Of the 41 men who fled, 19 have been caught.", [("19", LinkKind.PART_OF, "41")]),
        ("It killed 63 people, 17 of them children.", [("17", LinkKind.PART_OF, "63")]),
        ("Traffic fell to 34 ships a day from 72.", [("72", LinkKind.FORMER_OF, "34")]),
        ("Four of the guards, one of them a man, waited 3 days.", []),
        ("The storm left 14 dead (9 in Orla, 5 in Kalu).", [("9", LinkKind.PART_OF, "14")]),
        ("The bill passed by 61 votes to 39.", []),
        ("The island lies 12 nautical miles (22 km) off Oxtow.", [("22", LinkKind.DUAL_OF, "12")]),
        ("Of the wells, 63 (35 percent) were dirty.", [("35", LinkKind.SHARE_OF, "63")]),
        (
            "It killed 15 women, eight men and five children.",
            [("eight", LinkKind.PEER_OF, "15"), ("five", LinkKind.PEER_OF, "15")],
        ),
        ("The fleet was raised from five to seven ships.", [("five", LinkKind.FORMER_OF, "seven")]),
        ("The toll rose by 300 to 1,550.", [("300", LinkKind.CHANGE_TO, "1,550")]),
        ("The blast hurt 40 people. Nine of the wounded are in a coma.", [("Nine", LinkKind.PART_OF, "40")]),
        ("The blast hurt 40 people. Nine of them have gone home.", [("Nine", LinkKind.PART_OF, "40")]),
        ("The blast hurt 40 people. Nine of the city's clinics are full.", []),
        ("The blast killed 12 people. In Oxtow 9 roads were closed.", []),
    ],
)
def test_links(text: str, expected: list[tuple[str, LinkKind, str]]) -> None:
    document = read_text("report.txt", text + "\n")
    claims = extract(document, profile(document)).claims
    by_start = {claim.number.start: claim.number.text for claim in claims}
    found = [(claim.number.text, link.kind, by_start[link.target]) for claim in claims for link in claim.links]
    assert found == expected
