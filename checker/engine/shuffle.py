"""Between map and reduce: claims to the groups in which they meet. A claim may be in several."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from checker.model import Claim

MOST_TOGETHER = 400  # claims of a group that are compared with each other: 80,000 pairs, some seconds


class Group(NamedTuple):
    """The claims that meet under a key, and those that were too many to be compared with them."""

    claims: tuple[Claim, ...]
    beyond: tuple[Claim, ...] = ()


def groups(claims: Iterable[Claim], keys: Callable[[Claim], Iterable[str]]) -> Iterator[Group]:
    """The claims that share a key, in their own order; groups of one, and groups met before, are left out.

    Args:
        claims: sorted by document and place.
        keys: those of one claim; they depend on nothing else.
    """
    met: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in keys(claim):
            met[key].append(claim)
    seen: set[tuple[str, ...]] = set()
    for key in sorted(met):
        names = tuple(claim.id for claim in met[key])
        if len(names) > 1 and names not in seen:
            seen.add(names)
            yield Group(tuple(met[key][:MOST_TOGETHER]), tuple(met[key][MOST_TOGETHER:]))
