"""Rates: per day, a month, per person per day, per 100,000 people, $15/hour."""

from collections.abc import Sequence

from checker.extract.numeral import word
from checker.extract.numerals_scales import single
from checker.extract.numerals_words import ARTICLES
from checker.extract.quantity import Quantity
from checker.extract.syntax import Token
from checker.model import Unit
from checker.rulebook.quantities import quantity_words
from checker.rulebook.units import units

MOST_PARTS = 2  # per person per day


def find_rate(tokens: Sequence[Token], quantity: Quantity) -> None:
    """Make the unit of the quantity a rate where words for one follow."""
    if quantity.unit is None:
        return
    at = quantity.last
    parts: list[str] = []
    while len(parts) < MOST_PARTS:
        part = _part(tokens, at, quantity)
        if part is None:
            break
        name, at = part
        parts.append(name)
    if not parts:
        return
    unit, rate = quantity.unit, " per ".join(parts)
    quantity.rate, quantity.last = rate, at
    measured = units().measured.get(f"{unit.name} per {rate}".replace("_", " "))
    quantity.unit = measured or Unit(
        name=f"{unit.name} per {rate}", dimension=f"{unit.dimension} / {rate}", factor=unit.factor
    )
    quantity.because.append(f"rate per {rate}")


def _part(tokens: Sequence[Token], at: int, quantity: Quantity) -> tuple[str, int] | None:
    """One "per" of a rate and where it ends."""
    listed = quantity_words()
    opener, following = word(tokens, at), word(tokens, at + 1)
    if not following or following in listed.not_rates:
        return None
    timed = following in listed.timed
    if opener in listed.per and following[0].isdigit():
        return _per_number(tokens, at + 1)
    if opener in listed.per and following[0].isalpha() and (timed or opener == "per"):
        return units().singular(following), at + 2
    if opener == "/" and following in units().measured:
        return units().measured[following].name, at + 2
    if opener in ARTICLES and timed and not (quantity.noun and at > quantity.noun.last):
        return units().singular(following), at + 2
    return None


def _per_number(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Per 100,000 people, per 1,000."""
    base = single(tokens, at)
    if base is None or base.form != "cardinal":
        return None
    noun = word(tokens, base.last)
    if not units().is_plural(noun):
        return f"{base.low:.0f}", base.last
    return f"{base.low:.0f} {units().thing(units().singular(noun)).name}", base.last + 1
