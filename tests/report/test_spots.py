"""Where findings in what is no plain text stand: by page, paragraph or field, in every form of the report."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import jsonschema
import pytest
from pages import paged

from checker.api import check_documents, incidents, shipped_rules
from checker.cli.spots import claims_meant
from checker.errors import UsageError
from checker.model import FileKind, Report
from checker.read import read_text
from checker.read.page import Page
from checker.report.facts import facts_text
from checker.report.formats import FORMATS, Setting, render
from checker.report.incidents import incident_table
from checker.report.style import Style, View

SCHEMA = Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json"
RULES = shipped_rules()
SETTING = Setting(rules=RULES)


def _pdf(page: Page) -> None:
    page.front("title", "Fire in Lirren, 3 bridges closed")
    page.front("date", "2031-05-06")
    page.front("source", "Lirren Post")
    page.mark("page", 1)
    page.paragraph("The town of Lirren in Osland is mourning, and its bells rang on Monday evening.")
    page.mark("page", 2)
    page.paragraph("A fire in Lirren killed 26 people on Monday, the police said.")


def _html(page: Page) -> None:
    page.front("date", "2031-05-06")
    page.front("source", "Osk Herald")
    for number, text in enumerate(
        ("Flags flew at half mast.", "A fire in Lirren killed 31 people on Monday, the police said."), 1
    ):
        page.mark("paragraph", number)
        page.paragraph(text)


def _mail(page: Page) -> None:
    page.front("date", "2031-05-06")
    page.paragraph("A fire in Lirren killed 44 people on Monday, the police said.")


@pytest.fixture(scope="module")
def found() -> Report:
    """Tolls that differ in a PDF, a page within an archive, a mail without marks and a plain text."""
    documents = (
        paged("my report.pdf", FileKind.PDF, _pdf),
        paged("z.zip!sub/a#1.html", FileKind.HTML, _html),
        paged("m.eml", FileKind.MAIL, _mail),
        read_text(
            "p.txt", "---\ndate: 2031-05-06\n---\n\nA fire in Lirren killed 57 people on Monday, the police said.\n"
        ),
    )
    return check_documents(documents, RULES)


PLACES = ["my report.pdf, page 2", "z.zip!sub/a#1.html, paragraph 2", "m.eml", "p.txt:5:25"]


@pytest.mark.parametrize("form", ["text", "markdown", "github", "junit"])
@pytest.mark.parametrize("place", PLACES)
def test_people_are_told_page_and_paragraph(found: Report, form: str, place: str) -> None:
    told = render(form, found, SETTING)
    assert place in told.replace("%3A", ":")
    assert not re.search(r"(pdf|html|eml):\d", told)


@pytest.mark.parametrize("place", PLACES)
def test_one_line_a_finding(found: Report, place: str) -> None:
    lines = render("text", found, SETTING._replace(view=View(quiet=True))).splitlines()
    first = found.findings[0].locations[0].path
    assert any(line.startswith(f"{place}: ") for line in lines) or not place.startswith(first)


def test_the_gutter_has_no_lines_that_the_file_does_not_have(found: Report) -> None:
    told = render("text", found, SETTING).splitlines()
    gutters = {line.partition("|")[0].strip() for line in told if "| A fire in Lirren" in line}
    assert gutters == {"", "5"}


def test_programs_get_numbers(found: Report) -> None:
    report = json.loads(render("json", found, SETTING))
    places = {each["path"]: each for finding in report["findings"] for each in finding["locations"]}
    told = {path: (each["page"], each["paragraph"]) for path, each in places.items()}
    assert told == {
        "my report.pdf": (2, None),
        "z.zip!sub/a#1.html": (None, 2),
        "m.eml": (None, None),
        "p.txt": (None, None),
    }
    texts = {document.path: document.text for document in found.documents}
    for path, each in places.items():
        assert texts[path].splitlines()[each["line"] - 1][each["column"] - 1 :].startswith(each["quote"][:9])
    spans = {(claim["document"], claim["span"]["page"], claim["span"]["paragraph"]) for claim in report["claims"]}
    ids = {document.path: document.id for document in found.documents}
    assert {(ids["my report.pdf"], None, None), (ids["my report.pdf"], 2, None), (ids["p.txt"], None, None)} <= spans


@pytest.mark.parametrize(
    ("form", "columns"),
    [("csv", ("first_spot", "second_spot")), ("csv-claims", ("spot",)), ("csv-facts", ("spot",))],
)
def test_sheets_have_one_column_more_at_their_end(found: Report, form: str, columns: tuple[str, ...]) -> None:
    header, *rows = csv.reader(io.StringIO(render(form, found, SETTING)))
    assert tuple(header[-len(columns) :]) == columns
    cells = {cell for row in rows for cell in row[-len(columns) :]}
    assert {"page 2", "paragraph 2"} & cells
    assert "" in cells


def test_annotations_have_a_line_of_plain_text_alone(found: Report) -> None:
    commands = [line for line in render("github", found, SETTING).splitlines() if "file=" in line]
    for command in commands:
        assert ("line=" in command) == ("file=p.txt" in command)
    root = fromstring(render("junit", found, SETTING))  # noqa: S314 our own XML
    for case in root.iter("testcase"):
        assert ("line" in case.attrib) == (case.get("file") == "p.txt")


def test_sarif_has_a_region_of_plain_text_alone_and_valid_addresses(found: Report) -> None:
    told = json.loads(render("sarif", found, SETTING))
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(told)
    (log,) = told["runs"]
    locations = [
        each for result in log["results"] for each in (*result["locations"], *result.get("relatedLocations", ()))
    ]
    addresses = {each["physicalLocation"]["artifactLocation"]["uri"] for each in locations}
    assert addresses == {"my%20report.pdf", "z.zip%21sub/a%231.html", "m.eml", "p.txt"}
    for each in locations:
        physical = each["physicalLocation"]
        assert ("region" in physical) == (physical["artifactLocation"]["uri"] == "p.txt")
    names = {name["fullyQualifiedName"] for each in locations for name in each.get("logicalLocations", ())}
    assert names == {"my report.pdf, page 2", "z.zip!sub/a#1.html, paragraph 2"}
    types = {each["location"]["uri"]: each["mimeType"] for each in log["artifacts"]}
    assert types["my%20report.pdf"] == "application/pdf"
    assert types["z.zip%21sub/a%231.html"] == "text/html"


def test_the_page_for_editors(found: Report) -> None:
    page = render("html", found, SETTING)
    for told in ("Lirren Post, page 2</a>", "Osk Herald, paragraph 2</a>", "m.eml</a>", "p.txt, line 5</a>"):
        assert told in page
    labels = re.findall(r'data-line="([^"]*)"', page)
    assert {"p. 1", "p. 2", "¶ 1", "¶ 2", "5"} <= set(labels)


def test_facts_and_incidents(found: Report) -> None:
    told = "\n".join(facts_text(found, Style()))
    sources = incident_table(incidents(found))[0]["sources"]
    assert "my report.pdf, page 2 " in told
    assert "m.eml " in told
    assert isinstance(sources, str)
    assert sources.startswith("m.eml (")
    assert "z.zip!sub/a#1.html, paragraph 2 (" in sources


@pytest.mark.parametrize(
    ("word", "figures"),
    [
        ("my report.pdf, page 2", ["26"]),
        ("my report.pdf:page 2", ["26"]),
        ("my report.pdf, title", ["3"]),
        ("my report.pdf:9", ["26"]),
        ("z.zip!sub/a#1.html, paragraph 2", ["31"]),
        ("m.eml:5", ["44"]),
    ],
)
def test_claims_by_what_messages_print(found: Report, word: str, figures: list[str]) -> None:
    claims = [claim for claim in claims_meant(found, word) if claim.measure != "date"]
    assert [claim.number.text for claim in claims] == figures


def test_a_page_without_claims(found: Report) -> None:
    with pytest.raises(
        UsageError, match=r"page 9: no claim was found there; there are some in title, date, page 1, page 2"
    ):
        claims_meant(found, "my report.pdf, page 9")


def test_every_form_was_tried() -> None:
    assert set(FORMATS) == {
        *("text", "json", "jsonl", "csv", "csv-claims", "csv-facts", "markdown", "github", "junit", "sarif", "html")
    }
