"""Pages of many makes, each with what has to be read of it."""

import html
import tomllib
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from web_page import read_here

from checker.api import check_documents
from checker.model import Document, Report
from checker.read import read_text

PAGES = Path(__file__).parent / "pages"
SEEDS = Path(__file__).parents[2] / "seeds"
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


TEMPLATE = """<html lang="en"><head><title>{title} | {source}</title><meta property="og:site_name" content="{source}">
<meta property="article:published_time" content="{date}"></head>
<body><header><nav><a href="/">World 24</a></nav></header>
<article><h1>{title}</h1>{body}
<aside class="related"><h3>Related</h3><a href="/a">Fire kills 22 people</a></aside></article>
<section class="comments"><p>I heard that 500 people were killed, why does nobody write that?</p></section>
<footer>Call 555 0100</footer></body></html>"""


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.md")), ids=lambda path: path.name)
def test_a_report_gives_the_same_claims_as_a_page(path: Path) -> None:
    plain = read_text(path.name, path.read_text(encoding="utf-8"))
    told = {key: html.escape(field.value) for key, field in plain.front.items()}
    told["date"] = told.get("published", "") or told["date"]
    body = MarkdownIt().enable("table").render(plain.text[plain.body :])
    page = read_here(path.name, TEMPLATE.format(**told, body=body).encode())
    assert claims(page) == claims(plain)


def claims(document: Document) -> list[tuple[str, ...]]:
    found = check_documents([document], ()).claims
    return sorted(
        (claim.number.text, claim.measure, claim.unit.name, repr(claim.place and claim.place.name), repr(claim.time))
        for claim in found
    )


def test_no_page_is_without_what_is_expected_of_it() -> None:
    assert sorted(EXPECTED) == sorted(path.stem for path in PAGES.glob("*.html"))
