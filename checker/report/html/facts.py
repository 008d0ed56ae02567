"""Facts as the page shows them: rows of a table that sorts and filters, and all that is said of each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.model import Claim, Fact, FactStatus
from checker.model.wording import number
from checker.report.html.course import Course, course_of
from checker.report.html.index import Index, described, figure_of
from checker.report.html.labels import SIGNS, STATUSES
from checker.report.html.strip import Strip, strip_of
from checker.report.wording import when
from checker.rulebook.thresholds import thresholds

MOST_CLAIMS = 200  # of one fact that are listed


class Bound(NamedTuple):
    """A number as it is shown, and as it is sorted by."""

    shown: str
    amount: float | str


class Teller(NamedTuple):
    """A claim of a fact: its figure, who gives it as of when, and where."""

    target: str
    figure: str
    who: str
    when: str
    outlet: str
    path: str
    spot: str


class FactRow(NamedTuple):
    """A fact with all that is shown of it."""

    id: str
    what: str
    unit: str
    low: Bound
    best: Bound
    high: Bound
    status: str
    status_name: str
    wording: str
    voices: int
    tellers: tuple[Teller, ...]
    left_out: int
    findings: tuple[tuple[str, int, str, str], ...]  # id, number, severity, sign
    severity: str
    rank: int
    strip: Strip | None
    course: Course | None
    families: str  # keys for the filters, with blanks between them
    reports: str
    speakers: str


def facts_of(index: Index) -> list[FactRow]:
    """The facts, those with the gravest findings first."""
    rows = (_row(index, fact) for fact in index.facts.values())
    return sorted(rows, key=lambda row: (-row.rank, row.what.casefold(), row.id))


def _row(index: Index, fact: Fact) -> FactRow:
    told = index.told(fact.claims)
    title = described(fact.population, fact.measure, fact.place)
    findings = sorted(index.of_fact.get(fact.id, ()), key=lambda finding: index.number[finding.id])
    worst = max((finding.severity for finding in findings), key=lambda severity: severity.rank, default=None)
    return FactRow(
        id=fact.id,
        what=title,
        unit="" if fact.unit in ("", "person") else fact.unit.replace("_", " "),
        low=_bound(fact.low),
        best=_bound(fact.best),
        high=_bound(fact.high),
        status=fact.status.value,
        status_name=STATUSES[fact.status],
        wording=fact.wording,
        voices=len({index.voice(claim) for claim in told}),
        tellers=tuple(_teller(index, claim) for claim in told[:MOST_CLAIMS]),
        left_out=max(0, len(told) - MOST_CLAIMS),
        findings=tuple((f.id, index.number[f.id], f.severity.value, SIGNS[f.severity]) for f in findings),
        severity=worst.value if worst else "none",
        rank=worst.rank + 1 if worst else 0,
        strip=strip_of(index, told, title, fact),
        course=course_of(index, told, title, grows=fact.measure in thresholds().events.evolving),
        families=" ".join(sorted({index.family(finding) for finding in findings})),
        reports=" ".join(sorted({index.reports[claim.document] for claim in told})),
        speakers=" ".join(sorted({index.speakers[index.voice(claim)] for claim in told})),
    )


def _bound(amount: float | None) -> Bound:
    return Bound("–", "") if amount is None else Bound(number(amount), amount)


def _teller(index: Index, claim: Claim) -> Teller:
    return Teller(
        target=index.anchor(claim.document, claim.number.end, claim.id),
        figure=figure_of(claim),
        who=index.voice(claim),
        when=when(claim),
        outlet=index.profile(claim.document).source or index.path(claim.document),
        path=index.path(claim.document) if index.profile(claim.document).source else "",
        spot=index.spot(claim.document, claim.number.start),
    )


def agreed(rows: Sequence[FactRow]) -> Iterator[FactRow]:
    """The facts on which independent voices agree."""
    return (row for row in rows if row.status == FactStatus.CORROBORATED.value)
