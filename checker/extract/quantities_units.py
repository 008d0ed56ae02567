"""The unit of a figure: money by its sign, a measured unit, or the noun that is counted."""

from collections.abc import Sequence

from checker.extract.numeral import word, words
from checker.extract.quantities_nouns import find_complement, find_noun
from checker.extract.quantity import Quantity
from checker.extract.syntax import Token
from checker.model import Unit
from checker.rulebook.numerals import numerals
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

LONGEST_UNIT = 4  # words: kilometres per hour


def find_unit(tokens: Sequence[Token], quantity: Quantity, stops: frozenset[int], country: str) -> None:
    """Give the quantity its unit, and its noun where it counts one."""
    numeral, table = quantity.numeral, units()
    below = _below_zero(tokens, quantity)
    if _money(tokens, quantity):
        return
    if numeral.form == "multiple":
        quantity.unit = table.measured["times"]
        return
    if numeral.form == "share":
        quantity.unit = table.measured["percent"]
    if _leading_unit(tokens, quantity):
        return
    _scale_letter(tokens, quantity)
    tied = quantity.numeral.tail or quantity.numeral.suffix
    if tied and _tied(quantity, tied, word(tokens, quantity.last)):
        return
    at = quantity.last + (word(tokens, quantity.last) in quantity_words().increments)
    if at < len(tokens) and numeral.form != "share" and _measured(tokens, quantity, at, country):
        if at > numeral.last:
            quantity.because.append(f"increment {tokens[at - 1].lower}")
        return
    if below:
        quantity.unit = table.measured[quantity_words().below_zero]
        return
    find_noun(tokens, quantity, stops)


def _money(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """A currency sign before the figure: $3bn, US$ 40 million; words of the same currency may repeat it."""
    numeral, table = quantity.numeral, units()
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is None or before.text not in table.signs:
        return _money_behind(tokens, quantity)
    if before.end + (len(before.text.rstrip(".")) > 1) < tokens[numeral.first].start and not _loose(before):
        return False
    quantity.unit = table.signs[before.text]
    _scale_suffix(quantity)
    if word(tokens, quantity.last) in table.money:
        quantity.last += 1
    quantity.because.append("currency sign")
    return True


def _money_behind(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """A currency sign behind the figure: 15€, 40 million $, 115USD; one on the next figure is that one's."""
    at, table = quantity.last, units()
    sign = tokens[at] if at < len(tokens) else None
    unit = table.signs.get(sign.text) if sign is not None and not _letter(sign) else None
    if unit is None or (at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit()):
        return False
    _scale_suffix(quantity)
    scale = numerals().scales.get(word(tokens, at + 1))  # 75 USD million
    quantity.numeral = quantity.numeral.times(scale, quantity.numeral.last) if scale else quantity.numeral
    quantity.unit, quantity.last = unit, at + 1 + bool(scale)
    quantity.because.append("currency sign behind")
    return True


def _scale_suffix(quantity: Quantity) -> None:
    """A letter written onto the figure of a sum is its scale: $3m, 340m SEK."""
    numeral = quantity.numeral
    if numeral.suffix in numerals().letters:
        quantity.numeral = numeral.times(numerals().letters[numeral.suffix], numeral.last)._replace(suffix="")


def _letter(sign: Token) -> bool:
    return len(sign.text) == 1 and sign.text.isalpha()


def _loose(sign: Token) -> bool:
    return sign.text in quantity_words().loose_signs


def _leading_unit(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """A scale named before its figure: magnitude 6.0, magnitude of 6.0."""
    listed = quantity_words()
    at = quantity.first - 1 - (word(tokens, quantity.first - 1) in listed.leading_joints)
    if at < 0 or word(tokens, at) != listed.leading_unit:
        return False
    quantity.unit = units().measured[listed.leading_unit]
    quantity.because.append(f"{listed.leading_unit} before")
    return True


def _below_zero(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Turn the sign of a figure below zero: minus 6, a loss of -5.2 percent; a dash between words is none."""
    first = quantity.numeral.first
    first -= bool(first) and tokens[first - 1].text in units().signs  # -$5m
    if not first or word(tokens, first - 1) not in quantity_words().negative:
        return False
    sign = tokens[first - 1]
    spoken = sign.text.isalpha()
    if not spoken and (sign.end != tokens[first].start or (first > 1 and tokens[first - 2].end == sign.start)):
        return False
    low, high = -quantity.numeral.high, -quantity.numeral.low
    quantity.numeral = quantity.numeral._replace(low=low, high=high)
    quantity.first = min(quantity.first, first - 1)
    quantity.because.append("below zero")
    return spoken


def _scale_letter(tokens: Sequence[Token], quantity: Quantity) -> None:
    """Read a letter that may be a scale or a unit as a scale before money and people: 40m euros, 2.5m people."""
    numeral, following = quantity.numeral, word(tokens, quantity.numeral.last)
    if numeral.suffix not in numerals().tails.ambiguous or numeral.suffix not in numerals().letters:
        return
    person = (
        units().is_plural(following)
        and units().counted.get(units().singular(following)) in quantity_words().by_millions
    )
    if person or following in units().money or " ".join(words(tokens, numeral.last, numeral.last + 2)) in units().money:
        scaled = numeral.times(numerals().letters[numeral.suffix], numeral.last)
        quantity.numeral = scaled._replace(suffix="")


def _tied(quantity: Quantity, tied: str, following: str) -> bool:
    """A unit that a hyphen ties to the figure (36-hour, 500-pound bomb) or that is written onto it (40km)."""
    table, listed = units(), quantity_words()
    head = tied.partition("-")[0]
    unit = table.measured.get(tied) or table.measured.get(head) or table.money.get(tied) or table.money.get(head)
    if head in listed.weights and units().singular(following) not in listed.priced:
        unit = table.measured[listed.weights[head]]
    if unit is None:
        return False
    quantity.unit = unit
    quantity.because.append("tied unit")
    return True


def _measured(tokens: Sequence[Token], quantity: Quantity, at: int, country: str) -> bool:
    """A unit of measurement or money behind the figure: 12 nautical miles, 5 million CFA francs, 1.4%."""
    if tokens[at].text == "-" and at + 1 < len(tokens):
        at += 1
    if units().singular(" ".join(words(tokens, at, at + 2))) in units().counted:
        return False  # three barrel bombs
    for length in range(LONGEST_UNIT, 0, -1):
        phrase = words(tokens, at, at + length)
        name = " ".join(phrase)
        unit = _named(name, country) if len(phrase) == length else None
        if unit is None or (name == "m" and tokens[at].start == tokens[at - 1].end):
            continue
        if (
            name in quantity_words().weights
            and (name, country) not in units().bare
            and word(tokens, at + length) == "of"
        ):
            unit = units().measured[quantity_words().weights[name]]
        if name in quantity_words().not_of_none and quantity.numeral.form == "none":
            continue
        quantity.unit, quantity.last = unit, at + length
        quantity.because.append(f"unit {unit.name}")
        find_complement(tokens, quantity, frozenset())
        return True
    return False


def _named(name: str, country: str) -> Unit | None:
    """The unit or currency of a name."""
    table = units()
    return table.measured.get(name) or table.bare.get((name, country)) or table.money.get(name)
