"""The page as a whole: what it says, that its links lead somewhere, and that nothing in it can be run or loaded."""

import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import pytest
from page_fixture import Node, parse

from checker.api import check, check_texts, shipped_rules
from checker.model import Document, FactStatus, Report, Severity, Standing, State, Status
from checker.report.escape import visible
from checker.report.html import render_html

RULES = shipped_rules()
HEAD = "---\nsource: {source}\npublished: {day}\n---\n"
FIRE = "The fire in Mombasa on 3 May 2025 killed {many} people, {who} said.\n"
NEWS = [
    ("a.md", HEAD.format(source="Harbour Wire", day="2025-05-04") + FIRE.format(many=12, who="the coast police")),
    ("b.md", HEAD.format(source="Daily Lamp", day="2025-05-04") + FIRE.format(many=19, who="the mayor of Mombasa")),
    ("c.md", HEAD.format(source="Evening Post", day="2025-05-04") + "Nothing was said of it.\n"),
]
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "</style></script><script>alert(1)</script>",
    "]]><!-- --> <!--",
    "{{ 7 * 7 }}{% raw %}",
    "\u202egnp.exe\u2066\u200f",
    "\x1b]0;title\x07\x00\x9b2J",
    "</title><svg/onload=alert(1)>",
    "&lt;b&gt;&#x3c;",
    "x" * 10_000,
)


@pytest.fixture(scope="module")
def seeds() -> Report:
    return check(["seeds"])


@pytest.fixture(scope="module")
def news() -> Report:
    return check_texts(NEWS, RULES)


@pytest.fixture(params=["seeds", "news", "nothing"])
def any_page(request: pytest.FixtureRequest, seeds: Report, news: Report) -> Node:
    nothing = Report(complete=True, documents=(), profiles={}, claims=(), findings=(), facts=())
    return parse(render_html({"seeds": seeds, "news": news, "nothing": nothing}[request.param], RULES))


