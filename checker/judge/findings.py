"""Drafts to findings: one for each fact and rule, with ids that outlive edits, and the places a reader needs."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from checker.judge.draft import Draft
from checker.judge.together import together
from checker.judge.wording import speaker_shown, value_shown
from checker.model import Claim, Document, Fact, Finding, Location, Verdict

LONGEST_LOCATION = 400  # characters
SHORTEST_CLAUSE = 15  # characters; less tells a reader too little
PAIR = 2
BREAK = re.compile(
    r"[,;:\u2014]\s|\s(?:and|or|but|while|whereas|including|of whom|of which)\s"
    r"|\s(?:in|on|by|from|with|against)\s(?=\d)"
)


class Place(NamedTuple):
    """Paths with offsets, and what tells apart what stands in one place."""

    spots: tuple[tuple[str, int], ...]
    rule: str
    message: str


def build_findings(
    drafts: Iterable[Draft], facts: tuple[Fact, ...], documents: Mapping[str, Document]
) -> tuple[Finding, ...]:
    """The findings, most severe first, then in the order of their places.

    Drafts of one rule about one fact become one finding, those within one text apart from those between texts.
    """
    fact_of = {name: fact.id for fact in facts for name in fact.claims}
    build = Builder(fact_of, documents)
    merged = sorted(merge_drafts(drafts, fact_of, documents), key=lambda draft: place_of(draft, documents))
    return tuple(sorted(map(build, merged), key=lambda finding: -finding.severity.rank))


def merge_drafts(drafts: Iterable[Draft], fact_of: Mapping[str, str], documents: Mapping[str, Document]) -> list[Draft]:
    """The drafts that become findings; drafts that share neither a document nor a fact do not touch each other.

    Args:
        drafts: from all rules.
        fact_of: the facts of claims, by their ids.
        documents: by id.
    """
    groups: dict[object, list[Draft]] = {}
    for draft in sorted(_telling(together(set(drafts)), documents), key=lambda draft: place_of(draft, documents)):
        groups.setdefault((draft.rule, *_scope(draft, fact_of)), []).append(draft)
    return _unrepeated(map(_merge, groups.values()))


class Builder:
    """Makes findings of merged drafts that come in the order of their places."""

    def __init__(self, fact_of: Mapping[str, str], documents: Mapping[str, Document]) -> None:
        self._fact_of = fact_of
        self._documents = documents
        self._seen: dict[bytes, int] = {}

    def __call__(self, draft: Draft) -> Finding:
        """The finding."""
        locations = _locations(draft, self._documents)
        key = _identity(draft, locations, self._fact_of)
        known = sha256(key.encode()).digest()
        self._seen[known] = self._seen.get(known, 0) + 1
        return Finding(
            id="f-" + sha256(f"{key}\n{self._seen[known]}".encode()).hexdigest()[:16],
            rule=draft.rule,
            verdict=draft.verdict,
            severity=draft.severity,
            message=draft.message,
            explanation=draft.explanation,
            fact=self._fact_of.get(draft.claims[0].id, "") if draft.claims else "",
            claims=tuple(claim.id for claim in draft.claims),
            locations=locations,
        )


def _telling(drafts: Iterable[Draft], documents: Mapping[str, Document]) -> list[Draft]:
    """One draft for two claims: the worst, and of these the one that says how the figures came to differ."""
    best: dict[object, Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.rule, place_of(draft, documents))):
        key = frozenset(claim.id for claim in draft.claims) if len(draft.claims) == PAIR else draft
        known = best.get(key)
        if known is None or _weight(draft) > _weight(known):
            best[key] = draft
    return list(best.values())


def _weight(draft: Draft) -> tuple[int, bool]:
    return draft.severity.rank, draft.verdict is Verdict.MISMATCH


def place_of(draft: Draft, documents: Mapping[str, Document]) -> Place:
    """By what drafts and findings are ordered: where they stand, then by rule and message."""
    spots = [(documents[claim.document].path, claim.number.start) for claim in draft.claims]
    spots += [(documents[passage.document].path, passage.start) for passage in draft.passages]
    return Place(tuple(spots), draft.rule, draft.message)


def _scope(draft: Draft, fact_of: Mapping[str, str]) -> tuple[object, ...]:
    """What drafts of one rule share to be one finding: their fact and, within one text, that text; else nothing."""
    facts = {fact_of.get(claim.id, "") for claim in draft.claims}
    if len(draft.claims) != PAIR or len(facts) > 1 or "" in facts:
        return (draft,)
    texts = {claim.document for claim in draft.claims}
    return (*facts, *texts) if len(texts) == 1 else tuple(facts)


def _identity(draft: Draft, locations: Iterable[Location], fact_of: Mapping[str, str]) -> str:
    """What makes a finding the same after edits elsewhere: its fact and values, or its words where there is no fact."""
    fact, *text = _scope(draft._replace(claims=draft.claims[:PAIR]), fact_of)
    if isinstance(fact, str):
        values = sorted(f"{claim.asserted!r} {claim.unit.name}" for claim in draft.claims)
        return "\n".join((draft.rule, fact, *(["in one text"] if text else []), *values))
    return "\n".join((draft.rule, *sorted(" ".join(location.quote.casefold().split()) for location in locations)))


def _merge(group: list[Draft]) -> Draft:
    """One draft for all values that drafts of one rule oppose within one fact, each value with its first claim."""
    first = group[0]
    values: dict[object, Claim] = {}
    for draft in group:
        for claim in draft.claims:
            values.setdefault(_value(claim), claim)
    further = [claim for claim in values.values() if claim not in first.claims]
    also = "".join(f"; also {value_shown(claim)} ({speaker_shown(claim)})" for claim in further)
    return first._replace(claims=(*first.claims, *further), message=f"{first.message}{also}")


def _unrepeated(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without those that oppose the same values of the same texts again: a lead and its headline."""
    first: dict[object, Draft] = {}
    for draft in drafts:
        told = frozenset((claim.document, claim.measure, _value(claim)) for claim in draft.claims)
        first.setdefault((draft.rule, told) if told else draft, draft)
    return list(first.values())


