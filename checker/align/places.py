"""How the places of two claims relate: names, containers, sides of one place, spellings."""

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from checker.model import Place, Relation
from checker.rulebook.gazetteer import country_name, lookup, members, place_words

ALIKE = 86  # percent of likeness from which two spellings are one name, where no gazetteer knows both
SOUNDS_ALIKE = 60  # the same, for names whose consonants agree
SHORTEST_ALIKE = 4  # letters of a name that may be a variant of another
_OPPOSITE = {"northern": "southern", "eastern": "western", "north": "south", "east": "west"}
_HOLDERS = {"rebel": "rebel", "opposition": "rebel", "government": "government", "regime": "government"}
_TOWN = frozenset({"city", "town", "village"})
_REGION = frozenset({"province", "governorate", "region", "state", "county", "oblast", "countryside", "district"})
_SOUNDS = str.maketrans({"q": "k", "c": "k", "w": None, "y": None, "h": None, **dict.fromkeys("aeiou", None)})


def place_relation(a: Place | None, b: Place | None) -> Relation:
    """How the first place stands to the second; unknown where either is None or nothing tells.

    Two names are disjoint only where the gazetteer knows both and neither lies in the other, or where their countries
    differ.
    """
    if a is None or b is None:
        return Relation.UNKNOWN
    first, second = _parts(a), _parts(b)
    if len(first) == len(second) == 1:
        return _single(first[0], second[0])
    return _several(first, second)


def place_sounds(place: Place | None) -> frozenset[str]:
    """The sounds of a place's name and of those it lies in but its country: two related places share one.

    Sides of a place sound as the place, so that west Aleppo and Aleppo meet; a country sounds only for itself.
    """
    if place is None:
        return frozenset()
    outer = (name for part in _parts(place) for name in part.containers if name != country_name(part.country))
    names = {*(part.name for part in _parts(place)), *outer}
    names |= {name.partition(" ")[2] for name in names if _side(name)}
    return frozenset(name[:1] + _sound(name) for name in names)


def _several(first: tuple[Place, ...], second: tuple[Place, ...]) -> Relation:
    """The relation of two groups of places."""
    pairs = [[_single(a, b) for b in second] for a in first]
    inner = {Relation.SAME, Relation.WITHIN}
    outer = {Relation.SAME, Relation.CONTAINS}
    within = all(any(relation in inner for relation in row) for row in pairs)
    contains = all(any(row[column] in outer for row in pairs) for column in range(len(second)))
    if within and contains:
        return Relation.SAME
    if within or contains:
        return Relation.WITHIN if within else Relation.CONTAINS
    flat = {relation for row in pairs for relation in row}
    if flat == {Relation.DISJOINT}:
        return Relation.DISJOINT
    return Relation.OVERLAPS if flat & {Relation.SAME, Relation.WITHIN, Relation.CONTAINS} else Relation.UNKNOWN


def _parts(place: Place) -> tuple[Place, ...]:
    """The places that one "and" joins, or the place itself."""
    if " and " not in place.name or lookup(place.name):
        return (place,)
    return tuple(_part(name, place) for name in place.name.split(" and "))


def _part(name: str, whole: Place) -> Place:
    found = [entry for entry in lookup(name) if not whole.country or entry.country == whole.country] or lookup(name)
    if found:
        return Place(text=name, name=found[0].name, containers=found[0].containers, country=found[0].country)
    return Place(text=name, name=name, containers=whole.containers, country=whole.country)


def _single(a: Place, b: Place) -> Relation:
    """The relation of two places, each one alone: the first of the reasons that decides."""
    for reason in (_contained, _abroad, _spelt):
        relation = reason(a, b)
        if relation is not Relation.UNKNOWN:
            return relation
    if _side(a.name) or _side(b.name):
        return _sides(a, b)
    if _known(a) and _known(b) and a.containers and b.containers:
        return Relation.DISJOINT if _apart(a, b) else Relation.UNKNOWN
    return _lifted(a, b)


