"""Measures: what the words around a figure assert of the things it counts.

Each production looks for one pattern and gives a measure with its name, or None; the first that answers wins.
"""

from collections.abc import Callable

from checker.extract.predicates_measured import dimension, rate
from checker.extract.predicates_noun import counts, head, members, modifier, topical
from checker.extract.predicates_object import (
    direct,
    inverted,
    itemised,
    label,
    nominal,
    phrased,
    preceding,
    restricted,
    roomy,
    titled,
)
from checker.extract.predicates_subject import following, later, substantive
from checker.extract.quantities import Quantity
from checker.extract.triggers import Clauses, Reading
from checker.rulebook.measures import measures

Production = Callable[[Clauses, Quantity], Reading | None]


def measure_of(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """The measure of a quantity, None where nothing says it.

    A verb that no measure has gives way to what the noun tells, and to a measure's verb where it only describes.
    """
    if not is_counted(quantity):
        return dimension(clauses, quantity)
    taken: Reading | None = None  # by a verb that no measure has: as its object
    told: Reading | None = None  # as its subject
    described: Reading | None = None  # within its noun phrase
    member = quantity.noun is not None and quantity.noun.head in measures().members
    for production in _COUNTED:
        if taken is not None and (production not in _OF_THE_NOUN or member):
            continue  # interviewed 48 survivors
        reading = production(clauses, quantity)
        if reading is None or (reading.own and production in _OF_THE_NOUN):
            continue
        if not reading.own:
            return reading
        if production is preceding:
            taken = reading
        elif production is modifier:
            described = reading
        else:
            told = told or reading
    return taken or told or members(clauses, quantity) or described or topical(clauses, quantity)


def is_counted(quantity: Quantity) -> bool:
    """Whether things are counted, not measured or paid."""
    if quantity.unit is None:
        return True
    plain = quantity.unit.dimension.partition(" / ")[0]
    return plain not in measures().by_dimension and not plain.startswith("[money")


def among(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """Two medics among 31 dead: of the same kind as the greater figure."""
    between = [token.lower for token in clauses.tokens[quantity.last : quantity.last + 3]]
    if between[:1] == ["among"] or between[:2] in (["were", "among"], ["are", "among"]):
        for at in range(quantity.last, min(len(clauses.tokens), quantity.last + 6)):
            if at in clauses.starts:
                return measure_of(clauses, clauses.starts[at])
    return None


_COUNTED: tuple[Production, ...] = (
    substantive,
    among,
    inverted,
    phrased,
    roomy,
    direct,
    following,
    label,
    titled,
    itemised,
    restricted,
    counts,
    nominal,
    preceding,
    rate,
    later,
    head,
    modifier,
)
_OF_THE_NOUN: tuple[Production, ...] = (head,)
