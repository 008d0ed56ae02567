"""The report: everything one run found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Protocol, TypeVar, runtime_checkable

from pydantic import InstanceOf, ValidationInfo, ValidatorFunctionWrapHandler, WrapValidator

from checker.model.base import Frozen
from checker.model.claim import Claim
from checker.model.document import Document, Profile
from checker.model.finding import Fact, Finding, Severity, State
from checker.model.limits import Limits

T = TypeVar("T")


def _as_it_is(value: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:  # noqa: ANN401 any of a report's lists
    """A list as it is, wherever it lies; one that comes as JSON becomes a tuple."""
    return tuple(read(value)) if info.mode == "json" else value


Listed = Annotated[Sequence[T], WrapValidator(_as_it_is)]


@runtime_checkable
class Chained(Protocol):
    """A list of what documents have, one after the other, that knows how much each of them has."""

    def sizes(self) -> Iterator[int]:
        """That of each document, in their order."""
        ...


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

    These are tuples, or lists that lie on disk where there is much of them: whoever goes through one once, and holds
    none of it, can write the report on an archive of any size.

    `complete` is false if any document is not ok; `notices` tell what was passed over without being a document,
    `remarks` what is to be said of decisions: those that expired, those that nothing answers to. `limits` are those
    within which was read and compared. `aside` are the ids of documents of an archive that stand beside the others:
    they were compared with these alone.
    """

    complete: bool
    documents: Listed[Document]
    profiles: Annotated[Mapping[str, Profile], InstanceOf()]
    claims: Listed[Claim]
    findings: Listed[Finding]
    facts: Listed[Fact]
    notices: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    aside: frozenset[str] = frozenset()
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
