"""A name in a sentence as a mention: the sides before it and the heads behind it belong to it."""

from typing import NamedTuple

from checker.extract.places_words import Governor, Tokens, is_direction, is_head, is_held
from checker.extract.syntax import PlaceMention
from checker.model import Place
from checker.rulebook.gazetteer import fold_place, lookup
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar

FARTHEST_PART = 8  # words between a part and a name: areas of the divided second city of
MOST_HEADS = 2  # words behind a name that say what it is: Dosso prison, al-Hamadaniyah city district
_BORDERS = frozenset({"border", "borders", "frontier"})
SCOPE = 7  # words between a superlative and the place in which it holds, or behind that
LONG = 5  # letters of nest, west
_SIDES = {"north": "northern", "south": "southern", "east": "eastern", "west": "western"}


class Sight(NamedTuple):
    """A name at its place: tokens from `first` to `last`, the run of capitals it stands in, and what governs it."""

    first: int
    last: int
    run: tuple[int, int]
    governor: Governor
    titled: bool  # within a title-case headline


def to_mention(tokens: Tokens, sight: Sight, place: Place, role: str = "") -> PlaceMention:
    """The mention with the sides before and the heads behind the name; a demonym has neither."""
    first, last = sight.first, sight.last
    name, containers = place.name, place.containers
    if role != "demonym":
        while last < len(tokens) and is_head(tokens[last].lower) and last < sight.last + MOST_HEADS:
            head = tokens[last].lower
            if place.country and not place.containers and head not in place_words().lands | _BORDERS:
                break
            if head in place_words().sites and head not in name.split():
                name, containers = _narrowed(f"{name} {head}", name, containers)
            last += 1
        while first and is_direction(tokens[first - 1]) and tokens[first - 1].lower != "far":
            first -= 1
            side = tokens[first].lower if is_held(tokens[first].lower) else _side(tokens[first].lower)
            if side not in name.split():
                name, containers = _narrowed(f"{side} {name}", name, containers)
        first, name, containers = _part(tokens, first, name, containers)
    text = _full(text_of(tokens, first, last), name)
    resolved = Place(text=text, name=name, containers=containers, country=place.country)
    start, end = tokens[first].start, tokens[last - 1].end
    return PlaceMention(
        first, last, start, end, resolved, sight.governor.preposition, role or _role(tokens, sight.governor)
    )


def _part(tokens: Tokens, first: int, name: str, containers: tuple[str, ...]) -> tuple[int, str, tuple[str, ...]]:
    """The rebel-held areas of a place, as the side of it that they are; the name as it is where none are told."""
    parts = place_words().parts
    reach = range(first - 1, max(1, first - FARTHEST_PART), -1)
    index = next((i for i in reach if tokens[i].lower == "of" and tokens[i - 1].lower in parts), 0)
    if not index or any(not tokens[i].text[0].isalpha() for i in range(index, first)):
        return first, name, containers
    begin = index - 1
    while begin and is_direction(tokens[begin - 1]):
        begin -= 1
    if begin == index - 1:
        return first, name, containers
    lower = tokens[begin].lower
    side = lower if is_held(lower) else _side(lower)
    return begin, *_narrowed(f"{side} {name}", name, containers)


def _full(text: str, name: str) -> str:
    """The text with the word for the kind that the gazetteer's name ends in: Burias, of Burias island."""
    folded = fold_place(text)
    rest = name[len(folded) :].split()
    if name.startswith(f"{folded} ") and all(is_head(word) for word in rest):
        return " ".join((text, *rest))
    return text


def _narrowed(name: str, outer: str, containers: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The name and containers of a part or site of a place, as the gazetteer has it or as the words say."""
    found = lookup(fold_place(name))
    return (found[0].name, found[0].containers) if found else (name, (outer, *containers))


def _side(lower: str) -> str:
    """North, north-eastern and north eastern in one form: northern, northeastern."""
    bare = lower.replace("-", "")
    for short, long in _SIDES.items():
        if bare.endswith(short):
            return bare[: len(bare) - len(short)] + long
    return bare


def _role(tokens: Tokens, ruler: Governor) -> str:
    words = place_words()
    if _aside(tokens, ruler.at):
        return "aside"
    if ruler.far:
        return "reference"
    if ruler.preposition in words.origin:
        return "origin"
    if ruler.preposition not in words.goal:
        return "place"
    return "demonym" if ruler.at and tokens[ruler.at - 1].lower == "according" else "goal"


def _aside(tokens: Tokens, at: int) -> bool:
    """Whether the word before the preposition tells of something else: felt in X, based in X, said in X."""
    lower = tokens[at - 1].lower if at > 0 else ""
    if at > 0 and tokens[at].lower == "in" and _is_superlative(tokens, at):
        return True
    return lower in place_words().aside or lower in grammar().words.saying


def _is_superlative(tokens: Tokens, at: int) -> bool:
    """Whether a place only tells of what something is the most: the deadliest attack on aid workers in X since 2021."""
    words = [token.lower for token in tokens[max(0, at - SCOPE) : at]]
    found = any(word in place_words().most or (word.endswith("est") and len(word) > LONG) for word in words)
    return (
        found
        and "," not in words
        and any(token.lower in place_words().superlative_times for token in tokens[at : at + SCOPE])
    )


def text_of(tokens: Tokens, first: int, last: int) -> str:
    """The text of the tokens, one blank wherever they are apart."""
    parts: list[str] = []
    for index in range(first, last):
        if parts and tokens[index].start > tokens[index - 1].end:
            parts.append(" ")
        parts.append(tokens[index].text)
    return "".join(parts)
