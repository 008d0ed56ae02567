"""Passages of two texts that are copies of one original: one voice, however many outlets print it.

A passage is a paragraph with figures. Its shingles are runs of words with every figure masked, so that a copy that
changes a figure is a copy still. Passages that share most shingles are a family; its original is the earliest dated.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from checker.model import Claim, Document, Profile
from checker.rulebook.speakers import canonical_names
from checker.rulebook.thresholds import thresholds

WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")
BREAK = re.compile(r"\n[ \t]*\n")
LONGEST = 4_000  # characters of a passage that are read
SCANNED = 40  # earlier passages with a shingle in common that a passage is held against


class Passage(NamedTuple):
    """A paragraph with its claims, and how many shingles it has; these themselves are let go of at once."""

    document: str
    claims: tuple[str, ...]
    size: int


def voices(
    claims: Sequence[Claim], documents: Mapping[str, Document], profiles: Mapping[str, Profile]
) -> dict[str, str]:
    """The voice behind each claim, by claim id: its named speaker, else the original text that its passage copies.

    Reports that cite one institution are one voice, and so are those that print one text without naming anybody.

    Args:
        claims: sorted by document path and place.
        documents: by id.
        profiles: by document id; of the texts of one passage the earliest dated is the original.
    """
    canonical = canonical_names()
    originals = family_originals(claims, documents, profiles)
    return {
        claim.id: f"speaker:{canonical.get(claim.speaker.name, claim.speaker.name)}"
        if claim.speaker is not None and claim.speaker.named
        else f"text:{originals.get(claim.id, claim.document)}"
        for claim in claims
    }


def family_originals(
    claims: Sequence[Claim], documents: Mapping[str, Document], profiles: Mapping[str, Profile]
) -> dict[str, str]:
    """The document of the original, by claim id, for claims in passages that several texts share."""
    passages, pairs = _copies(_passages(claims, documents))
    above = list(range(len(passages)))

    def top(one: int) -> int:
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for a, b in pairs:
        above[top(b)] = top(a)
    families: dict[int, list[Passage]] = defaultdict(list)
    for number, passage in enumerate(passages):
        families[top(number)].append(passage)
    found: dict[str, str] = {}
    for family in families.values():
        if len(family) > 1:
            original = min(family, key=lambda passage: (_day(passage.document, profiles), passage.document))
            found.update({claim: original.document for passage in family for claim in passage.claims})
    return found


def near_copies(claims: Sequence[Claim], documents: Mapping[str, Document]) -> dict[str, tuple[str, ...]]:
    """The documents that print the text of another one, by that one's id: the same bytes, or most passages shared.

    Args:
        claims: sorted by document path and place; only passages with claims are held against each other.
        documents: by id, in the order in which copies are named.
    """
    passages, pairs = _copies(_passages(claims, documents))
    many = Counter(passage.document for passage in passages)
    shared: dict[tuple[str, str], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for first, second in pairs:
        ours, theirs = shared[passages[first].document, passages[second].document]
        ours.add(first)
        theirs.add(second)
    alike = {pair for pair, sides in shared.items() if _mostly(pair, sides, many)}
    held: dict[str, list[str]] = defaultdict(list)
    for document in documents.values():
        if document.text:
            held[document.sha256].append(document.id)
    alike |= {(one, other) for same in held.values() for one in same for other in same if one != other}
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in alike:
        found[one].add(other)
        found[other].add(one)
    order = {name: place for place, name in enumerate(documents)}
    return {name: tuple(sorted(found[name], key=lambda other: order[other])) for name in documents if name in found}


def _mostly(pair: tuple[str, str], sides: tuple[set[int], set[int]], many: Mapping[str, int]) -> bool:
    """Whether two texts share most passages of one of them."""
    return any(2 * len(side) > many[document] for document, side in zip(pair, sides, strict=True))


def shingles(text: str) -> frozenset[str]:
    """The runs of words of a text, case folded, figures masked."""
    words = ["#" if word[0].isdigit() else word for word in WORD.findall(text.casefold())]
    size = thresholds().copies.shingle
    return frozenset(" ".join(words[start : start + size]) for start in range(len(words) - size + 1))


def _passages(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterator[tuple[Passage, frozenset[str]]]:
    """The paragraphs with claims that are long enough to tell a copy from chance, with their shingles."""
    found: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    bounds: dict[str, list[tuple[int, int]]] = {}
    for claim in claims:
        if claim.document not in bounds:
            bounds[claim.document] = list(_paragraphs(documents[claim.document].text))
        for start, end in bounds[claim.document]:
            if start <= claim.number.start < end:
                found[claim.document, start, end].append(claim.id)
                break
    for (document, start, end), names in found.items():
        runs = shingles(documents[document].text[start : min(end, start + LONGEST)])
        if len(runs) >= thresholds().copies.least_shingles:
            yield Passage(document, tuple(names), len(runs)), runs


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _copies(found: Iterable[tuple[Passage, frozenset[str]]]) -> tuple[list[Passage], list[tuple[int, int]]]:
    """The passages, and the pairs of two texts that share most shingles of the shorter one, the earlier one first."""
    met: dict[str, list[int]] = defaultdict(list)
    least = thresholds().copies.shared_shingles
    passages: list[Passage] = []
    pairs: list[tuple[int, int]] = []
    for number, (passage, runs) in enumerate(found):
        passages.append(passage)
        common: dict[int, int] = defaultdict(int)
        for shingle in runs:
            earlier = met[shingle]
            for other in earlier:
                common[other] += 1
            if len(earlier) < SCANNED:
                earlier.append(number)
        for other in sorted(common):
            size = min(passage.size, passages[other].size)
            if common[other] >= least * size and passage.document != passages[other].document:
                pairs.append((other, number))
    return passages, pairs


def _day(document: str, profiles: Mapping[str, Profile]) -> date:
    period = profiles[document].published if document in profiles else None
    return period.start if period else date.max
