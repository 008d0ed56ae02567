"""Facts as people read them, and as programs do."""

from datetime import date

import pytest

from checker.model import Fact, FactStatus, Incident, IncidentSource, Report, Toll
from checker.report.facts import FACT_COLUMNS, fact_claim_rows, facts_text, nested_facts
from checker.report.incidents import INCIDENT_COLUMNS, incident_entries, incident_rows, incident_table
from checker.report.style import Style
from checker.report.tables import render_csv

SHOWN = """\
dock workers, on strike: disputed (k-1)
  low 900, best undecided, high 2,000 (person)
  safe to print: about 2,000, according to the mayor; the port says 900
    a.txt:1:22  2,000  The mayor, as of 5 May 2031 (inferred)
    b.txt:1:6   900    the port, as of 5 May 2031 (inferred)

1 fact of which two claims or more speak: 1 disputed
"""


@pytest.fixture
def disputed(report: Report) -> Report:
    fact = Fact(
        id="k-1",
        measure="on strike",
        population="dock workers",
        unit="person",
        low=900,
        high=2000,
        status=FactStatus.DISPUTED,
        claims=("c-1", "c-2"),
        wording="about 2,000, according to the mayor; the port says 900",
    )
    return report.model_copy(update={"facts": (fact,)})


@pytest.fixture
def incident() -> Incident:
    return Incident(
        id="i-1",
        start=date(2031, 5, 5),
        end=date(2031, 5, 5),
        place="Lirren",
        event="=fire",
        tolls=(
            Toll(measure="killed", low=7, best=27, high=40),
            Toll(measure="killed", people="civilians", low=3, best=3, high=3),
            Toll(measure="wounded", high=5),
        ),
        sources=(IncidentSource(path="a.txt", line=3, outlet="Lirren Post", voice="the mayor"),),
        claims=("c-1",),
    )


def test_facts_with_their_claims(disputed: Report) -> None:
    assert "".join(f"{line}\n" for line in facts_text(disputed, Style())) == SHOWN


def test_no_facts(report: Report) -> None:
    assert list(facts_text(report, Style())) == ["0 facts of which two claims or more speak"]


def test_what_documents_hold_is_made_visible(disputed: Report) -> None:
    fact = disputed.facts[0].model_copy(update={"wording": "\x1b[2J", "population": "\u202emen"})
    shown = "\n".join(facts_text(disputed.model_copy(update={"facts": (fact,)}), Style()))
    assert "␛[2J" in shown
    assert "\\u202emen" in shown


def test_facts_as_rows(disputed: Report) -> None:
    first, second = fact_claim_rows(disputed)
    assert tuple(first) == FACT_COLUMNS
    assert (first["fact"], first["fact_low"], first["low"], first["speaker"]) == ("k-1", 900, 2000, "The mayor")
    assert (second["path"], second["line"], second["column"], second["start"]) == ("b.txt", 1, 6, "2031-05-05")
    (nested,) = nested_facts(disputed)
    claims = nested["claims"]
    assert isinstance(claims, list)
    assert [claim["claim"] for claim in claims] == ["c-1", "c-2"]


def test_incidents_as_rows(incident: Incident) -> None:
    (row,) = incident_rows([incident])
    assert tuple(row) == INCIDENT_COLUMNS
    assert [row[f"killed_{bound}"] for bound in ("low", "best", "high")] == [7, 27, 40]
    assert row["civilians_killed_best"] == 3
    assert row["missing_low"] is row["wounded_best"] is None
    assert row["sources"] == "a.txt:3 (the mayor, Lirren Post)"
    assert '"\'=fire"' in render_csv([row], INCIDENT_COLUMNS)
    (entry,) = incident_entries([incident])
    assert entry["sources"] == [
        {"path": "a.txt", "line": 3, "spot": None, "outlet": "Lirren Post", "voice": "the mayor"}
    ]


def test_incidents_as_a_table(incident: Incident) -> None:
    (row,) = incident_table([incident])
    assert (row["killed"], row["wounded"], row["missing"]) == ("27 (7 to 40)", "? to 5", None)
