"""The places of a whole report: each sentence's, with what the rest of the report tells of them, and its home."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.places import find_places
from checker.extract.places_home import home
from checker.extract.places_words import Tokens, capital
from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place, Section
from checker.rulebook.gazetteer import fold_place, lookup
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar


@dataclass(frozen=True, slots=True)
class Story:
    """`mentions` holds the places of each sentence by its index, `home` where the report's story happens."""

    mentions: tuple[tuple[PlaceMention, ...], ...]
    home: Place | None


def read_story(sentences: Sequence[Sentence], dateline: tuple[int, int] | None) -> Story:
    """The places of a report.

    Args:
        sentences: all of the report.
        dateline: its first and last offset in the document, if the report has one.

    Raises:
        RulebookError: a file of the lexicon is wrong.
    """
    found = [() if sentence.section is Section.FURNITURE else find_places(sentence) for sentence in sentences]
    known = _unlisted(found)
    for name in [name for name in known if any(_acts(sentence.tokens, name) for sentence in sentences)]:
        del known[name]
        found = [tuple(m for m in mentions if _base(m.place) != name) for mentions in found]
    openings = {name.split(" ", 1)[0] for name in known}
    for index, sentence in enumerate(sentences if known else ()):
        if sentence.section is not Section.FURNITURE and any(
            token.lower in openings or fold_place(token.text) in openings for token in sentence.tokens if capital(token)
        ):
            found[index] = find_places(sentence, known)
    return Story(tuple(found), home(sentences, found, dateline))


def _unlisted(found: Sequence[Sequence[PlaceMention]]) -> dict[str, Place]:
    """The places that no gazetteer knows, by the name that they bear without their heads."""
    known: dict[str, Place] = {}
    for mention in (mention for mentions in found for mention in mentions):
        name = _base(mention.place)
        if not name or mention.role == "demonym":
            continue
        containers = tuple(above for above in mention.place.containers if above != name)
        place = Place(text="", name=name, containers=containers, country=mention.place.country)
        if name not in known or len(containers) > len(known[name].containers):
            known[name] = place
    return known


def _base(place: Place) -> str:
    """The name of a place that no gazetteer knows, without the word for its kind; "" for a known one."""
    if " and " in place.name or lookup(place.name):
        return ""
    words = place.name.split()
    lexicon = place_words()
    while len(words) > 1 and words[-1] in lexicon.sites:
        words.pop()
    while len(words) > 1 and (words[0] in lexicon.directions or words[0].endswith(lexicon.held)):
        words.pop(0)
    name = " ".join(words)
    return "" if lookup(name) else name


def _acts(tokens: Tokens, name: str) -> bool:
    """Whether a name that stands free of prepositions does what companies and people do: Iberol said."""
    words, saying = place_words(), grammar().words.saying
    length = name.count(" ") + 1
    for index in range(len(tokens) - length):
        if tokens[index + length].lower not in saying or not capital(tokens[index]):
            continue
        before = tokens[index - 1].lower if index else ""
        if before in words.locative or before in words.origin or before in words.goal:
            continue
        if fold_place(" ".join(token.text for token in tokens[index : index + length])) == name:
            return True
    return False
