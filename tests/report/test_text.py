import pytest

from checker.api import shipped_rules
from checker.model import Fact, FactStatus, Report, Severity, Standing, State
from checker.report.style import Style, View
from checker.report.text import render_text, text_page

RULES = shipped_rules()
SHOWN = """\
warning[source-dispute]: dock workers on strike: 2,000 (the mayor) against 900 (the port)
 --> a.txt:1:22
  |
1 | The mayor said about 2,000 dock workers struck on Monday.
  |                      ^^^^^ The mayor, as of 5 May 2031 (inferred)
 --> b.txt:1:6
  |
1 | Only 900 dock workers struck, the port said.
  |      ^^^ the port, as of 5 May 2031 (inferred)
  |
  = dispute: 2,000 and 900 lie 1,100 apart
  = help: Print both figures with their sources, or ask them what each one counts.
  = f-77aa

2 documents, 2 claims: 1 warning
To see how the first was found: check explain f-77aa 'my news/'
"""
QUIET = (
    "a.txt:1:22: warning[source-dispute]: dock workers on strike: 2,000 (the mayor) against 900 (the port) (f-77aa)\n"
)


def resting(report: Report, state: State, **why: str) -> Report:
    """The report with a second finding, a note, that nobody needs to look at."""
    more = report.findings[0].model_copy(
        update={"id": "f-88bb", "severity": Severity.NOTE, "standing": Standing(state=state, **why)}
    )
    return report.model_copy(update={"findings": (*report.findings, more)})


def test_a_finding_as_a_compiler_shows_it(report: Report) -> None:
    assert text_page(report, Style(100), View(paths=("my news/",)), RULES) == SHOWN


def test_quiet_is_a_line_for_each_finding(report: Report) -> None:
    assert text_page(resting(report, State.KNOWN), Style(100), View(quiet=True), RULES) == QUIET


def test_what_rests_is_counted_and_told_on_request(report: Report) -> None:
    accepted = resting(report, State.ACCEPTED, reason="both counts\x1b are right", by="desk", until="2031-06-01")
    assert list(render_text(accepted, Style()))[-1] == "2 documents, 2 claims: 1 warning, 1 accepted"
    verbose = list(render_text(accepted, Style(colour=True), View(verbose=True)))
    (told,) = [line for line in verbose if "accepted[" in line]
    assert told.startswith("\x1b[2maccepted[source-dispute]: dock workers")
    assert "(both counts␛ are right, desk, until 2031-06-01) f-88bb" in told


def test_why_a_finding_is_back(report: Report) -> None:
    standing = Standing(reason="was accepted until 2031-05-01: both are right")
    back = report.model_copy(update={"findings": (report.findings[0].model_copy(update={"standing": standing}),)})
    assert "  = note: was accepted until 2031-05-01: both are right" in list(render_text(back, Style()))


def test_findings_by_report_and_by_fact(report: Report) -> None:
    fact = Fact(id="k-1", measure="on strike", status=FactStatus.DISPUTED, low=900, high=2000, claims=(), wording="")
    told = report.findings[0].model_copy(update={"fact": "k-1"})
    both = report.model_copy(update={"findings": (told, report.findings[0]), "facts": (fact,)})
    lines = list(render_text(both, Style(), View(group="fact")))
    assert lines[0] == "on strike: disputed, low 900, best undecided, high 2,000 (k-1)"
    assert "About no fact of two claims: 1 warning" in lines
    assert next(iter(render_text(both, Style(), View(group="report")))) == "a.txt: 2 warnings"


def test_what_agrees_and_what_says_nothing(report: Report) -> None:
    fact = Fact(
        id="k-1",
        measure="on strike",
        status=FactStatus.CORROBORATED,
        low=9,
        best=9,
        high=9,
        claims=("c-1",),
        wording="",
    )
    silent = tuple(report.documents[0].model_copy(update={"id": f"d-{n}", "path": f"{n}.txt"}) for n in range(10, 17))
    quiet = report.model_copy(update={"findings": (), "facts": (fact,), "documents": (*report.documents, *silent)})
    brief, verbose = (list(render_text(quiet, Style(), View(verbose=loud))) for loud in (False, True))
    named = ", ".join(f"{n}.txt" for n in range(10, 15))
    assert brief == [
        f"7 documents without any claim, so nothing was compared: {named} and 2 more (--verbose names them)",
        "9 documents, 2 claims: nothing to report",
    ]
    assert "  on strike: low 9, best 9, high 9, 1 claim (k-1)" in verbose
    assert any(line.endswith("15.txt, 16.txt") for line in verbose)


def test_the_reports_with_most_to_do_come_first(report: Report) -> None:
    first, second = report.findings[0].locations
    findings = [
        report.findings[0].model_copy(
            update={
                "id": f"f-{n}",
                "severity": severity,
                "locations": (first.model_copy(update={"path": path}), second),
            }
        )
        for n, (path, severity) in enumerate(
            [("x.txt", Severity.NOTE), ("x.txt", Severity.NOTE), ("y.txt", Severity.ERROR), ("z.txt", Severity.WARNING)]
        )
    ]
    lines = list(render_text(report.model_copy(update={"findings": tuple(findings)}), Style()))
    assert lines[-6:-1] == [
        "Most to do:",
        "  b.txt: 1 error, 1 warning, 2 notes",
        "  y.txt: 1 error",
        "  z.txt: 1 warning",
        "  x.txt: 2 notes",
    ]


@pytest.mark.parametrize("width", [1, 40, 60, 100, 1000])
def test_colour_and_width_change_no_word(report: Report, width: int) -> None:
    plain = list(render_text(report, Style(width)))
    painted = list(render_text(report, Style(width, colour=True)))
    assert "\x1b" not in "".join(plain)
    assert "\x1b[" in "".join(painted)
    assert len(plain) == len(painted)


def test_nothing_found(report: Report) -> None:
    clean = report.model_copy(update={"findings": ()})
    assert list(render_text(clean, Style(100))) == ["2 documents, 2 claims: nothing to report"]


def test_a_passage_without_claims_is_shown_with_its_line(report: Report) -> None:
    place = report.findings[0].locations[0].model_copy(update={"start": 4, "end": 9, "column": 5, "quote": "mayor"})
    finding = report.findings[0].model_copy(update={"claims": (), "locations": (place,)})
    lines = list(render_text(report.model_copy(update={"findings": (finding,)}), Style(100)))
    assert lines[1:5] == [
        " --> a.txt:1:5",
        "  |",
        "1 | The mayor said about 2,000 dock workers struck on Monday.",
        "  |     ^^^^^",
    ]
