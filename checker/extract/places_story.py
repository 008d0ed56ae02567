"""The places of a whole report: each sentence's, with what the rest of the report tells of them, and its home."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.extract.places import find_places
from checker.extract.places_home import home, is_margin, nations_named
from checker.extract.places_match import Report
from checker.extract.places_told import heading_name, told_names
from checker.extract.places_votes import is_side
from checker.extract.places_words import Tokens
from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place, Section
from checker.rulebook.gazetteer import fold_place, lookup
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar


@dataclass(frozen=True, slots=True)
class Story:
    """`mentions` holds the places of each sentence by its index, `home` where the report's story happens.

    `told` says whether prose names it; `forms` has the fullest wording of each place by its name.
    """

    mentions: tuple[tuple[PlaceMention, ...], ...]
    home: Place | None
    told: bool
    forms: Mapping[str, Place]


def read_story(sentences: Sequence[Sentence], dateline: tuple[int, int] | None) -> Story:
    """The places of a report.

    Args:
        sentences: all of the report.
        dateline: its first and last offset in the document, if the report has one.

    Raises:
        RulebookError: a file of the lexicon is wrong.
    """
    found = [() if sentence.section is Section.FURNITURE else find_places(sentence) for sentence in sentences]
    known = _unlisted(found) | told_names(sentences)
    for name in [name for name in known if any(_acts(sentence.tokens, name) for sentence in sentences)]:
        del known[name]
        found = [tuple(m for m in mentions if _base(m.place.name) != name) for mentions in found]
    known = known or heading_name(sentences)
    first = home(sentences, found, dateline)
    report = Report(known, first.country if first else "", nations_named(found))
    again = _Doubts(known, report.country)
    doubtful = [s.index for s in sentences if s.section is not Section.FURNITURE and again.about(s, found[s.index])]
    for index in doubtful:
        found[index] = find_places(sentences[index], report)
    place = home(sentences, found, dateline) if doubtful else first
    prose = next((s.index for s in sentences if s.section is Section.BODY and not is_margin(s)), len(sentences))
    told = place is not None and any(
        _tells(mention, place, dateline)
        for sentence, mentions in zip(sentences, found, strict=True)
        for mention in mentions
        if sentence.index > prose or not is_margin(sentence)
    )
    return Story(tuple(found), place, told, _forms(found))


def _tells(mention: PlaceMention, place: Place, dateline: tuple[int, int] | None) -> bool:
    """Whether a mention outside the dateline names the place, or is the adjective of the country that it is."""
    written = dateline is not None and dateline[0] <= mention.start < dateline[1]
    return not written and mention.role in {"place", "demonym"} and mention.place.name == place.name


class _Doubts:
    """Which sentences are worth a second look once the report's own names and its country are known."""

    def __init__(self, known: Mapping[str, Place], country: str) -> None:
        self.country = country
        self.openings = {name.split(" ", 1)[0] for name in known}

    def about(self, sentence: Sentence, found: Sequence[PlaceMention]) -> bool:
        """Whether a sentence holds a name learnt since, a place abroad, or the label of a row."""
        tokens = sentence.tokens
        if self.country and any(m.place.country not in {"", self.country} and m.place.containers for m in found):
            return True
        if self.country and not found and any(token.text in {":", "|"} for token in tokens[:6]):
            return True
        return bool(self.openings) and any(
            token.lower in self.openings or fold_place(token.text) in self.openings for token in tokens if token.capital
        )


def _forms(found: Sequence[Sequence[PlaceMention]]) -> dict[str, Place]:
    """Each place in the wording that covers most of its mentions, then the longest, with the place around it."""
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[tuple[str, str], Place] = {}
    for mention in (mention for mentions in found for mention in mentions if mention.role != "demonym"):
        place = mention.place
        texts[place.name][place.text] += 1
        known = places.get((place.name, place.text))
        if known is None or len(known.containers) < len(place.containers):
            places[place.name, place.text] = place
    forms: dict[str, Place] = {}
    for name, counts in texts.items():
        covered = {
            text: sum(n for other, n in counts.items() if other.casefold() in text.casefold()) for text in counts
        }
        forms[name] = places[name, max(counts, key=lambda text: (covered[text], len(text), text))]
    return {name: _with_outer(place, forms) for name, place in forms.items()}


def _fullest(counts: Counter[str]) -> str:
    """The wording that holds most of the wordings used, by their number, then the longest."""
    lower = {text: text.casefold() for text in counts}
    covered = {text: sum(n for other, n in counts.items() if lower[other] in lower[text]) for text in counts}
    return max(counts, key=lambda text: (covered[text], len(text), text))


def _with_outer(place: Place, forms: Mapping[str, Place]) -> Place:
    """The place with the region or town around it, where the report names that and no side of it is meant."""
    outer = forms.get(place.containers[0]) if place.containers else None
    if outer is None or not outer.containers or is_side(place) or outer.name in fold_place(place.text):
        return place
    if fold_place(outer.text) in fold_place(place.text):
        return place
    return place.model_copy(update={"text": f"{place.text.split(',', 1)[0]}, {outer.text}"})


def _unlisted(found: Sequence[Sequence[PlaceMention]]) -> dict[str, Place]:
    """The places that no gazetteer knows, by the name that they bear without their heads."""
    known: dict[str, Place] = {}
    for mention in (mention for mentions in found for mention in mentions if mention.role != "demonym"):
        for whole in mention.place.name.split(" and "):
            name = _base(whole)
            containers = tuple(above for above in mention.place.containers if above != name)
            place = Place(text="", name=name, containers=containers, country=mention.place.country)
            if name and (name not in known or len(containers) > len(known[name].containers)):
                known[name] = place
    return known


def _base(whole: str) -> str:
    """The name of a place that no gazetteer knows, without the word for its kind; "" for a known one."""
    if lookup(whole):
        return ""
    words = whole.split()
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
        if tokens[index + length].lower not in saying or not tokens[index].capital:
            continue
        before = tokens[index - 1].lower if index else ""
        if before == "of" or before in words.locative or before in words.origin or before in words.goal:
            continue
        if fold_place(" ".join(token.text for token in tokens[index : index + length])) == name:
            return True
    return False
