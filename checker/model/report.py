"""The report: everything one run found."""

from checker.model.base import Frozen
from checker.model.claim import Claim
from checker.model.document import Document, Profile
from checker.model.finding import Fact, Finding, Severity


class Summary(Frozen):
    """Counts of a run."""

    documents: int
    claims: int
    errors: int
    warnings: int
    notes: int


class Report(Frozen):
    """Documents (with profiles by document id), claims, findings and facts, each sorted.

    `complete` is false if any document is not ok; `notices` tell what was passed over without being a document.
    """

    complete: bool
    documents: tuple[Document, ...]
    profiles: dict[str, Profile]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    notices: tuple[str, ...] = ()

    @property
    def summary(self) -> Summary:
        """How much there is of each."""
        count = {severity: sum(f.severity is severity for f in self.findings) for severity in Severity}
        return Summary(
            documents=len(self.documents),
            claims=len(self.claims),
            errors=count[Severity.ERROR],
            warnings=count[Severity.WARNING],
            notes=count[Severity.NOTE],
        )
