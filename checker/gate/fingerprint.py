"""By what a finding is known again: its fact and the opposing values, or the very sentences where they still stand.

Edits elsewhere, other line breaks, moved paragraphs, renamed files and further texts that agree leave a finding what it
is; a further value makes it new.
"""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from checker.model import Finding, Report, Severity
from checker.model.base import Frozen
from checker.model.identity import claim_key, folded, key_of, value_told


class Fingerprint(Frozen):
    """What is kept of a finding: `values` oppose each other, `claims` are keys of the sentences that give them."""

    finding: str
    rule: str
    severity: Severity
    fact: str = ""
    values: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    message: str = ""

    def covers(self, other: "Fingerprint") -> bool:
        """Whether the other is what is kept here: the same pair of values, or some of them, of the same fact.

        A worse finding of another rule is not covered: whoever let a note pass has not let an error pass.
        """
        if self.finding == other.finding:
            return True
        if self.rule != other.rule and other.severity.rank > self.severity.rank:
            return False
        if not other.values:
            return self.rule == other.rule and bool(other.claims) and set(other.claims) == set(self.claims)
        if not set(other.values) <= set(self.values):
            return False
        if other.fact and other.fact == self.fact:
            return True
        of_facts = bool(self.fact and other.fact)
        return (of_facts or self.rule == other.rule) and not set(other.claims).isdisjoint(self.claims)


Entry = TypeVar("Entry", bound=Fingerprint)


class Known(Generic[Entry]):
    """Entries that are looked up by what a finding shares with them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by: dict[str, list[Entry]] = {}
        for entry in entries:
            for key in _handles(entry):
                self._by.setdefault(key, []).append(entry)

    def find(self, finding: Fingerprint) -> list[Entry]:
        """The entries that cover a finding, each once."""
        found = {entry.finding: entry for key in _handles(finding) for entry in self._by.get(key, ())}
        return [entry for _, entry in sorted(found.items()) if entry.covers(finding)]


def _handles(entry: Fingerprint) -> set[str]:
    """What an entry and a finding that it covers have at least one of in common."""
    return {entry.finding, *entry.claims, *((entry.fact,) if entry.fact else ())}


def fingerprints(report: Report) -> dict[str, Fingerprint]:
    """The fingerprints of a report's findings by the id of the finding."""
    facts = {fact.id: fact.claims for fact in report.facts}
    wanted = {name for finding in report.findings for name in (*finding.claims, *facts.get(finding.fact, ()))}
    told = {claim.id: (value_told(claim), claim_key(claim)) for claim in report.claims if claim.id in wanted}
    return {finding.id: _fingerprint(finding, told, facts) for finding in report.findings}


def _fingerprint(
    finding: Finding, told: Mapping[str, tuple[str, str]], facts: Mapping[str, Iterable[str]]
) -> Fingerprint:
    opposed = [told[name] for name in finding.claims if name in told]
    values = {value for value, _ in opposed}
    others = (told[name] for name in facts.get(finding.fact, ()) if name in told)
    keys = {key for value, key in (*opposed, *others) if value in values}
    passages = {key_of(folded(place.quote)) for place in finding.locations} if not opposed else set()
    return Fingerprint(
        finding=finding.id,
        rule=finding.rule,
        severity=finding.severity,
        fact=finding.fact,
        values=tuple(sorted(values)),
        claims=tuple(sorted(keys | passages)),
        message=finding.message,
    )
