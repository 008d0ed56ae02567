"""Drafts of one rule that hang together: a series of counts is one finding, not one for every two of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.judge.draft import Draft, Order
from checker.judge.wording import speaker_shown, value_shown
from checker.model import Claim


def together(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those of one rule that share claims as one where the rule wants that.

    Each such draft is about two claims. What is left is the first of them, then the first claim for each further value.
    """
    single: list[Draft] = []
    series: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.joint:
            series[draft.rule].append(draft)
        else:
            single.append(draft)
    return single + [_joined(some) for found in series.values() for some in _sharing(found)]


def _sharing(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The drafts in sets that share no claim."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (higher := above.setdefault(name, name)) != name:
            above[name] = above[higher]
            name = higher
        return name

    for draft in drafts:
        first, *others = (claim.id for claim in draft.claims)
        for other in others:
            above[top(other)] = top(first)
    found: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        found[top(draft.claims[0].id)].append(draft)
    return list(found.values())


def _joined(drafts: Sequence[Draft]) -> Draft:
    first = min(drafts, key=lambda draft: draft.order)
    claims: dict[str, tuple[Order, Claim]] = {
        claim.id: (order, claim) for draft in drafts for order, claim in zip(draft.order, draft.claims, strict=True)
    }
    values: dict[tuple[object, str], Claim] = {}
    for _, claim in sorted(claims.values(), key=lambda entry: entry[0]):
        values.setdefault((claim.hard, claim.unit.name), claim)
    for claim in first.claims:
        values.pop((claim.hard, claim.unit.name), None)
    more = "".join(f"{first.joint}{value_shown(claim)} ({speaker_shown(claim)})" for claim in values.values())
    return first._replace(message=first.message + more, claims=(*first.claims, *values.values()), joint="", order=())
