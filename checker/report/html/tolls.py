"""Rolling tolls: the counts of one thing that grows while it is counted, told as of several days."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model import Claim, Verdict
from checker.report.html.course import Course, course_of
from checker.report.html.index import Index, what
from checker.rulebook.thresholds import thresholds

MOVED = (Verdict.REVISION, Verdict.STALE)  # verdicts on two counts of one series


class Toll(NamedTuple):
    """A rolling toll: what is counted, its claims in the order of their days, and its picture."""

    id: str
    what: str
    claims: tuple[Claim, ...]
    course: Course


def tolls_of(index: Index) -> list[Toll]:
    """The tolls that were told as of two days or more, those with most claims first."""
    found = filter(None, (_toll(index, claims) for claims in _series(index)))
    return sorted(found, key=lambda toll: (-len(toll.claims), toll.what.casefold(), toll.id))


def tolls_by_claim(tolls: Sequence[Toll]) -> Mapping[str, Toll]:
    """The toll that a claim belongs to, by the claim's id."""
    return {claim.id: toll for toll in tolls for claim in toll.claims}


def _series(index: Index) -> Iterator[list[Claim]]:
    """Claims that facts or findings of a revision join, of one measure that grows."""
    homes: dict[str, set[str]] = {}
    for names in _joined(index):
        grows = [claim for claim in index.told(names) if claim.measure in thresholds().events.evolving]
        together = {claim.id for claim in grows}
        for claim in grows:
            together |= homes.get(claim.id, set())
        for name in together:
            homes[name] = together
    seen: set[str] = set()
    for name in sorted(homes):
        if name not in seen:
            seen |= homes[name]
            yield index.told(sorted(homes[name]))


def _joined(index: Index) -> Iterator[Sequence[str]]:
    for fact in index.report.facts:
        yield fact.claims
    for finding in index.findings:
        rule = index.rules.get(finding.rule)
        if finding.verdict in MOVED or (rule is not None and rule.kind == "series"):
            yield finding.claims


def _toll(index: Index, claims: Sequence[Claim]) -> Toll | None:
    days = {claim.id: index.as_of(claim) for claim in claims}
    dated = [claim for claim in claims if days[claim.id]]
    if len(set(days.values()) - {None}) < 2 or len({claim.measure for claim in dated}) != 1:  # noqa: PLR2004
        return None
    dated.sort(key=lambda claim: (str(days[claim.id]), claim.document, claim.number.start))
    name = what(dated[-1].population, dated[-1].measure, dated[-1].place)
    course = course_of(index, dated, name, grows=True)
    return Toll(f"toll-{dated[0].id}", name, tuple(dated), course) if course else None
