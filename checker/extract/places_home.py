"""Where a report's story happens: its places vote, and the home is the innermost that carries its country's votes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.extract.places_votes import BARE, HEADLINE_VOTES, PASSING, Count, is_quoted, is_side, is_site, within
from checker.extract.syntax import PlaceMention, Sentence
from checker.model import Place, Section
from checker.rulebook.gazetteer import country_name, lookup
from checker.rulebook.gazetteer_data import countries, place_words
from checker.rulebook.grammar import grammar

BODY_VOTES = (3.0, 2.0, 1.0, 1.0, 1.0, 1.0)  # of the first sentences of the body
LATER_VOTES = 0.3
WIDE_VOTES = 0.5  # of those of a sentence that speaks of the country
MARGIN_VOTES = 0.5  # of a dateline, a byline, a letterhead: where the text was written
SIDED = 0.4  # of the votes of a place from which one side of it is meant
INNER = 0.5  # of the votes of a country or region that a place in it needs to be the home
INNER_TOWN = 1.0  # the same, of the votes of a region or town
LEAST = 0.3  # votes of a place that may be the home: one that somebody only comes from has fewer
ONCE = 0.5  # of those of a place of no gazetteer that is named once
AHEAD = 1.4  # times the votes of the next place of the same region
ENTRIES = 3  # paragraphs that begin with a time of day in a live blog
QUOTED = 0.5  # of the votes of a place within a quotation
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}$")
_WARS = frozenset({"war", "conflict"})
_MONITORS = frozenset({"monitor", "monitors", "monitoring", "tracks", "tracking", "covering", "watches"})
MONITOR_REACH = 5  # words between a monitor and the war that it monitors
BYLINE = 14  # words of a line with a correspondent
NAMES = 0.7  # of the words of a masthead, a letterhead, a place and date that are capitalised
APPOSED = 5  # words behind a name within which its kind is told: X, a small market town
AWAITED = 3.0  # times those of the town or village that headline or lead did not name
DEFINED = 1.5  # times the votes of a place that the text introduces by its kind or that something struck


def _is_section(sentence: Sentence, found: Sequence[PlaceMention]) -> bool:
    """Whether a line is nothing but a place: the heading of a section on that, not a word on the whole story."""
    return len(found) == 1 and found[0].first == 0 and found[0].last == len(sentence.tokens)


def is_live(sentences: Sequence[Sentence]) -> bool:
    """Whether the report is a live blog, whose entries begin with the time of day and tell of many places."""
    clocks = {s.paragraph for s in sentences if s.tokens and _CLOCK.match(s.tokens[0].text)}
    return len(clocks) >= ENTRIES


def _heads(sentence: Sentence) -> bool:
    """Whether a line above the prose that is not marked as a headline reads as one: Live: Rescue at X."""
    tokens = sentence.tokens
    told = any(token.text[0].islower() and token.text.isalpha() for token in tokens) or ":" in sentence.text
    return told and tokens[-1].text[-1].isalnum() and len(tokens) <= BYLINE and not is_margin(sentence)


def is_margin(sentence: Sentence) -> bool:
    """Whether a line tells who wrote and from where: a byline, a letterhead in capitals."""
    if sentence.section is Section.HEADLINE or sentence.letters > BYLINE:
        return False
    return not place_words().bylines.isdisjoint(sentence.words) or len(sentence.uppers) >= NAMES * sentence.letters


def home(
    sentences: Sequence[Sentence], mentions: Sequence[Sequence[PlaceMention]], dateline: tuple[int, int] | None
) -> Place | None:
    """The place that headline, lead and body name most; None where the report names none.

    Args:
        sentences: all of the report.
        mentions: the places of each sentence.
        dateline: its offsets, if the report has one.
    """
    count = Count(nations_named(mentions))
    number, unnamed, live = 0, False, is_live(sentences)
    titled = any(sentence.section is Section.HEADLINE for sentence in sentences)
    headlines: set[str] = set()
    for sentence, found in zip(sentences, mentions, strict=True):
        if (
            sentence.section is Section.FURNITURE
            or sentence.text in headlines
            or (number and _is_section(sentence, found))
        ):
            continue
        votes = MARGIN_VOTES
        if sentence.section is Section.HEADLINE or (not titled and _heads(sentence)):
            votes, titled = HEADLINE_VOTES, True
            headlines.add(sentence.text)
        elif not is_margin(sentence):
            votes = BODY_VOTES[number] if number < len(BODY_VOTES) and not live else LATER_VOTES
            number, titled = number + 1, True
        if is_nationwide(sentence):
            count.wide += votes * WIDE_VOTES
        if _is_local(sentence):
            count.local += votes
        for mention in found:
            if _is_region(sentence, mention):
                count.regions.add(mention.place.name)
            if dateline is not None and dateline[0] <= mention.start < dateline[1]:
                count.add(mention, MARGIN_VOTES, margin=True)
            else:
                votes_of = votes * _stress(sentence, mention, unnamed=unnamed)
                count.add(mention, votes_of, margin=votes == MARGIN_VOTES)
        unnamed = unnamed or (votes >= BODY_VOTES[1] and _is_unnamed(sentence))
    return _innermost(count)


def nations_named(mentions: Sequence[Sequence[PlaceMention]]) -> frozenset[str]:
    """The codes of the countries that the report names, as such or by their people."""
    return frozenset(m.place.country for found in mentions for m in found if not m.place.containers) - {""}


def is_nationwide(sentence: Sentence) -> bool:
    """Whether the sentence speaks of a war or a country as a whole."""
    words, totals = grammar().words.nationwide, place_words().totals
    if words.isdisjoint(sentence.words):
        return False
    lower = [token.lower for token in sentence.tokens]
    for index, word in enumerate(lower):
        if word not in words:
            continue
        if word == "national" and lower[index + 1 : index + 2] and lower[index + 1] not in totals:
            continue
        if word not in _WARS or _MONITORS.isdisjoint(lower[max(0, index - MONITOR_REACH) : index]):
            return True
    return False


def _is_region(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether the words before a place call it a province or the like, or the gazetteer does."""
    before = [token.lower for token in sentence.tokens[max(0, mention.first - 2) : mention.first]]
    if before[1:] == ["of"] and before[0] in place_words().regions:
        return True
    return any(entry.kind == "region" for entry in lookup(mention.place.name)[:1])


