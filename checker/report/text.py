"""The report for people: finding by finding, as a compiler shows what it has found.

Everything that comes out of a document passes `visible` on its way.
"""

import textwrap
from collections.abc import Iterator, Sequence

from checker.model import Finding, Report, Severity, State
from checker.report.escape import visible
from checker.report.groups import grouped
from checker.report.places import told
from checker.report.scenes import Index, Scene, index_of, joined, scenes_of
from checker.report.sketch import Sketch
from checker.report.style import WIDEST, Style, View
from checker.report.summary import closing_lines
from checker.rulebook.rules import Rule

MOST = 1000  # findings that are printed; a report with more is for a machine to read
ROOM_BESIDE = 10  # columns beside an excerpt: the longest gutter, and its bar
MOST_QUIET = 10_000  # the same where each takes a line
NARROWEST = 40  # columns
PLAIN = View()
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def text_page(report: Report, style: Style, view: View = PLAIN, rules: Sequence[Rule] = ()) -> str:
    """The report as one text; the rules give their hints."""
    return "".join(f"{line}\n" for line in render_text(report, style, view, rules))


def render_text(report: Report, style: Style, view: View = PLAIN, rules: Sequence[Rule] = ()) -> Iterator[str]:
    """The lines of the report without their newlines."""
    style = fitting(style)
    index = index_of(report)
    active = [finding for finding in report.findings if finding.standing.state is State.ACTIVE]
    if view.quiet:
        yield from _quiet_lines(index, active, style)
        return
    hints = {rule.id: rule.hint for rule in rules}
    for title, findings in grouped(report, active[:MOST], view.group):
        if title:
            yield style.paint(visible(title), bold=True)
            yield ""
        for finding in findings:
            yield from finding_lines(index, finding, style, hints.get(finding.rule, ""))
            yield ""
    if len(active) > MOST:
        yield f"... and {len(active) - MOST:,} findings more; --format json has them all"
        yield ""
    yield from closing_lines(report, style, view)


def fitting(style: Style) -> Style:
    """The style with a width that can be used: not every terminal's can."""
    return style._replace(width=min(max(style.width, NARROWEST), WIDEST))


def _quiet_lines(index: Index, findings: Sequence[Finding], style: Style) -> Iterator[str]:
    """One line a finding, in the shape that editors and grep know: path:line:column: severity[rule]: message."""
    for finding in findings[:MOST_QUIET]:
        scenes = scenes_of(index, finding)
        where = f"{place(scenes[0])}: " if scenes else ""
        yield f"{where}{_head(finding, style)} ({finding.id})"
    if len(findings) > MOST_QUIET:
        yield f"... and {len(findings) - MOST_QUIET:,} findings more; --format json has them all"


def finding_lines(index: Index, finding: Finding, style: Style, hint: str = "") -> Iterator[str]:
    """One finding: what, where, why, and what to do."""
    yield _head(finding, style)
    scenes = joined(index, scenes_of(index, finding), lambda scene: Sketch.of(scene, style.width - ROOM_BESIDE).whole)
    gutter = max((len(_line(scene)) for scene in scenes), default=1)
    for scene in scenes:
        yield from _scene_lines(scene, style, COLOURS[finding.severity], gutter)
    note = finding.standing.reason if finding.standing.state is State.ACTIVE else ""
    if finding.explanation or hint or note:
        yield f"{' ' * gutter} {style.paint('|', 'blue')}"
    if finding.explanation:
        yield from _told(f"{finding.verdict.value}: {visible(finding.explanation)}", style, gutter)
    if note:
        yield from _told(f"note: {visible(note)}", style, gutter)
    if hint:
        yield from _told(f"help: {visible(hint)}", style, gutter)
    yield from _told(finding.id, style, gutter)


def _head(finding: Finding, style: Style) -> str:
    head = style.paint(f"{finding.severity.value}[{finding.rule}]", COLOURS[finding.severity], bold=True)
    return f"{head}: {style.paint(visible(finding.message), bold=True)}"


def _told(text: str, style: Style, gutter: int) -> Iterator[str]:
    """A remark below the excerpts, its lines below each other; its first word, up to the colon, stands out."""
    word, colon, _ = text.partition(":")
    for number, line in enumerate(textwrap.wrap(text, style.width - gutter - len(" = "), break_on_hyphens=False)):
        if number:
            yield f"{' ' * gutter}   {line}"
        else:
            told = style.paint(word, bold=True) + line.removeprefix(word) if colon else line
            yield f"{' ' * gutter} {style.paint('=', 'blue')} {told}"


def _scene_lines(scene: Scene, style: Style, colour: str, gutter: int) -> Iterator[str]:
    blank, bar = " " * gutter, style.paint("|", "blue")
    shown = Sketch.of(scene, style.width - gutter - len(" | "))
    yield f"{blank}{style.paint('-->', 'blue')} {place(scene)}"
    yield f"{blank} {bar}"
    yield f"{style.paint(f'{_line(scene):>{gutter}}', 'blue')} {bar} {shown.text}"
    carets = style.paint(shown.carets, colour, bold=True)
    yield f"{blank} {bar} {carets} {shown.beside}".rstrip()
    yield from (f"{blank} {bar} {line}" for line in shown.below)


def _line(scene: Scene) -> str:
    """The number of the line in the gutter; none where lines are not those of the file."""
    return str(scene.at[0]) if scene.plain else " "


def place(scene: Scene) -> str:
    """Where a scene's first figure stands: path:line:column, or the page of what is no plain text."""
    return told(scene.path, scene.spot, scene.at if scene.plain else None)
