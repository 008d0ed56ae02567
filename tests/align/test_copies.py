from collections.abc import Callable
from datetime import date

import pytest

from checker.align.copies import family_originals, shingles, voices
from checker.model import Claim, Document, Period, Profile

Make = Callable[..., Claim]
ORIGINAL = (
    "Rescuers pulled 26 people from the water after the ferry Ondine capsized off the coast near Marrow on Tuesday, "
    "and the harbour master said that divers would go on searching through the night."
)
TRIMMED = ORIGINAL.replace(", and the harbour master said that divers would go on searching through the night", "")
OWN = (
    "The mayor of Marrow thanked 26 volunteers who had brought blankets and hot soup to the quay, where families of "
    "those aboard waited for news until the early hours of Wednesday."
)


def told(claim: Make, **texts: str) -> tuple[list[Claim], dict[str, Document], dict[str, Profile]]:
    claims = [claim("26", document=name, start=text.index("26")) for name, text in texts.items()]
    documents = {name: Document(id=name, path=name, text=text, sha256="") for name, text in texts.items()}
    days = {name: date(2024, 5, 9 - number) for number, name in enumerate(texts)}
    return claims, documents, {name: Profile(published=Period.on(day)) for name, day in days.items()}


@pytest.mark.parametrize(
    ("second", "copied"),
    [
        (ORIGINAL, True),
        (ORIGINAL.replace("Tuesday", "Tuesday night"), True),
        (TRIMMED, True),
        ("Intro of one line.\n\n" + ORIGINAL + "\n\nAn end of one line.", True),
        (OWN, False),
        ("26 people were saved.", False),
    ],
)
def test_families(claim: Make, second: str, copied: bool) -> None:  # noqa: FBT001 a table
    claims, documents, profiles = told(claim, a=ORIGINAL, b=second)
    expected = {name.id: "b" for name in claims} if copied else {}
    assert family_originals(claims, documents, profiles) == expected


def test_a_changed_figure_leaves_the_shingles_alone() -> None:
    assert shingles(ORIGINAL) == shingles(ORIGINAL.replace("26", "1,262"))


def test_copies_and_citations_of_one_source_are_one_voice(claim: Make) -> None:
    claims, documents, profiles = told(claim, a=ORIGINAL, b=ORIGINAL, c=OWN)
    found = voices(claims, documents, profiles)
    assert [found[each.id] for each in claims] == ["text:b", "text:b", "text:c"]
    cited = [claim("26", document=name, speaker="Red Crescent") for name in ("a", "c")]
    assert len(set(voices(cited, documents, profiles).values())) == 1
