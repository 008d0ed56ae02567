"""Where a report's story happens: its places vote, and the home is the innermost that carries its country's votes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place, Section
from checker.rulebook.gazetteer import country_name, lookup
from checker.rulebook.gazetteer_data import countries, place_words
from checker.rulebook.grammar import grammar

HEADLINE_VOTES = 3.0
BODY_VOTES = (3.0, 2.0, 1.0, 1.0, 1.0, 1.0)  # of the first sentences of the body
LATER_VOTES = 0.3
NATIONAL_VOTES = 1.5  # of a country in a dateline or letterhead
WIDE_VOTES = 0.5  # of those of a sentence that speaks of the country
MARGIN_VOTES = 0.5  # of a dateline, a byline, a letterhead: where the text was written
BARE = 0.7  # of the votes of a place that no preposition governs
PASSING = 0.2  # of one that somebody comes from or goes to, or that a distance is measured from
NATION = 0.2  # of a country that only acts, or whose adjective stands there
SIDE = 0.5  # of a side of a country, which is vague: southern Niger
SIDED = 0.4  # of the votes of a place from which one side of it is meant
INNER = 0.5  # of the votes of a country or region that a place in it needs to be the home
INNER_TOWN = 1.0  # the same, of the votes of a region or town
AHEAD = 1.4  # times the votes of the next place of the same region
_REGIONS = frozenset({"province", "region", "governorate", "state", "county", "countryside", "district", "rural"})
_WARS = frozenset({"war", "conflict"})
_MONITORS = frozenset({"monitor", "monitors", "monitoring", "tracks", "tracking", "covering", "watches"})
MONITOR_REACH = 5  # words between a monitor and the war that it monitors
BYLINE = 14  # words of a line with a correspondent
NAMES = 0.7  # of the words of a masthead, a letterhead, a place and date that are capitalised
APPOSED = 5  # words behind a name within which its kind is told: X, a small market town
AWAITED = 3.0  # times those of the town or village that headline or lead did not name
DEFINED = 1.5  # times the votes of a place that the text introduces by its kind or that something struck


@dataclass(slots=True)
class _Count:
    """Votes for places, by name and by country code; `sides` are places such as southern Niger, by their country."""

    own: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    nations: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    places: dict[str, Place] = field(default_factory=dict)
    sides: dict[str, Place] = field(default_factory=dict)
    sided: dict[str, float] = field(default_factory=lambda: defaultdict(float))
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
        if margin and not place.containers:
            votes = NATIONAL_VOTES
        elif not margin:
            self.named.add(place.name)
        if mention.role != "place" or not mention.preposition:
            votes *= BARE if mention.role == "place" else PASSING
        self.nations[place.country] += votes
        beyond = not place.country and not place.containers and lookup(place.name)  # a sea, a group of countries
        if not beyond:
            self._own(place, votes)

    def _own(self, place: Place, votes: float) -> None:
        """A place's votes, or those of the place that it is a side of."""
        if not _REGIONS.isdisjoint(place.text.casefold().split()):
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
    return bool(place.containers) and rest == place.containers[0] and (head in words.directions or _held(head))


def _held(word: str) -> bool:
    return word.endswith(place_words().held)


def is_margin(sentence: Sentence) -> bool:
    """Whether a line tells who wrote and from where: a byline, a letterhead in capitals."""
    words = [token.text for token in sentence.tokens if token.text[0].isalpha()]
    if sentence.section is Section.HEADLINE or len(words) > BYLINE:
        return False
    names = sum(word[0].isupper() for word in words)
    return any(word.casefold() in place_words().bylines for word in words) or names >= NAMES * len(words)


def home(
    sentences: Sequence[Sentence], mentions: Sequence[Sequence[PlaceMention]], dateline: tuple[int, int] | None
) -> Place | None:
    """The place that headline, lead and body name most; None where the report names none.

    Args:
        sentences: all of the report.
        mentions: the places of each sentence.
        dateline: its offsets, if the report has one.
    """
    count = _Count()
    number, unnamed = 0, False
    headlines: set[str] = set()
    for sentence, found in zip(sentences, mentions, strict=True):
        if sentence.section is Section.FURNITURE or sentence.text in headlines:
            continue
        votes = MARGIN_VOTES
        if sentence.section is Section.HEADLINE:
            votes = HEADLINE_VOTES
            headlines.add(sentence.text)
        elif not is_margin(sentence):
            votes = BODY_VOTES[number] if number < len(BODY_VOTES) else LATER_VOTES
            number += 1
        if is_nationwide(sentence):
            count.wide += votes * WIDE_VOTES
        if _is_local(sentence):
            count.local += votes
        for mention in found:
            if dateline is not None and dateline[0] <= mention.start < dateline[1]:
                count.add(mention, MARGIN_VOTES, margin=True)
            else:
                votes_of = votes * _stress(sentence, mention, unnamed=unnamed)
                count.add(mention, votes_of, margin=votes == MARGIN_VOTES)
        unnamed = unnamed or (votes >= BODY_VOTES[1] and _is_unnamed(sentence))
    return _innermost(count)