def test_names_are_given_once_and_links_lead_somewhere(any_page: Node) -> None:
    ids = [node["id"] for node in any_page.below() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    links = {node["href"] for node in any_page.all("a")}
    assert {link for link in links if not link.startswith("#") or link[1:] not in ids} == set()
    told = {name for node in any_page.below() for name in node.attributes.get("aria-labelledby", "").split()}
    assert told <= set(ids)
    assert {node["for"] for node in any_page.all("label") if "for" in node.attributes} <= set(ids)


def test_nothing_is_loaded_or_run_but_its_own_style_and_script(any_page: Node) -> None:
    loading = {"src", "srcset", "action", "data", "poster", "background", "style", "xlink:href", "srcdoc", "formaction"}
    for node in any_page.below():
        assert not loading & set(node.attributes), node.tag
        assert not [name for name in node.attributes if name.startswith("on")], node.tag
    assert not any_page.all("link") + any_page.all("img") + any_page.all("iframe") + any_page.all("base")
    (policy,) = [n["content"] for n in any_page.all("meta") if n.attributes.get("http-equiv")]
    texts = ["".join(map(str, any_page.one(tag).parts)) for tag in ("style", "script")]
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in texts]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{hashes[0]}'",
        f"script-src 'sha256-{hashes[1]}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_headings_do_not_skip_a_level(any_page: Node) -> None:
    levels = [int(node.tag[1]) for node in any_page.below() if node.tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_same_report_gives_the_same_bytes(seeds: Report) -> None:
    assert render_html(seeds, RULES) == render_html(Report.model_validate_json(seeds.model_dump_json()), RULES)


@pytest.mark.parametrize("payload", HOSTILE, ids=lambda payload: ascii(payload[:20]))
def test_what_reports_say_is_text_and_nothing_else(payload: str, report: Report) -> None:
    """The payload in every field that comes from outside."""
    finding, document, claim = report.findings[0], report.documents[0], report.claims[0]
    text = f"{payload}\n{document.text}"
    shift = len(payload) + 1
    number = claim.number.model_copy(
        update={"start": claim.number.start + shift, "end": claim.number.end + shift, "text": payload}
    )
    claims = [
        claim.model_copy(
            update={
                "number": number,
                "quote": payload,
                "speaker": claim.speaker and claim.speaker.model_copy(update={"text": payload, "name": payload}),
                "population": claim.population and claim.population.model_copy(update={"text": payload}),
            }
        ),
        *report.claims[1:],
    ]
    hostile = report.model_copy(
        update={
            "complete": False,
            "documents": (
                document.model_copy(update={"text": text, "path": f"{payload}.txt"}),
                *report.documents[1:],
                Document(id="d-3", path=f"{payload}2", text="", sha256="0", status=Status.FAILED, reason=payload),
            ),
            "profiles": {
                name: profile.model_copy(update={"title": payload, "source": payload})
                for name, profile in report.profiles.items()
            },
            "claims": tuple(claims),
            "findings": (
                finding.model_copy(
                    update={
                        "message": payload,
                        "explanation": payload,
                        "rule": payload,
                        "locations": tuple(
                            place.model_copy(update={"quote": payload, "path": payload}) for place in finding.locations
                        ),
                        "standing": Standing(state=State.ACCEPTED, reason=payload, by=payload, until=payload),
                    }
                ),
            ),
            "notices": (payload,),
        }
    )
    page = parse(render_html(hostile))
    test_nothing_is_loaded_or_run_but_its_own_style_and_script(page)
    test_names_are_given_once_and_links_lead_somewhere(page)
    shown = " ".join(visible(payload).split())
    card = page.one("article", css="finding")
    assert shown.casefold() in card.one("h3").text.casefold()
    assert shown.casefold() in card.one(css="standing").text.casefold()
    assert shown in page.one("h3", id="unchecked").above.text
    assert shown in page.one("details", id="d-1").text
    assert all(char.isprintable() or char == "\n" for char in render_html(hostile))


def at(severity: Severity, many: int, report: Report) -> list[object]:
    kept = report.findings[0].model_copy(update={"severity": severity})
    return [kept.model_copy(update={"id": f"f-{severity.value}-{place}"}) for place in range(many)]


@pytest.mark.parametrize(
    ("errors", "warnings", "notes", "said"),
    [
        (1, 0, 0, "One error: some text is wrong"),
        (2, 13, 4, "Two errors and 13 warnings: some text is wrong"),
        (0, 1, 1, "One warning: an editor should look"),
        (0, 0, 3, "No contradiction, and three notes to read"),
        (0, 0, 0, "No contradiction was found"),
    ],
)
def test_the_verdict_stands_on_top(errors: int, warnings: int, notes: int, said: str, report: Report) -> None:
    counts = {Severity.NOTE: notes, Severity.ERROR: errors, Severity.WARNING: warnings}
    findings = [finding for severity, many in counts.items() for finding in at(severity, many, report)]
    page = parse(render_html(report.model_copy(update={"findings": tuple(findings)})))
    assert page.one("h1").text == said
    cards = [card["data-severity"] for card in page.all("article", css="finding")]
    assert cards == ["error"] * errors + ["warning"] * warnings + ["note"] * notes


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        (Standing(state=State.KNOWN), "Known: the baseline has it"),
        (
            Standing(state=State.ACCEPTED, reason="two counts", by="Ann", until="2031-01-01"),
            "Accepted by Ann until 2031-01-01: two counts",
        ),
        (Standing(state=State.SUPPRESSED, reason="a quotation"), "Suppressed in the report: a quotation"),
    ],
)
def test_a_settled_finding_says_why_and_does_not_count(standing: Standing, told: str, report: Report) -> None:
    settled = report.findings[0].model_copy(update={"standing": standing})
    page = parse(render_html(report.model_copy(update={"findings": (settled,)})))
    assert page.one(css="standing").text == told
    assert page.one("h1").text == "No contradiction was found"
    assert "1 of the findings is settled" in page.one(css="deck").text


def test_a_finding_shows_both_quotes_with_their_figures_and_the_reason(report: Report) -> None:
    card = parse(render_html(report, RULES)).one("article", id="f-77aa")
    sides = card.all("figure", css="quote")
    assert [side.one("blockquote").text for side in sides] == [
        "The mayor said about 2,000 dock workers struck on Monday.",
        "Only 900 dock workers struck, the port said.",
    ]
    assert [side.one("mark").text for side in sides] == ["2,000", "900"]
    assert [side.one("p", css="said").text for side in sides] == [
        "2,000 The mayor as of 5 May 2031 (inferred)",
        "900 The port as of 5 May 2031 (inferred)",
    ]
    assert "2,000 and 900 lie 1,100 apart" in card.text
    assert card.one("details").one("summary").text.startswith("Two named sources give figures")
    picture = card.one("svg", css="strip")
    assert picture.one("desc").text.startswith("The port: 900, as of 5 May 2031 (inferred); The mayor: 2,000")


