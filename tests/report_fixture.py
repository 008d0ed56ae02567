"""A report that the tests of checker/report share; a plugin, since only one module may be called conftest."""

from datetime import date

import pytest

from checker.model import (
    Claim,
    Document,
    Figure,
    Finding,
    Interval,
    Kind,
    Location,
    Period,
    Population,
    Profile,
    Report,
    Severity,
    Span,
    Speaker,
    Unit,
    Verdict,
)

TEXTS = {
    "d-1": ("a.txt", "The mayor said about 2,000 dock workers struck on Monday."),
    "d-2": ("b.txt", "Only 900 dock workers struck, the port said."),
}


def make_claim(document: str, figure: str, value: float, speaker: str) -> Claim:
    path, text = TEXTS[document]
    start = text.index(figure)
    exact = Interval.exactly(value)
    return Claim(
        id=f"c-{document[2:]}",
        document=document,
        span=Span(start=0, end=len(text), line=1, column=1),
        quote=text,
        number=Figure(start=start, end=start + len(figure), text=figure),
        asserted=exact,
        hard=exact,
        soft=exact,
        unit=Unit(name="person", dimension="person"),
        measure="on strike",
        kind=Kind.STOCK,
        population=Population(text="dock workers"),
        described="dock workers",
        time=Period.on(date(2031, 5, 5)),
        speaker=Speaker(text=speaker, name=speaker),
        because=(f"path {path}",),
    )


@pytest.fixture
def report() -> Report:
    """Two claims of two documents that contradict each other."""
    return make_report()


def make_report() -> Report:
    """Two claims of two documents that contradict each other."""
    documents = tuple(Document(id=key, path=path, text=text, sha256="0" * 64) for key, (path, text) in TEXTS.items())
    claims = (make_claim("d-1", "2,000", 2000.0, "The mayor"), make_claim("d-2", "900", 900.0, "the port"))
    finding = Finding(
        id="f-77aa",
        rule="source-dispute",
        verdict=Verdict.DISPUTE,
        severity=Severity.WARNING,
        message="dock workers on strike: 2,000 (the mayor) against 900 (the port)",
        explanation="2,000 and 900 lie 1,100 apart",
        claims=("c-1", "c-2"),
        locations=tuple(
            Location(document=key, path=path, start=0, end=len(text), line=1, column=1, quote=text)
            for key, (path, text) in TEXTS.items()
        ),
    )
    return Report(
        complete=True,
        documents=documents,
        profiles={key: Profile(published=Period.on(date(2031, 5, 6))) for key in TEXTS},
        claims=claims,
        findings=(finding,),
        facts=(),
    )
