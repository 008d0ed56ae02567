"""The full text with its claims marked."""

from collections.abc import Callable

import pytest
from page_fixture import parse

from checker.model import Claim, Document, Finding, Location, Report, Severity, Verdict
from checker.report.html import index as index_module
from checker.report.html.index import Index
from checker.report.html.page import render_html
from checker.report.html.texts import Line, text_of

Make = Callable[..., Claim]
TEXT = "---\ntitle: Fire\n---\nTwelve died\n\nand 30 or 40 were hurt.\n"


def lines_of(claims: list[Claim], findings: list[Finding] = (), text: str = TEXT) -> list[Line]:  # type: ignore[assignment]
    document = Document(id="a", path="a.txt", text=text, sha256="0", body=text.find("Twelve"))
    report = Report(
        complete=True, documents=(document,), profiles={}, claims=tuple(claims), findings=tuple(findings), facts=()
    )
    return text_of(Index(report), document)


def finding(name: str, severity: Severity, *claims: Claim, locations: tuple[Location, ...] = ()) -> Finding:
    here = tuple(
        Location(document="a", path="a.txt", start=c.number.start, end=c.number.end, line=1, column=1, quote="q")
        for c in claims
    )
    return Finding(
        id=name, rule="r", verdict=Verdict.CONFLICT, severity=severity, message="m", explanation="",
        claims=tuple(claim.id for claim in claims), locations=locations or here,
    )  # fmt: skip


def drawn(line: Line) -> str:
    """A line with its marks as [kind:text]^references."""
    return "".join(
        f"[{piece.mark}:{piece.text}]" + "".join(f"^{each.text}" for each in piece.references)
        if piece.mark
        else piece.text
        for piece in line.pieces
    )


def at(make: Make, text: str, figure: str, name: str) -> Claim:
    return make(figure, id=name, value=1.0, start=text.index(figure))


def test_lines_keep_their_numbers_and_gaps() -> None:
    assert [(line.number, line.front, line.gap) for line in lines_of([])] == [
        (1, True, False),
        (2, True, False),
        (3, True, False),
        (4, False, False),
        (6, False, True),
    ]


def test_a_claim_is_marked_by_its_gravest_finding_and_leads_to_all(claim: Make) -> None:
    twelve, thirty, forty = (at(claim, TEXT, figure, f"c-{figure}") for figure in ("Twelve", "30", "40"))
    findings = [finding("f-1", Severity.NOTE, twelve, thirty), finding("f-2", Severity.ERROR, twelve)]
    *_, first, last = lines_of([twelve, thirty, forty], findings)
    assert drawn(first) == "[error:Twelve]^✕1^●2 died"
    assert drawn(last) == "and [note:30]^●2 or [plain:40] were hurt."
    assert last.pieces[1].ids == ("c-30",)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 6), (0, 6)], "[error:Twelve]^✕1 died"),
        ([(0, 6), (3, 11)], "[error:Twe][error:lve]^✕1[plain: died]"),
        ([(0, 11), (3, 6)], "[error:Twe][error:lve][error: died]^✕1"),
        ([(3, 6), (0, 11)], "[plain:Twe][error:lve]^✕1[plain: died]"),
        ([(0, 6), (6, 11)], "[error:Twelve]^✕1[plain: died]"),
    ],
)
def test_marks_that_overlap_are_cut(spans: list[tuple[int, int]], expected: str, claim: Make) -> None:
    text = "Twelve died"
    claims = [
        claim(text[start:end], id=f"c-{place}", value=1.0, start=start) for place, (start, end) in enumerate(spans)
    ]
    (line,) = lines_of(claims, [finding("f-1", Severity.ERROR, claims[0])], text)
    assert drawn(line) == expected
    names = [name for piece in line.pieces for name in piece.ids]
    assert sorted(names) == ["c-0", "c-1"]


def test_a_passage_without_a_claim_is_marked_over_its_lines() -> None:
    place = Location(document="a", path="a.txt", start=20, end=38, line=4, column=1, quote="q")
    *_, first, last = lines_of([], [finding("f-1", Severity.WARNING, locations=(place,))])
    assert TEXT[20:38] == "Twelve died\n\nand 3"
    assert (drawn(first), drawn(last)) == ("[warning:Twelve died]", "[warning:and 3]^▲10 or 40 were hurt.")


def test_many_figures_in_one_line_take_little_time(claim: Make) -> None:
    text = " ".join(str(number) for number in range(10_000, 15_000))
    claims = [claim(text[start : start + 5], id=f"c-{start}", start=start) for start in range(0, len(text), 6)]
    (line,) = lines_of(claims, text=text)
    assert len(line.pieces) == 9_999


def test_what_is_too_much_for_a_page_is_left_out_and_said(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "MOST_IN_ALL", 60)
    monkeypatch.setattr(index_module, "MOST_FINDINGS", 1)
    second = report.findings[0].model_copy(update={"id": "f-2"})
    page = parse(render_html(report.model_copy(update={"findings": (*report.findings, second)})))
    assert len(page.all("article", css="finding")) == 1
    assert "1 findings more are left out" in page.one("section", id="findings").text
    assert page.one("h1").text == "Two warnings: an editor should look"
    assert "This text of 44 characters is left out" in page.one("details", id="d-2").text
    links = {node["href"][1:] for node in page.all("a")}
    assert links <= {node["id"] for node in page.below() if "id" in node.attributes}
