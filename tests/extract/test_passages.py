"""What a format says of its passages goes before what their words suggest."""

from collections.abc import Callable

import pytest
from pages import paged

from checker.extract import extract
from checker.extract.passages import Passages
from checker.extract.profile import profile
from checker.model import Claim, Document, FileKind, Passage, Section
from checker.read import read_text
from checker.read.page import Page

TOLD = "A fire in Lirren killed 26 people on Monday, the police said."


def told_as(section: Section | None, text: str = TOLD) -> Callable[[Page], None]:
    def build(page: Page) -> None:
        page.front("date", "2031-05-06")
        page.paragraph("The town of Lirren in Osland is mourning, and its bells rang the whole evening.")
        page.paragraph(text, section)

    return build


@pytest.mark.parametrize(
    ("section", "found"),
    [
        (None, [("26", Section.BODY)]),
        (Section.CAPTION, [("26", Section.CAPTION)]),
        (Section.QUOTE, [("26", Section.QUOTE)]),
        (Section.STANDFIRST, [("26", Section.STANDFIRST)]),
        (Section.HEADLINE, [("26", Section.HEADLINE)]),
        (Section.FURNITURE, []),
    ],
)
def test_a_paragraph_is_what_the_format_says(section: Section | None, found: list[tuple[str, Section]]) -> None:
    assert _counts(paged("a.html", FileKind.HTML, told_as(section))) == found


@pytest.mark.parametrize(
    ("text", "section", "found"),
    [
        ("Photo: rescuers brought 12 bodies out of the market in Lirren.", Section.BODY, Section.BODY),
        ("Photo: rescuers brought 12 bodies out of the market in Lirren.", None, Section.CAPTION),
        ("Read more: 12 people killed in Lirren.", Section.STANDFIRST, Section.STANDFIRST),
    ],
)
def test_words_are_asked_only_where_the_format_is_silent(text: str, section: Section | None, found: Section) -> None:
    assert _counts(paged("a.html", FileKind.HTML, told_as(section, text))) == [("12", found)]


def test_a_table_of_the_furniture_is_none() -> None:
    def build(page: Page) -> None:
        page.paragraph("| Killed | 43 |", Section.FURNITURE)
        page.paragraph("The mayor of Lirren spoke all evening, and the square was full of people with candles.")
        page.table([["Casualties", "Number"], ["Killed", "44"]])

    assert _counts(paged("a.html", FileKind.HTML, build)) == [("44", Section.TABLE)]


def test_furniture_heads_nothing() -> None:
    def build(page: Page) -> None:
        page.paragraph("Wounded:", Section.FURNITURE)
        page.paragraph("- 12 people in Lirren")

    (claim,) = extracted(paged("a.html", FileKind.HTML, build))
    assert claim.measure != "wounded"


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        (
            ("Weekly bulletin of the town council", Section.FURNITURE),
            ("Bells ring for the dead", None),
            "Bells ring for the dead",
        ),
        (
            ("Weekly bulletin of the town council", None),
            ("Bells ring for the dead", None),
            "Weekly bulletin of the town council",
        ),
        (
            ("A crowd before the town hall", Section.CAPTION),
            ("Bells ring for the dead", None),
            "Bells ring for the dead",
        ),
        (("Live from the town hall square", None), ("Bells ring", Section.HEADLINE), "Bells ring"),
    ],
)
def test_the_title_is_what_the_format_says(
    first: tuple[str, Section | None], second: tuple[str, Section | None], title: str
) -> None:
    def build(page: Page) -> None:
        page.paragraph(*first)
        page.paragraph(*second)
        page.paragraph("The town of Lirren in Osland is mourning, and its bells rang the whole evening. " * 2)

    assert profile(paged("a.docx", FileKind.DOCX, build)).title == title


@pytest.mark.parametrize(
    ("start", "end", "section"),
    [
        (0, 10, Section.CAPTION),
        (0, 19, Section.CAPTION),
        (0, 21, None),
        (5, 16, None),
        (12, 30, Section.QUOTE),
        (40, 41, None),
        (100, 200, None),
    ],
)
def test_most_of_a_stretch_decides(start: int, end: int, section: Section | None) -> None:
    passages = (
        Passage(start=20, end=30, section=Section.QUOTE),
        Passage(start=0, end=10, section=Section.CAPTION),
        Passage(start=50, end=60, section=Section.TABLE),
    )
    document = read_text("a.txt", "x" * 100).model_copy(update={"passages": passages})
    assert Passages(document).section(start, end) == section


def extracted(document: Document) -> list[Claim]:
    return [claim for claim in extract(document, profile(document)).claims if claim.measure != "date"]


def _counts(document: Document) -> list[tuple[str, Section]]:
    return [(claim.number.text, claim.section) for claim in extracted(document)]
