"""The names by which a report's story goes: a ship, a town, the people and bodies that it is about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.syntax import Sentence, Token
from checker.model import Profile, Section, Story
from checker.rulebook.gazetteer import demonym_country, fold_place, lookup
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar
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
    within = {token.lower for sentence in told for token in sentence.tokens[1:] if token.text[0].isupper()}
    names: Counter[str] = Counter()
    for sentence in told:
        names.update(sorted(set(_runs(sentence.tokens, within))))
    for sentence in heads:
        names.update(sorted(set(_headed(sentence.tokens, within))))
    topics = Counter(word for sentence in (*heads, *told) for word in _topics(sentence.tokens))
    return Story(
        names=_most(names, MOST),
        topics=_most(topics, MOST_TOPICS),
        day=profile.published.end if profile.published else None,
    )


def _most(counts: Counter[str], most: int) -> tuple[str, ...]:
    """The most frequent words, sorted."""
    return tuple(sorted(sorted(counts, key=lambda word: (-counts[word], word))[:most]))


def _headed(tokens: Sequence[Token], within: set[str]) -> Iterator[str]:
    """The names of a headline; where all words are capitalised, those that are names in the prose too, or places."""
    if any(_topical(token) for token in tokens):
        yield from _runs(tokens, within)
        return
    for token in tokens:
        if telling(token.lower) and (token.lower in within or lookup(fold_place(token.lower))):
            yield fold_place(token.lower)


def _topics(tokens: Sequence[Token]) -> Iterator[str]:
    """The words in small letters that say what a report is about."""
    return (units().singular(token.lower) for token in tokens if _topical(token))


def _topical(token: Token) -> bool:
    text = token.text
    return len(text) >= SHORTEST and text.islower() and text.isalpha() and text not in grammar().words.closed


def _runs(tokens: Sequence[Token], within: set[str]) -> Iterator[str]:
    """The runs of capitalised words, folded, without words that any report may have.

    The first word of a sentence counts where the report has it within one too, or another capitalised one behind it.
    """
    run: list[str] = []
    for index, token in enumerate(tokens):
        named = token.text[0].isupper() and token.lower not in grammar().words.closed
        if index == 0 and token.lower not in within:
            named = named and len(tokens) > 1 and tokens[1].text[0].isupper() and tokens[1].text[0].isalpha()
        if named:
            if telling(token.lower):
                run.append(fold_place(token.lower))
            continue
        if run:
            yield " ".join(run)
            run = []
    if run:
        yield " ".join(run)


@cache
def _empty() -> frozenset[str]:
    words = place_words()
    return words.organisations | words.titles | words.names | words.never | words.directions | words.kinds


@cache
def telling(word: str) -> bool:
    """Whether a capitalised word may be a part of a story's name: no country or its people, no title, no office."""
    if len(word) < SHORTEST or word in _empty() or demonym_country(word):
        return False
    return not any(entry.kind in ("country", "land") for entry in lookup(fold_place(word)))
