"""The full text of a report with its claims marked, line by line."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.model import Claim, Document, FactStatus, Finding
from checker.report.html.index import MOST_CHARACTERS, Index, figure_of, is_date
from checker.report.html.labels import SIGNS, VERDICTS
from checker.report.wording import when

SHORT = {"page": "p.", "paragraph": "¶"}
PLAIN, TOLD, AGREED = "plain", "told", "agreed"  # how a claim is marked that is in no finding


class Reference(NamedTuple):
    """A link from a passage to what is said of it."""

    target: str
    text: str
    spoken: str


class Piece(NamedTuple):
    """A stretch of a line: marked where `mark` says how, else plain text; `ids` are the places it can be linked by."""

    text: str
    mark: str = ""
    title: str = ""
    ids: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


class Line(NamedTuple):
    """A line of a text that is not blank, with its number.

    `label` is what stands beside it: the number, or where a page or paragraph of the original begins.
    """

    number: int
    pieces: tuple[Piece, ...]
    front: bool
    gap: bool  # whether a blank line goes before it
    label: str


class Mark(NamedTuple):
    """A stretch of the text to mark; the gravest goes first."""

    start: int
    end: int
    id: str
    kind: str
    title: str
    references: tuple[Reference, ...]
    weight: int


def text_of(index: Index, document: Document) -> list[Line]:
    """The lines of a document, with all its claims and the passages of findings marked."""
    text = document.text[:MOST_CHARACTERS]
    marks = sorted(mark for mark in _marks(index, document) if mark.start < mark.end <= len(text))
    lines: list[Line] = []
    position, gap, first, before = 0, False, 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        end = position + len(line)
        while first < len(marks) and marks[first].end <= position:
            first += 1
        if line.strip():
            here = [mark for mark in _until(marks, first, end) if mark.end > position]
            label = str(number) if document.plain else _origin(document, position)
            front, pieces = position < document.body, tuple(_pieces(text, position, end, here))
            lines.append(Line(number, pieces, front, gap, label if label != before else ""))
            before = label
        gap = not line.strip()
        position = end + 1
    return lines


def _origin(document: Document, offset: int) -> str:
    """The page or paragraph of the original, as short as a margin needs it."""
    mark = document.mark_at(offset)
    return f"{SHORT[mark.of]} {mark.number}" if mark else ""


def mark_id(finding: Finding, place: int) -> str:
    """The name of a passage that a finding points at and that is no claim."""
    return f"p-{finding.id}-{place}"


def _until(marks: Sequence[Mark], first: int, end: int) -> Iterator[Mark]:
    for mark in marks[first:]:
        if mark.start >= end:
            return
        yield mark


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The line cut where a mark begins or ends; each stretch belongs to the gravest of the marks over it."""
    edges = sorted({start, end, *(edge for mark in marks for edge in mark[:2] if start < edge < end)})
    over: list[Mark] = []
    waiting = deque(marks)
    for left, right in pairwise(edges):
        over = [mark for mark in over if mark.end > left]
        while waiting and waiting[0].start < right:
            over.append(waiting.popleft())
        shown = text[left:right]
        if not over:
            yield Piece(shown)
            continue
        top = max(over, key=lambda mark: (mark.weight, -mark.start, mark.id))
        begun = [mark for mark in over if max(mark.start, start) == left]
        ended = [mark for mark in over if mark.end == right]
        references = dict.fromkeys(reference for mark in ended for reference in mark.references)
        ids = tuple(mark.id for mark in begun if mark.start == left)
        yield Piece(shown, top.kind, top.title, ids, tuple(references))


def _marks(index: Index, document: Document) -> Iterator[Mark]:
    for claim in index.claims_of.get(document.id, ()):
        yield _claim_mark(index, claim)
    for finding in index.of_document.get(document.id, ()):
        told = index.told(finding.claims)
        for place, location in enumerate(finding.locations):
            if location.document != document.id or _claimed(location.start, location.end, document.id, told):
                continue
            found = tuple((location.start + start, location.start + end) for start, end in location.marks)
            for start, end in found[:1] or ((location.start, location.end),):
                references = (_to_finding(index, finding),)
                title = finding.message
                weight = finding.severity.rank
                yield Mark(start, end, mark_id(finding, place), finding.severity.value, title, references, weight)


def _claimed(start: int, end: int, document: str, claims: Iterable[Claim]) -> bool:
    """Whether a claim of the finding stands in the passage: then that is what is marked."""
    return any(claim.document == document and start <= claim.number.start < end for claim in claims)


def _claim_mark(index: Index, claim: Claim) -> Mark:
    findings = index.of_claim.get(claim.id, ())
    fact = index.fact_of.get(claim.id)
    references = tuple(_to_finding(index, finding) for finding in findings)
    if findings:
        worst = max(findings, key=lambda finding: finding.severity.rank)
        kind, verdict, weight = worst.severity.value, VERDICTS[worst.verdict], worst.severity.rank
    elif fact:
        agreed = fact.status is FactStatus.CORROBORATED
        kind, verdict, weight = (AGREED, "others agree", -1) if agreed else (TOLD, "others speak of it too", -2)
        references = (Reference(fact.id, "✓" if agreed else "≈", f"{verdict}: to the fact"),)
    else:
        kind, verdict, weight = PLAIN, "nothing to compare it with", -3
    return Mark(claim.number.start, claim.number.end, claim.id, kind, _title(index, claim, verdict), references, weight)


def _title(index: Index, claim: Claim, verdict: str) -> str:
    """The claim as it was understood."""
    what = (
        "" if is_date(claim) else claim.measure,
        claim.population.text if claim.population and not is_date(claim) else "",
        f"in {claim.place.text}" if claim.place else "",
        index.voice(claim),
        when(claim),
    )
    return " · ".join(part for part in (figure_of(claim), *what, verdict) if part)


def _to_finding(index: Index, finding: Finding) -> Reference:
    number = index.number[finding.id]
    return Reference(finding.id, f"{SIGNS[finding.severity]}{number}", f"finding {number}, {finding.severity.value}")