def is_nationwide(sentence: Sentence) -> bool:
    """Whether the sentence speaks of a war or a country as a whole."""
    words, totals = grammar().words.nationwide, place_words().totals
    lower = [token.lower for token in sentence.tokens]
    for index, word in enumerate(lower):
        if word not in words:
            continue
        if word == "national" and lower[index + 1 : index + 2] and lower[index + 1] not in totals:
            continue
        if word not in _WARS or _MONITORS.isdisjoint(lower[max(0, index - MONITOR_REACH) : index]):
            return True
    return False


def _is_local(sentence: Sentence) -> bool:
    """Whether the sentence speaks of "our town"."""
    lower = [token.lower for token in sentence.tokens]
    return any(word == "our" and after in place_words().settings for word, after in pairwise(lower))


def _is_unnamed(sentence: Sentence) -> bool:
    """Whether the sentence tells of a place whose name is still to come: in a rebel-held village, on a market."""
    tokens, words = sentence.tokens, place_words()
    for index, token in enumerate(tokens):
        if token.lower not in words.settlements | words.settings:
            continue
        if token.lower not in words.settlements and not any(t.lower in {"a", "an"} for t in tokens[index - 3 : index]):
            continue
        before, after = tokens[index - 1 : index], tokens[index + 1 : index + 3]
        named = [word.text for word in after if word.lower != "of"]
        if not any(text[0].isupper() for text in named[:1]) and not (before and before[0].text[0].isupper()):
            return True
    return False


def _stress(sentence: Sentence, mention: PlaceMention, *, unnamed: bool) -> float:
    """How much a mention says of the story: the town of X, struck X; not X 19, which is one of a list.

    `unnamed` says that headline or lead told of a town or village and left its name for later.
    """
    tokens, words = sentence.tokens, place_words()
    if not mention.preposition and mention.last < len(tokens):
        after = tokens[mention.last].text
        return PASSING if after[0].isdigit() or after == ":" else 1
    before = [token.lower for token in tokens[max(0, mention.first - 2) : mention.first]]
    introduced = before[1:] == ["of"] and before[0] in words.kinds
    behind = [token.lower for token in tokens[mention.last : mention.last + APPOSED]]
    apposed = behind if not {"a", "an"}.isdisjoint(behind[:2]) else []
    settled = not words.settlements.isdisjoint((*before, *apposed, *mention.place.text.casefold().split()))
    if unnamed and (settled or mention.preposition in words.striking):
        return AWAITED
    return DEFINED if introduced or mention.preposition in words.striking else 1


def _innermost(count: _Count) -> Place | None:
    """From the country inwards, as long as one place carries enough of the votes."""
    if count.masthead is not None and count.local:
        count.places.setdefault(count.masthead.name, count.masthead)
        count.own[count.masthead.name] += count.local
        count.named.add(count.masthead.name)
    count.nations.pop("", None)
    nation = max(count.nations, key=lambda code: count.nations[code]) if count.nations else ""
    name = country_name(nation) if nation else ""
    inside = {
        place.name: place
        for place in count.places.values()
        if place.name != name
        and place.country in {nation, ""}
        and (place.name in count.named or place.name not in place_words().metonyms)
        and " and " not in place.name
    }
    count.own[name] += count.wide
    chosen = name
    while True:
        child = _child(count, inside, chosen)
        if child is None:
            break
        chosen = child
    if chosen in count.sides and count.sided[chosen] >= SIDED * count.own[chosen]:
        return count.sides[chosen]
    if chosen == name:
        return _nation(nation) if nation else None
    return inside[chosen]


def _child(count: _Count, inside: dict[str, Place], outer: str) -> str | None:
    """The place within another that carries its votes, if one does."""
    parts = {n: p for n, p in inside.items() if n != outer and (not outer or outer in p.containers or not p.country)}
    if outer and outer in inside:
        parts = {n: p for n, p in parts.items() if outer in p.containers}
    votes = {
        name: count.own[name] + sum(count.own[n] for n, p in parts.items() if n != name and name in p.containers)
        for name in parts
        if not any(above in parts for above in parts[name].containers if above != name)
    }
    ranked = sorted(votes, key=lambda name: -votes[name])
    share = INNER_TOWN if outer in inside and outer not in count.regions else INNER
    if not ranked or votes[ranked[0]] < share * count.own[outer]:
        return None
    rivals = [name for name in ranked[1:] if parts[name].country or not parts[ranked[0]].country]
    if rivals and votes[ranked[0]] < AHEAD * votes[rivals[0]]:
        return None
    return ranked[0]


def _nation(code: str) -> Place:
    """A country as a place."""
    name = country_name(code)
    usual = countries().countries[code].names[0] if code in countries().countries else name
    return Place(text=usual, name=name, country=code)
