"""What crosses between the engine and a stage: plain data that goes to JSON and back.

What the engine only hands on is sealed: it is written where it is made and read where it is needed.
"""

from collections.abc import Sequence
from typing import NamedTuple, Self

from checker.align.group import Aligned
from checker.engine.sealed import Sealed, sealed
from checker.judge.draft import Draft
from checker.judge.facts import Stated
from checker.model import Claim, Document, Extraction, Fact, Finding, Mention, Place, Profile, Status
from checker.read import Candidate

Claims = tuple[Claim, ...]


class Item(NamedTuple):
    """One thing to read and extract from: a file, or a document at hand.

    `year` is that of other reports of the story, for a document that bears a day and a month alone.
    """

    candidate: Candidate | None = None
    document: Document | None = None
    year: int | None = None


class Head(NamedTuple):
    """What the engine has to know of a document to put it in its place; `path` and `id` are by what it is sorted."""

    path: str
    id: str
    sha256: str
    status: Status
    claims: int
    dated: bool
    home_told: bool


class Rest(NamedTuple):
    """What the map stage finds beside claims; `keys` are the blocking keys of these, claim by claim.

    `home` is where the report's story happens.
    """

    mentions: tuple[Mention, ...]
    home: Place | None
    drafts: tuple[Draft, ...]
    keys: tuple[tuple[str, ...], ...]


class Mapped(NamedTuple):
    """What the map stage makes of one document, in parts, each of which is read when somebody asks for it."""

    head: Head
    sealed_document: Sealed[Document]
    sealed_profile: Sealed[Profile]
    sealed_claims: Sealed[Claims]
    sealed_rest: Sealed[Rest]

    @classmethod
    def of(
        cls,
        document: Document,
        profile: Profile,
        extraction: Extraction,
        drafts: tuple[Draft, ...] = (),
        keys: tuple[tuple[str, ...], ...] = (),
    ) -> Self:
        """What was found in a document."""
        claims, dated = extraction.claims, profile.published is not None
        told = extraction.home_told
        return cls(
            Head(document.path, document.id, document.sha256, document.status, len(claims), dated, told),
            sealed(Document, document),
            sealed(Profile, profile),
            sealed(Claims, claims),
            sealed(Rest, Rest(extraction.mentions, extraction.home, drafts, keys)),
        )

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.sealed_document.value

    @property
    def profile(self) -> Profile:
        """Its profile."""
        return self.sealed_profile.value

    @property
    def claims(self) -> Claims:
        """Its claims."""
        return self.sealed_claims.value

    @property
    def rest(self) -> Rest:
        """What was found beside claims."""
        return self.sealed_rest.value

    def moved(self, home: Place, claims: Claims, keys: tuple[tuple[str, ...], ...]) -> Self:
        """The same with another home, for claims that are elsewhere by it."""
        rest = self.rest._replace(home=home, keys=keys)
        return self._replace(sealed_claims=sealed(Claims, claims), sealed_rest=sealed(Rest, rest))


class Read(NamedTuple):
    """What an item holds, and notices of what was passed over in it."""

    mapped: tuple[Mapped, ...]
    notices: tuple[str, ...] = ()


class Group(NamedTuple):
    """The claims that meet under a key, by their places among all claims of the run."""

    key: str
    places: Sequence[int]


class Text(NamedTuple):
    """A document with all its claims, the first of which has that place among all claims of the run."""

    first: int
    sealed_document: Sealed[Document]
    sealed_profile: Sealed[Profile]
    sealed_claims: Sealed[Claims]

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.sealed_document.value

    @property
    def profile(self) -> Profile:
        """Its profile."""
        return self.sealed_profile.value

    @property
    def claims(self) -> Claims:
        """Its claims."""
        return self.sealed_claims.value


class Placed(NamedTuple):
    """The claims of one document, the first of which has that place among all claims of the run."""

    first: int
    claims: Sealed[Claims]


class Groups(NamedTuple):
    """Groups that are compared by one process, with the documents whose claims meet in them, each once."""

    groups: tuple[Group, ...]
    texts: tuple[Placed, ...]


class Problem(NamedTuple):
    """Why the claims of a document were not wholly compared or judged."""

    document: str
    reason: str


class Linked(NamedTuple):
    """A pair with the places of its claims, and the bits of the screen that want it."""

    first: int
    second: int
    wanted: int
    pair: Sealed[Aligned]


class Compared(NamedTuple):
    """The pairs that somebody wants, and what went wrong."""

    pairs: tuple[Linked, ...]
    problems: tuple[Problem, ...] = ()


class Component(NamedTuple):
    """Claims that are judged together, by their places and in order, and how some two of them relate.

    All pairs of those at the `centre` are there. `aside` are the numbers of pairs that are judged elsewhere: here only
    those want them who look at further pairs of a claim.
    """

    claims: tuple[int, ...]
    centre: tuple[int, ...]
    pairs: tuple[Sealed[Aligned], ...]
    aside: tuple[int, ...] = ()


class Components(NamedTuple):
    """Components that are judged by one process, with the documents in which their claims stand, each once.

    `apart` are claims of whom an editor has said that they are not about one fact, by their ids.
    """

    components: tuple[Component, ...]
    texts: tuple[Text, ...]
    apart: tuple[tuple[str, str], ...] = ()


class Judged(NamedTuple):
    """What the rules find in components, the facts that these tell of, and what is missing."""

    drafts: tuple[Draft, ...]
    facts: tuple[Stated, ...] = ()
    problems: tuple[Problem, ...] = ()


class Verdicts(NamedTuple):
    """What follows from all documents together: findings, facts, and by document what is missing."""

    findings: Sequence[Finding]
    facts: Sequence[Fact]
    problems: dict[str, tuple[str, ...]]
