from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.sentences import split
from checker.extract.speakers import attribute
from checker.extract.syntax import Attribution
from checker.model import Document


def attributed(text: str, source: str | None = None) -> tuple[Attribution, ...]:
    document = Document(id="d", path="d.txt", text=text, sha256="0" * 64)
    return attribute(split(document), source)


def speaker_at(text: str, figure: str, source: str | None = None) -> Attribution | None:
    at = text.index(figure)
    return next((a for a in attributed(text, source) if a.start <= at < a.end), None)


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        (
            "The harbour office put the number of boats lost in the storm off the northern coast on 7 August at 31.",
            "31",
            "harbour office",
        ),
        ("The harbour office said 31 boats had sunk.", "31", "harbour office"),
        ("At least 31 boats sank, the harbour office said on Monday.", "31", "harbour office"),
        ("At least 31 boats sank the harbour office said", "31", "harbour office"),
        ("Some 31 boats sank, according to the harbour office.", "31", "harbour office"),
        ('"We lost 31 boats," said Jana Novak, the mayor of Lipno.', "31", "jana novak"),
        ('"We lost them. There were 31 boats," said Jana Novak, a fisher.', "31", "jana novak"),
        ("The ministry put the number of boats at 31.", "31", "ministry"),
        ("Harbour police: 31 boats found.", "31", "harbour police"),
        ("By the ministry's own figure, 31 boats sank.", "31", "ministry"),
        ("- 31 boats lost (Ministry of Fisheries, 4 May)", "31", "ministry of fisheries"),
        ("The Kremlin called it a storm and denied that 31 boats had sunk.", "31", "denied by kremlin"),
        ("In a statement, CENTCOM said it had struck 31 boats.", "31", "us central command"),
        ("Pentagon spokesman Tom Reed said 31 boats had sunk.", "31", "pentagon"),
        ("Some 31 boats sank, figures from the Lake Agency show.", "31", "lake agency"),
        ("The mayor, Jana Novak, however, insisted that 31 boats sank.", "31", "jana novak"),
        ("A court document seen by this paper shows that 31 boats sank.", "31", "court document"),
        ("A UN panel, which counts wrecks, put the loss at 31 boats.", "31", "un panel"),
    ],
)
def test_the_one_who_says_it(text: str, figure: str, name: str) -> None:
    found = speaker_at(text, figure)
    assert found is not None
    assert found.speaker.name == name


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The harbour office said the sea was calm. The town has 31 boats.", "31"),
        ("Some 31 boats sank in the storm.", "31"),
        ("The estimate of 31 boats was too low.", "31"),
        ("The storm has claimed at least 31 lives.", "31"),
        ("The office reported 3 losses.\n\nThe coast is 31 km long.", "31"),
    ],
)
def test_the_report_itself(text: str, figure: str) -> None:
    assert speaker_at(text, figure) is None


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        (
            "The Lake Observatory for Fish said 3 died. The Observatory said 31 were ill.",
            "31",
            "lake observatory for fish",
        ),
        ("Jan Novak, a diver, said it was dark. He said 31 boats sank.", "31", "jan novak"),
        ("Jan Novak, a diver, said it was dark. Novak added that 31 boats sank.", "31", "jan novak"),
        (
            'The Office for Lakes (OFL) said so.\n\n"It is bad," it said.\n\nOFL said 31 boats sank.',
            "31",
            "office for lakes",
        ),
        ('"It was dark," Jan Novak said. "We lost 31 boats and two nets."', "31", "jan novak"),
        ("Some 31 boats sank, a monitoring group said. The Lake Observatory said 3 died.", "31", "lake observatory"),
        ("The navy said 3 sank. The statement said 31 were safe.", "31", "navy"),
    ],
)
def test_who_is_taken_up_again(text: str, figure: str, name: str) -> None:
    found = speaker_at(text, figure)
    assert found is not None
    assert found.speaker.name == name


def test_two_speakers_share_a_sentence() -> None:
    text = "Some 31 boats sank, state television said, and fishers warned that 90 could follow."
    first, second = speaker_at(text, "31"), speaker_at(text, "90")
    assert first is not None
    assert second is not None
    assert (first.speaker.name, second.speaker.name) == ("state television", "fishers")


def test_a_spokesman_speaks_for_the_institution() -> None:
    found = speaker_at("Pentagon spokesman Tom Reed said 31 boats had sunk.", "31")
    assert found is not None
    assert found.speaker.text == "Pentagon spokesman Tom Reed"
    assert found.speaker.via == "tom reed"


@pytest.mark.parametrize("voice", ["Officials", "Two defence officials", "Residents", "A witness", "Activists"])
def test_nobody_can_be_held_to_a_nameless_voice(voice: str) -> None:
    found = speaker_at(f"{voice} said 31 boats had sunk.", "31")
    assert found is not None
    assert not found.speaker.named


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Storm report\n\nSome 31 boats sank.", "Ministry of Fisheries, Lipno", "ministry of fisheries, lipno"),
        ("MINISTRY OF FISHERIES\nPress statement\n\nSome 31 boats sank.", None, "ministry of fisheries"),
        ("Some 31 boats sank.", "Lipno Daily News", None),
        ("Some 31 boats sank.", None, None),
        ("Commentary\n\nSome 31 boats sank.", "Fishery Institute", None),
    ],
)
def test_an_institution_speaks_in_its_own_release(text: str, source: str | None, name: str | None) -> None:
    found = speaker_at(text, "31", source)
    assert (found.speaker.name if found else None) == name


@given(
    st.lists(
        st.sampled_from(
            ["said", "the", "The", "office", '"', ".", ",", "Jan", "Novak", "31", "he", "(", ")", "\n\n", "of"]
        ),
        max_size=60,
    )
)
def test_stretches_are_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = attributed(text, "Ministry of Lakes")
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
