"""Who vouches for each figure, over styles of news: speakers_unseen.toml."""

import tomllib
from pathlib import Path

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Document
from checker.read.front import split_front

TABLE = Path(__file__).with_name("speakers_unseen.toml")


def spoken(text: str, figure: str) -> str:
    """Name, text and function of the speaker of a figure, folded; empty for nobody."""
    front = split_front(text)
    document = Document(id="d", path="d.txt", text=text, sha256="0" * 64, front=front.fields, body=front.body)
    for claim in extract(document, profile(document)).claims:
        if claim.number.text == figure:
            speaker = claim.speaker
            return f"{speaker.text} | {speaker.name} | {speaker.via}".casefold() if speaker else ""
    pytest.fail(f"no claim {figure}")


def cases() -> list[tuple[str, str, str]]:
    """The text, the figure and its speaker."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [(case["text"], figure, who) for case in table["case"] for figure, who in case["speakers"].items()]


@pytest.mark.parametrize(("text", "figure", "who"), cases())
def test_the_speaker_of_each_figure(text: str, figure: str, who: str) -> None:
    found = spoken(text, figure)
    if not who:
        assert not found
    else:
        assert any(choice in found for choice in who.split(" or "))
