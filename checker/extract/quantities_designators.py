"""Figures that name a thing: Route 4, Section 230, a Peugeot 504, 14 Mill Street, lost 1-4."""

from collections.abc import Sequence

from checker.extract.chunks import is_verb
from checker.extract.numeral import Numeral, word, words
from checker.extract.numerals_digits import FIRST_YEAR, LAST_YEAR
from checker.extract.syntax import Token
from checker.rulebook.gazetteer import lookup
from checker.rulebook.grammar import grammar
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

ADDRESS = 4  # tokens of a street's name
NEAR = 30  # tokens around a figure that show a headline or a tally
SCORE = 40  # goals, points and runs of one side; larger figures are no game's


def is_designation(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether figures in digits name a thing or a year, stand in an address, or are the score of a game."""
    designators, names = units().designators, quantity_words().names
    at = numeral.last
    if word(tokens, at) in designators.after or _address(tokens, at) or _score(tokens, numeral):
        return True
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is None or at - numeral.first > 1:
        return False
    abuts = before.end == tokens[numeral.first].start and before.text not in units().signs
    if abuts and (before.text in names.marks or before.text[-1].isalnum()):
        return True
    if before.lower in designators.before and not _counts(tokens, numeral, capital=before.text[0].isupper()):
        return True
    plural = units().is_plural(word(tokens, at))
    year = FIRST_YEAR <= numeral.low <= LAST_YEAR and "," not in tokens[numeral.first].text
    return (year and before.lower in names.date_parts and not plural) or _model(tokens, numeral)


def _counts(tokens: Sequence[Token], numeral: Numeral, *, capital: bool) -> bool:
    """Whether a plural behind a designator's figure is counted by it: in that street 12 people; but Rule 42 bans."""
    following = word(tokens, numeral.last)
    if word(tokens, numeral.first - 1) in quantity_words().names.also_verbs:
        doer = word(tokens, numeral.first - 2)
        return units().is_plural(doer) or (doer in grammar().words.closed and doer != "at")
    return units().is_plural(following) and (not capital or units().singular(following) in units().counted)


def _address(tokens: Sequence[Token], at: int) -> bool:
    """A street's name behind the figure: 14 Mill Street."""
    for index in range(at, min(at + ADDRESS, len(tokens))):
        if not tokens[index].text[0].isupper():
            return False
        if index > at and tokens[index].lower in quantity_words().names.thoroughfares:
            return True
    return False


def _score(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """The score of a game in one token: lost 1-4 at home."""
    if numeral.form != "range" or numeral.last - numeral.first > 1 or numeral.high > SCORE or numeral.suffix:
        return False
    listed = quantity_words().names.scores
    near = words(tokens, numeral.first - 1, numeral.first) + words(tokens, numeral.first - 2, numeral.first - 1)
    following = word(tokens, numeral.last)
    bare = not following.isalpha() or following in grammar().words.closed
    return bare and not numeral.tail and bool(listed & set(near))


def _model(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """A name with its figure: a Peugeot 504, in Cell 14, Levi's 501; Aleppo 12 and headlines count.

    The word before is capitalised within a sentence of small letters and names no place; nothing is counted behind.
    """
    before = tokens[numeral.first - 1]
    if before.lower in {"'s", "’s"} and numeral.first > 1:
        before = tokens[numeral.first - 2]
    lower = before.lower
    if not before.text[0].isupper() or before.text.isupper() or before is tokens[0] or before.text in units().signs:
        return False
    following = tokens[numeral.last] if numeral.last < len(tokens) else None
    listed = quantity_words().names.counting
    alpha = following is not None and following.text[0].isalpha()
    if following is not None and alpha and (following.lower not in grammar().words.closed or following.lower in listed):
        return False
    if lower in grammar().words.closed or is_verb(lower) or lookup(lower):
        return False
    near = tokens[max(0, numeral.first - NEAR) : numeral.last + NEAR]
    return (following is None or following.text not in {"%", ":", "-"}) and not _titled(near) and not _tallies(near)


def _tallies(tokens: Sequence[Token]) -> bool:
    """Whether names may stand with their counts: Deaths by town: Lirren 19, Oxtow 9."""
    return any(token.text == ":" or token.lower in grammar().words.toll_nouns for token in tokens)


def _titled(tokens: Sequence[Token]) -> bool:
    """Whether most words behind the first are capitalised, as in a headline."""
    letters = [token for token in tokens[1:] if token.text[0].isalpha()]
    return 2 * sum(token.text[0].isupper() for token in letters) > len(letters)
