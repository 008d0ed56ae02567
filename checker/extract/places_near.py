"""Which of the places of a sentence a figure belongs to."""

from checker.extract.syntax import PlaceMention

# Penalties in characters of distance: how much farther away a place may be and still be the likelier one.
BEFORE = 25  # it stands before the figure
BARE = 60  # no preposition governs it
MOVING = 90  # somebody comes from it or goes there
WIDE = 40  # it is a country, or lies in no one country
OWN_DISTANCE = 60  # between a distance and the place that it is measured from
RELATIVE = 35  # the figure's place lies between two, or beside one
LABEL_GAP = 2  # characters: Homs 12, Hama: 9
CHAIN_GAP = 20  # characters between two places of a chain: in the neighbouring
OUTSIDE_BEFORE = 150  # it stands in an earlier clause
OUTSIDE_AFTER = 260  # it stands in a later clause


def nearest_place(mentions: tuple[PlaceMention, ...], at: int, clause: tuple[int, int]) -> PlaceMention | None:
    """The mention that locates a figure; None where the sentence places it nowhere.

    Args:
        mentions: of the figure's sentence.
        at: the figure's offset in the document.
        clause: the first and last offset of its clause in the document.
    """
    best, least = None, 0
    for mention in mentions:
        if mention.role == "demonym" or (mention.role == "reference" and not 0 < mention.start - at < OWN_DISTANCE):
            continue
        cost = _cost(mention, at, clause)
        if best is None or cost < least:
            best, least = mention, cost
    return _innermost(mentions, best) if best else None


def _innermost(mentions: tuple[PlaceMention, ...], chosen: PlaceMention) -> PlaceMention:
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


def _cost(mention: PlaceMention, at: int, clause: tuple[int, int]) -> int:
    after = mention.start >= at
    if not after and not mention.preposition and at - mention.end <= LABEL_GAP:
        return 0
    cost = mention.start - at if after else at - mention.end + BEFORE
    if not mention.preposition:
        cost += BARE
    if mention.role != "place":
        cost += MOVING
    elif mention.preposition == "between" or mention.preposition.endswith(" of"):
        cost += RELATIVE
    if not mention.place.containers:
        cost += WIDE
    if not clause[0] <= mention.start < clause[1]:
        cost += OUTSIDE_AFTER if after else OUTSIDE_BEFORE
    return cost
