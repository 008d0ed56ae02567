"""The report: everything one run found."""

from checker.model.base import Frozen
from checker.model.claim import Claim
from checker.model.document import Document, Profile
from checker.model.finding import Fact, Finding, Severity, State
from checker.model.limits import Limits


class Summary(Frozen):
    """Counts of a run; errors, warnings and notes are those of active findings, `settled` the others that are shown."""

    documents: int
    claims: int
    errors: int
    warnings: int
    notes: int
    settled: int = 0


class Report(Frozen):
    """Documents (with profiles by document id), claims, findings and facts, each sorted.

    `complete` is false if any document is not ok; `notices` tell what was passed over without being a document,
    `remarks` what is to be said of decisions: those that expired, those that nothing answers to. `limits` are those
    within which was read and compared.
    """

    complete: bool
    documents: tuple[Document, ...]
    profiles: dict[str, Profile]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    notices: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    limits: Limits | None = None

    @property
    def summary(self) -> Summary:
        """How much there is of each."""
        active = [finding for finding in self.findings if finding.standing.state is State.ACTIVE]
        count = {severity: sum(finding.severity is severity for finding in active) for severity in Severity}
        return Summary(
            documents=len(self.documents),
            claims=len(self.claims),
            errors=count[Severity.ERROR],
            warnings=count[Severity.WARNING],
            notes=count[Severity.NOTE],
            settled=len(self.findings) - len(active),
        )
