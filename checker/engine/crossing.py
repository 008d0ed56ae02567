"""What crosses between the engine and a stage: plain data that goes to JSON and back."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.align.group import Aligned
from checker.judge.draft import Draft
from checker.judge.facts import Stated
from checker.model import Claim, Document, Extraction, Fact, Finding, Profile
from checker.read import Candidate


class Item(NamedTuple):
    """One thing to read and extract from: a file, or a document at hand.

    `year` is that of other reports of the story, for a document that bears a day and a month alone.
    """

    candidate: Candidate | None = None
    document: Document | None = None
    year: int | None = None


class Mapped(NamedTuple):
    """What the map stage makes of one document; `keys` are the blocking keys of its claims, claim by claim."""

    document: Document
    profile: Profile
    extraction: Extraction
    drafts: tuple[Draft, ...]
    keys: tuple[tuple[str, ...], ...] = ()


class Read(NamedTuple):
    """What an item holds, and notices of what was passed over in it."""

    mapped: tuple[Mapped, ...]
    notices: tuple[str, ...] = ()


class Group(NamedTuple):
    """The claims that meet under a key, by their places among all claims of the run."""

    key: str
    places: Sequence[int]


class Groups(NamedTuple):
    """Groups that are compared by one process, with the claims that meet in them, each once, by place."""

    groups: tuple[Group, ...]
    claims: dict[int, Claim]


class Problem(NamedTuple):
    """Why the claims of a document were not wholly compared or judged."""

    document: str
    reason: str


class Linked(NamedTuple):
    """A pair that somebody wants, and the places of its claims."""

    first: int
    second: int
    pair: Aligned


class Compared(NamedTuple):
    """The pairs that somebody wants, and what went wrong."""

    pairs: tuple[Linked, ...]
    problems: tuple[Problem, ...] = ()


class Component(NamedTuple):
    """Claims that are judged together, by their ids and in order, and how some two of them relate.

    All pairs of those at the `centre` are there. `apart` are those of whom an editor has said that they are not about
    one fact.
    """

    claims: tuple[str, ...]
    centre: tuple[str, ...]
    pairs: tuple[Aligned, ...]
    apart: tuple[tuple[str, str], ...] = ()


class Text(NamedTuple):
    """A document with all its claims, for judging some of them."""

    document: Document
    profile: Profile
    claims: tuple[Claim, ...]


class Components(NamedTuple):
    """Components that are judged by one process, with the texts in which their claims stand, each once."""

    components: tuple[Component, ...]
    texts: tuple[Text, ...]


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
