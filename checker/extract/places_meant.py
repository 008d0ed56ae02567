"""Places that a sentence means without naming them: the prison, in the province, here, Malawi has reported."""

from collections.abc import Mapping, Sequence

from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place
from checker.rulebook.gazetteer_data import place_words

_DEFINITE = frozenset({"the", "this", "that", "our"})
_REGIONS = frozenset({"province", "region", "district", "governorate", "county", "state"})
_WHOLE = frozenset({"whole", "entire", "same"})
HEAD = 3  # words before a subject: Since then X has
VERB_REACH = 3  # words between a country and what it has or does: Poland on Tuesday began


def meant(sentence: Sentence, sites: Mapping[str, Place], home: Place | None) -> tuple[PlaceMention, ...]:
    """The places behind "in the prison" and "here".

    Args:
        sentence: to search.
        sites: the last place named of each kind, by the word for the kind.
        home: the report's place.
    """
    words = place_words()
    found: list[PlaceMention] = []
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.lower == "here" and home is not None:
            found.append(PlaceMention(index, index + 1, token.start, token.end, home, "at"))
            continue
        place = sites.get(token.lower) if token.lower in words.settings else None
        if place is None and token.lower in _REGIONS and home is not None and home.containers[1:]:
            place = Place(
                text=home.containers[0].title(),
                name=home.containers[0],
                containers=home.containers[1:],
                country=home.country,
            )
        first = index - 1
        while first > 0 and tokens[first].lower in _WHOLE:
            first -= 1
        if place is None or first < 1 or tokens[first].lower not in _DEFINITE or _named(sentence, index):
            continue
        preposition = tokens[first - 1].lower
        if preposition in words.locative:
            found.append(PlaceMention(first, index + 1, tokens[first].start, token.end, place, preposition))
    return tuple(found)


def _named(sentence: Sentence, index: int) -> bool:
    """Whether a name follows: the town of X."""
    tokens = sentence.tokens
    return index + 1 < len(tokens) and tokens[index + 1].lower == "of"


def spoken_of(sentence: Sentence, sites: Mapping[str, Place]) -> Place | None:
    """The site that a sentence without a place is about: the prison holds 640."""
    tokens = sentence.tokens
    for index in range(1, len(tokens)):
        if tokens[index].lower in sites and tokens[index - 1].lower in _DEFINITE and not _named(sentence, index):
            return sites[tokens[index].lower]
    return None


def subject(sentence: Sentence, places: Sequence[PlaceMention]) -> Place | None:
    """The country or region at the head of the sentence that has, does or suffers something: Malawi has reported."""
    having = place_words().having
    for mention in places:
        if mention.preposition or mention.first > HEAD or not _is_name(mention):
            continue
        after = sentence.tokens[mention.last : mention.last + VERB_REACH]
        if any(token.lower in having for token in after):
            return mention.place
    return None


def _is_name(mention: PlaceMention) -> bool:
    """Whether the place is named, not a people's adjective."""
    place = mention.place
    return mention.role == "place" or place.text.casefold() == place.name
