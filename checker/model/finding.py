"""Findings and facts: what the judges say."""

from enum import StrEnum

from checker.model.base import Frozen
from checker.model.document import Mark
from checker.model.relation import Relation


class Severity(StrEnum):
    """How much a finding matters, from least to most."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a note, 2 for an error."""
        return list(Severity).index(self)


class Verdict(StrEnum):
    """What the checker makes of two figures for one fact."""

    CONFLICT = "conflict"
    DISPUTE = "dispute"
    ACKNOWLEDGED = "acknowledged"
    MISMATCH = "mismatch"
    STALE = "stale"
    REVISION = "revision"
    OVERCLAIM = "overclaim"
    WEAK = "weak"


class Location(Frozen):
    """A place in a document that a reader needs; at most 400 characters.

    `marks` are the figures to point at, as (start, end) offsets within the location; `origin` is the page or paragraph
    of the original in which the first of them stands.
    """

    document: str
    path: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    marks: tuple[tuple[int, int], ...] = ()
    origin: Mark | None = None


class State(StrEnum):
    """Whether a finding still asks for somebody's attention."""

    ACTIVE = "active"
    KNOWN = "known"  # the baseline has it
    ACCEPTED = "accepted"  # the reviewed file has it, with a reason
    SUPPRESSED = "suppressed"  # a comment in the report itself has it, with a reason


class Standing(Frozen):
    """How a finding stands with those who decide: only an active one can fail a gate.

    `reason`, `by` and `until` (ISO 8601) are those of an acceptance or a suppression.
    """

    state: State = State.ACTIVE
    reason: str = ""
    by: str = ""
    until: str = ""


class Finding(Frozen):
    """One conflict about one fact; `locations` are its opposing representatives."""

    id: str
    rule: str
    verdict: Verdict
    severity: Severity
    message: str
    explanation: str
    fact: str = ""
    claims: tuple[str, ...] = ()
    locations: tuple[Location, ...] = ()
    standing: Standing = Standing()


class FactStatus(StrEnum):
    """Whether the claims of a fact agree."""

    SINGLE = "single"
    CORROBORATED = "corroborated"
    REVISED = "revised"
    DISPUTED = "disputed"


class Fact(Frozen):
    """All claims about one thing: least, best and greatest value that a voice asserts; best is None if undecided."""

    id: str
    measure: str
    population: str | None = None
    place: str | None = None
    unit: str = ""
    low: float | None = None
    best: float | None = None
    high: float | None = None
    status: FactStatus
    claims: tuple[str, ...]
    wording: str


class Gate(Frozen):
    """One step of a comparison: the field, how the two stand, whether the rule lets that pass, and why."""

    field: str
    relation: Relation
    passed: bool
    reason: str
