"""What crosses between the engine and a stage: plain data that goes to JSON and back."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.align.group import Aligned
from checker.judge.draft import Draft
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
    """Why comparing the claims of a group did not give all that there is."""

    key: str
    reason: str


class Compared(NamedTuple):
    """The pairs that somebody wants, and what went wrong."""

    pairs: tuple[Aligned, ...]
    problems: tuple[Problem, ...] = ()


class Component(NamedTuple):
    """Claims that are linked, directly or through others, by their ids, and how each two of them relate."""

    claims: tuple[str, ...]
    pairs: tuple[Aligned, ...]


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
    """What the rules find in components; `problems` tell, by document, what is missing."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()


class Verdicts(NamedTuple):
    """What follows from all documents together: findings, facts, and by document what is missing."""

    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    problems: dict[str, tuple[str, ...]]
