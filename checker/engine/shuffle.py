"""Between map and reduce: claims to the groups in which they meet. A claim may be in several."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.engine.crossing import Group


def groups(keys: Iterable[Iterable[str]]) -> Iterator[Group]:
    """The claims that share a key, by their places and in their order; groups of one are left out.

    Args:
        keys: those of each claim; they depend on nothing else. Claims are sorted by document and place.
    """
    met: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            met[key].append(place)
    for key, places in met.items():
        if len(places) > 1:
            yield Group(key, tuple(places))


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
