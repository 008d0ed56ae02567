"""Where a finding stands: each passage once, with the figures to point at and who says them."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from checker.model import Claim, Finding, Location, Report
from checker.report.wording import voice, when

Marks = Sequence[tuple[int, int]]


class Index(NamedTuple):
    """A report with its claims and the texts of its documents by id."""

    report: Report
    claims: Mapping[str, Claim]
    texts: Mapping[str, str]


class Scene(NamedTuple):
    """A passage of a document with marks, which are offsets in it; `label` says who speaks, as of when.

    `line` and `column` are those of the passage's first character.
    """

    document: str
    path: str
    quote: str
    marks: Marks
    label: str
    line: int
    column: int

    @property
    def first(self) -> tuple[int, int]:
        """The first mark, or all of the quote where there is none."""
        return min(self.marks, default=(0, len(self.quote)))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the quote, both counted from 1."""
        before = self.quote[:offset]
        broken = before.rfind("\n")
        return self.line + before.count("\n"), self.column + offset if broken < 0 else offset - broken

    @property
    def at(self) -> tuple[int, int]:
        """Line and column of the first mark."""
        return self.position(self.first[0])


def index_of(report: Report) -> Index:
    """The report with what scenes are made from."""
    claims = {claim.id: claim for claim in report.claims}
    return Index(report, claims, {document.id: document.text for document in report.documents})


def scenes_of(index: Index, finding: Finding) -> list[Scene]:
    """The passages of a finding, in the order of its locations; locations of one stretch are one scene."""
    return [_scene(index, finding, list(places)) for _, places in groupby(finding.locations, key=_stretch)]


def _stretch(place: Location) -> tuple[str, int, int]:
    return place.document, place.start, place.end


def _scene(index: Index, finding: Finding, places: Sequence[Location]) -> Scene:
    place = places[0]
    here = [claim for claim in map(index.claims.get, finding.claims) if claim and _within(claim, place)]
    marks = [mark for each in places for mark in each.marks]
    marks = marks or [(c.number.start - place.start, c.number.end - place.start) for c in here]
    if not marks:
        return _whole_line(index, place)
    labels = [_label(index, claim, named=len(here) > 1) for claim in here]
    label = "; ".join(dict.fromkeys(labels))
    return Scene(place.document, place.path, place.quote, marks, label, place.line, place.column)


def _whole_line(index: Index, place: Location) -> Scene:
    """A passage without a figure of its own: pointed at as a whole, with the line around it."""
    text = index.texts[place.document]
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    line = text[start : end if end >= 0 else len(text)]
    marks = [(place.start - start, place.end - start)]
    return Scene(place.document, place.path, line, marks, "", place.line, 1)


def _within(claim: Claim, place: Location) -> bool:
    return claim.document == place.document and place.start <= claim.number.start < place.end


def _label(index: Index, claim: Claim, *, named: bool) -> str:
    """Who says it and as of when, behind the figure itself where the excerpt holds several."""
    parts = voice(claim, index.report.profiles.get(claim.document)), when(claim)
    said = ", ".join(part for part in parts if part)
    return f"{claim.number.text}: {said}" if named else said
