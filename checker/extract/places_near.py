"""Which of the places of a sentence a figure belongs to."""

from collections.abc import Sequence

from checker.extract.syntax import PlaceMention, Token
from checker.rulebook.gazetteer import lookup
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar

# Penalties in characters of distance: how much farther away a place may be and still be the likelier one.
BEFORE = 25  # it stands before the figure
BARE = 60  # no preposition governs it
MOVING = 90  # somebody comes from it or goes there
WIDE = 40  # it is a country, or lies in no one country
OWN_DISTANCE = 60  # between a distance and the place that it is measured from
RELATIVE = 35  # the figure's place lies between two, or beside one
LABEL_GAP = 3  # characters: Homs 12, Hama: 9, Idlib - 7
CHAIN_GAP = 20  # characters between two places of a chain: in the neighbouring
FRONT = 4  # words before a place that opens its sentence: Further north, in the town of X
FRONTED = 70  # the most that its distance counts
COMMA = 25  # a comma stands between
JOINT = 40  # only "and" stands between it and the figure behind it: 4 in X and 2 in Y
PARTIAL = 150  # it is where most of what the figure counts is
PART = 2  # words between a figure and "of them" behind a second one
_WHOLE = frozenset({"them", "whom", "which", "these", "those"})
_NEVER = frozenset({"demonym", "aside", "outer"})
OUTSIDE_BEFORE = 150  # it stands in an earlier clause
OUTSIDE_AFTER = 260  # it stands in a later clause


def nearest_place(
    mentions: Sequence[PlaceMention], at: int, clause: tuple[int, int], tokens: Sequence[Token] = ()
) -> PlaceMention | None:
    """The mention that locates a figure; None where the sentence places it nowhere.

    Args:
        mentions: of the figure's sentence.
        at: the figure's offset in the document.
        clause: the first and last offset of its clause in the document.
        tokens: of the sentence, by which what stands between counts.
    """
    best, least = None, 0
    for mention in mentions:
        if mention.role in _NEVER or (mention.role == "origin" and not _left(mention, at, tokens, mentions)):
            continue
        if mention.role == "reference" and not 0 < mention.start - at < OWN_DISTANCE:
            continue
        cost = _cost(mention, at, clause, tokens)
        if tokens:
            between = [token for token in tokens if min(mention.end, at) <= token.start < max(mention.start, at)]
            if _tells_who(mention, tokens, between) or (mention.start > at and _parted(between)):
                continue
            cost += 0 if _fronted(mention, tokens) else _between(mention, at, between)
        if best is None or cost < least:
            best, least = mention, cost
    return _innermost(mentions, best) if best else None


def _parted(between: Sequence[Token]) -> bool:
    """Whether the place is another figure's: 60 jumped, and 23 are in X; 13 suspects, 11 of them in X."""
    lower = [token.lower for token in between]
    if any(lower[i] == "of" and lower[i + 1] in _WHOLE for i in range(PART, len(lower) - 1)):
        return True
    at = next((i for i in range(len(lower) - 1) if lower[i] == "," and lower[i + 1] in {"and", "but"}), -1)
    return at >= 0 and not grammar().words.auxiliaries.isdisjoint(lower[at:])


def _left(mention: PlaceMention, at: int, tokens: Sequence[Token], mentions: Sequence[PlaceMention]) -> bool:
    """Whether what is told happened where somebody comes from: they escaped from X; from X to Y; from X (80 people)."""
    if not tokens:
        return False
    first = next((i for i in range(mention.first, 0, -1) if tokens[i - 1].lower == mention.preposition), mention.first)
    if first <= 1 or 0 <= at - mention.end <= LABEL_GAP:
        return True
    before = tokens[first - 2].lower if tokens else ""
    if before in place_words().fleeing or before.endswith("ed"):
        return True
    return any(other.role == "goal" and 0 < other.start - mention.end <= CHAIN_GAP for other in mentions)


def _between(mention: PlaceMention, at: int, between: Sequence[Token]) -> int:
    """The penalty for what stands between the figure and the place."""
    partial = mention.start > at and any(token.lower in place_words().partial for token in between)
    joint = mention.end < at and bool(mention.preposition) and [token.lower for token in between] == ["and"]
    return COMMA * sum(token.text == "," for token in between) + (PARTIAL if partial else 0) + (JOINT if joint else 0)


def _fronted(mention: PlaceMention, tokens: Sequence[Token]) -> bool:
    """Whether the place opens its sentence, which then is about it: In X, where 19 died, a crew freed two."""
    if mention.first > FRONT or mention.role != "place" or not mention.preposition:
        return False
    words = grammar().words
    head = tokens[0].lower if tokens else ""
    return not (head in words.determiners or (tokens and tokens[0].text[0].isdigit()))


def _tells_who(mention: PlaceMention, tokens: Sequence[Token], between: Sequence[Token]) -> bool:
    """Whether the place belongs to who says so, beyond a comma: 40 died, a doctor in X said."""
    saying = grammar().words.saying
    commas = [token.start for token in between if token.text == ","]
    if not commas:
        return False
    after = mention.start > commas[0]
    begin, end = (commas[-1], tokens[-1].end) if after else (tokens[0].start, commas[0])
    for token in tokens:
        if begin < token.start < end and token.text == "," and token.start > mention.start:
            break
        if begin <= token.start < end and token.lower in saying:
            return True
    return False


def _innermost(mentions: Sequence[PlaceMention], chosen: PlaceMention) -> PlaceMention:
    """The place right before the chosen one that lies in it: Sinaa prison of "Sinaa prison in Hasakah"."""
    for mention in mentions:
        near = 0 < chosen.start - mention.end <= CHAIN_GAP
        outer = chosen.place.containers[0] if _is_side(chosen) else chosen.place.name
        if near and mention.role == "place" and outer in mention.place.containers:
            return mention
    return chosen


def _is_side(mention: PlaceMention) -> bool:
    """Whether the place is a side of another: central Chad."""
    place = mention.place
    return bool(place.containers) and place.name.endswith(f" {place.containers[0]}")


def _cost(mention: PlaceMention, at: int, clause: tuple[int, int], tokens: Sequence[Token]) -> int:
    after = mention.start >= at
    if not after and not mention.preposition and at - mention.end <= LABEL_GAP:
        return 0
    cost = mention.start - at if after else at - mention.end + BEFORE
    if _fronted(mention, tokens):
        cost = min(cost, FRONTED)
    if mention.preposition in {"", "of"}:
        cost += BARE
    if mention.role != "place":
        cost += MOVING
    elif mention.preposition == "between" or mention.preposition.endswith(" of"):
        cost += RELATIVE
    if not mention.place.containers and lookup(mention.place.name):
        cost += WIDE
    if not clause[0] <= mention.start < clause[1]:
        cost += OUTSIDE_AFTER if after else OUTSIDE_BEFORE
    return cost
