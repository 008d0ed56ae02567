"""What a text says about its own figures: parts, duals, lists, changes, shares."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence
from checker.model import Link, LinkKind
from checker.rulebook.grammar import grammar

_INCLUDING = frozenset(("including", "included", "includes", "whom", "among", "them", "which"))


class Placed(NamedTuple):
    """A quantity with its measure and the start of its number in the document."""

    quantity: Quantity
    measure: str
    start: int


def find_links(sentence: Sentence, placed: Sequence[Placed]) -> dict[int, list[Link]]:
    """The links of one sentence by the start of the number that has them."""
    links: dict[int, list[Link]] = {}
    for index, item in enumerate(placed):
        if index == 0:
            continue
        before = placed[index - 1]
        kind, target = _relation(sentence, before, item, placed[:index], links)
        if kind is not None:
            source = before if kind in {LinkKind.FORMER_OF, LinkKind.CHANGE_TO} else item
            aim = item.start if source is before else target
            links.setdefault(source.start, []).append(Link(kind=kind, target=aim))
    for item, following in zip(placed, placed[1:], strict=False):
        part = _partitive(sentence, item, following)
        if part is not None:
            links.setdefault(part[0], []).append(Link(kind=LinkKind.PART_OF, target=part[1]))
    return links


def _relation(
    sentence: Sentence, before: Placed, item: Placed, earlier: Sequence[Placed], links: dict[int, list[Link]]
) -> tuple[LinkKind | None, int]:
    first, second = before.quantity, item.quantity
    between = [token.lower for token in sentence.tokens[first.last : second.first]]
    bracket = "(" in between and between.index("(") >= len(between) - 2
    if bracket and first.unit and second.unit:
        same = first.unit.dimension.split(" / ")[0] == second.unit.dimension.split(" / ")[0]
        money = first.unit.dimension.startswith("[money") and second.unit.dimension.startswith("[money")
        if money or (same and first.unit.name != second.unit.name):
            return LinkKind.DUAL_OF, before.start
        if second.unit.name == "percent":
            return LinkKind.SHARE_OF, before.start
    if between == ["or"] and second.unit and first.unit and second.unit.name == "percent" != first.unit.name:
        return LinkKind.SHARE_OF, before.start
    if (
        len(between) <= 3
        and first.unit
        and second.unit
        and first.unit.dimension == second.unit.dimension
        and first.unit.name != second.unit.name
        and between[:1] in (["or"], [","])
        and not first.unit.dimension.startswith("[money")
    ):
        return LinkKind.DUAL_OF, before.start
    if between and (
        between[0] in _INCLUDING
        or (len(between) > 1 and between[0] == "," and between[1] in _INCLUDING)
        or "including" in between
        or ("of" in between and {"whom", "which", "them"} & set(between))
        or ("among" in between and {"them", "whom"} & set(between))
    ):
        return LinkKind.PART_OF, before.start
    change = _change(sentence, first, second, between)
    if change is not None:
        return change, before.start
    if between and set(between) <= {",", "and", "or", ";"} and before.measure == item.measure:
        head = next(
            (link.target for link in links.get(before.start, ()) if link.kind is LinkKind.PEER_OF), before.start
        )
        parent = next((link for link in links.get(before.start, ()) if link.kind is LinkKind.PART_OF), None)
        if parent is not None:
            links.setdefault(item.start, []).append(parent)
        return LinkKind.PEER_OF, head
    return None, 0


def _change(sentence: Sentence, first: Quantity, second: Quantity, between: Sequence[str]) -> LinkKind | None:
    """From five to seven; to 26, from 27; rose by 300 to 1,550; down from 2,500 to 1,350."""
    tokens = sentence.tokens
    words = grammar().words
    lead = [token.lower for token in tokens[max(0, first.first - 6) : first.first]]
    changing = any(word in words.rising or word in words.falling for word in lead)
    if lead[-1:] == ["from"] and between[-1:] == ["to"]:
        return LinkKind.FORMER_OF
    if lead[-1:] == ["by"] and between[-1:] == ["to"] and changing:
        return LinkKind.CHANGE_TO
    return None


def _partitive(sentence: Sentence, item: Placed, following: Placed) -> tuple[int, int] | None:
    """14 of the 18, and Of the 41 men held, 19 have been retaken: (part, whole)."""
    tokens = sentence.tokens
    between = [token.lower for token in tokens[item.quantity.numeral.last : following.quantity.first]]
    if between[:1] == ["of"] and set(between[1:]) <= {
        "the",
        "its",
        "their",
        "some",
        "about",
        "those",
        "these",
        "his",
        "our",
        "all",
        "more",
        "than",
    }:
        return item.start, following.start
    lead = [token.lower for token in tokens[max(0, item.quantity.first - 2) : item.quantity.first]]
    if lead[-1:] == ["of"] or lead == ["of", "the"] or lead == ["of", "those"]:
        opens = item.quantity.first - len(lead) <= 1 or tokens[item.quantity.first - len(lead) - 1].text in {
            ",",
            ";",
            "-",
            "(",
        }
        if opens and "," in between:
            return following.start, item.start
    return None
