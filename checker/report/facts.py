"""Facts for people and for programs: all claims, who makes them, and the wording that is safe to print."""

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Claim, Document, Fact, FactStatus, Profile, Report
from checker.model.wording import plural
from checker.report.escape import columns, visible
from checker.report.groups import bounds, what
from checker.report.places import position, where
from checker.report.structure import claim_entry, fact_entry
from checker.report.style import Style
from checker.report.tables import Row
from checker.report.wording import value, voice, when

COLOURS = {FactStatus.DISPUTED: "yellow", FactStatus.REVISED: "cyan", FactStatus.CORROBORATED: "green"}
OF_FACT = ("measure", "population", "place", "unit", "low", "best", "high", "status", "wording")
WHERE = ("claim", "path", "line", "column", "source", "published", "number", "start", "end")
OF_CLAIM = ("low", "high", "approximate", "hedge", "place", "event", "speaker", "modality", "section", "quote")


def facts_text(report: Report, style: Style) -> Iterator[str]:
    """The lines of all facts, and how many there are of each kind."""
    claims = {claim.id: claim for claim in report.claims}
    documents = {document.id: document for document in report.documents}
    for fact in report.facts:
        told = [claims[name] for name in fact.claims]
        cells = [_cells(claim, documents[claim.document], report.profiles.get(claim.document)) for claim in told]
        yield from _fact_lines(fact, cells, style)
        yield ""
    counts = [(sum(fact.status is status for fact in report.facts), status.value) for status in FactStatus]
    summed = ", ".join(f"{many} {word}" for many, word in counts if many)
    yield f"{plural(len(report.facts), 'fact')} of which two claims or more speak" + (f": {summed}" if summed else "")


def _fact_lines(fact: Fact, cells: Sequence[tuple[str, str, str]], style: Style) -> Iterator[str]:
    status = style.paint(fact.status.value, COLOURS.get(fact.status, ""), bold=True)
    yield f"{style.paint(visible(what(fact)), bold=True)}: {status} ({fact.id})"
    yield f"  {bounds(fact)}{f' ({visible(fact.unit)})' if fact.unit else ''}"
    yield f"  safe to print: {visible(fact.wording)}"
    widths = [max(columns(line[index]) for line in cells) for index in range(2)]
    for place, figure, who in cells:
        padded = (cell + " " * (width - columns(cell)) for cell, width in zip((place, figure), widths, strict=True))
        yield f"    {'  '.join(padded)}  {who}"


def _cells(claim: Claim, document: Document, profile: Profile | None) -> tuple[str, str, str]:
    """Where the claim stands, its figure, and who says so as of when."""
    said = (voice(claim, profile), when(claim))
    figure = value(claim) or claim.number.text
    return where(document, claim.number.start), visible(figure), visible(", ".join(filter(None, said)))


def fact_claim_rows(report: Report) -> list[Row]:
    """One row for each claim of each fact, the fact's own columns repeated; for spreadsheets."""
    claims, documents = _by_id(report)
    rows: list[Row] = []
    for fact in report.facts:
        entry = fact_entry(fact).model_dump(mode="json")
        own = {"fact": fact.id, **{_column(key): entry[key] for key in OF_FACT}}
        told = (claims[name] for name in fact.claims)
        rows += [{**own, **_row(c, documents[c.document], report.profiles.get(c.document))} for c in told]
    return rows


def nested_facts(report: Report) -> list[Row]:
    """Each fact with its claims in full; for programs."""
    claims, documents = _by_id(report)
    rows: list[Row] = []
    for fact in report.facts:
        told = (claims[name] for name in fact.claims)
        nested = [_row(c, documents[c.document], report.profiles.get(c.document)) for c in told]
        rows.append({**fact_entry(fact).model_dump(mode="json"), "claims": nested})
    return rows


def _by_id(report: Report) -> tuple[dict[str, Claim], dict[str, Document]]:
    return {claim.id: claim for claim in report.claims}, {document.id: document for document in report.documents}


def _column(key: str) -> str:
    """The name of a fact's column beside those of its claims."""
    return f"fact_{key}" if key in OF_CLAIM else key


def _row(claim: Claim, document: Document, profile: Profile | None) -> dict[str, object]:
    """A claim with its document: where it stands, what it says, of when, where and what, and who says so."""
    entry: Mapping[str, object] = claim_entry(claim).model_dump(mode="json")
    line, column = position(document.text, claim.number.start)
    return {
        "claim": claim.id,
        "path": document.path,
        "line": line,
        "column": column,
        "source": profile.source if profile else None,
        "published": profile.published.start.isoformat() if profile and profile.published else None,
        "number": claim.number.text,
        "start": claim.time.start.isoformat() if claim.time else None,
        "end": claim.time.end.isoformat() if claim.time else None,
        **{key: entry[key] for key in OF_CLAIM},
        "spot": document.spot(claim.number.start) or None,
    }


FACT_COLUMNS = ("fact", *map(_column, OF_FACT), *WHERE, *OF_CLAIM, "spot")
