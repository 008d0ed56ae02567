"""The forms in which a report is written: the registry, and the one way to call a writer.

A writer is a pure function of the report, and of what it asks for by name in `needs`, to text. Its module is imported
when it is called: one line here is all that a new form takes.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import NamedTuple

from checker.errors import UsageError
from checker.model import Report
from checker.model.mark import COMMENT, LINE
from checker.report.style import Style, View
from checker.rulebook.rules import Rule


class Setting(NamedTuple):
    """What a writer may ask for beside the report.

    `rules` are those that ran, `status` is that with which the command ends, `fail_on` the least severity that fails it
    (or "never"), `baselined` whether a baseline took part.
    """

    rules: tuple[Rule, ...] = ()
    style: Style = Style()
    view: View = View()
    status: int = 0
    fail_on: str = "warning"
    baselined: bool = False


class Format(NamedTuple):
    """A form: where its writer is, how its files end, what it is for, and which parts of `Setting` the writer takes.

    `head` goes before all that is not printed for people, so that `check` knows its own reports when it meets them;
    `for_people` forms are printed in the terminal's encoding and colours. A `piecewise` writer gives piece after piece,
    so that no report is too large for it.
    """

    module: str
    function: str
    suffix: str
    help: str
    needs: tuple[str, ...] = ()
    head: str = ""
    for_people: bool = False
    piecewise: bool = False


FORMATS: Mapping[str, Format] = {
    "text": Format(
        *("checker.report.text", "text_page", ".txt", "finding by finding, for people"),
        needs=("style", "view", "rules"),
        head=f"{LINE}\n",
        for_people=True,
    ),
    "json": Format(
        *("checker.report.as_json", "json_pieces", ".json", "the whole report, for programs"), piecewise=True
    ),
    "jsonl": Format(
        *("checker.report.as_jsonl", "line_pieces", ".jsonl", "the whole report, one object a line"), piecewise=True
    ),
    "csv": Format("checker.report.sheets", "findings_csv", ".csv", "the findings, for spreadsheets"),
    "csv-claims": Format("checker.report.sheets", "claims_csv", "-claims.csv", "the claims, for spreadsheets"),
    "csv-facts": Format("checker.report.sheets", "facts_csv", "-facts.csv", "the facts, for spreadsheets"),
    "markdown": Format(
        *("checker.report.as_markdown", "render_markdown", ".md", "for readers, and for the summary of a job"),
        needs=("rules",),
        head=f"{COMMENT}\n",
    ),
    "github": Format("checker.report.as_github", "render_github", ".github", "annotations for GitHub Actions"),
    "junit": Format(
        *("checker.report.as_junit", "render_junit", ".xml", "JUnit XML, for CI servers"), needs=("rules", "fail_on")
    ),
    "sarif": Format(
        *("checker.report.as_sarif", "render_sarif", ".sarif", "SARIF 2.1.0, for code scanning"),
        needs=("rules", "status", "baselined"),
    ),
    "html": Format(
        *("checker.report.html", "render_html", ".html", "one page for editors: quotes, pictures, full texts"),
        needs=("rules",),
        head=f"{COMMENT}\n",
    ),
}


def render(name: str, report: Report, setting: Setting) -> str:
    """The report in the form of that name."""
    return "".join(_pieces(name, report, setting))


def _pieces(name: str, report: Report, setting: Setting) -> Iterable[str]:
    form = FORMATS[name]
    writer = getattr(import_module(form.module), form.function)
    found = writer(report, **{need: getattr(setting, need) for need in form.needs})
    return found if form.piecewise else (found,)


class Pieces:
    """A report in a form as files hold it, piece by piece, as often as it is gone through."""

    def __init__(self, name: str, report: Report, setting: Setting) -> None:
        self._asked = (name, report, setting)

    def __iter__(self) -> Iterator[str]:
        yield FORMATS[self._asked[0]].head
        yield from _pieces(*self._asked)


def written(name: str, report: Report, setting: Setting) -> str:
    """The report in that form as files hold it: with the head by which `check` knows it."""
    return "".join(Pieces(name, report, setting))


def known(name: str) -> str:
    """The name, if there is such a form.

    Raises:
        UsageError: there is none; the message suggests the nearest.
    """
    if name in FORMATS:
        return name
    near = get_close_matches(name, FORMATS, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(FORMATS)}"
    raise UsageError(f"unknown format {name!r}; {hint}")
