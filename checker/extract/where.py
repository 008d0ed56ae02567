"""Where: the place of a figure, from its clause outwards to the report's own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.extract.clauses import clause_of
from checker.extract.places import nearest_place
from checker.extract.places_home import is_margin, is_nationwide
from checker.extract.places_meant import meant, spoken_of, subject
from checker.extract.places_near import FRONT
from checker.extract.places_story import Story
from checker.extract.places_votes import is_quoted, is_side, is_site
from checker.extract.syntax import PlaceMention, Sentence, Token
from checker.model import Place, Section
from checker.rulebook.gazetteer import country_name, fold_place
from checker.rulebook.gazetteer_data import countries, place_words
from checker.rulebook.grammar import grammar

OPENING = 2  # sentences of the body that tell with the headline what happened
CLAUSE = 5  # words before a preposition in which a relative clause begins: a price that a firm in X asked
_RELATIVES = frozenset({"that", "which", "who", "whose", "what", "than", "as"})
NEAR = 4  # words from a site to the town that it is in
_INSIDE = frozenset({"in", "at"})
HEADING = 6  # words of a section's heading
_LINE = frozenset({"-", "\u2013", ",", "(", ")", "'", "&"})
SHORTEST = 4  # words of a sentence that tells something


class Located(NamedTuple):
    """The place of a figure, and whether its own sentence names it."""

    place: Place | None
    stated: bool = False


@dataclass(slots=True)
class Setting:
    """The places that later sentences inherit."""

    story: Story
    place: Place | None = None  # of the paragraph, as a label or the head of a sentence gave it
    last: Place | None = None  # of the sentence before, in the same paragraph
    heading: Place | None = None  # of the section, where its heading names one: ## Monastir
    paragraph: int = -1
    told: int = 0  # sentences of the body that have passed
    sites: dict[str, Place] = field(default_factory=dict)  # by the word for their kind: the prison, the town

    def enter(self, sentence: Sentence) -> None:
        """A new paragraph forgets where the last one was."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.place, self.last = sentence.paragraph, None, None

    def pass_by(self, sentence: Sentence, places: Sequence[PlaceMention]) -> None:
        """Keep what a sentence said for the next ones."""
        self.told += sentence.section is Section.BODY and not is_margin(sentence) and len(sentence.tokens) > SHORTEST
        for mention in places:
            if mention.role != "demonym":
                self._keep(sentence, mention)
        told = sentence.section is not Section.HEADLINE
        if told and is_heading(sentence):
            size = len(sentence.tokens)
            named = [m.place for m in places if m.role == "place" and m.last == size and m.first <= bool(m.preposition)]
            self.heading = named[0] if named else None
        self.last = next((m.place for m in reversed(places) if told and self._goes_on(sentence, m)), None)
        home = self.story.home
        for mention in places:
            abroad = home is not None and mention.place.country not in {"", home.country}
            label = not mention.preposition and len(sentence.tokens) <= SHORTEST
            fronted = mention.preposition and mention.first <= FRONT
            if mention.role == "place" and (label or fronted) and not abroad:
                self.place = mention.place
                break

    def _goes_on(self, sentence: Sentence, mention: PlaceMention) -> bool:
        """Whether the next sentence is likely to be of the place too: not of a street of home or where one is cured."""
        at = next((i for i in range(mention.first, 0, -1) if sentence.tokens[i].lower == mention.preposition), 0)
        words = [token.lower for token in sentence.tokens[max(0, at - CLAUSE) : at]]
        if not _RELATIVES.isdisjoint(words):
            return False
        if is_quoted(sentence, mention) or (at and sentence.tokens[at - 1].lower in place_words().treating):
            return False
        home = self.story.home
        if mention.role != "place" or mention.preposition not in place_words().strong:
            return False
        if home is None:
            return True
        return home.name not in mention.place.containers and not _holds(mention.place, home)

    def _keep(self, sentence: Sentence, mention: PlaceMention) -> None:
        before = [token.lower for token in sentence.tokens[max(0, mention.first - 2) : mention.first]]
        introduced = before[:1] if before[1:] == ["of"] else []
        for word in (*introduced, *mention.place.text.split(",", 1)[0].casefold().split()):
            if word in place_words().settings:
                self.sites[word] = mention.place

    def fullest(self, place: Place) -> Place:
        """The place in the fullest wording that the report has used, a site with the town of the story."""
        full, home = self.story.forms.get(place.name, place), self.story.home
        longer = home is not None and len(home.text) > len(full.text)
        if home is not None and longer and home.name == full.name and fold_place(full.text) in fold_place(home.text):
            return full.model_copy(update={"text": home.text})
        if home is None or full.country or not is_site(full) or len(full.containers) > 1:
            return full
        if is_site(home):
            town = home.text.partition(", ")[2]
        else:
            town = "" if is_side(home) or (home.country and not home.containers) else home.text.partition(", ")[0]
        if not town or fold_place(town) in full.name:
            return full
        return full.model_copy(update={"text": f"{full.text}, {town}"})

    def opens(self, sentence: Sentence) -> bool:
        """Whether the sentence tells what the report is about."""
        return sentence.section is Section.HEADLINE or self.told < OPENING


