"""What a text says about its own figures: parts, duals, lists, changes, shares."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.extract.kinds import VOTES
from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence
from checker.model import Link, LinkKind, Unit
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar

SHORT = 3  # tokens between a figure and the same quantity in another unit
LEAD = 6  # tokens before a figure in which a verb of change stands


class Placed(NamedTuple):
    """A quantity with its measure and the start of its number in the document."""

    quantity: Quantity
    unit: Unit
    measure: str
    start: int


def find_links(sentence: Sentence, placed: Sequence[Placed]) -> dict[int, list[Link]]:
    """The links of one sentence by the start of the number that has them."""
    links: dict[int, list[Link]] = {}
    for before, item in pairwise(placed):
        kind, part = _relation(sentence, before, item), _partitive(sentence, before, item)
        if kind in {LinkKind.FORMER_OF, LinkKind.CHANGE_TO}:
            links.setdefault(before.start, []).append(Link(kind=kind, target=item.start))
        elif before.unit.name == item.unit.name and is_former(sentence, before.quantity, item.quantity):
            links.setdefault(item.start, []).append(Link(kind=LinkKind.FORMER_OF, target=before.start))
        elif kind is LinkKind.PEER_OF and part is None:
            _list(links, before, item)
        elif kind is not None and kind is not LinkKind.PEER_OF:
            links.setdefault(item.start, []).append(Link(kind=kind, target=before.start))
        if part is not None:
            links.setdefault(part[0], []).append(Link(kind=LinkKind.PART_OF, target=part[1]))
    return links


def _list(links: dict[int, list[Link]], before: Placed, item: Placed) -> None:
    """Tie a figure to the first of its list, and to the whole of which the figure before it is a part."""
    earlier = links.get(before.start, [])
    first = next((link.target for link in earlier if link.kind is LinkKind.PEER_OF), before.start)
    found = [Link(kind=LinkKind.PEER_OF, target=first), *(link for link in earlier if link.kind is LinkKind.PART_OF)]
    links.setdefault(item.start, []).extend(found)


def _relation(sentence: Sentence, before: Placed, item: Placed) -> LinkKind | None:
    """How a figure stands to the one before it."""
    first, second = before.quantity, item.quantity
    between = [token.lower for token in sentence.tokens[first.last : second.first]]
    dual = _dual(before.unit, item.unit, between)
    if dual is not None:
        return dual
    words = set(between)
    things = all(placed.unit.dimension == f"[{placed.unit.name}]" for placed in (before, item))
    things = all(placed.unit.dimension == f"[{placed.unit.name}]" for placed in (before, item))
    located = between == ["("] and _located(sentence, second)
    taken_up = (
        located or bool(words & {"whom", "which", "them"} and words & {"of", "among"}) or of_them(sentence, second)
    )
    if between and (_opens_part(between) or "including" in words or (things and taken_up)):
        return LinkKind.PART_OF
    lead = [token.lower for token in sentence.tokens[max(0, first.first - LEAD) : first.first]]
    if lead[-1:] == ["from"] and between[-1:] == ["to"]:
        return LinkKind.FORMER_OF
    change = grammar().words.changing
    if lead[-1:] == ["by"] and between[-1:] == ["to"] and change & set(lead) and before.measure != VOTES:
        return LinkKind.CHANGE_TO
    listed = bool(between) and words <= {",", "and", "or", ";"} and before.measure == item.measure
    return LinkKind.PEER_OF if listed else None


def is_former(sentence: Sentence, new: Quantity, item: Quantity) -> bool:
    """Whether a figure is the value before a change to the figure before it: down to 34 a day from 72."""
    tokens, words = sentence.tokens, grammar().words
    direct = tokens[item.first - 2].lower in {"up", "down"}
    if (
        item.first <= new.last
        or (item.first - new.last > LEAD and not direct)
        or tokens[item.first - 1].lower != "from"
    ):
        return False
    around = {token.lower for token in tokens[max(0, new.first - LEAD) : item.first]}
    leads = {token.lower for token in tokens[max(0, new.first - 2) : item.first]}
    return bool(around & words.changing) and bool(leads & {"to", "down", "up"})


def _located(sentence: Sentence, item: Quantity) -> bool:
    """Whether a place follows a figure: 14 dead (9 in Orla, 5 in Kalu)."""
    return item.last < len(sentence.tokens) and sentence.tokens[item.last].lower in {"in", "at", "near"}


def of_them(sentence: Sentence, item: Quantity) -> bool:
    """Whether a figure takes up the one before it: 63 people, 17 of them children."""
    behind = [token.lower for token in sentence.tokens[item.numeral.last : item.numeral.last + 2]]
    return behind in (["of", "them"], ["of", "whom"], ["of", "which"])


def _opens_part(between: Sequence[str]) -> bool:
    opening = clause_words().part_openers
    return between[0] in opening or (len(between) > 1 and between[0] == "," and between[1] in opening)


def _dual(first: Unit, second: Unit, between: Sequence[str]) -> LinkKind | None:
    """The same in another unit, or as a share: 12 nautical miles (22 km), 63 (35 percent), or 89 percent."""
    bracket = "(" in between[-2:]
    joined = bracket or (len(between) <= SHORT and between[:1] in (["or"], [","]))
    if first.name == second.name or not joined:
        return None
    if second.name == "percent":
        return LinkKind.SHARE_OF if bracket or between == ["or"] else None
    money = first.dimension.startswith("[money") and second.dimension.startswith("[money")
    same = first.dimension.partition(" / ")[0] == second.dimension.partition(" / ")[0]
    return LinkKind.DUAL_OF if (money and bracket) or same else None


def _partitive(sentence: Sentence, item: Placed, following: Placed) -> tuple[int, int] | None:
    """14 of the 18, and Of the 41 men held, 19 have been retaken: (part, whole)."""
    tokens, words = sentence.tokens, clause_words()
    between = [token.lower for token in tokens[item.quantity.numeral.last : following.quantity.first]]
    if between[:1] == ["of"] and set(between[1:]) <= words.whole_markers:
        return item.start, following.start
    first = item.quantity.first
    lead = [token.lower for token in tokens[max(0, first - 2) : first]]
    tied = (
        1
        if lead[-1:] == ["of"]
        else 2 * (lead[:1] == ["of"] and lead[1] in words.whole_markers if len(lead) > 1 else 0)
    )
    opens = tied and (first == tied or tokens[first - tied - 1].text in {",", ";", "-", "("})
    return (following.start, item.start) if opens and "," in between else None
