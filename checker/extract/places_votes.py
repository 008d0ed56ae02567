"""The votes of a report's places, by which the place of its story is chosen."""

from collections import defaultdict
from dataclasses import dataclass, field

from checker.extract.places_match import FAMOUS
from checker.extract.places_words import is_held
from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place
from checker.rulebook.gazetteer import country_name, lookup
from checker.rulebook.gazetteer_data import place_words

HEADLINE_VOTES = 3.0
MINOR = 0.4  # of those of a street or school outside the headline
NATIONAL_VOTES = 1.5  # of a country in a dateline or letterhead
BARE = 0.7  # of the votes of a place that no preposition governs
PASSING = 0.2  # of one that somebody comes from or goes to, or that a distance is measured from
DOUBTFUL = 0.3  # of those of a small town for its country, where the report does not name that
NATION = 0.2  # of a country that only acts, or whose adjective stands there
_QUOTES = frozenset({'"', "\u201c", "\u201d"})
SIDE = 0.5  # of a side of a country, which is vague: southern Niger


@dataclass(slots=True)
class Count:
    """Votes for places, by name and by country code; `sides` are places such as southern Niger, by their country."""

    told: frozenset[str] = frozenset()  # codes of the countries that the report names
    own: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    nations: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    places: dict[str, Place] = field(default_factory=dict)
    sides: dict[str, Place] = field(default_factory=dict)
    sided: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    written: Place | None = None  # the place in the dateline, capitals apart
    times: dict[str, int] = field(default_factory=lambda: defaultdict(int))  # that a place is named
    named: set[str] = field(default_factory=set)  # places that stand elsewhere than in a margin
    wide: float = 0.0  # votes for the country as a whole
    regions: set[str] = field(default_factory=set)  # places that the report calls a province or the like
    masthead: Place | None = None  # of a paper with a town's name
    local: float = 0.0  # votes for the town that a paper calls its own

    def add(self, mention: PlaceMention, votes: float, *, margin: bool) -> None:
        """One mention's votes."""
        place = mention.place
        speaks = not mention.preposition and not margin and place.name in place_words().metonyms
        if mention.role == "demonym" or speaks:
            self.nations[place.country] += votes * NATION
            if not place.containers and place.country:
                self.own[country_name(place.country)] += votes * NATION
            if mention.first == 0 and place.containers:
                self.masthead = self.masthead or place
            return
        seat = place.name in place_words().metonyms or place.name in place_words().capitals
        if margin and place.containers and not seat:
            self.written = self.written or place
        if margin and not place.containers:
            votes = NATIONAL_VOTES
        elif not margin:
            self.named.add(place.name)
        if votes < HEADLINE_VOTES and not place_words().minor.isdisjoint(place.text.casefold().split()):
            votes *= MINOR
        if mention.role != "place" or not mention.preposition:
            votes *= BARE if mention.role == "place" else PASSING
        self.nations[place.country] += votes if margin or self._sure(place) else votes * DOUBTFUL
        self.times[place.name] += 1
        beyond = not place.country and not place.containers and lookup(place.name)  # a sea, a group of countries
        if not beyond:
            self._own(place, votes)

    def _sure(self, place: Place) -> bool:
        """Whether the place tells its country: a small town may be another's namesake, where that is not named."""
        if not place.containers or place.country in self.told:
            return True
        return any(entry.people >= FAMOUS or entry.kind == "site" for entry in lookup(place.name)[:1])

    def _own(self, place: Place, votes: float) -> None:
        """A place's votes, or those of the place that it is a side of."""
        if not place_words().regions.isdisjoint(place.text.casefold().split()):
            self.regions.add(place.name)
        if is_side(place):
            outer, *above = place.containers
            self.sides.setdefault(outer, place)
            if above:
                whole = Place(text=outer.title(), name=outer, containers=tuple(above), country=place.country)
                self.places.setdefault(outer, whole)
            self.sided[outer] += votes * SIDE
            self.own[outer] += votes * SIDE
            return
        known = self.places.get(place.name)
        if known is None or len(place.containers) > len(known.containers):
            self.places[place.name] = place
        self.own[place.name] += votes


def is_side(place: Place) -> bool:
    """Whether the place is a side or a part of another that only a word like northern or rebel-held sets off."""
    head, _, rest = place.name.partition(" ")
    words = place_words()
    return bool(place.containers) and rest == place.containers[0] and (head in words.directions or is_held(head))


def is_quoted(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether the place stands within quotation marks, where somebody speaks of more than the story."""
    if '"' not in sentence.words:  # folded, they all are this one
        return False
    marks = [token.text for token in sentence.tokens[: mention.first] if token.text in _QUOTES]
    return bool(marks) and marks[-1] != "\u201d" and (marks[-1] == "\u201c" or len(marks) % 2 == 1)


def is_site(place: Place) -> bool:
    """Whether the name says that the place is a site in or near another: a bridge, a prison, a street."""
    words, name = place_words(), place.name.split()
    return not (words.sites.isdisjoint(name) and words.minor.isdisjoint(name))


def within(place: Place, town: Place) -> Place:
    """A site with the town around it."""
    text = f"{place.text}, {town.text.split(',', 1)[0]}"
    containers = tuple(dict.fromkeys((*place.containers, town.name, *town.containers)))
    return place.model_copy(update={"text": text, "containers": containers, "country": town.country})
