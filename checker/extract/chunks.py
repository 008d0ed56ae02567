"""Noun phrases behind a figure: 2,000 [U.S. troops], 15 [of the rescued], dozens [of local truces]."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from checker.extract.syntax import Token
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import Trigger, measures
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
CALIBRE = "mm"  # four 122mm rockets
LONGEST_ACRONYM = 5  # letters
LONGEST_PHRASE = 9  # tokens; a longer run of nouns is a list that lost its commas


class NounPhrase(NamedTuple):
    """Tokens `first` to `last` (excluded); `head` is the folded singular of the last noun."""

    first: int
    last: int
    head: str
    modifiers: tuple[str, ...]


def noun_phrase(tokens: Sequence[Token], at: int, stops: frozenset[int]) -> NounPhrase | None:
    """The noun phrase that begins at the token, None where none does; it never crosses an index in `stops`."""
    table = units()
    last, plural_at, index = at, -1, at
    while index < len(tokens) and index - at < LONGEST_PHRASE and index not in stops:
        token = tokens[index]
        if token.text in POSSESSIVE and plural_at >= 0 and index + 1 < len(tokens) and _nominal(tokens[index + 1]):
            plural_at, index = -1, index + 1
            continue
        joins = _joins(tokens, index, at, stops) and plural_at < 0
        if not joins and not _nominal(token):
            break
        if plural_at >= 0 and not _goes_on(tokens, index, plural_at):
            break
        if not joins and _verb_ahead(tokens, index, at, plural_at):
            break
        if table.is_plural(token.lower) and not joins:
            plural_at = index
        index += 1
        if not joins:
            last = index
    if last == at:
        return None
    words = [token.lower for token in tokens[at:last]]
    return NounPhrase(
        at,
        last,
        table.singular(words[-1]),
        tuple(word for word in words[:-1] if word not in quantity_words().nouns.joins),
    )


def _nominal(token: Token) -> bool:
    """Whether the token can stand in a noun phrase: a word of no closed class, no adverb in -ly."""
    words = grammar().words
    if token.text in words.acronyms:
        return True
    if token.lower.endswith("ly") and units().singular(token.lower) not in units().counted and token.text.islower():
        return token.lower in quantity_words().nouns.in_ly
    if token.text[0].isdigit():
        return token.lower.endswith(CALIBRE) and token.lower != CALIBRE
    return token.text[0].isalpha() and token.lower not in words.closed


def _joins(tokens: Sequence[Token], index: int, first: int, stops: frozenset[int]) -> bool:
    """Whether the token joins two modifiers: senior and mid-level leaders, adult , male fighters."""
    if (
        tokens[index].lower not in quantity_words().nouns.joins
        or index == first
        or index + 1 >= len(tokens)
        or index + 1 in stops
    ):
        return False
    table = units()
    before, after = tokens[index - 1], tokens[index + 1]
    if table.is_plural(before.lower) or table.singular(before.lower) in table.counted or not _nominal(after):
        return False
    # only where a plural still follows close by
    return any(table.is_plural(token.lower) for token in tokens[index + 1 : index + 4] if _nominal(token)) and all(
        _nominal(token) for token in tokens[index + 1 : index + 2]
    )


def _goes_on(tokens: Sequence[Token], index: int, plural_at: int) -> bool:
    """Whether a phrase goes on behind a plural: aid [workers], troops is complete but women prisoners is not."""
    table = units()
    word = tokens[index].lower
    if index != plural_at + 1:
        return False
    if tokens[plural_at].lower in quantity_words().nouns.complete:
        return False
    pair = f"{tokens[plural_at].lower} {table.singular(word)}"
    if pair in table.counted:
        return True
    singular = table.singular(word)
    if tokens[plural_at].text.isupper() and len(tokens[plural_at].text) <= LONGEST_ACRONYM:
        return True  # ISIS members, US forces: an acronym that looks like a plural
    if tokens[plural_at].text[0].isupper() and tokens[plural_at].lower not in table.irregular:
        return table.is_plural(word) or singular in table.counted
    return (
        (table.is_plural(word) or singular in quantity_words().nouns.collective)
        and not is_verb(word)
        and singular != word
    )


def _verb_ahead(tokens: Sequence[Token], index: int, first: int, plural_at: int) -> bool:
    """Whether the token is the verb of the figure's noun: 200 protesters [marched], 17 inmates [got] out."""
    word = tokens[index].lower
    table = units()
    if plural_at >= 0:
        return is_verb(word) or (word.endswith("ed") and not table.is_plural(word))
    if not is_verb(word) or table.is_plural(word) or word not in _inflected():
        return False  # a base form is no verb before its plural: no filling station
    # a participle or a base form before a plural is a modifier: 3 wounded colleagues, five patrol boats
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    goes_on = table.is_plural(following) or (word.endswith("ing") and following[:1].isalpha())  # no filling station
    modifies = goes_on and following not in grammar().words.closed
    return not modifies or (index > first and table.singular(tokens[index - 1].lower) in table.counted)


@cache
def _verbs() -> frozenset[str]:
    """First words of verb forms that are no nouns of the lexicon."""
    table = units()
    found = set()
    for first, listed in measures().triggers.items():
        if any(_tells_verb(trigger) for _, trigger in listed):
            found.add(first)
    return frozenset(word for word in found if table.singular(word) not in table.counted) | grammar().words.saying


@cache
def _inflected() -> frozenset[str]:
    """First words of verb forms other than the base."""
    forms = {"past", "participle", "present", "ing"}
    listed = measures().triggers.items()
    return grammar().words.saying | {first for first, found in listed if any(t.form in forms for _, t in found)}


def _tells_verb(trigger: Trigger) -> bool:
    """Whether a form is a verb's: of a verb that no measure has only what is no noun as well."""
    forms = {"past", "participle"} if trigger.own else {"past", "participle", "present", "base", "ing"}
    return trigger.form in forms


def is_verb(word: str) -> bool:
    """Whether a folded word is a verb of the lexicon and no noun of it."""
    return word in _verbs()
