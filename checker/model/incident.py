"""Incidents: what happened at one place and time, with the people it cost, as casualty recorders keep them."""

from datetime import date

from checker.model.base import Frozen


class Toll(Frozen):
    """How many, of whom: the least, best and greatest number that a voice asserts; None where nobody says.

    `people` is "" for all, or the class that is counted apart ("civilians", "combatants").
    """

    measure: str
    people: str = ""
    low: float | None = None
    best: float | None = None
    high: float | None = None


class IncidentSource(Frozen):
    """Who says something of an incident, and where; the voice is "" where the text names nobody.

    `spot` is the page or paragraph of what is no plain text, "" where it has none; None: the line tells.
    """

    path: str
    line: int
    spot: str | None = None
    outlet: str = ""
    voice: str = ""


class Incident(Frozen):
    """One event: its first and last day, its place, what it was, its tolls, and who tells of it.

    `latest` is the day of the latest count. `facts` and `claims` are the ids of what it was made from.
    """

    id: str
    start: date | None = None
    end: date | None = None
    latest: date | None = None
    place: str | None = None
    within: tuple[str, ...] = ()  # folded names of what contains the place, from the nearest outwards
    country: str = ""  # ISO 3166 alpha-2
    event: str = ""
    tolls: tuple[Toll, ...] = ()
    sources: tuple[IncidentSource, ...] = ()
    facts: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
