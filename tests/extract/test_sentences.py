"""Documents to sentences."""

import pytest

from checker.extract.sentences import split
from checker.model import Section
from checker.read import read_text


def sentences(text: str, title: str | None = None) -> list[str]:
    return [sentence.text for sentence in split(read_text("report.txt", text), title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It poured.", ["It rained.", "It poured."]),
        ("Gen. A. Moss left at 5 p.m. on Monday.", ["Gen. A. Moss left at 5 p.m. on Monday."]),
        ("He came at 5 p.m. The town slept.", ["He came at 5 p.m.", "The town slept."]),
        ("The U.S. Navy came. It left.", ["The U.S. Navy came.", "It left."]),
        ('"We saw it." They left.', ['"We saw it."', "They left."]),
        ("It cost 2.5 million.", ["It cost 2.5 million."]),
        (
            "First line of a paragraph that was wrapped by hand at a column\nand goes on here.",
            ["First line of a paragraph that was wrapped by hand at a column\nand goes on here."],
        ),
        ("Key figures\n\n- dead: 4\n- missing: 7", ["Key figures", "- dead: 4", "- missing: 7"]),
        (
            "14:05 Rescuers bring up six more of the bodies from the shaft\n13:40 Nineteen still trapped",
            ["14:05 Rescuers bring up six more of the bodies from the shaft", "13:40 Nineteen still trapped"],
        ),
        ("1. Rescued: 12\n2. Missing: 3", ["Rescued: 12", "Missing: 3"]),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_title_of_the_front_matter_is_a_headline() -> None:
    document = read_text("report.md", "---\ntitle: Ten dead in Lirren\n---\n\nThe mayor spoke.\n")
    first, second = split(document, "Ten dead in Lirren")
    assert (first.section, first.text) == (Section.HEADLINE, "Ten dead in Lirren")
    assert (second.section, second.text) == (Section.BODY, "The mayor spoke.")


def test_a_headline_that_runs_into_the_text_is_cut_off() -> None:
    document = read_text(
        "report.md", '---\ntitle: "Ten dead in Lirren"\n---\n\nTen dead in Lirren The mayor spoke on Monday.\n'
    )
    found = [(s.section, s.text) for s in split(document, "Ten dead in Lirren")]
    assert found[1:] == [(Section.HEADLINE, "Ten dead in Lirren"), (Section.BODY, "The mayor spoke on Monday.")]


@pytest.mark.parametrize(("name", "section"), [("a.md", Section.QUOTE), ("a.txt", Section.BODY)])
def test_markdown_sets_quotes_apart(name: str, section: Section) -> None:
    quote, rest = split(read_text(name, "> We counted 57 people on deck.\n\nNobody else spoke.\n"))
    assert (quote.section, rest.section) == (section, Section.BODY)


def test_offsets_lead_back_to_the_text() -> None:
    document = read_text("report.txt", "Lirren\n\nIt rained, the mayor said. “Much,” he said.\n\n- dead: 4\n")
    for sentence in split(document):
        assert document.text[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert document.text[token.start : token.end] == token.text or token.text.endswith(".")
