"""Drafts against an archive: what concerns no draft is somebody else's business."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from checker.model import Claim, Document, Fact, Finding, Location, Report
from checker.model.identity import value_told

LONGEST = 400  # characters of a location


class _Desk(NamedTuple):
    claims: Mapping[str, Claim]
    facts: Mapping[str, Fact]
    documents: Mapping[str, Document]
    drafts: Collection[str]


def touching(report: Report, drafts: Collection[str]) -> Report:
    """The report with the findings that touch one of these documents, which are given by id.

    A draft that gives one of the opposing values is shown for it, although the archive gave it first.
    """
    desk = _Desk(
        {claim.id: claim for claim in report.claims},
        {fact.id: fact for fact in report.facts},
        {document.id: document for document in report.documents},
        drafts,
    )
    kept = (_turned(finding, desk) for finding in report.findings)
    findings = tuple(f for f in kept if any(place.document in drafts for place in f.locations))
    return report.model_copy(update={"findings": findings})


def _turned(finding: Finding, desk: _Desk) -> Finding:
    """The finding with the claims of drafts in the place of those of the archive that give the same values."""
    fact = desk.facts.get(finding.fact)
    if fact is None or all(place.document in desk.drafts for place in finding.locations):
        return finding
    told: dict[str, Claim] = {}
    for claim in (desk.claims[name] for name in fact.claims):
        if claim.document in desk.drafts:
            told.setdefault(value_told(claim), claim)
    claims, places = list(finding.claims), list(finding.locations)
    for index, name in enumerate(finding.claims):
        own = told.get(value_told(desk.claims[name]))
        if own and desk.claims[name].document not in desk.drafts:
            claims[index], places[index] = own.id, _location(own, desk.documents[own.document])
    return finding.model_copy(update={"claims": tuple(claims), "locations": tuple(places)})


def _location(claim: Claim, document: Document) -> Location:
    """The sentence of a claim, cut around its figure where it is long."""
    start = max(claim.span.start, min(claim.number.start - LONGEST // 2, claim.span.end - LONGEST))
    end = min(claim.span.end, start + LONGEST)
    return Location(
        document=document.id,
        path=document.path,
        start=start,
        end=end,
        line=document.text.count("\n", 0, start) + 1,
        column=start - document.text.rfind("\n", 0, start),
        quote=document.text[start:end],
        marks=((claim.number.start - start, claim.number.end - start),),
    )
