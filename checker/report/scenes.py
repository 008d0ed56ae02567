"""Where a finding stands: each passage once, with the figures to point at and who says them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from checker.model import Claim, Document, Finding, Location, Report
from checker.report.wording import voice, when


class Index(NamedTuple):
    """A report with its claims and its documents by id."""

    report: Report
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]


class Mark(NamedTuple):
    """A stretch to point at, as offsets in the passage, and who says it, as of when."""

    start: int
    end: int
    label: str = ""


class Scene(NamedTuple):
    """A passage of a document, which begins at `start` in its text, with marks in their order.

    `line` and `column` are those of the passage's first character; `spot` is where the first mark stands in what is
    no plain text, whose lines lead nobody to it.
    """

    document: str
    path: str
    start: int
    quote: str
    marks: tuple[Mark, ...]
    line: int
    column: int
    spot: str = ""
    plain: bool = True

    @property
    def first(self) -> Mark:
        """The first mark, or all of the quote where there is none."""
        return self.marks[0] if self.marks else Mark(0, len(self.quote))

    @property
    def label(self) -> str:
        """Who says it and as of when, behind the figures themselves where there are several voices."""
        labels = dict.fromkeys(mark.label for mark in self.marks if mark.label)
        if len(labels) < 2:  # noqa: PLR2004 one voice
            return "".join(labels)
        told = (f"{self.quote[mark.start : mark.end]}: {mark.label}" for mark in self.marks if mark.label)
        return "; ".join(dict.fromkeys(told))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the quote, both counted from 1."""
        before = self.quote[:offset]
        broken = before.rfind("\n")
        return self.line + before.count("\n"), self.column + offset if broken < 0 else offset - broken

    @property
    def at(self) -> tuple[int, int]:
        """Line and column of the first mark."""
        return self.position(self.first.start)


def index_of(report: Report) -> Index:
    """The report with what scenes are made from."""
    told = {name for finding in report.findings for name in finding.claims}
    return Index(report, report.claims_of(told), report.originals())


def scenes_of(index: Index, finding: Finding) -> list[Scene]:
    """The passages of a finding, in the order of its locations; locations of one stretch are one scene."""
    return [_scene(index, finding, list(places)) for _, places in groupby(finding.locations, key=_stretch)]


def joined(index: Index, scenes: Iterable[Scene], fits: Callable[[Scene], bool]) -> list[Scene]:
    """The scenes, those of one line as one where that fits."""
    done: list[Scene] = []
    for scene in scenes:
        both = _both(index, done[-1], scene) if done else None
        if both and fits(both):
            done[-1] = both
        else:
            done.append(scene)
    return done


def _both(index: Index, first: Scene, second: Scene) -> Scene | None:
    """Two scenes as one; None where they are not of one line."""
    if first.document != second.document:
        return None
    head = min(first, second, key=lambda scene: scene.start)
    end = max(first.start + len(first.quote), second.start + len(second.quote))
    quote = index.documents[first.document].text[head.start : end]
    if "\n" in quote:
        return None
    moved = (
        Mark(scene.start - head.start + mark.start, scene.start - head.start + mark.end, mark.label)
        for scene in (first, second)
        for mark in scene.marks
    )
    return head._replace(quote=quote, marks=tuple(sorted(set(moved))))


def _stretch(place: Location) -> tuple[str, int, int]:
    return place.document, place.start, place.end


def _scene(index: Index, finding: Finding, places: Sequence[Location]) -> Scene:
    place = places[0]
    here = [claim for claim in map(index.claims.get, finding.claims) if claim and _within(claim, place)]
    spans = [mark for each in places for mark in each.marks]
    spans = spans or [(claim.number.start - place.start, claim.number.end - place.start) for claim in here]
    if not spans:
        return _whole_line(index, place)
    marks = [Mark(start, end, _label(index, here, place.start + start, place.start + end)) for start, end in spans]
    found = tuple(sorted(dict.fromkeys(marks)))
    at = (place.start, place.quote, found, place.line, place.column)
    return Scene(place.document, place.path, *at, *_told(index, place, found[0].start))


def _whole_line(index: Index, place: Location) -> Scene:
    """A passage without a figure of its own: pointed at as a whole, with the line around it."""
    text = index.documents[place.document].text
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    line = text[start : end if end >= 0 else len(text)]
    marks = (Mark(place.start - start, place.end - start),)
    return Scene(place.document, place.path, start, line, marks, place.line, 1, *_told(index, place, 0))


def _told(index: Index, place: Location, mark: int) -> tuple[str, bool]:
    """Where a mark of the location stands in the original, and whether lines tell that better."""
    document = index.documents[place.document]
    return document.spot(place.start + mark), document.plain


def _within(claim: Claim, place: Location) -> bool:
    return claim.document == place.document and place.start <= claim.number.start < place.end


def _label(index: Index, claims: Iterable[Claim], start: int, end: int) -> str:
    """Who makes the claims whose figures are marked there, and as of when."""
    labels = []
    for claim in claims:
        if claim.number.start < end and start < claim.number.end:
            parts = voice(claim, index.report.profiles.get(claim.document)), when(claim)
            labels.append(", ".join(part for part in parts if part))
    return "; ".join(dict.fromkeys(labels))