def place_of(sentence: Sentence, at: int, places: tuple[PlaceMention, ...], setting: Setting) -> Located:
    """The place of the figure at a token index: its clause's, its sentence's, the one meant, the report's."""
    home = setting.story.home
    found = _found(sentence, at, sorted((*places, *meant(sentence, setting.sites, home)), key=lambda m: m.first))
    actor = subject(sentence, places)
    if actor is not None and (found is None or found.role != "place" or at < found.first):
        between = sentence.tokens[at : found.first] if found is not None else ()
        if found is None or found.role != "place" or any(token.text == "," for token in between):
            return Located(setting.fullest(actor), stated=True)
    if found is not None:
        if home is not None and setting.opens(sentence) and _holds(found.place, home):
            return Located(setting.fullest(home), stated=True)
        return Located(_at_site(sentence, found, setting.fullest(found.place)), stated=True)
    if home is not None and home.country and is_nationwide(sentence):
        return Located(_country(home, setting))
    place = spoken_of(sentence, setting.sites) or setting.last or setting.place or setting.heading or home
    return Located(setting.fullest(place) if place else None)


def _at_site(sentence: Sentence, found: PlaceMention, place: Place) -> Place:
    """The place with the hospital or prison in it that the words before it name: the regional hospital in X."""
    tokens = sentence.tokens
    if found.preposition == "to" and found.first > 1 and tokens[found.first - 2].lower in place_words().ways:
        return place.model_copy(update={"text": f"{tokens[found.first - 2].text} to {place.text}"})
    at = next((i for i in range(found.first - 1, max(0, found.first - NEAR), -1) if tokens[i].lower in _INSIDE), 0)
    wide = is_side(place) or (not place.containers and bool(place.country))
    if (
        wide
        or not at
        or tokens[at - 1].lower not in place_words().sites
        or tokens[at - 1].lower in fold_place(place.text)
    ):
        return place
    first = at - 1
    while first > 0 and at - first < NEAR and _describes(tokens[first - 1]):
        first -= 1
    if first > 0 and tokens[first - 1].lower in {"a", "an"}:
        return place  # one of several, which names nothing
    words = " ".join(token.text for token in tokens[first:at])
    return place.model_copy(update={"text": f"{words}, {place.text}"})


def _describes(token: Token) -> bool:
    """Whether a word may belong to the name of a site: regional, military; neither closed nor a number."""
    return token.text.isalpha() and token.text.islower() and token.lower not in grammar().words.closed


def is_heading(sentence: Sentence) -> bool:
    """Whether a short line without a stop heads what follows."""
    tokens = sentence.tokens
    if sentence.section is not Section.BODY or len(tokens) > HEADING or not tokens[-1].text[-1].isalnum():
        return False
    return all(token.text[0].isalpha() or token.text in _LINE for token in tokens)


def _found(sentence: Sentence, at: int, places: list[PlaceMention]) -> PlaceMention | None:
    """The mention that locates the figure: one of its clause, else one of its sentence."""
    start, tokens = sentence.tokens[at].start, sentence.tokens
    found = nearest_place(places, start, clause_of(sentence, at), tokens)
    return found or nearest_place(places, start, (sentence.start, sentence.end), tokens)


def _holds(outer: Place, inner: Place) -> bool:
    """Whether the first place, or the one that it is a side of, contains the second."""
    names = {outer.name, *outer.containers[:1]} if is_side(outer) else {outer.name}
    return bool(names & set(inner.containers))


def _country(place: Place, setting: Setting) -> Place:
    """The country of a place."""
    name = country_name(place.country)
    usual = countries().countries[place.country].names[0] if place.country in countries().countries else name
    return setting.story.forms.get(name) or Place(text=usual, name=name, country=place.country)
