"""Figures whose own noun tells the measure: 12 strikes, 71 deaths, three wounded colleagues, 2,500 troops."""

from collections.abc import Mapping

from checker.extract.quantities import Quantity
from checker.extract.triggers import Clauses, Reading
from checker.rulebook.measures import measures
from checker.rulebook.populations import populations

KIND_OF_NOUN = "kind of noun"


def counts(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """Nouns that are their own measure: 12 strikes."""
    return _of_noun(clauses, quantity, measures().counts, "counted noun")


def members(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """Nouns that stand for it where no verb says otherwise: 2,500 troops in Iraq."""
    return _of_noun(clauses, quantity, measures().members, KIND_OF_NOUN)


def _of_noun(clauses: Clauses, quantity: Quantity, table: Mapping[str, str], because: str) -> Reading | None:
    """The measure that the table has for the last two words of the noun phrase, or for its head."""
    noun = quantity.noun
    if noun is None:
        return None
    before = clauses.tokens[noun.last - 2].lower if noun.last - noun.first > 1 else ""
    measure = table.get(f"{before} {noun.head}") or table.get(noun.head)
    return Reading(measure, because, noun.last - 1) if measure else None


def head(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """The noun itself: 71 deaths, 112 survivors."""
    if quantity.noun is None:
        return None
    for at in range(quantity.noun.last - 1, quantity.noun.first - 1, -1):
        for found in clauses.of(at, quantity):
            if found.trigger.form == "noun" and found.last == quantity.noun.last:
                return Reading(found.trigger.measure, "noun itself", at)
    return None


def topical(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """People of whom nothing is said, in a sentence on a crowd: police put the demonstration at 8,000 people."""
    crowd = quantity.unit is not None and quantity.unit.name == "person"
    if not crowd or quantity.noun is None or quantity.noun.head not in populations().people:
        return None
    for at in range(len(clauses.tokens)):
        for found in clauses.told(at, quantity):
            if found.trigger.form == "noun" and found.trigger.measure == "attendance":
                return Reading("attendance", "crowd of the sentence", at)
    return None


def modifier(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """A participle within the phrase: three wounded colleagues, six dangerous men wanted."""
    if quantity.noun is None:
        return None
    for at in range(quantity.noun.first, quantity.noun.last):
        for found in clauses.of(at, quantity):
            if found.trigger.form in {"participle", "state"}:
                return Reading(found.trigger.measure, "modifier", at, found.trigger.own)
    return None