def _contained(a: Place, b: Place) -> Relation:
    """One name, or one the container of the other."""
    if a.name == b.name:
        return _namesakes(a, b)
    if _seat(a, b):
        return Relation.SAME
    if a.name in b.containers or (b.country and b.country in members(a.name)):
        return Relation.CONTAINS
    within = b.name in a.containers or (a.country and a.country in members(b.name))
    return Relation.WITHIN if within else Relation.UNKNOWN


def _abroad(a: Place, b: Place) -> Relation:
    """Two countries."""
    return Relation.DISJOINT if a.country and b.country and a.country != b.country else Relation.UNKNOWN


def _spelt(a: Place, b: Place) -> Relation:
    """Two spellings of a name of which the gazetteer does not know both."""
    known = _known(a) and _known(b)
    return Relation.SAME if not known and _one_spelling(a.name, b.name) else Relation.UNKNOWN


def _seat(a: Place, b: Place) -> bool:
    """Whether one is a facility that bears the other's name: Latacunga prison, in Latacunga."""
    return any(
        place.name.startswith(f"{town.name} ") and not _known(place) and not _side(place.name)
        for place, town in ((a, b), (b, a))
    )


def _namesakes(a: Place, b: Place) -> Relation:
    """Two places of one name: one town in two countries is two towns, a town lies in the province of its name."""
    if a.country and b.country and a.country != b.country:
        return Relation.DISJOINT
    first, second = _heads(a), _heads(b)
    if first & _TOWN and second & _REGION:
        return Relation.WITHIN
    if first & _REGION and second & _TOWN:
        return Relation.CONTAINS
    return Relation.SAME


def _heads(place: Place) -> set[str]:
    return set(place.text.casefold().split(",", 1)[0].split()) - set(place.name.split())


def _sides(a: Place, b: Place) -> Relation:
    """Northern Syria against southern Syria: disjoint; against a town that may lie anywhere in Syria: unknown."""
    first, second = a.name.split(), b.name.split()
    if first[1:] != second[1:]:
        return Relation.UNKNOWN
    for one, other in ((first[0], second[0]), (second[0], first[0])):
        if _OPPOSITE.get(one) == other:
            return Relation.DISJOINT
    holders = _holder(first[0]), _holder(second[0])
    if all(holders):
        return Relation.SAME if holders[0] == holders[1] else Relation.DISJOINT
    return Relation.UNKNOWN


def _side(name: str) -> bool:
    head = name.split(" ", 1)[0] if " " in name else ""
    words = place_words()
    return bool(head) and (head in words.directions or head.endswith(words.held))


def _holder(word: str) -> str:
    return _HOLDERS.get(word.split("-", 1)[0], "") if "-" in word else ""


def _known(place: Place) -> bool:
    return any(not place.country or entry.country == place.country for entry in lookup(place.name))


def _apart(a: Place, b: Place) -> bool:
    """Whether two known places of one country lie apart: siblings, or one's region is told and is not the other."""
    if a.containers[0] == b.containers[0]:
        return True
    country = country_name(a.country)
    return country not in {a.name, b.name} and (a.containers[0] != country or b.containers[0] != country)


def _lifted(a: Place, b: Place) -> Relation:
    """The relation of an unknown name through the known place it lies in: the prison of one town, another town."""
    for one, other in ((a, b), (b, a)):
        if not _known(one) and one.containers:
            outer = _part(
                one.containers[0], Place(text="", name="", containers=one.containers[1:], country=one.country)
            )
            if _known(outer) and outer.containers and one.name not in other.containers:
                return Relation.DISJOINT if _single(outer, other) is Relation.DISJOINT else Relation.UNKNOWN
    return Relation.UNKNOWN


@lru_cache(maxsize=1 << 14)
def _one_spelling(a: str, b: str) -> bool:
    """Whether two folded names are spellings of one."""
    if min(len(a), len(b)) < SHORTEST_ALIKE or a[0] != b[0]:
        return False
    likeness = ratio(a, b)
    return likeness >= ALIKE or (likeness >= SOUNDS_ALIKE and _sound(a) == _sound(b))


def _sound(name: str) -> str:
    """The consonants of a name, doubled ones once: mallah and maleh are `ml`."""
    sound = name.translate(_SOUNDS)
    return "".join(letter for letter, before in zip(sound, " " + sound, strict=False) if letter != before)
