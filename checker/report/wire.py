"""The JSON report as models: what `--format json` writes and `check schema` describes.

Offsets count code points of the document's text. Keys are only ever added.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from checker.model import DateSource, FileKind

Number = int | float


class Wire(BaseModel):
    """A part of the report."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Tool(Wire):
    """Which program wrote the report."""

    name: Literal["checker"] = "checker"
    version: str


class DocumentEntry(Wire):
    """A document and the state in which it ended; `reason` is empty where that is ok, `claims` counts its claims.

    `dated_by` tells where `published` was found; `language` is an ISO 639 code, null where there is no text.
    """

    id: str
    path: str
    kind: FileKind
    title: str | None
    source: str | None
    published: date | None
    dated_by: DateSource | None
    language: str | None
    characters: int
    sha256: str
    claims: int
    status: Literal["ok", "partial", "skipped", "failed", "timeout", "too-large", "encrypted", "no-text", "crashed"]
    reason: str


class SpanEntry(Wire):
    """A stretch of text; line and column count from 1, as page or paragraph of what is no plain text do."""

    start: int
    end: int
    line: int
    column: int
    page: int | None
    paragraph: int | None


class NumberEntry(Wire):
    """The figure without hedge and unit; for a date claim the words of the date."""

    start: int
    end: int
    text: str


class PeriodEntry(Wire):
    """Days, both included."""

    start: date
    end: date


class ClaimEntry(Wire):
    """A typed assertion; `low` or `high` null is unbounded, and both are null for a date.

    `measure` is in the text's own terms (looted), its fact's may be wider (seized).
    """

    id: str
    document: str
    span: SpanEntry
    quote: str
    number: NumberEntry
    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool
    approximate: bool
    hedge: str
    unit: str
    measure: str
    kind: Literal["stock", "flow", "cumulative", "attribute", "change", "unknown"]
    population: str | None
    place: str | None
    time: PeriodEntry | None
    event: str | None
    speaker: str | None
    modality: Literal["asserted", "denied", "planned", "feared", "projected", "conditional", "rebutted", "historical"]
    section: Literal["headline", "standfirst", "caption", "body", "table", "quote", "furniture"]
    because: tuple[str, ...]


class LocationEntry(Wire):
    """A place that a reader needs; at most 400 characters. Page or paragraph are those of the original's figure."""

    document: str
    path: str
    start: int
    end: int
    line: int
    column: int
    page: int | None
    paragraph: int | None
    quote: str


class StandingEntry(Wire):
    """How a finding stands: only an active one can fail a run; the rest is that of an acceptance or a suppression."""

    state: Literal["active", "known", "accepted", "suppressed"]
    reason: str
    by: str
    until: str


class FindingEntry(Wire):
    """One conflict about one fact; `fact` is empty where it is about none."""

    id: str
    rule: str
    verdict: Literal["conflict", "dispute", "acknowledged", "mismatch", "stale", "revision", "overclaim", "weak"]
    severity: Literal["note", "warning", "error"]
    message: str
    explanation: str
    fact: str
    claims: tuple[str, ...]
    locations: tuple[LocationEntry, ...]
    standing: StandingEntry


class FactEntry(Wire):
    """All claims about one thing, with the least, best and greatest value; best is null if undecided."""

    id: str
    measure: str
    population: str | None
    place: str | None
    unit: str
    low: Number | None
    best: Number | None
    high: Number | None
    status: Literal["single", "corroborated", "revised", "disputed"]
    claims: tuple[str, ...]
    wording: str


class SummaryEntry(Wire):
    """Counts of the run; errors, warnings and notes are those of active findings, `settled` the others."""

    documents: int
    claims: int
    errors: int
    warnings: int
    notes: int
    settled: int


class ReportEntry(Wire):
    """The report of one run; `complete` is false if any document is not ok; `notices` tell what was passed over.

    `remarks` are about decisions: those that expired, those that nothing answers to. `limits` are those within which
    was read and compared, by name; docs/limits.md tells what each means.
    """

    schema_version: Literal["1"] = "1"
    tool: Tool
    complete: bool
    documents: tuple[DocumentEntry, ...]
    claims: tuple[ClaimEntry, ...]
    findings: tuple[FindingEntry, ...]
    facts: tuple[FactEntry, ...]
    summary: SummaryEntry
    notices: tuple[str, ...]
    remarks: tuple[str, ...]
    limits: dict[str, int]
