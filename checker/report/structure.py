"""From the model of a run to the models of its JSON report."""

from collections.abc import Iterator

from checker import __version__
from checker.model import Claim, Document, Fact, Finding, Mark, Period, Profile, Report
from checker.report.wire import (
    ClaimEntry,
    DocumentEntry,
    FactEntry,
    FindingEntry,
    LocationEntry,
    Number,
    NumberEntry,
    PeriodEntry,
    SpanEntry,
    StandingEntry,
    SummaryEntry,
    Tool,
)

EXACT = 2**53  # beyond it a float may name a whole number that nobody wrote


def report_parts(report: Report) -> Iterator[tuple[str, object]]:
    """The whole report, key by key in the order of `ReportEntry`; lists of entries come one by one, as iterators."""
    yield "schema_version", "1"
    yield "tool", Tool(version=__version__).model_dump(mode="json")
    yield "complete", report.complete
    yield (
        "documents",
        (document_entry(document, report.profiles.get(document.id), claims) for document, claims in report.counted()),
    )
    yield "claims", map(claim_entry, report.claims)
    yield "findings", map(finding_entry, report.findings)
    yield "facts", map(fact_entry, report.facts)
    yield "summary", SummaryEntry(**report.summary.model_dump()).model_dump(mode="json")
    yield "notices", report.notices
    yield "remarks", report.remarks
    yield "limits", report.limits.model_dump() if report.limits else {}


def document_entry(document: Document, profile: Profile | None, claims: int) -> DocumentEntry:
    """A document; its title, source and date where a profile has them. A period of several days gives its first."""
    found = profile or Profile()
    return DocumentEntry(
        id=document.id,
        path=document.path,
        kind=document.kind,
        title=found.title,
        source=found.source,
        published=found.published.start if found.published else None,
        dated_by=next((each.source for each in found.dates if each.period == found.published), None),
        language=found.language if document.text else None,
        characters=len(document.text),
        sha256=document.sha256,
        claims=claims,
        status=document.status.value,
        reason=document.reason,
    )


def claim_entry(claim: Claim) -> ClaimEntry:
    """A claim, its people and places as a reader would say them."""
    dated = claim.date is not None
    return ClaimEntry(
        id=claim.id,
        document=claim.document,
        span=SpanEntry(**claim.span.model_dump(exclude={"origin"}), **origin_entry(claim.span.origin)),
        quote=claim.quote,
        number=NumberEntry(start=claim.number.start, end=claim.number.end, text=claim.number.text),
        low=None if dated else whole(claim.asserted.low),
        high=None if dated else whole(claim.asserted.high),
        low_open=claim.asserted.low_open,
        high_open=claim.asserted.high_open,
        approximate=claim.approximate,
        hedge=claim.number.hedge,
        unit=claim.unit.name,
        measure=claim.told or claim.measure,
        kind=claim.kind.value,
        population=claim.described or None,
        place=claim.place.text if claim.place else None,
        time=period_entry(claim.time),
        event=claim.event.kind if claim.event else None,
        speaker=claim.speaker.text if claim.speaker else None,
        modality=claim.modality.value,
        section=claim.section.value,
        because=claim.because,
    )


def finding_entry(finding: Finding) -> FindingEntry:
    """A finding with its locations."""
    return FindingEntry(
        id=finding.id,
        rule=finding.rule,
        verdict=finding.verdict.value,
        severity=finding.severity.value,
        message=finding.message,
        explanation=finding.explanation,
        fact=finding.fact,
        claims=finding.claims,
        locations=tuple(
            LocationEntry(**place.model_dump(exclude={"marks", "origin"}), **origin_entry(place.origin))
            for place in finding.locations
        ),
        standing=StandingEntry(**finding.standing.model_dump(mode="json")),
    )


def fact_entry(fact: Fact) -> FactEntry:
    """A fact with its least, best and greatest value."""
    return FactEntry(
        id=fact.id,
        measure=fact.measure,
        population=fact.population,
        place=fact.place,
        unit=fact.unit,
        low=whole(fact.low),
        best=whole(fact.best),
        high=whole(fact.high),
        status=fact.status.value,
        claims=fact.claims,
        wording=fact.wording,
    )


def origin_entry(origin: Mark | None) -> dict[str, int | None]:
    """The page or the paragraph of the original, the other being null."""
    return {of: origin.number if origin and origin.of == of else None for of in ("page", "paragraph")}


def period_entry(period: Period | None) -> PeriodEntry | None:
    """The days of a period."""
    return PeriodEntry(start=period.start, end=period.end) if period else None


def whole(value: float | None) -> Number | None:
    """2000.0 as 2000; what is no whole number, or too large to tell, as it is."""
    if value is None or not value.is_integer() or abs(value) > EXACT:
        return value
    return int(value)
