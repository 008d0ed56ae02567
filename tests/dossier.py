"""Dossiers with gold: reports, and what a careful reader finds in them.

A dossier is a folder with gold.json, whose documents name the reports. A claim's `quote` stands once in its report and
holds `number`; a reference is a claim's id, or a path and a quote where a place is meant that is no claim.
"""

import re
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from checker.model.base import Frozen

FOLDER = Path(__file__).parent / "dossiers"


class Report(Frozen):
    path: str
    source: str | None
    published: date | None


class Claim(Frozen):
    """`unit`, `measure` and the names below as a reader would say them; "a or b" takes either."""

    id: str
    path: str
    quote: str
    number: str
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    approx: bool
    unit: str
    measure: str
    population: str | None
    place: str | None
    time: str | None
    speaker: str | None

    @property
    def period(self) -> tuple[date, date] | None:
        """Its first and last day, None where no time is known."""
        if self.time is None:
            return None
        first, _, last = self.time.partition("/")
        return date.fromisoformat(first), date.fromisoformat(last or first)


class Passage(Frozen):
    path: str
    quote: str


Reference = str | Passage


class Conflict(Frozen):
    """Two claims that conflict, or a total (`a`) and its `parts`, or a claim that cannot be; `also`: pairs as right."""

    id: str
    type: str
    a: Reference
    b: Reference | None = None
    parts: tuple[Reference, ...] = ()
    severity: Literal["error", "warning", "note"]
    why: str
    also: tuple[tuple[Reference, Reference], ...] = ()


class Revision(Frozen):
    a: Reference
    b: Reference
    why: str


class Agreement(Frozen):
    claims: tuple[Reference, ...]
    why: str


class Trap(Frozen):
    a: Reference
    b: Reference
    why_not: str


class Gold(Frozen):
    topic: str
    documents: tuple[Report, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    revisions: tuple[Revision, ...]
    agreements: tuple[Agreement, ...]
    traps: tuple[Trap, ...]
    not_claims: tuple[Passage, ...]


class Dossier:
    """A folder with its gold; every place is given as (report, start, end)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gold = Gold.model_validate_json((folder / "gold.json").read_text(encoding="utf-8"))

    @cached_property
    def texts(self) -> dict[Path, str]:
        """The reports by resolved path."""
        paths = [self.resolve(document.path) for document in self.gold.documents]
        return {path: path.read_text(encoding="utf-8") for path in paths}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.gold.claims}

    def resolve(self, path: str) -> Path:
        return (self.folder / path).resolve()

    def place(self, reference: Reference) -> tuple[Path, int, int]:
        """Where a claim or a passage stands."""
        item = self.claims[reference] if isinstance(reference, str) else reference
        path = self.resolve(item.path)
        start = self.texts[path].index(item.quote)
        return path, start, start + len(item.quote)

    def figure(self, claim: Claim) -> tuple[Path, int, int]:
        """Where a claim's number stands, as a word of its own."""
        path, start, _ = self.place(claim.id)
        match = number_in(claim)
        assert match is not None, claim
        return path, start + match.start(), start + match.end()

    def mates(self, reference: Reference) -> list[Reference]:
        """The claims that can stand in for one: itself and those that agree with it."""
        rows = [row.claims for row in self.gold.agreements if reference in row.claims]
        return [reference, *(mate for row in rows for mate in row if mate != reference)]


def number_in(claim: Claim) -> re.Match[Any] | None:
    """The claim's number within its quote, where it is no part of a longer word or number."""
    return re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(claim.number)}(?!\w)(?![.,]\d)", claim.quote)


def dossiers() -> list[Dossier]:
    """All dossiers, sorted by name."""
    return [Dossier(path.parent) for path in sorted(FOLDER.glob("*/gold.json"))]
