"""What a judge is given and what it gives back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from checker.model import Alignment, Claim, Document, Mention, Profile, Relation, Severity, Verdict
from checker.model.figures import figure
from checker.rulebook.rules import Rule


class Passage(NamedTuple):
    """A stretch of a document that a finding points at; offsets in its text, end excluded."""

    document: str
    start: int
    end: int


class Aligner(Protocol):
    """What a judge of names asks of checker.align; the engine passes the module checker.align.names itself."""

    def name_likeness(self, a: str, b: str) -> float:
        """How alike two folded names or words of names are, from 0 to 1; 1 for equal ones."""
        ...

    def same_person(self, a: Mention, b: Mention) -> Relation:
        """Whether two mentions may be one person."""
        ...


class Case(NamedTuple):
    """The claims and mentions of one group (one document, or one blocking key), with their documents by id.

    Claims are sorted by document path and place, so that equal input gives equal output. `alignments` say how the
    claims relate; the engine has them from checker.align, and the judges of pairs and series read them; those of pairs
    `of_one_fact` are given whatever the rule. Of claims at the `centre` all pairs are there: what depends on further
    pairs of a claim is judged there alone; None where all pairs of all claims are there. `texts` are the claims of
    each document and `stated` their ids by document, unit, measure and value, where somebody has sorted them.
    `align` compares names for the judge of names, and `names` are the pairs of them that may be alike.
    """

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    documents: Mapping[str, Document]
    profiles: Mapping[str, Profile]
    alignments: tuple[Alignment, ...] = ()
    of_one_fact: tuple[Alignment, ...] = ()
    centre: frozenset[str] | None = None
    align: Aligner | None = None
    names: tuple[tuple[str, str], ...] = ()
    texts: Mapping[str, Sequence[Claim]] | None = None
    stated: Mapping[tuple[str, str, str, float], Sequence[str]] | None = None

    def has(self, document: str, unit: str, measure: str, value: float) -> Sequence[str]:
        """The ids of the claims of one document that give this value of this measure in this unit."""
        if self.stated is not None:
            return self.stated.get((document, unit, measure, value), ())
        return [
            claim.id
            for claim in self.of(document)
            if (claim.unit.name, claim.measure, figure(claim)) == (unit, measure, value)
        ]

    def central(self, claim: Claim) -> bool:
        """Whether all pairs of the claim are there."""
        return self.centre is None or claim.id in self.centre

    def of(self, document: str) -> Sequence[Claim]:
        """The claims of one document."""
        if self.texts is not None:
            return self.texts.get(document, ())
        return [claim for claim in self.claims if claim.document == document]


Order = tuple[int, str, int]
"""By what the claims of a series follow each other: the day up to which they count, document and place."""


class Draft(NamedTuple):
    """A finding before it has an id: `claims` are the opposing ones, `passages` stand in where there are none.

    With `joint`, the words between two of its values, it is one with others of its rule that share claims with it; then
    `order` has an entry for each of its claims.
    """

    rule: str
    verdict: Verdict
    severity: Severity
    message: str
    explanation: str
    claims: tuple[Claim, ...] = ()
    passages: tuple[Passage, ...] = ()
    joint: str = ""
    order: tuple[Order, ...] = ()


Judge = Callable[[Rule, Case], Iterator[Draft]]
