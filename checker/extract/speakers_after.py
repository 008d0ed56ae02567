"""The noun phrase that names a speaker, from its start rightwards: `according to X`, `said X`."""

from collections.abc import Sequence
from functools import cache

from checker.extract.speakers_phrases import (
    CLOSERS,
    LONGEST,
    Phrase,
    compounds,
    coordinates,
    hyphened,
    in_field,
    is_voice,
    starts,
)
from checker.extract.syntax import Token
from checker.rulebook.speakers import speaker_lexicon


def after(words: Sequence[Token], start: int, *, apposition: bool = False) -> Phrase | None:
    """The phrase that begins at `start`, an apposition behind a comma included where asked for."""
    lexicon = speaker_lexicon()
    first = start
    while first < len(words):
        lower = words[first].lower
        following = words[first + 1].lower if first + 1 < len(words) else ""
        if lower in lexicon.glue.dates or lower == "on":
            first += 1
        elif lower in lexicon.glue.which and following in lexicon.glue.spans:
            first += 2
        else:
            break
    at = _rightwards(words, first)
    if at == first:
        return None
    if apposition and at + 1 < len(words) and words[at].text == ",":
        nearby = words[at + 1]
        if starts(nearby):
            end = _rightwards(words, at + 1)
            if end > at + 1 and _behind(words, end):
                return Phrase(first, at, (at + 1, end))
    return Phrase(first, at)


def _behind(words: Sequence[Token], end: int) -> bool:
    """Whether an apposition may end at `end`: a mark or the sentence's end follows."""
    return end == len(words) or not words[end].text[0].isalnum() or words[end].lower in ("in", "on", "who", "as")


def _rightwards(words: Sequence[Token], first: int) -> int:
    """The token behind the phrase that begins at `first`; `first` itself where there is none."""
    glue = speaker_lexicon().glue
    article = voiced = False
    at = first
    while at < len(words) and at - first < LONGEST:
        word = words[at]
        if word.lower in glue.articles:
            if at > first and words[at - 1].lower not in glue.links:
                break
            article, voiced = True, False
        elif word.lower in ("'s", "'"):
            article, voiced = True, False
        elif word.named or is_voice(word):
            voiced = True
        elif word.text in CLOSERS.values() and at > first and _acronym(words, at):
            at += 2
        elif not _follows(words, at, first, article=article, voiced=voiced):
            break
        at += 1
    tails = _tails()
    while at > first and words[at - 1].lower in tails:
        at -= 1
    return at


@cache
def _tails() -> frozenset[str]:
    """Small words that no phrase ends with."""
    glue = speaker_lexicon().glue
    return glue.links | glue.articles | {"and", "'s", "'"}


def _acronym(words: Sequence[Token], at: int) -> bool:
    """Whether a bracket of one word opens at `at`."""
    return at + 2 < len(words) and words[at + 2].text in CLOSERS


def _follows(words: Sequence[Token], at: int, first: int, *, article: bool, voiced: bool) -> bool:
    """Whether a preposition or a plain word at `at` goes on with the phrase."""
    if words[at].lower in speaker_lexicon().glue.links:
        return _ties(words, at, first, voiced=voiced)
    return _joins(words[at], words, at, article=article, voiced=voiced, first=first)


def _ties(words: Sequence[Token], at: int, first: int, *, voiced: bool) -> bool:
    """Whether the preposition at `at` ties what follows to the voice before it."""
    glue = speaker_lexicon().glue
    if at == first or at + 1 >= len(words):
        return False
    lower, left, right = words[at].lower, words[at - 1], words[at + 1]
    if not (voiced or left.named or lower == "of") or (lower not in ("of", "for") and not is_voice(left)):
        return False
    if starts(right):
        return True
    return lower == "of" and right.text.isalpha() and right.lower not in glue.breaks


def _joins(word: Token, words: Sequence[Token], at: int, *, article: bool, voiced: bool, first: int) -> bool:
    """Whether a plain word at `at` belongs to the phrase."""
    glue, nouns = speaker_lexicon().glue, speaker_lexicon().nouns
    if word.lower in nouns.modifiers and voiced and words[at - 1].lower not in glue.links:
        return at + 1 < len(words) and is_voice(words[at + 1])
    if word.lower in nouns.modifiers or word.lower in glue.particles or hyphened(word) or _area(words, at, first):
        return True
    if word.lower in glue.dates:
        return at > first and words[at - 1].lower in glue.articles
    if word.lower == "and":
        return at + 1 < len(words) and at > first and (coordinates(words, at) or compounds(words, at))
    if not word.text.isalpha() or word.lower in glue.breaks:
        return False
    behind_link = at > first and words[at - 1].lower == "of"
    opening = at == first and word.text.islower() and is_voice(words[at + 1]) if at + 1 < len(words) else False
    return (
        behind_link or in_field(words, at) or opening or (article and not voiced)
    )  # opening: "according to grid operator X"


def _area(words: Sequence[Token], at: int, first: int) -> bool:
    """Whether a word tells what kind of place the name before it is: `the governor of Vale province`."""
    glue = speaker_lexicon().glue
    named = at > first + 1 and words[at - 1].named and words[at - 2].lower in glue.links
    return named and words[at].lower in glue.areas