def _value(claim: Claim) -> tuple[object, ...]:
    """What tells two values of one fact apart."""
    if claim.measure == "date":
        return ("date", claim.time)
    return (claim.hard, claim.unit.name)


def _locations(draft: Draft, documents: Mapping[str, Document]) -> tuple[Location, ...]:
    spots = [_claim_location(claim, documents[claim.document]) for claim in draft.claims]
    spots += [_location(documents[passage.document], passage.start, passage.end, ()) for passage in draft.passages]
    return tuple(spots)


def _claim_location(claim: Claim, document: Document) -> Location:
    """The clause of the figure, where its sentence has other figures, cut where it is too long."""
    start, end = _clause(claim, document.text)
    if end - start > LONGEST_LOCATION:
        start = max(start, min(claim.number.start - LONGEST_LOCATION // 2, end - LONGEST_LOCATION))
        end = start + LONGEST_LOCATION
    return _location(document, start, end, ((claim.number.start, claim.number.end),))


def _clause(claim: Claim, text: str) -> tuple[int, int]:
    """The claim's span without the clauses before and after its own that hold figures of their own."""
    start, end = claim.span.start, claim.span.end
    for found in BREAK.finditer(text, start, claim.number.start):
        if any(char.isdigit() for char in text[start : found.start()]) and end - found.end() >= SHORTEST_CLAUSE:
            start = found.end()
    for found in BREAK.finditer(text, claim.number.end, end):
        if any(char.isdigit() for char in text[found.end() : end]) and found.start() - start >= SHORTEST_CLAUSE:
            return start, found.start()
    return start, end


def _location(document: Document, start: int, end: int, marks: tuple[tuple[int, int], ...]) -> Location:
    end = min(end, start + LONGEST_LOCATION)
    text = document.text
    inside = tuple((a - start, b - start) for a, b in marks if start <= a and b <= end)
    return Location(
        document=document.id,
        path=document.path,
        start=start,
        end=end,
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
        quote=text[start:end],
        marks=inside,
        origin=document.mark_at(start + inside[0][0] if inside else start),
    )
