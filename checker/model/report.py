"""The report: everything one run found."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
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


@runtime_checkable
class Filed(Protocol):
    """A list of documents in which each is found by its id."""

    def by_id(self) -> Mapping[str, Document]:
        """The documents by their ids."""
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

    def originals(self) -> Mapping[str, Document]:
        """The documents by their ids."""
        if isinstance(self.documents, Filed):
            return self.documents.by_id()
        return {document.id: document for document in self.documents}

    def claims_of(self, wanted: Container[str]) -> dict[str, Claim]:
        """The claims with these ids."""
        return {claim.id: claim for claim in self.claims if claim.id in wanted}

    def counted(self) -> Iterator[tuple[Document, int]]:
        """The documents and how many claims each has."""
        sizes = self.claims.sizes() if isinstance(self.claims, Chained) else self._sizes()
        return zip(self.documents, sizes, strict=True)

    def _sizes(self) -> Iterator[int]:
        """The same without the documents; claims are in the order of these."""
        counts = Counter(claim.document for claim in self.claims)
        return (counts[document.id] for document in self.documents)

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
