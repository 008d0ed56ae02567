"""Findings as workflow commands of GitHub Actions, which become annotations at their lines.

GitHub shows ten errors, ten warnings and ten notices of a step: the gravest come first.
"""

from collections.abc import Iterator, Mapping

from checker.model import Document, Finding, Report, Severity, State, Status
from checker.model.wording import plural
from checker.report.escape import visible
from checker.report.scenes import Index, Scene, index_of, scenes_of
from checker.report.text import place

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
MOST = 1000  # commands: more would fill the log for nothing
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render_github(report: Report) -> str:
    """One command a line: the active findings, then the documents that were not wholly checked."""
    index = index_of(report)
    active = [finding for finding in report.findings if finding.standing.state is State.ACTIVE]
    ordered = sorted(active, key=lambda finding: -finding.severity.rank)
    lines = [_finding(index, finding) for finding in ordered[:MOST]]
    if len(ordered) > MOST:
        lines.append(_command("notice", {"title": "too many"}, f"{plural(len(ordered) - MOST, 'finding')} more"))
    lines += [_document(document) for document in report.documents if document.status is not Status.OK]
    return "".join(f"{line}\n" for line in lines)


def _finding(index: Index, finding: Finding) -> str:
    scenes = scenes_of(index, finding)
    where = _where(scenes[0]) if scenes else {}
    return _command(COMMANDS[finding.severity], {**where, "title": finding.rule}, "\n".join(_message(finding, scenes)))


def _message(finding: Finding, scenes: list[Scene]) -> Iterator[str]:
    yield visible(finding.message)
    if finding.explanation:
        yield f"{finding.verdict.value}: {visible(finding.explanation)}"
    yield from (f"at {place(scene)}" for scene in scenes[:1] if not scene.plain)
    yield from (f"see {place(scene)}: {visible(scene.label)}".removesuffix(": ") for scene in scenes[1:])
    if finding.standing.reason:
        yield f"note: {visible(finding.standing.reason)}"
    yield finding.id


def _where(scene: Scene) -> dict[str, str]:
    """The stretch of the first figure; columns count only where it does not break over lines.

    Lines are those of the file alone: the text of a PDF has others, which would lead nobody.
    """
    if scene.path == "-":
        return {}
    if not scene.plain:
        return {"file": scene.path}
    start, end, _ = scene.first
    (line, column), (last, behind) = scene.position(start), scene.position(end)
    lines = {"file": scene.path, "line": str(line), "endLine": str(last)}
    return {**lines, "col": str(column), "endColumn": str(behind)} if line == last else lines


def _document(document: Document) -> str:
    where = {} if document.path == "-" else {"file": document.path}
    told = f"{document.status.value}: {visible(document.path)}: {visible(document.reason)}"
    return _command("warning", {**where, "title": "not wholly checked"}, told)


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    given = ",".join(f"{key}={visible(value).translate(PROPERTY)}" for key, value in properties.items())
    return f"::{name} {given}::{message.translate(DATA)}"
