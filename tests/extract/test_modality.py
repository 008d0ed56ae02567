from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.modality import modality
from checker.extract.sentences import split
from checker.extract.syntax import ModalStretch
from checker.model import Document, Modality
from checker.model.document import Field


def weakened(text: str, year: int | None = None) -> tuple[ModalStretch, ...]:
    return modality(split(Document(id="d", path="d.txt", text=text, sha256="0" * 64)), year)


def modality_at(text: str, figure: str, year: int | None = None) -> Modality:
    at = text.index(figure)
    return next((s.modality for s in weakened(text, year) if s.start <= at < s.end), Modality.ASSERTED)


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("The mayor denied that 70 boats had sunk.", "70", Modality.DENIED),
        ("The mayor rejected a claim that 70 boats had sunk.", "70", Modality.DENIED),
        ("The mayor denies it, but 70 boats have sunk.", "70", Modality.ASSERTED),
        ("The mayor rejected an offer of 70 boats.", "70", Modality.ASSERTED),
        ("A rumour about 70 lost boats is untrue, police say.", "70", Modality.REBUTTED),
        ("In the port they speak of 70 boats. There is nothing to support it.", "70", Modality.REBUTTED),
        ("The navy will sell 70 boats.", "70", Modality.PLANNED),
        ("The navy plans to sell 70 boats.", "70", Modality.PLANNED),
        ("The target of 70 boats is far off.", "70", Modality.PLANNED),
        ("Of 70 boats planned, 12 have come.", "70", Modality.PLANNED),
        ("Of 70 boats planned, 12 have come.", "12", Modality.ASSERTED),
        ("The navy will cut its fleet from 90 boats to 70.", "90", Modality.ASSERTED),
        ("The navy will cut its fleet from 90 boats to 70.", "70", Modality.PLANNED),
        ("The navy wants to raise the 70 boats that sank.", "70", Modality.ASSERTED),
        ("Fishers fear that 70 boats have sunk.", "70", Modality.FEARED),
        ("Up to 70 may have drowned.", "70", Modality.FEARED),
        ("As many as 70 could be missing.", "70", Modality.FEARED),
        ("The loss could reach 70 boats.", "70", Modality.PROJECTED),
        ("The office expects a loss of 70 boats.", "70", Modality.PROJECTED),
        ("The fleet could grow to 70 boats if the money comes.", "70", Modality.CONDITIONAL),
        ("A second wave, if it comes, could sink 70 boats.", "70", Modality.CONDITIONAL),
        ("In May 70 boats sank.", "70", Modality.ASSERTED),
        ("Some 70 boats sank.", "70", Modality.ASSERTED),
    ],
)
def test_how_firmly_a_figure_stands(text: str, figure: str, expected: Modality) -> None:
    assert modality_at(text, figure) is expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("In March 1987, 70 boats sank.", 2025, Modality.HISTORICAL),
        ("In 1987 a storm sank 70 boats.", 2025, Modality.HISTORICAL),
        ("In 1987 a storm sank 70 boats.", None, Modality.ASSERTED),
        ("In 1987 a storm sank 70 boats.", 1987, Modality.ASSERTED),
        ("Since 1987 the town has lost 70 boats.", 2025, Modality.ASSERTED),
    ],
)
def test_what_is_told_of_old(text: str, year: int | None, expected: Modality) -> None:
    assert modality_at(text, "70", year) is expected


def test_a_headlines_infinitive_is_a_plan() -> None:
    text = "---\ntitle: Navy to sell 70 boats\n---\n"
    title = Field(value="Navy to sell 70 boats", start=11, end=32)
    document = Document(id="d", path="d.txt", text=text, sha256="0" * 64, front={"title": title}, body=len(text))
    assert [s.modality for s in modality(split(document))] == [Modality.PLANNED]


@given(
    st.lists(
        st.sampled_from(
            ["could", "if", "will", "denied", "that", "70", "boats", ",", ".", "In", "1987", "from", "to", "the"]
        ),
        max_size=60,
    )
)
def test_stretches_are_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = weakened(text, 2025)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
