"""Figures in two units that are one: 5 feet 2 inches, two hours and 40 minutes, 3 dollars 50 cents."""

from collections.abc import Sequence

from checker.extract.numeral import word
from checker.extract.quantity import Quantity
from checker.extract.syntax import Token
from checker.rulebook.quantities import quantity_words

MOST_DECIMALS = 2


def join_compounds(tokens: Sequence[Token], found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities, each pair of a unit and its lesser unit joined in the greater one."""
    joined: list[Quantity] = []
    for quantity in found:
        share = _share(tokens, joined[-1], quantity) if joined else None
        if share is None:
            joined.append(quantity)
            continue
        whole = joined[-1]
        value = whole.numeral.low + share * quantity.numeral.low
        whole.numeral = whole.numeral._replace(
            last=quantity.numeral.last, low=value, high=value, decimals=MOST_DECIMALS
        )
        whole.last = quantity.last
        whole.because.append("lesser unit")
    return tuple(joined)


def _share(tokens: Sequence[Token], whole: Quantity, part: Quantity) -> float | None:
    """How many of the whole's unit one of the part's is, None where the two are no compound."""
    if whole.unit is None or part.unit is None or part.hedge is not None or whole.rate:
        return None
    if whole.numeral.form != "cardinal" or part.numeral.form != "cardinal" or whole.numeral.decimals:
        return None
    share = quantity_words().compounds.get(whole.unit.name, {}).get(part.unit.name)
    gap = part.first - whole.last
    adjacent = gap == 0 or (gap == 1 and word(tokens, whole.last) == "and")
    return share if share is not None and adjacent and share * part.numeral.low < 1 else None
