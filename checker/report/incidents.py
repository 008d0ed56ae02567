"""Incidents as rows, in the shape in which casualty recorders (UCDP GED, Iraq Body Count) keep their lists.

One row an incident: first and last day, place, event, then low, best and high of the killed, wounded and missing, of
all people and of civilians and combatants where the texts tell them apart, then who says so in which document.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from checker.model import Incident, IncidentSource, Toll
from checker.report.structure import whole
from checker.report.tables import Row

MEASURES = ("killed", "wounded", "missing")
PEOPLE = ("", "civilians", "combatants")
BOUNDS = ("low", "best", "high")
TABLE = ("date_start", "place", "event", "killed", "wounded", "missing", "sources")


def incident_rows(incidents: Iterable[Incident]) -> list[Row]:
    """One flat row an incident; all rows have the same keys, whatever is known."""
    return [
        {**_about(incident), **_bounds(incident.tolls), "sources": "; ".join(_told(incident.sources)), **_ids(incident)}
        for incident in incidents
    ]


def incident_entries(incidents: Iterable[Incident]) -> list[Row]:
    """The same with the sources as a list of their own; for programs."""
    return [
        {
            **_about(incident),
            **_bounds(incident.tolls),
            "sources": [source.model_dump() for source in incident.sources],
            "facts": list(incident.facts),
            "claims": list(incident.claims),
        }
        for incident in incidents
    ]


def incident_table(incidents: Iterable[Incident]) -> list[Row]:
    """A row of few columns for people: each toll as "27 (7 to 40)"."""
    return [
        {
            **_about(incident),
            **{measure: _range(_toll(incident.tolls, measure, "")) for measure in MEASURES},
            "sources": "; ".join(_told(incident.sources)),
        }
        for incident in incidents
    ]


def _about(incident: Incident) -> dict[str, object]:
    return {
        "id": incident.id,
        "date_start": incident.start.isoformat() if incident.start else None,
        "date_end": incident.end.isoformat() if incident.end else None,
        "latest_count": incident.latest.isoformat() if incident.latest else None,
        "place": incident.place,
        "within": ", ".join(incident.within) or None,
        "country": incident.country or None,
        "event": incident.event or None,
    }


def _bounds(tolls: Sequence[Toll]) -> dict[str, object]:
    """killed_low, killed_best, killed_high, civilians_killed_low and so on; None where nobody says."""
    cells: dict[str, object] = {}
    for measure, people in product(MEASURES, PEOPLE):
        toll = _toll(tolls, measure, people)
        name = f"{people}_{measure}" if people else measure
        for bound in BOUNDS:
            cells[f"{name}_{bound}"] = whole(getattr(toll, bound)) if toll else None
    return cells


def _toll(tolls: Sequence[Toll], measure: str, people: str) -> Toll | None:
    return next((toll for toll in tolls if (toll.measure, toll.people) == (measure, people)), None)


def _range(toll: Toll | None) -> str | None:
    if toll is None:
        return None
    low, best, high = (whole(getattr(toll, bound)) for bound in BOUNDS)
    if low == best == high:
        return "?" if best is None else f"{best:,}"
    ends = " to ".join("?" if end is None else f"{end:,}" for end in (low, high))
    return ends if best is None else f"{best:,} ({ends})"


def _told(sources: Sequence[IncidentSource]) -> Iterator[str]:
    for source in sources:
        who = ", ".join(part for part in (source.voice, source.outlet) if part)
        spot = f":{source.line}" if source.spot is None else f", {source.spot}" if source.spot else ""
        yield source.path + spot + (f" ({who})" if who else "")


def _ids(incident: Incident) -> dict[str, object]:
    return {"facts": " ".join(incident.facts), "claims": " ".join(incident.claims)}


INCIDENT_COLUMNS = tuple(incident_rows([Incident(id="")])[0])
