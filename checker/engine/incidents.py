"""The incidents of a finished report."""

from checker.align.evidence import evidence
from checker.align.population import take_apart
from checker.judge.incidents import build_incidents
from checker.model import Incident, Population, Report


def incidents_of(report: Report) -> tuple[Incident, ...]:
    """The incidents that the report's claims and facts tell of, by date and place."""
    documents = {document.id: document for document in report.documents}
    return build_incidents(
        report.claims, report.facts, documents, report.profiles, groups_of=_groups_of, telling=evidence
    )


def _groups_of(population: Population) -> frozenset[str]:
    return frozenset(group for groups in take_apart(population.text).groups.values() for group in groups)
