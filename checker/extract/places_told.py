"""Names of no gazetteer that a report's grammar shows to be places: X lies at 900 metres; X, a village near Y."""

from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.places_open import LONGEST_OPEN, is_foreign
from checker.extract.places_words import Tokens, is_head, is_opener
from checker.extract.syntax import Sentence, Token
from checker.model import Place, Section
from checker.rulebook.gazetteer import fold_place, lookup
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar
from checker.rulebook.units import units

SHORTEST = 4  # letters of a name at the head of a sentence
MOST_BESIDE = 2  # words of a name at the end of a headline
APPOSED = 4  # words behind a name within which its kind is told: X, a small market town
_OPENINGS = frozenset({":", "-", "\u2013", "\u2014", "|", "*"})
_BESIDE = frozenset({"near", "outside"})
_LINKS = frozenset(
    {"of", "in", "on", "near", "at", "where", "that", "which", "with", "about", "some", "outside", "between", ",", "."}
)


def told_names(sentences: Sequence[Sentence]) -> dict[str, Place]:
    """The names that the report shows to be places, folded."""
    names: dict[str, Place] = {}
    for sentence in sentences:
        for name in (*_sites(sentence), *_described(sentence), *_beside(sentence)):
            if not lookup(name):
                names.setdefault(name, Place(text="", name=name))
    return {name: place for name, place in names.items() if not _is_word(name, sentences)}


def _described(sentence: Sentence) -> Iterator[str]:
    """The names that a verb of lying, the word for a kind, or "where" behind them shows to be places."""
    tokens = sentence.tokens
    last = 0
    for index in sentence.capitals:
        if index < last:
            continue
        last = index
        while last < len(tokens) and tokens[last].capital and last - index <= LONGEST_OPEN:
            last += 1
        told = last < len(tokens) and tokens[last].lower in _tellers()
        if (
            told
            and 0 < last - index <= LONGEST_OPEN
            and _may_name(tokens, index, last)
            and _is_told(tokens, index, last)
        ):
            yield fold_place(" ".join(token.text for token in tokens[index:last]))


def _beside(sentence: Sentence) -> Iterator[str]:
    """The name at the end of a headline that something is near: ATTACK NEAR X."""
    if sentence.words.isdisjoint(_BESIDE):
        return
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        last = next((i for i in range(index + 1, len(tokens)) if not tokens[i].capital), len(tokens))
        ends = last == len(tokens) or tokens[last].text in _OPENINGS
        if (
            token.lower in _BESIDE
            and 0 < last - index - 1 <= MOST_BESIDE
            and ends
            and _may_name(tokens, index + 1, last)
        ):
            yield fold_place(" ".join(each.text for each in tokens[index + 1 : last]))


def _may_name(tokens: Tokens, first: int, last: int) -> bool:
    words = place_words()
    before = tokens[first - 1].lower if first else ""
    lower = tokens[first].lower
    if is_opener(tokens[first]) or before in words.titles or lower in words.names or lower.rstrip("s") in words.never:
        return False
    letters = sum(len(token.text) for token in tokens[first:last])
    return letters >= SHORTEST and not any(is_foreign(tokens, i) for i in range(first, last))


def _is_told(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words behind a name say that it is a place."""
    words = place_words()
    behind = [token.lower for token in tokens[last : last + APPOSED + 2]]
    if behind[:1] and behind[0] in words.events and tokens[last].text[0].islower():
        return True
    if behind[:1] and behind[0] in words.lying:
        return behind[1:2] != [] and (
            behind[1] in words.locative or behind[1] in words.directions or behind[1] in words.far
        )
    if behind[:1] == ["has"] and not place_words().dwelling.isdisjoint(behind):
        return True
    before = tokens[first - 1].lower if first else ""
    if behind[:2] == [",", "where"]:
        return before in words.goal or before in words.origin or before in words.locative
    if behind[:1] in ([","], ["is"], ["was"]) and behind[1:2] in (["a"], ["an"], ["the"]):
        at = next((i for i, word in enumerate(behind[2:], 2) if is_head(word) or word in words.settlements), 0)
        return at > 0 and behind[at + 1 : at + 2] != [] and behind[at + 1] in _LINKS and "," not in behind[2:at]
    return False


@cache
def _tellers() -> frozenset[str]:
    """Words of which one stands right behind a name that its sentence shows to be a place's."""
    return place_words().events | place_words().lying | {"has", "is", "was", ","}


def _sites(sentence: Sentence) -> Iterator[str]:
    """Names at the head of a sentence with the word for a site behind them: Qadra dam bursts."""
    tokens = sentence.tokens
    if place_words().sites.isdisjoint(sentence.words):
        return
    for index in range(len(tokens) - 1):
        if index and tokens[index - 1].text not in _OPENINGS:
            continue
        if tokens[index + 1].lower in place_words().sites and _is_name(tokens[index]):
            yield fold_place(tokens[index].text)


def _is_name(token: Token) -> bool:
    lower = token.lower
    return len(lower) >= SHORTEST and token.text[0].isupper() and not token.text.isupper() and lower not in _no_names()


@cache
def _no_names() -> frozenset[str]:
    """Words that are no name at the head of a sentence."""
    words = place_words()
    common = words.kinds | words.sites | words.directions | words.modifiers | grammar().words.closed
    return words.never | words.names | words.organisations | common


def _is_word(name: str, sentences: Sequence[Sentence]) -> bool:
    """Whether the report uses the name in small letters too, or the lexicon counts such things."""
    if name in units().counted or units().singular(name) in units().counted:
        return True
    texts = (token.text for sentence in sentences if name in sentence.words for token in sentence.tokens)
    return name in texts


def heading_name(sentences: Sequence[Sentence]) -> dict[str, Place]:
    """The name before the colon of a headline, where the report names no unlisted place: Belqaroun: what we know."""
    for sentence in sentences:
        tokens = sentence.tokens
        if sentence.section is not Section.HEADLINE or len(tokens) <= SHORTEST or tokens[1].text != ":":
            continue
        name = fold_place(tokens[0].text)
        if _is_name(tokens[0]) and not lookup(name) and tokens[2].text[0].isalpha() and not _is_word(name, sentences):
            return {name: Place(text="", name=name)}
    return {}
