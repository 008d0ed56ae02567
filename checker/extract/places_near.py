"""Which of the places of a sentence a figure belongs to, and where a report's story happens."""

from collections import defaultdict
from collections.abc import Callable

from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place, Section
from checker.rulebook.gazetteer import country_name
from checker.rulebook.gazetteer_data import countries

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

FIRST_SENTENCES = 8  # of a report, in which its story's place is named
HEADLINE_VOTES = 3.0
LEAD_VOTES = 2.0
DATELINE_VOTES = 0.5
GOVERNED_VOTES = 1.0  # more for a place that a preposition governs
DEMONYM_VOTES = 0.25
SIDE_VOTES = 0.5  # of the votes of a side of a country, which is vague: southern Niger
SHARE = 0.1  # of the votes of all places of a country that one of them needs; else the story is the country's

Finder = Callable[[Sentence], tuple[PlaceMention, ...]]


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


def home(sentences: tuple[Sentence, ...], dateline: tuple[int, int] | None, find: Finder) -> Place | None:
    """The place that headline and first sentences name most, the dateline's counting little; None without any.

    Args:
        sentences: all of the report.
        dateline: its offsets, if it has one.
        find: gives the places of a sentence.
    """
    votes: dict[str, float] = defaultdict(float)
    nations: dict[str, float] = defaultdict(float)
    places: dict[str, Place] = {}
    for number, sentence in enumerate(_first(sentences)):
        for mention in find(sentence):
            place = mention.place
            weight = _weight(mention, sentence, number, dateline)
            nations[place.country] += weight
            if place.containers and mention.role != "demonym" and " and " not in place.name:
                known = places.get(place.name)
                if known is None or len(place.containers) > len(known.containers):
                    places[place.name] = place
                votes[place.name] += weight * (SIDE_VOTES if _is_side(mention) else 1)
    nations.pop("", None)
    nation = max(nations, key=lambda code: nations[code]) if nations else ""
    inside = [name for name in votes if places[name].country in {"", nation}]
    best = max(inside, key=lambda name: votes[name]) if inside else ""
    if best and (not nation or votes[best] >= SHARE * nations[nation]):
        return places[best]
    return _nation(nation) if nation else None


def _nation(code: str) -> Place:
    """A country as a place."""
    name = country_name(code)
    return Place(
        text=countries().countries[code].names[0] if code in countries().countries else name, name=name, country=code
    )


def _first(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.section is not Section.FURNITURE][:FIRST_SENTENCES]


def _weight(mention: PlaceMention, sentence: Sentence, number: int, dateline: tuple[int, int] | None) -> float:
    if mention.role == "demonym":
        return DEMONYM_VOTES
    if dateline is not None and dateline[0] <= mention.start < dateline[1]:
        return DATELINE_VOTES
    if mention.role != "place":
        return 0.5
    weight = HEADLINE_VOTES if sentence.section is Section.HEADLINE or number == 0 else 0.5
    if number == 1:
        weight = LEAD_VOTES
    return weight + (GOVERNED_VOTES if mention.preposition else 0)
