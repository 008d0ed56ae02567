"""The counted noun of a figure, through "of" where the figure is a part or a plural of its own."""

from collections.abc import Sequence

from checker.extract.chunks import POSSESSIVE, NounPhrase, noun_phrase
from checker.extract.numeral import word
from checker.extract.quantity import Quantity
from checker.extract.syntax import Token
from checker.model import Unit
from checker.rulebook.grammar import grammar
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

LONGEST_NAME = 3  # words of a counted noun in the lexicon
OPEN_FORMS = frozenset(("vague", "share", "none"))  # these count through "of": dozens of homes


def find_noun(tokens: Sequence[Token], quantity: Quantity, stops: frozenset[int]) -> None:
    """Give the quantity the noun phrase behind it, and its unit where it has none yet."""
    at = quantity.last
    if word(tokens, at) in quantity_words().increments:
        quantity.because.append(f"increment {tokens[at].lower}")
        at += 1
    if word(tokens, at) == "of" and at + 1 < len(tokens):
        at = _through_of(tokens, quantity, at + 1)
    phrase = noun_phrase(tokens, at, stops) if 0 <= at < len(tokens) else None
    if phrase is None or _stray(tokens, phrase, quantity) or _owns(tokens, phrase, stops):
        return
    quantity.noun, quantity.last = phrase, phrase.last
    if quantity.unit is None:
        quantity.unit = _thing(tokens, phrase)
    quantity.because.append(f"noun {phrase.head}")
    find_complement(tokens, quantity, stops)


def _through_of(tokens: Sequence[Token], quantity: Quantity, at: int) -> int:
    """Where the noun behind "of" begins, -1 where none is counted; a definite one makes the figure a part of it."""
    determiners = grammar().words.determiners
    vague = quantity.numeral.form in OPEN_FORMS or bool(quantity.numeral.tail)
    definite = tokens[at].lower in determiners or tokens[at].lower in quantity_words().known
    quantity.partitive = definite and (quantity.numeral.form != "share" or not vague)
    if not definite and not vague:
        return -1
    while word(tokens, at) in determiners:
        at += 1
    return at


def _owns(tokens: Sequence[Token], phrase: NounPhrase, stops: frozenset[int]) -> bool:
    """Whether the phrase is who a counted whole belongs to: three of the city's nine libraries."""
    return word(tokens, phrase.last) in POSSESSIVE and phrase.last + 1 in stops


def _stray(tokens: Sequence[Token], phrase: NounPhrase, quantity: Quantity) -> bool:
    """Whether the words are no noun counted: behind a figure above one stands a plural or a collective."""
    if quantity.numeral.low == 1 or quantity.numeral.form in {"none", "share"}:
        return False
    last = tokens[phrase.last - 1].lower
    table = units()
    return not (table.is_plural(last) or phrase.head in table.counted or last in grammar().words.collectives)


def _thing(tokens: Sequence[Token], phrase: NounPhrase) -> Unit:
    """The counted unit of a phrase: its longest ending that the lexicon knows, else its head."""
    table = units()
    folded = [token.lower for token in tokens[phrase.first : phrase.last]]
    for start in range(max(0, len(folded) - LONGEST_NAME), len(folded)):
        ending = " ".join((*folded[start:-1], phrase.head))
        if ending in table.counted:
            return table.thing(ending)
    return table.thing(phrase.head)


def find_complement(tokens: Sequence[Token], quantity: Quantity, stops: frozenset[int]) -> None:
    """Give the quantity what its measure or container is of: 40 tonnes of [food], members of [the group]."""
    at = quantity.last
    if word(tokens, at) != "of" or at + 1 >= len(tokens):
        return
    at += 1
    while word(tokens, at) in grammar().words.determiners:
        at += 1
    if at < len(tokens):
        quantity.complement = noun_phrase(tokens, at, stops)
