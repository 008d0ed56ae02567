"""Where: the place of a figure, from its clause outwards to the report's own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.extract.clauses import clause_of
from checker.extract.places import nearest_place
from checker.extract.places_home import is_nationwide, is_side
from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place, Section
from checker.rulebook.gazetteer import country_name
from checker.rulebook.gazetteer_data import countries, place_words

OPENING = 2  # sentences of the body that tell with the headline what happened
FRONT = 3  # words before a place that opens its sentence: Further north, in the town of X


class Located(NamedTuple):
    """The place of a figure, and whether its own sentence names it."""

    place: Place | None
    stated: bool = False


@dataclass(slots=True)
class Setting:
    """The places that later sentences inherit; `home` is the report's, `forms` the fullest wording of each by name."""

    home: Place | None
    place: Place | None = None
    paragraph: int = -1
    told: int = 0  # sentences of the body that have passed
    forms: dict[str, Place] = field(default_factory=dict)
    sites: dict[str, Place] = field(default_factory=dict)  # by the word for their kind: the prison, the town

    def enter(self, sentence: Sentence) -> None:
        """A new paragraph forgets where the last one was."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.place = sentence.paragraph, None

    def pass_by(self, sentence: Sentence, places: Sequence[PlaceMention]) -> None:
        """Keep what a sentence said for the next ones."""
        self.told += sentence.section is Section.BODY
        for mention in places:
            if mention.role == "demonym":
                continue
            self._keep(mention.place)
        self.place = next((m.place for m in places if m.role == "place"), self.place)

    def _keep(self, place: Place) -> None:
        form = self.forms.get(place.name)
        if form is None or len(form.text) < len(place.text):
            self.forms[place.name] = place
        for word in place.text.split(",", 1)[0].casefold().split():
            if word in place_words().settings:
                self.sites[word] = place

    def fullest(self, place: Place) -> Place:
        """The place in the fullest wording that the report has used."""
        return self.forms.get(place.name, place)

    def opens(self, sentence: Sentence) -> bool:
        """Whether the sentence tells what the report is about."""
        return sentence.section is Section.HEADLINE or self.told < OPENING


def place_of(sentence: Sentence, at: int, places: tuple[PlaceMention, ...], setting: Setting) -> Located:
    """The place of the figure at a token index: its clause's, its sentence's, the one meant, the report's."""
    token = sentence.tokens[at]
    found = nearest_place(places, token.start, clause_of(sentence, at))
    if found is None:
        found = nearest_place(places, token.start, (sentence.start, sentence.end))
    home = setting.home
    if found is not None:
        if home is not None and setting.opens(sentence) and _holds(found.place, home):
            return Located(setting.fullest(home), stated=True)
        return Located(setting.fullest(found.place), stated=True)
    if home is not None and home.country and is_nationwide(sentence):
        return Located(_country(home, setting))
    place = _meant(sentence, setting) or setting.place or home
    return Located(setting.fullest(place) if place else None)


def _holds(outer: Place, inner: Place) -> bool:
    """Whether the first place, or the one that it is a side of, contains the second."""
    names = {outer.name, *outer.containers[:1]} if is_side(outer) else {outer.name}
    return bool(names & set(inner.containers))


def _country(place: Place, setting: Setting) -> Place:
    """The country of a place."""
    name = country_name(place.country)
    usual = countries().countries[place.country].names[0] if place.country in countries().countries else name
    return setting.forms.get(name) or Place(text=usual, name=name, country=place.country)


def _meant(sentence: Sentence, setting: Setting) -> Place | None:
    """The site or region named before that "the prison" or "the province" speaks of."""
    tokens = sentence.tokens
    for index in range(1, len(tokens)):
        if tokens[index].lower in setting.sites and tokens[index - 1].lower in _DEFINITE:
            return setting.sites[tokens[index].lower]
    return None


_DEFINITE = frozenset({"the", "this", "entire", "whole", "same"})
