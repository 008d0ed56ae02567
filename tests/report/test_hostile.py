"""What a report says never acts: not on the terminal, in a spreadsheet, a page, a log or a parser."""

import re

import pytest
from hostile_report import HOSTILE, READERS, RULES, hostile, read_back

from checker.api import check_texts
from checker.model import Report
from checker.report.formats import FORMATS, Setting, render, written
from checker.report.style import Style, View

PEOPLE = ("text", "markdown")


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("evil", HOSTILE.values(), ids=HOSTILE)
def test_what_a_report_says_never_acts(name: str, evil: str, report: Report) -> None:
    read_back(name, report, evil)


@pytest.mark.parametrize("view", [View(verbose=True), View(quiet=True), View(group="report"), View(group="fact")])
@pytest.mark.parametrize("evil", HOSTILE.values(), ids=HOSTILE)
def test_colours_are_all_that_a_terminal_obeys(view: View, evil: str, report: Report) -> None:
    setting = Setting(rules=RULES, view=view._replace(paths=(evil,)), style=Style(80, colour=True))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", render("text", hostile(report, evil), setting))
    assert [line for line in plain.split("\n") if not line.isprintable()] == []


def test_every_form_is_under_test() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("name", READERS)
def test_a_text_with_lone_surrogates_can_be_written(name: str) -> None:
    report = check_texts([("a.txt", "The mayor \ud800 said 2,000 dock workers are in Lirren.\n")], RULES)
    written(name, report, Setting(rules=RULES)).encode("utf-8")


@pytest.mark.parametrize("name", PEOPLE)
def test_a_long_line_is_cut(name: str, report: Report) -> None:
    text = written(name, hostile(report, HOSTILE["long words"]), Setting(style=Style(80), rules=RULES))
    assert "…" in text