def _is_local(sentence: Sentence) -> bool:
    """Whether the sentence speaks of "our town"."""
    if "our" not in sentence.words:
        return False
    lower = [token.lower for token in sentence.tokens]
    return any(word == "our" and after in place_words().settings for word, after in pairwise(lower))


def _is_unnamed(sentence: Sentence) -> bool:
    """Whether the sentence tells of a place whose name is still to come: in a rebel-held village, on a market."""
    tokens, words = sentence.tokens, place_words()
    if words.settlements.isdisjoint(sentence.words) and words.settings.isdisjoint(sentence.words):
        return False
    for index, token in enumerate(tokens):
        if token.lower not in words.settlements and token.lower not in words.settings:
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
    if is_quoted(sentence, mention):
        return QUOTED
    if unnamed and (settled or mention.preposition in words.striking):
        return AWAITED
    introduced = introduced and before[0] not in words.regions
    return DEFINED if introduced or mention.preposition in words.striking else 1


def _innermost(count: Count) -> Place | None:
    """From the country inwards, as long as one place carries enough of the votes."""
    if count.masthead is not None and count.local:
        count.places.setdefault(count.masthead.name, count.masthead)
        count.own[count.masthead.name] += count.local
        count.named.add(count.masthead.name)
    count.nations.pop("", None)
    nation = max(count.nations, key=lambda code: count.nations[code]) if count.nations else ""
    if nation and count.nations[nation] < LEAST:
        nation = ""
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
    while (child := _child(count, inside, chosen)) is not None:
        outer, chosen = inside.pop(chosen, None), child
        if outer is None and nation:
            outer = _nation(nation)
        if outer is not None and not inside[chosen].containers:  # of no gazetteer: it lies where the report's story is
            inside[chosen] = inside[chosen].model_copy(
                update={"containers": (outer.name, *outer.containers), "country": nation}
            )
    if chosen in count.sides and count.sided[chosen] >= SIDED * count.own[chosen]:
        side, town = count.sides[chosen], count.written
        if town is None or side.name.split()[-1] not in town.containers or town.country != side.country:
            return side
        return town.model_copy(update={"text": f"{town.text.title()}, {side.text}"})
    if chosen == name:
        return _nation(nation) if nation else None
    return _in_town(count, inside[chosen])


def _in_town(count: Count, place: Place) -> Place:
    """A bridge or prison of no gazetteer with the town that the report names most."""
    if place.country or not is_site(place):
        return place
    towns = [p for p in count.places.values() if not is_site(p) and not is_side(p) and p.name not in count.regions]
    towns = [p for p in towns if p.containers and p.name not in place.name and count.own[p.name] >= LEAST]
    if not towns:
        return place
    return within(place, max(towns, key=lambda p: (count.own[p.name], p.name)))


def _child(count: Count, inside: dict[str, Place], outer: str) -> str | None:
    """The place within another that carries its votes, if one does."""
    parts = {n: p for n, p in inside.items() if n != outer and (not outer or outer in p.containers or not p.country)}
    if outer and outer in inside:
        region = bool(inside[outer].containers) and outer in count.regions  # which may hold what no gazetteer knows
        parts = {n: p for n, p in parts.items() if outer in p.containers or (region and not p.containers)}
    votes = {
        name: count.own[name] + sum(count.own[n] for n, p in parts.items() if n != name and name in p.containers)
        for name in parts
        if not any(above in parts for above in parts[name].containers if above != name)
    }
    votes = {name: number for name, number in votes.items() if number >= LEAST}
    for name in [name for name in votes if votes[name] < HEADLINE_VOTES * BARE]:
        if count.own[outer] and not parts[name].containers and count.times[name] == 1:
            votes[name] *= ONCE
    ranked = sorted(votes, key=lambda name: -votes[name])
    share = INNER_TOWN if outer in inside and outer not in count.regions else INNER
    if not ranked or votes[ranked[0]] < share * count.own[outer]:
        return None
    rivals = [name for name in ranked[1:] if parts[name].country or not parts[ranked[0]].country]
    if rivals and outer and votes[ranked[0]] < AHEAD * votes[rivals[0]]:
        return None
    return ranked[0]


def _nation(code: str) -> Place:
    """A country as a place."""
    name = country_name(code)
    usual = countries().countries[code].names[0] if code in countries().countries else name
    return Place(text=usual, name=name, country=code)
