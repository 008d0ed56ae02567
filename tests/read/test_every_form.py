"""One report gives the same claims, whatever it comes as."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from report_forms import FORMS, Told, blocks

from checker.api import check_documents
from checker.cli import cli
from checker.model import Claim, Document, Profile, Section, Status
from checker.read import read_bytes

REPORT = Told(
    title="Ferry fire off Lirren leaves 26 dead, 41 missing",
    source="Lirren Post",
    day="2031-05-06",
    blocks=blocks(
        """
LIRREN, May 6, 2031 (Lirren Post) - A fire on a ferry off the port of Lirren killed at least 26 people on Monday
evening, the coast guard said, in what the governor called the worst accident at sea for 30 years.

Photo: Rescuers brought 112 survivors ashore in Lirren on Monday night.

Another 41 passengers were still missing on Tuesday morning, according to the coast guard. The ship, the Amber Dawn,
had 179 people on board when it left Osk at 18:00, the port authority said.

## Search goes on

Nine boats and three helicopters searched an area of 400 square kilometres on Tuesday, said Mara Tolm, a spokeswoman
for the coast guard. Divers recovered the bodies of two children from the lower deck.

- Dead: 26
- Missing: 41
- Rescued: 112, of whom 35 were taken to hospital

The ferry was built in 1998 and was 92 metres long. Repairs last year cost 3.5 million dollars, its owner said.

| Town | Killed | Missing |
| Lirren | 19 | 30 |
| Osk | 7 | 11 |

The government has declared three days of mourning. In 2019 a fire on another ferry killed 12 people.
"""
    ),
)
QUOTED = REPORT._replace(
    blocks=[
        *REPORT.blocks,
        *blocks(
            """
> We counted 57 people on the upper deck, and the lifeboats were built for 40.

The inquiry will begin on Friday, and the captain will be heard by a court in Lirren.
"""
        ),
    ]
)


@cache
def _read(name: str, quoted: bool = False) -> tuple[Document, Profile, tuple[Claim, ...]]:  # noqa: FBT001, FBT002
    documents = [
        each for each in read_bytes(name, FORMS[name](QUOTED if quoted else REPORT)) if isinstance(each, Document)
    ]
    report = check_documents(documents, ())
    (document,) = report.documents
    return document, report.profiles[document.id], report.claims


def _meant(claim: Claim) -> tuple[object, ...]:
    """A claim without its place in the text, and without what hangs on the file's name."""
    return (
        claim.number.text,
        *(claim.asserted.low, claim.asserted.high, claim.approximate, claim.number.hedge),
        *(claim.unit.name, claim.measure, claim.kind, claim.population.text if claim.population else ""),
        claim.place.name if claim.place else "",
        (claim.time.start, claim.time.end) if claim.time else None,
        claim.speaker.name if claim.speaker else "",
        *(claim.modality, claim.section),
    )


def _claims(name: str, *, quoted: bool = False) -> Counter[tuple[object, ...]]:
    """The claims of the report itself: the day that a file bears of itself is written as each form writes it."""
    return Counter(_meant(claim) for claim in _read(name, quoted)[2] if claim.section is not Section.FURNITURE)


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_read_whole(name: str) -> None:
    document, profile, _ = _read(name)
    assert (document.status, document.reason) == (Status.OK, "")
    assert profile.title == REPORT.title
    assert profile.published
    assert profile.published.start.isoformat() == REPORT.day
    assert profile.language == "en"


@pytest.mark.parametrize("name", [name for name in FORMS if name != "report.md"])
def test_the_claims_are_those_of_the_markdown(name: str) -> None:
    told, found = _claims("report.md"), _claims(name)
    assert sorted(map(repr, (told - found).elements())) == sorted(map(repr, (found - told).elements())) == []


@pytest.mark.parametrize("name", [name for name in FORMS if name not in {"report.md", "report.pdf"}])
def test_quotes_are_told_by_the_format(name: str) -> None:
    told, found = _claims("report.md", quoted=True), _claims(name, quoted=True)
    assert sorted(map(repr, (told - found).elements())) == sorted(map(repr, (found - told).elements())) == []
    assert {claim.section for claim in _read(name, quoted=True)[2]} >= {Section.QUOTE, Section.TABLE, Section.CAPTION}


@pytest.mark.parametrize("name", FORMS)
def test_claims_lead_back_to_the_text_and_the_page(name: str) -> None:
    document, _, claims = _read(name)
    for claim in claims:
        assert document.text[claim.number.start : claim.number.end] == claim.number.text
        assert document.plain or claim.number.start < document.body or claim.span.origin is not None
    assert len(claims) > 25


ALTERED = REPORT._replace(
    blocks=[
        (kind, words.replace("179 people", "197 people") if isinstance(words, str) else words)
        for kind, words in REPORT.blocks
    ]
)


@pytest.mark.parametrize("name", [name for name in FORMS if name != "report.md"])
def test_a_figure_that_was_altered_is_found_and_explained(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire.md").write_bytes(FORMS["report.md"](REPORT))
    Path(name).write_bytes(FORMS[name](ALTERED))
    found = json.loads(CliRunner().invoke(cli, [".", "--format", "json"]).stdout)["findings"]
    (finding,) = [each for each in found if "179" in each["message"] and "197" in each["message"]]
    places = {place["path"]: place for place in finding["locations"]}
    other = places[name]
    spot = f"{name}, " + (f"page {other['page']}" if other["page"] else f"paragraph {other['paragraph']}")
    assert f"{spot}: error[copy-altered]: " in CliRunner().invoke(cli, [".", "--quiet"]).stdout
    explained = CliRunner().invoke(cli, ["explain", *finding["claims"], "."])
    assert f" {spot}\n" in explained.stdout
