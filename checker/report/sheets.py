"""Findings, claims and facts as CSV: one row each, for spreadsheets."""

from collections.abc import Mapping

from checker.model import Document, Finding, Location, Report
from checker.report.facts import FACT_COLUMNS, fact_claim_rows
from checker.report.structure import finding_entry
from checker.report.tables import Row, claim_rows, render_csv

CLAIM_COLUMNS = (
    *("id", "path", "line", "column", "number", "low", "high", "low_open", "high_open", "approximate", "hedge", "unit"),
    *(
        "measure",
        "kind",
        "population",
        "place",
        "start",
        "end",
        "speaker",
        "modality",
        "section",
        "event",
        "quote",
        "spot",
    ),
)
OF_FINDING = ("id", "rule", "severity", "verdict", "message", "explanation", "fact")
OF_STANDING = ("state", "reason", "by", "until")
OF_PLACE = ("path", "line", "column", "quote")
PLACES = ("first", "second")  # locations with columns of their own; `places` counts all
FINDING_COLUMNS = (
    *OF_FINDING,
    *OF_STANDING,
    "places",
    *(f"{place}_{key}" for place in PLACES for key in OF_PLACE),
    *(f"{place}_spot" for place in PLACES),
)


def findings_csv(report: Report) -> str:
    """One row a finding, with its first two places."""
    documents = report.originals()
    return render_csv((_finding(finding, documents) for finding in report.findings), FINDING_COLUMNS)


def claims_csv(report: Report) -> str:
    """One row a claim."""
    return render_csv(claim_rows(report), CLAIM_COLUMNS)


def facts_csv(report: Report) -> str:
    """One row for each claim of each fact."""
    return render_csv(fact_claim_rows(report), FACT_COLUMNS)


def _finding(finding: Finding, documents: Mapping[str, Document]) -> Row:
    entry = finding_entry(finding).model_dump(mode="json")
    row = {key: entry[key] for key in OF_FINDING} | {key: entry["standing"][key] for key in OF_STANDING}
    row["places"] = len(finding.locations)
    for index, place in enumerate(PLACES):
        found = entry["locations"][index] if index < len(finding.locations) else {}
        row |= {f"{place}_{key}": found.get(key) for key in OF_PLACE}
        row[f"{place}_spot"] = spot(finding.locations[index], documents) if found else None
    return row


def spot(place: Location, documents: Mapping[str, Document]) -> str | None:
    """Where the first figure of a location stands in what is no plain text."""
    start = place.start + (place.marks[0][0] if place.marks else 0)
    return documents[place.document].spot(start) or None
