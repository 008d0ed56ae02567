"""The aspect of the verb that a figure stands with: whether it tells of now, of what has come about, or of the past."""

from enum import StrEnum
from functools import lru_cache

from checker.extract.syntax import Sentence, Token
from checker.extract.words import KNOWN
from checker.rulebook.grammar import grammar
from checker.rulebook.temporal import temporal

REACH = 14  # tokens on either side
COMMA = 5  # tokens that a comma counts as
BEHIND = 1  # tokens by which a verb before the figure counts as farther
_PARTICIPLE = 3  # tokens before a participle in which its auxiliary stands
_SHORTEST = 5  # letters of a regular past


class Aspect(StrEnum):
    """How a figure stands in time by its verb."""

    PRESENT = "present"
    PERFECT = "perfect"
    PAST = "past"
    FUTURE = "future"
    NONE = "none"


def aspect_of(sentence: Sentence, at: int) -> Aspect:
    """The aspect of the verb nearest to the token within its clause; NONE in headlines, lists and tables."""
    tokens, stops = sentence.tokens, temporal().aspects.stops
    best: tuple[int, Aspect] | None = None
    for step in (1, -1):
        commas = 0
        for far in range(1, REACH):
            index = at + step * far
            if not 0 <= index < len(tokens) or tokens[index].lower in stops:
                break
            commas += tokens[index].lower == ","
            found = None if index == at + 1 and tokens[index].lower.endswith("ed") else verb_at(tokens, index)
            if found is not None:
                cost = far + commas * COMMA + (BEHIND if step < 0 else 0)
                best = (cost, found) if best is None or cost < best[0] else best
                break
    return best[1] if best else Aspect.NONE


def verb_at(tokens: tuple[Token, ...], index: int) -> Aspect | None:
    """The aspect of a word that is a verb's form, by its auxiliary where it may be a participle."""
    word, words = tokens[index].lower, temporal().aspects
    aspect, listed = _form(word)
    if listed:
        owns = aspect is Aspect.PERFECT and not _participle(tokens, index)
        return Aspect.PRESENT if owns else aspect
    if aspect is None:
        return None
    before = {token.lower for token in tokens[max(0, index - _PARTICIPLE) : index]}
    if before & words.perfect:
        return Aspect.PERFECT
    if before & {"is", "are", "be", "being"}:
        return Aspect.FUTURE if before & words.future else Aspect.PRESENT
    return Aspect.PAST


@lru_cache(maxsize=KNOWN)
def _form(word: str) -> tuple[Aspect | None, bool]:
    """The aspect of a word by itself, None for no verb, and whether a list has it."""
    words = temporal().aspects
    if word in grammar().words.saying:
        return None, False
    for forms, aspect in (
        (words.future, Aspect.FUTURE),
        (words.perfect, Aspect.PERFECT),
        (words.present, Aspect.PRESENT),
        (words.past, Aspect.PAST),
    ):
        if word in forms:
            return aspect, True
    past = word in temporal().tense.past or (word.endswith("ed") and len(word) >= _SHORTEST)
    return (Aspect.PAST if past else None), False


def _participle(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a participle follows "has": has killed, have since been moved; not has 20 beds, have been in Syria."""
    pasts = temporal().tense.past
    for token in tokens[index + 1 : index + 1 + _PARTICIPLE + 1]:
        word = token.lower
        if word in pasts or (word != "been" and len(word) >= _SHORTEST and word.endswith(("ed", "en", "ung", "orn"))):
            return True
    return False
