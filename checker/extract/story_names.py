"""The names by which a report's story goes: a ship, a town, the people and bodies that it is about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from checker.extract.syntax import Sentence
from checker.extract.words import KNOWN, look
from checker.model import Profile, Section, Story
from checker.rulebook.gazetteer import demonym_country, fold_place, lookup
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar
from checker.rulebook.thresholds import thresholds
from checker.rulebook.units import units

MOST = 16  # names of a story
MOST_TOPICS = 80
SHORTEST = 4  # letters of a name


def story_of(sentences: Sequence[Sentence], profile: Profile) -> Story:
    """The names of a report and its words in small letters, of either the most frequent.

    A name is a run of capitalised words: those that it shares with another report need not be all of them. Headlines,
    whose words may all be capitalised, count for names that the prose has too, or that are no words of it.
    """
    told = [sentence for sentence in sentences if sentence.section not in (Section.HEADLINE, Section.FURNITURE)]
    heads = [sentence for sentence in sentences if sentence.section is Section.HEADLINE]
    within = {sentence.tokens[at].lower for sentence in told for at in sentence.uppers if at}
    names: Counter[str] = Counter()
    for sentence in told:
        names.update(sorted(set(_runs(sentence, within))))
    for sentence in heads:
        names.update(sorted(set(_headed(sentence, within))))
    words = (_topic(word) for sentence in (*heads, *told) for word in _words(sentence))
    topics = Counter(word for word in words if word)
    written = _written(told)
    if names[written] == 1 and written not in within:
        del names[written]
    return Story(
        names=_most(names, MOST),
        written="" if names[written] else written,
        topics=_most(topics, MOST_TOPICS),
        day=profile.published.end if profile.published else None,
    )


def _words(sentence: Sentence) -> Iterator[str]:
    """The words of a sentence as written, the first one in small letters."""
    yield from (token.text if at else token.lower for at, token in enumerate(sentence.tokens))


def _written(told: Sequence[Sentence]) -> str:
    """The place in capitals with which the first sentence begins; a report written there may be about anything."""
    words = told[0].tokens if told else ()
    place = fold_place(words[0].lower) if words and words[0].text.isupper() and telling(words[0].lower) else ""
    return place if lookup(place) else ""


def _most(counts: Counter[str], most: int) -> tuple[str, ...]:
    """The most frequent words, sorted."""
    return tuple(sorted(sorted(counts, key=lambda word: (-counts[word], word))[:most]))


def _headed(sentence: Sentence, within: set[str]) -> Iterator[str]:
    """The names of a headline; where all words are capitalised, those that are names in the prose too, or places."""
    if any(_topic(token.text) for token in sentence.tokens):
        yield from _runs(sentence, within)
        return
    for token in sentence.tokens:
        if telling(token.lower) and (token.lower in within or lookup(fold_place(token.lower))):
            yield fold_place(token.lower)


@lru_cache(maxsize=KNOWN)
def _topic(text: str) -> str:
    """The singular of a word in small letters that says what a report is about, "" for another word."""
    topical = len(text) >= SHORTEST and text.islower() and text.isalpha() and text not in grammar().words.closed
    return units().singular(look(text).lower) if topical else ""


def _runs(sentence: Sentence, within: set[str]) -> Iterator[str]:
    """The runs of capitalised words, folded, without words that any report may have.

    The first word of a sentence counts where the report has it within one too, where it is a place that everybody
    knows, or where another capitalised one stands behind it: rain falls anywhere, not only in the town of Rain.
    """
    tokens, closed = sentence.tokens, grammar().words.closed
    run: list[str] = []
    before = -1
    for index in sentence.uppers:
        lower = tokens[index].lower
        named = index > 0 or lower in within or (len(tokens) > 1 and tokens[1].upper) or _known(lower)
        if lower in closed or not named:
            continue
        if run and index > before + 1:
            yield " ".join(run)
            run = []
        before = index
        if telling(lower):
            run.append(fold_place(lower))
    if run:
        yield " ".join(run)


@lru_cache(maxsize=KNOWN)
def _known(word: str) -> bool:
    """Whether a word by itself is the name of a place, and neither an English word nor a small town's alone."""
    found = () if word in place_words().common else lookup(fold_place(word))
    return any(entry.people >= thresholds().stories.town or entry.kind not in ("city", "site") for entry in found)


@cache
def _empty() -> frozenset[str]:
    words = place_words()
    return words.organisations | words.titles | words.names | words.never | words.directions | words.kinds


@lru_cache(maxsize=KNOWN)
def telling(word: str) -> bool:
    """Whether a capitalised word may be a part of a story's name: no country or its people, no title, no office."""
    if len(word) < SHORTEST or word in _empty() or demonym_country(word):
        return False
    return not any(entry.kind in ("country", "land") for entry in lookup(fold_place(word)))
