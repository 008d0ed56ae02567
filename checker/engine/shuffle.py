"""Between map and reduce: claims to the groups in which they meet. A claim may be in several."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.model import Claim


class Group(NamedTuple):
    """The claims that meet under a key, each with its place among all."""

    key: str
    claims: Sequence[tuple[int, Claim]]


def groups(claims: Iterable[Claim], keys: Callable[[Claim], Iterable[str]]) -> Iterator[Group]:
    """The claims that share a key, in their own order, by key; groups of one are left out.

    Args:
        claims: sorted by document and place.
        keys: those of one claim; they depend on nothing else.
    """
    met: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for place, claim in enumerate(claims):
        for key in keys(claim):
            met[key].append((place, claim))
    for key in sorted(met):
        if len(met[key]) > 1:
            yield Group(key, met[key])


def components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Claims that are linked, by links of links too, have one name: that of one of them."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (next_ := above.setdefault(name, name)) != name:
            above[name] = above[next_]
            name = next_
        return name

    for a, b in pairs:
        above[top(b)] = top(a)
    return {name: top(name) for name in above}
