"""Words around a figure that tell its event from others."""

from functools import lru_cache

from checker.extract.syntax import Sentence
from checker.extract.words import KNOWN
from checker.rulebook.grammar import grammar
from checker.rulebook.units import units

WINDOW = 160  # characters on either side
TOPIC = 8  # tokens in which a subject ends
SHORTEST = 4  # letters of a content word


def content_words(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The folded content words near an offset, sorted."""
    near = (token.lower for token in sentence.tokens if abs(token.start - at) <= WINDOW)
    return tuple(sorted({content for lower in near if (content := _content(lower))}))


@lru_cache(maxsize=KNOWN)
def _content(lower: str) -> str:
    """The singular of a content word, "" for another."""
    content = lower[0].isalpha() and len(lower) >= SHORTEST and lower not in grammar().words.closed
    return units().singular(lower) if content else ""


def event_names(sentence: Sentence) -> tuple[str, ...]:
    """Folded proper names of the sentence, its first word left out: amihan star, tabqa."""
    names: set[str] = set()
    run: list[str] = []
    closed, before = grammar().words.closed, 0
    for index in sentence.uppers:
        token = sentence.tokens[index]
        if index == 0 or not token.text[-1].isalnum() or token.lower in closed:
            continue
        if run and index > before + 1:
            names.add(" ".join(run))
            run = []
        before = index
        run.append(token.lower)
    if run:
        names.add(" ".join(run))
    return tuple(sorted(names))


def meant_by(sentence: Sentence, topic: str, before: Sentence | None) -> str:
    """What the first words of a sentence stand in for, "" where they stand for themselves.

    A pronoun stands for the topic (The prison is old. It opened in 1956), "that mission" for what the sentence before
    says of a mission (They ended the mission of the alliance. That mission dates from 1998).
    """
    first = sentence.tokens[0].lower
    if first in grammar().words.pronouns:
        return topic
    if first not in grammar().words.pointing or before is None or len(sentence.tokens) < len((first, "noun")):
        return ""
    noun = sentence.tokens[1].lower
    if noun in grammar().words.closed:
        return ""
    at = next((index for index, token in enumerate(before.tokens) if token.lower == noun), len(before.tokens))
    words: list[str] = []
    for token in before.tokens[at + 1 :]:
        if not token.text[0].isalpha() or token.lower in grammar().words.auxiliaries:
            break
        if token.lower not in grammar().words.closed:
            words.append(token.text)
    return " ".join(words[:TOPIC])


def topic_of(sentence: Sentence, before: str) -> str:
    """The words of the sentence's subject; that of the sentence before where a pronoun stands in for it."""
    words = grammar().words
    if sentence.tokens[0].lower in words.pronouns:
        return before
    picked: list[str] = []
    for token in sentence.tokens[:TOPIC]:
        if token.lower in words.auxiliaries or token.lower in words.saying or not token.text[0].isalpha():
            break
        if token.lower not in words.closed:
            picked.append(token.text)
    else:
        return ""  # no verb so near: the start of the sentence is not its subject
    return " ".join(picked)
