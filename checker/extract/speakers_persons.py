"""The persons that a document introduces, for a "she says" and for a quotation that nobody is named for."""

from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.speakers_phrases import Phrase
from checker.extract.syntax import Sentence, Token
from checker.rulebook.gazetteer import lookup
from checker.rulebook.speakers import speaker_lexicon

NAME = 5  # tokens of a person's name
ROLE = 9  # tokens of the function that an apposition tells


def introductions(sentence: Sentence) -> Iterator[Phrase]:
    """The phrases that introduce a person: `hydrologist Dana Novak`, `Dana Novak, a hydrologist,`."""
    words = sentence.tokens
    passed = _no_names()
    end = 0
    for at in sentence.named:
        if at < end or words[at].lower.rstrip(".") in passed:
            continue  # "When Dr Dana Novak came"
        end = _name(words, at)
        if end - at > 1 and not lookup(" ".join(word.lower for word in words[at:end])):
            first = _role_before(words, at)
            role = _role_behind(words, end)
            if first < at:
                yield Phrase(first, end)
            elif role > end:
                yield Phrase(at, end, (end + 1, role))


def _name(words: Sequence[Token], start: int) -> int:
    """The end of the run of capitalised words at `start` that no institution and no function is among."""
    bodies, particles = _bodies(), speaker_lexicon().glue.particles
    end = start
    while end < len(words) and end - start < NAME:
        word = words[end]
        if word.lower in bodies:
            break
        if not (word.named and word.text[0].isalpha()) and not (end > start and word.lower in particles):
            break
        end += 1
    while end > start and not words[end - 1].named:
        end -= 1
    return end


def _role_before(words: Sequence[Token], at: int) -> int:
    """The first token of the function before a name, lower-case or a title; `at` where there is none."""
    functions = _functions()
    first = at
    while first > 0 and words[first - 1].lower.rstrip(".") in functions:
        first -= 1
    return first


def _role_behind(words: Sequence[Token], end: int) -> int:
    """The end of the function told between commas behind a name; `end` where there is none."""
    if end + 1 >= len(words) or words[end].text != ",":
        return end
    nouns = speaker_lexicon().nouns
    for at in range(end + 1, min(len(words), end + ROLE)):
        if not words[at].text[0].isalpha():
            return end
        if words[at].lower in nouns.people:
            return at + 1
    return end


@cache
def _no_names() -> frozenset[str]:
    """Words that begin no name, though they may be capitalised."""
    nouns, glue = speaker_lexicon().nouns, speaker_lexicon().glue
    return nouns.titles | glue.breaks | glue.links | glue.clauses


@cache
def _bodies() -> frozenset[str]:
    nouns = speaker_lexicon().nouns
    return nouns.institutions | nouns.functionaries | nouns.modifiers


@cache
def _functions() -> frozenset[str]:
    nouns = speaker_lexicon().nouns
    return nouns.people | nouns.titles