def test_quotes_and_claims_are_linked_both_ways(seeds: Report) -> None:
    page = parse(render_html(seeds, RULES))
    by_id = {node["id"]: node for node in page.below() if "id" in node.attributes}
    for finding in seeds.findings:
        for link in by_id[finding.id].all("figcaption"):
            for anchor in link.all("a"):
                target = by_id[anchor["href"][1:]]
                line = next(node for node in ancestors(target) if "line" in node.classes)
                assert f"#{finding.id}" in {each["href"] for each in line.all("a")}


def ancestors(node: Node) -> list[Node]:
    return [node, *ancestors(node.above)] if node.above else [node]


def test_every_claim_is_marked_in_its_text_by_verdict(seeds: Report) -> None:
    page = parse(render_html(seeds, RULES))
    texts = page.one("section", id="texts")
    marked = {node["id"]: node for node in texts.below() if "id" in node.attributes}
    assert {claim.id for claim in seeds.claims} <= set(marked)
    for finding in seeds.findings:
        for claim in finding.claims:
            worst = max((f.severity for f in seeds.findings if claim in f.claims), key=lambda s: s.rank)
            assert worst.value in marked[claim].classes
    agreed = [fact for fact in seeds.facts if fact.status is FactStatus.CORROBORATED]
    assert agreed
    in_findings = {claim for finding in seeds.findings for claim in finding.claims}
    for fact in agreed:
        assert all("agreed" in marked[claim].classes for claim in fact.claims if claim not in in_findings)
        assert fact.wording in page.one("section", id="agreed").text


def test_what_gave_nothing_is_said(news: Report) -> None:
    broken = Document(id="d-x", path="x.txt", text="", sha256="0", status=Status.NO_TEXT, reason="an empty file")
    silent = news.documents[2].model_copy(update={"id": "d-silent", "path": "silent.md"})
    page = parse(
        render_html(
            news.model_copy(
                update={
                    "documents": (*news.documents, silent, broken),
                    "complete": False,
                    "notices": ("scan.docx: this kind of file is not read",),
                }
            )
        )
    )
    section = page.one("section", id="reports")
    assert "silent.md" in section.one("h3", id="silent").above.text
    lists = [[entry.text for entry in each.all("li")] for each in section.all("ul")]
    assert lists == [
        ["silent.md"],
        ["x.txt: has no text: an empty file", "scan.docx: this kind of file is not read"],
    ]
    assert "Not everything could be checked" in page.one(css="deck").text


def test_the_fact_table_carries_what_it_is_filtered_and_sorted_by(news: Report) -> None:
    page = parse(render_html(news, RULES))
    (row,) = page.one("table", id="fact-table").all("tr", css="fact")
    assert [cell.text for cell in row.all("td")][1:] == ["12", "–", "19", "2", "disputed"]
    options = {
        name: {option["value"]: option.text for option in page.one("select", id=f"f-{name}").all("option")}
        for name in ("family", "report", "speaker")
    }
    assert [options["speaker"][key] for key in row["data-speaker"].split()] == ["Coast police", "Mayor of Mombasa"]
    assert [options["report"][key] for key in row["data-report"].split()] == ["a.md", "b.md"]
    assert options["family"][row["data-family"]] == "Counts"


def themes() -> dict[str, dict[str, str]]:
    """The colours of each theme, by name."""
    style = (files("checker.report.html") / "templates" / "page.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block)) for block in blocks]
    return dict(zip(("light", "dark", "print"), found, strict=True))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("ink", "paper card wash error-wash warning-wash note-wash"),
        ("soft", "paper card wash"),
        ("link", "paper card wash"),
        ("error", "paper card error-wash"),
        ("warning", "paper card warning-wash"),
        ("note", "paper card note-wash"),
        ("agreed", "paper card agreed-wash"),
    ],
)
def test_text_stands_out_from_its_ground(theme: str, text: str, grounds: str) -> None:
    colours = themes()[theme]
    for ground in grounds.split():
        dark, light = sorted((luminance(colours[text]), luminance(colours[ground])))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, ground


def test_what_writes_pages_is_loaded_only_for_a_page() -> None:
    ask = "import sys, checker.cli; print([name for name in ('jinja2', 'playwright') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
