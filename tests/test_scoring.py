"""The scorer itself: a report that says what the gold says is faultless, an empty one finds nothing."""

import pytest
from dossier import Claim, Dossier, Reference, dossiers
from scoring import Figure, measure

from checker import model
from checker.model.interval import Interval

DOSSIERS = {dossier.folder.name: dossier for dossier in dossiers()}
NOWHERE = {"line": 1, "column": 1}


@pytest.fixture(params=DOSSIERS)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return DOSSIERS[request.param]


def report_of(dossier: Dossier, claims: list[model.Claim], findings: list[model.Finding]) -> model.Report:
    documents = [
        model.Document(id=str(path), path=str(path), text=text, sha256="") for path, text in dossier.texts.items()
    ]
    parts = {"documents": documents, "claims": claims, "findings": findings}
    return model.Report(complete=True, profiles={}, facts=(), **parts)


def as_reported(dossier: Dossier, claim: Claim) -> model.Claim:
    path, start, end = dossier.figure(claim)
    _, first, last = dossier.place(claim.id)
    value = Interval(low=claim.low, high=claim.high, low_open=claim.low_open, high_open=claim.high_open)
    days = claim.period
    return model.Claim(
        id=claim.id,
        document=str(path),
        span=model.Span(start=first, end=last, **NOWHERE),
        quote=claim.quote,
        number=model.Figure(start=start, end=end, text=claim.number),
        asserted=value,
        hard=value,
        soft=value,
        unit=model.Unit(name=claim.unit, dimension=""),
        measure=claim.measure,
        population=model.Population(text=claim.population) if claim.population else None,
        described=claim.population or "",
        place=model.Place(text=claim.place, name="") if claim.place else None,
        time=model.Period(start=days[0], end=days[1]) if days else None,
        speaker=model.Speaker(text=claim.speaker, name="") if claim.speaker else None,
    )


def finding(dossier: Dossier, name: str, severity: str, references: list[Reference]) -> model.Finding:
    spots = []
    for reference in references:
        path, start, end = dossier.place(reference)
        spots.append(model.Location(document=str(path), path=str(path), start=start, end=end, quote="", **NOWHERE))
    rest = {"rule": name, "message": "", "explanation": "", "locations": tuple(spots)}
    return model.Finding(id=name, verdict=model.Verdict.CONFLICT, severity=model.Severity(severity), **rest)


def test_what_the_gold_says_is_faultless(dossier: Dossier) -> None:
    claims = [as_reported(dossier, claim) for claim in dossier.gold.claims]
    findings = [
        finding(dossier, row.id, row.severity, [ref for ref in (row.a, row.b, *row.parts) if ref])
        for row in dossier.gold.conflicts
    ]
    result = measure(dossier, report_of(dossier, claims, findings))
    assert result.misses == []
    assert {figure.share for figure in result.figures.values()} == {1.0}


def test_an_empty_report_finds_nothing(dossier: Dossier) -> None:
    figures = measure(dossier, report_of(dossier, [], [])).figures
    assert figures["claim_recall"] == Figure(0, len(dossier.gold.claims))
    assert figures["conflicts_found"].got == figures["notes_found"].got == 0


def test_traps_and_revisions_count_against_it(dossier: Dossier) -> None:
    gold = dossier.gold
    traps = [finding(dossier, f"t{n}", "error", [trap.a, trap.b]) for n, trap in enumerate(gold.traps)]
    wrong = [finding(dossier, f"r{n}", "error", [row.a, row.b]) for n, row in enumerate(gold.revisions)]
    figures = measure(dossier, report_of(dossier, [], [*traps, *wrong])).figures
    assert figures["traps_avoided"].got == 0
    assert figures["revisions_kept"].got == 0
    assert figures["alarms_right"].got == 0


def test_a_wrong_field_is_seen(dossier: Dossier) -> None:
    spoilt = {
        "asserted": Interval(low=-1, high=-1),
        "unit": model.Unit(name="furlong", dimension=""),
        "measure": "sung",
        "place": None,
        "time": None,
        "speaker": model.Speaker(text="xenophon", name=""),
        "population": None,
        "described": "",
    }
    claims = [
        as_reported(dossier, claim).model_copy(update=spoilt)
        for claim in dossier.gold.claims
        if claim.measure != "date"
    ]
    figures = measure(dossier, report_of(dossier, claims, [])).figures
    fields = ("value", "unit", "measure", "population", "place", "time", "speaker")
    assert {name: figures[name].got for name in fields} == dict.fromkeys(fields, 0)
