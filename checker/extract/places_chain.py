"""Places of one sentence that tell of each other: Tokhar in Aleppo province; Chumbe, a village in Kilwa district."""

from checker.extract.places_words import is_direction_word
from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place
from checker.rulebook.gazetteer import resolve, to_place
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar

SHORT_LINK = 4  # words between two places of which one only tells where the other lies
EDGE_LINK = 6  # the same, with a word for an edge: X, on the northern edge of Y
LONG_LINK = 14  # words between a place and the one around it: a settlement of some 600 people in the south of
_ASIDE = {("of",), ("near",)}  # then a place that tells where the one before it lies
_OUTER = {(",",), ("in",), (",", "in"), ("of",), (",", "in", "the"), ("(",), ("in", "the")}  # then the outer place
_ONE = {("a",), ("an",), ("the",)}


def chained(sentence: Sentence, found: list[PlaceMention]) -> list[PlaceMention]:
    """Neighbours as one chain: "Tripoli, Lebanon", "Tokhar in Aleppo province", "Syria's Manbij"."""
    chained = list(found)
    for index in range(len(found) - 2, -1, -1):
        first, second = chained[index], chained[index + 1]
        between = tuple(token.lower for token in sentence.tokens[first.last : second.first])
        if _owns(sentence, first, between) and second.role != "demonym":
            inner = _within(second, first.place)
            role = "place" if first.role == "demonym" else first.role
            chained[index + 1] = inner._replace(preposition=first.preposition, role=role)
            chained[index] = first._replace(role="demonym")
        elif _bare(between) in _OUTER and first.role != "demonym" != second.role:
            chained[index] = _within(first, second.place)
            chained[index + 1] = second if between in _OUTER else second._replace(role="outer")
        elif between == ("and",) and first.preposition == "between" and second.role == "place":
            chained[index + 1] = second._replace(role="reference")
        elif _apposed(between) and first.role == second.role == "place":
            chained[index] = _within(first, second.place)
            chained[index + 1] = second._replace(role="outer")
        elif between[-1:] in _ASIDE and first.role == second.role == "place" and _is_short(between):
            chained[index + 1] = second._replace(role="reference")
    return chained


def _bare(between: tuple[str, ...]) -> tuple[str, ...]:
    """The words between two places without what only tells of the second that it is a district or the like."""
    if len(between) < len(("district", "of")) or between[-1] != "of" or between[-2] not in place_words().kinds:
        return between
    kept = between[:-2]
    while kept and is_direction_word(kept[-1]):
        kept = kept[:-1]
    return kept if kept in _OUTER else (*kept, "in") if kept == (",",) else between


def _is_short(between: tuple[str, ...]) -> bool:
    """Whether the words between two places are so few that the second only tells where the first lies."""
    return len(between) <= SHORT_LINK or (len(between) <= EDGE_LINK and not place_words().edges.isdisjoint(between))


def _apposed(between: tuple[str, ...]) -> bool:
    """Whether the words between two places tell what the first is and where it lies: X, a village of 300 in Y."""
    words = place_words()
    if len(between) > LONG_LINK or between[:1] != (",",) or between[1:2] not in _ONE:
        return False
    told = any(word in words.settlements | words.kinds | words.sites for word in between[2:])
    return told and between[-1] in {"in", "of", "on", "the"} and grammar().words.auxiliaries.isdisjoint(between)


def _owns(sentence: Sentence, first: PlaceMention, between: tuple[str, ...]) -> bool:
    """Whether the first place is the genitive of the second: Syria's Manbij; Syrias Manbij where the mark is lost."""
    if between and between != ("'s",):
        return False
    known = not first.place.containers and bool(first.place.country)
    return known and (bool(between) or sentence.tokens[first.last - 1].lower[-1:] == "s")


def _within(mention: PlaceMention, outer: Place) -> PlaceMention:
    """The mention with what its outer place settles: which of several of a name, or where an unknown one lies."""
    place = mention.place
    if place.name == outer.name or place.name in outer.containers:
        return mention
    text = f"{place.text}, {outer.text}" if outer.containers else place.text
    if outer.name in place.containers:
        return mention._replace(place=place.model_copy(update={"text": text}))
    entry = resolve(place.name, outer.country, outer.name) if outer.country or outer.name else None
    if entry is not None and entry.kind != "country" and entry.country == outer.country != place.country:
        return mention._replace(place=to_place(entry, text))
    if (
        (entry is None or not place.country)
        and place.name not in outer.containers
        and place.country in {"", outer.country}
    ):
        containers = tuple(dict.fromkeys((*place.containers, outer.name, *outer.containers)))
        inner = Place(text=text, name=place.name, containers=containers, country=outer.country)
        return mention._replace(place=inner)
    return mention


def joined(sentence: Sentence, found: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Two places joined by "and" under one preposition as one mention: "in Iraq and Syria"."""
    joined: list[PlaceMention] = []
    for mention in found:
        last = joined[-1] if joined else None
        if last is None or not _twins(sentence, last, mention):
            joined.append(mention)
            continue
        first, second = last.place, mention.place
        common = tuple(name for name in first.containers if name in second.containers)
        place = Place(
            text=sentence.text[last.start - sentence.start : mention.end - sentence.start],
            name=" and ".join(sorted((first.name, second.name))),
            containers=common,
            country=first.country if first.country == second.country else "",
        )
        joined[-1] = last._replace(last=mention.last, end=mention.end, place=place)
    return tuple(joined)


def _twins(sentence: Sentence, first: PlaceMention, second: PlaceMention) -> bool:
    between = [token.lower for token in sentence.tokens[first.last : second.first]]
    return (
        between in (["and"], ["and", "the"])
        and first.role == "place"
        and second.role in {"place", "demonym"}
        and first.preposition not in {"", "between"}
        and second.preposition in {"", first.preposition}
        and first.place.name not in second.place.containers
        and second.place.name not in first.place.containers
        and " and " not in first.place.name
    )
