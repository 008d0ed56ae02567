"""Work cut into blocks, each for one process: groups to compare, components to judge.

Blocks follow the order of the claims, so that claims that meet several times mostly do so in one block, and each
crosses once. How work is cut shows in no result.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.align.group import Aligned
from checker.engine.crossing import Component, Components, Group, Groups, Mapped, Text
from checker.engine.shuffle import components
from checker.model import Claim

PAIRS = 4_000  # that are compared in one block, unless one group alone has more
LINKS = 1_000  # between claims that are judged in one block, unless one component alone has more


def blocks_of_groups(groups: Iterable[Group], claims: Sequence[Claim]) -> Iterator[Groups]:
    """The groups in blocks with their claims."""
    block: list[Group] = []
    size = 0
    for group in sorted(groups, key=lambda group: (group.places[0], group.key)):
        block.append(group)
        size += len(group.places) ** 2 // 2
        if size >= PAIRS:
            yield _with_claims(block, claims)
            block, size = [], 0
    if block:
        yield _with_claims(block, claims)


def _with_claims(block: Sequence[Group], claims: Sequence[Claim]) -> Groups:
    places = sorted({place for group in block for place in group.places})
    return Groups(tuple(block), {place: claims[place] for place in places})


def blocks_of_components(
    pairs: Sequence[Aligned], claims: Mapping[str, Claim], texts: Mapping[str, Mapped]
) -> Iterator[Components]:
    """The linked claims, with the pairs that link them, in blocks with their texts.

    Args:
        pairs: in the order of their claims.
        claims: by id.
        texts: by the ids of documents.
    """
    block: list[Component] = []
    size = 0
    for component in _components(pairs):
        block.append(component)
        size += len(component.pairs)
        if size >= LINKS:
            yield _with_texts(block, claims, texts)
            block, size = [], 0
    if block:
        yield _with_texts(block, claims, texts)


def _components(pairs: Sequence[Aligned]) -> Iterator[Component]:
    linked: dict[str, list[Aligned]] = defaultdict(list)
    home = components((pair.alignment.first, pair.alignment.second) for pair in pairs)
    for pair in pairs:
        linked[home[pair.alignment.first]].append(pair)
    for some in linked.values():
        members = dict.fromkeys(name for pair in some for name in (pair.alignment.first, pair.alignment.second))
        yield Component(tuple(members), tuple(some))


def _with_texts(block: Sequence[Component], claims: Mapping[str, Claim], texts: Mapping[str, Mapped]) -> Components:
    names = dict.fromkeys(claims[name].document for component in block for name in component.claims)
    found = (texts[name] for name in names)
    return Components(tuple(block), tuple(Text(item.document, item.profile, item.extraction.claims) for item in found))
