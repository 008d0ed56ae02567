"""Where: the place of a figure, from its clause outwards to the report's own."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.extract.clauses import clause_of
from checker.extract.places import nearest_place
from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place
from checker.rulebook.grammar import grammar


@dataclass(slots=True)
class Setting:
    """The places that later sentences inherit; `home` is the report's, `forms` the fullest wording of each by name."""

    home: Place | None
    place: Place | None = None
    paragraph: int = -1
    forms: dict[str, Place] = field(default_factory=dict)

    def enter(self, sentence: Sentence) -> None:
        """A new paragraph forgets where the last one was."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.place = sentence.paragraph, None

    def pass_by(self, places: Sequence[PlaceMention]) -> None:
        """Keep what a sentence said for the next ones."""
        for mention in places:
            if mention.role == "demonym":
                continue
            form = self.forms.get(mention.place.name)
            if form is None or len(form.text) < len(mention.place.text):
                self.forms[mention.place.name] = mention.place
        self.place = next((m.place for m in places if m.role == "place"), self.place)


def place_of(sentence: Sentence, at: int, places: tuple[PlaceMention, ...], setting: Setting) -> Place | None:
    """The place of the figure at a token index: its clause's, its sentence's, its paragraph's, the report's."""
    token = sentence.tokens[at]
    found = nearest_place(places, token.start, clause_of(sentence, at))
    if found is None:
        found = nearest_place(places, token.start, (sentence.start, sentence.end))
    if found is not None:
        place = setting.forms.get(found.place.name, found.place)
        if found.role == "demonym" and place is found.place:
            place = place.model_copy(update={"text": place.name.title()})
        return place
    if setting.home is not None and setting.home.country and _nationwide(sentence):
        country = setting.home.containers[-1] if setting.home.containers else setting.home.name
        return setting.forms.get(country) or Place(text=country.title(), name=country, country=setting.home.country)
    place = setting.place or setting.home
    return setting.forms.get(place.name, place) if place else None


def _nationwide(sentence: Sentence) -> bool:
    """Whether the sentence speaks of a war or a country as a whole."""
    return any(token.lower in grammar().words.nationwide for token in sentence.tokens)
