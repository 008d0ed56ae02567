"""Frozen data that crosses the boundary of a stage; everything here goes to JSON and back."""

from checker.model.alignment import Alignment
from checker.model.claim import (
    Claim,
    DateDetail,
    Event,
    Extraction,
    Figure,
    Kind,
    Link,
    LinkKind,
    Mention,
    Modality,
    Place,
    Population,
    Speaker,
    Story,
    Unit,
)
from checker.model.columns import Columns
from checker.model.document import (
    DateFound,
    DateSource,
    Document,
    Field,
    FileKind,
    Mark,
    Passage,
    Profile,
    Section,
    Span,
    Status,
    Suppression,
)
from checker.model.finding import Fact, FactStatus, Finding, Gate, Location, Severity, Standing, State, Verdict
from checker.model.incident import Incident, IncidentSource, Toll
from checker.model.interval import Interval
from checker.model.limits import Limits
from checker.model.period import Period, Precision
from checker.model.relation import Relation
from checker.model.report import Report, Summary
from checker.model.ruling import Ruling

__all__ = [
    "Alignment",
    "Claim",
    "Columns",
    "DateDetail",
    "DateFound",
    "DateSource",
    "Document",
    "Event",
    "Extraction",
    "Fact",
    "FactStatus",
    "Field",
    "Figure",
    "FileKind",
    "Finding",
    "Gate",
    "Incident",
    "IncidentSource",
    "Interval",
    "Kind",
    "Limits",
    "Link",
    "LinkKind",
    "Location",
    "Mark",
    "Mention",
    "Modality",
    "Passage",
    "Period",
    "Place",
    "Population",
    "Precision",
    "Profile",
    "Relation",
    "Report",
    "Ruling",
    "Section",
    "Severity",
    "Span",
    "Speaker",
    "Standing",
    "State",
    "Status",
    "Story",
    "Summary",
    "Suppression",
    "Toll",
    "Unit",
    "Verdict",
]
