"""Pages of many makes, each with what has to be read of it."""

import tomllib
from pathlib import Path

import pytest
from web_page import read_here

from checker.api import check_documents
from checker.model import Document, Report

PAGES = Path(__file__).parent / "pages"
EXPECTED = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))


def page(name: str) -> Document:
    return read_here(f"{name}.html", (PAGES / f"{name}.html").read_bytes())


def report(document: Document) -> Report:
    return check_documents([document], ())


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_page_is_read_for_its_report(name: str) -> None:
    expected, document = EXPECTED[name], page(name)
    told = report(document)
    profile = told.profiles[document.id]
    assert document.status.value == expected.get("status", "ok"), document.reason
    assert (profile.title, profile.source) == (expected["title"], expected.get("source"))
    assert (str(profile.published.start) if profile.published else "") == expected.get("published", "")
    front = {key: field.value for key, field in document.front.items()}
    assert expected.get("front", {}).items() <= front.items()
    figures = {claim.number.text for claim in told.claims}
    assert [figure for figure in expected["figures"] if figure not in figures] == []
    assert [words for words in expected.get("present", ()) if words not in document.text] == []
    assert [words for words in expected.get("absent", ()) if words in document.text] == []


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if "sections" in EXPECTED[name]))
def test_parts_of_a_page_are_told_apart(name: str) -> None:
    document = page(name)
    found = {
        passage.section.value: document.text[passage.start : passage.end] for passage in reversed(document.passages)
    }
    for section, words in EXPECTED[name]["sections"].items():
        assert words in found.get(section, ""), section


def test_no_page_is_without_what_is_expected_of_it() -> None:
    assert sorted(EXPECTED) == sorted(path.stem for path in PAGES.glob("*.html"))
