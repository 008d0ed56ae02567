"""The report for people: finding by finding, as a compiler shows what it has found.

Everything that comes out of a document passes `visible` on its way.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from checker.model import Claim, Finding, Location, Report, Severity, Status
from checker.report.escape import columns, visible
from checker.report.excerpt import excerpt
from checker.report.style import WIDEST, Style
from checker.report.wording import voice, when

MOST = 1000  # findings that are printed; a report with more is for a machine to read
NARROWEST = 40  # columns
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


class Page(NamedTuple):
    """A report and how to show it; claims and texts of documents by id."""

    report: Report
    claims: Mapping[str, Claim]
    texts: Mapping[str, str]
    style: Style


class Scene(NamedTuple):
    """An excerpt to show: where its first figure stands, what to point at, and who says it."""

    path: str
    line: int
    column: int
    quote: str
    marks: Sequence[tuple[int, int]]
    label: str


def text_page(report: Report, style: Style) -> str:
    """The report as one text."""
    return "".join(f"{line}\n" for line in render_text(report, style))


def render_text(report: Report, style: Style) -> Iterator[str]:
    """The lines of the report without their newlines."""
    page = page_of(report, style)
    for finding in report.findings[:MOST]:
        yield from finding_lines(page, finding)
        yield ""
    if len(report.findings) > MOST:
        yield f"... and {len(report.findings) - MOST:,} findings more; --format json has them all"
        yield ""
    yield summary_line(report, style)


def page_of(report: Report, style: Style) -> Page:
    """The report with its claims by id, for a terminal of that style."""
    width = min(max(style.width, NARROWEST), WIDEST)
    claims = {claim.id: claim for claim in report.claims}
    texts = {document.id: document.text for document in report.documents}
    return Page(report, claims, texts, style._replace(width=width))


def finding_lines(page: Page, finding: Finding) -> Iterator[str]:
    """One finding: what, where, why."""
    style = page.style
    head = style.paint(f"{finding.severity.value}[{finding.rule}]", COLOURS[finding.severity], bold=True)
    yield f"{head}: {style.paint(visible(finding.message), bold=True)}"
    scenes = [_scene(page, finding, list(places)) for _, places in groupby(finding.locations, key=_stretch)]
    gutter = max((len(str(scene.line)) for scene in scenes), default=1)
    for scene in scenes:
        yield from _scene_lines(scene, style, COLOURS[finding.severity], gutter)
    if finding.explanation:
        yield f"{' ' * gutter} {style.paint('|', 'blue')}"
        yield f"{' ' * gutter} {style.paint('=', 'blue')} {finding.verdict.value}: {visible(finding.explanation)}"
    yield f"{' ' * gutter} {style.paint('=', 'blue')} {finding.id}"


def _stretch(place: Location) -> tuple[str, int, int]:
    """Locations of one stretch are shown once, with all their figures."""
    return place.document, place.start, place.end


def _scene(page: Page, finding: Finding, places: Sequence[Location]) -> Scene:
    place = places[0]
    here = [claim for claim in map(page.claims.get, finding.claims) if claim and _within(claim, place)]
    marks = [mark for each in places for mark in each.marks]
    marks = marks or [(c.number.start - place.start, c.number.end - place.start) for c in here]
    if not marks:
        return _whole_line(page, place)
    before = place.quote[: min((start for start, _ in marks), default=0)]
    labels = [_label(page, claim, named=len(here) > 1) for claim in here]
    return Scene(
        path=_path(place),
        line=place.line + before.count("\n"),
        column=len(before) - before.rfind("\n") if "\n" in before else place.column + len(before),
        quote=place.quote,
        marks=marks,
        label="; ".join(dict.fromkeys(labels)),
    )


def _whole_line(page: Page, place: Location) -> Scene:
    """A passage without a figure of its own: pointed at as a whole, with the line around it."""
    text = page.texts[place.document]
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    line = text[start : end if end >= 0 else len(text)]
    marks = [(place.start - start, place.end - start)]
    return Scene(_path(place), place.line, place.column, line, marks, "")


def _path(place: Location) -> str:
    return "<stdin>" if place.path == "-" else visible(place.path)


def _scene_lines(scene: Scene, style: Style, colour: str, gutter: int) -> Iterator[str]:
    blank, bar = " " * gutter, style.paint("|", "blue")
    shown = excerpt(scene.quote, scene.marks, style.width - gutter - len(" | "))
    yield f"{blank}{style.paint('-->', 'blue')} {scene.path}:{scene.line}:{scene.column}"
    yield f"{blank} {bar}"
    yield f"{style.paint(f'{scene.line:>{gutter}}', 'blue')} {bar} {shown.text}"
    carets = style.paint(shown.carets, colour, bold=True)
    if len(shown.carets) + columns(scene.label) + gutter + len(" |  ") <= style.width:
        yield f"{blank} {bar} {carets} {scene.label}".rstrip()
    else:
        yield f"{blank} {bar} {carets}".rstrip()
        yield f"{blank} {bar} {scene.label}"


def _within(claim: Claim, place: Location) -> bool:
    return claim.document == place.document and place.start <= claim.number.start < place.end


def _label(page: Page, claim: Claim, *, named: bool) -> str:
    """Who says it and as of when, behind the figure itself where the excerpt holds several."""
    parts = voice(claim, page.report.profiles.get(claim.document)), when(claim)
    said = ", ".join(part for part in parts if part)
    return visible(f"{claim.number.text}: {said}" if named else said)


def summary_line(report: Report, style: Style) -> str:
    """How many documents, claims and findings."""
    counts = report.summary
    found = [
        style.paint(plural(many, word.value), COLOURS[word], bold=True)
        for many, word in (
            (counts.errors, Severity.ERROR),
            (counts.warnings, Severity.WARNING),
            (counts.notes, Severity.NOTE),
        )
        if many
    ]
    unfinished = sum(document.status is not Status.OK for document in report.documents)
    rest = f"; {plural(unfinished, 'document')} not wholly checked" if unfinished else ""
    findings = ", ".join(found) or style.paint("nothing to report", "green", bold=True)
    return f"{plural(counts.documents, 'document')}, {plural(counts.claims, 'claim')}: {findings}{rest}"


def plural(many: int, word: str) -> str:
    """1 claim, 2 claims."""
    return f"{many:,} {word}{'' if many == 1 else 's'}"
