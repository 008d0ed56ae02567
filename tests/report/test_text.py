import pytest

from checker.model import Report
from checker.report.style import Style
from checker.report.text import render_text

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
  = f-77aa

2 documents, 2 claims: 1 warning
"""


def test_a_finding_as_a_compiler_shows_it(report: Report) -> None:
    assert "".join(f"{line}\n" for line in render_text(report, Style(100))) == SHOWN


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
