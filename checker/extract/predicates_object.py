"""Figures that a verb, a noun or a label before them governs: killed 22, the deaths of 163, recaptured: 64."""

from checker.extract.predicates_subject import following
from checker.extract.quantities import Quantity
from checker.extract.tokens import tokens
from checker.extract.triggers import REACH, Clauses, Found, Reading, find_triggers
from checker.model import Section
from checker.rulebook.assertions import assertions
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures
from checker.rulebook.units import units

NUMBERED = 6  # tokens behind "the number of" in which a verb tells of whom: people killed
LABEL = 9  # tokens of a label before its colon
NOUN = 4  # tokens between a noun and the figure that "of" ties to it


def label(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """Recaptured: 64; deaths - 9."""
    index = quantity.first - 1
    if index >= 0 and quantity.noun is None and quantity.last >= len(clauses.tokens) - 1:
        for found in clauses.told(0, quantity):
            if found.trigger.form in {"state", "participle"} and found.last == quantity.first:
                return Reading(found.trigger.measure, "label", 0)  # missing 3
    if index < 1 or clauses.tokens[index].lower not in {":", "-", "=", "|"}:
        return None
    for at in range(index - 1, max(-1, index - LABEL), -1):
        if clauses.tokens[at].lower in {".", ";", ","} or at in clauses.starts:
            break
        for found in clauses.told(at, quantity):
            return Reading(found.trigger.measure, "label", at)
    if index == 0 or clauses.tokens[index].text != ":":
        return None
    done = (f for f in clauses.of(index - 1, quantity) if f.trigger.form == "participle" and quantity.noun is None)
    return next((Reading(f.trigger.measure, "label", index - 1) for f in done), None)  # birds culled: 900


def titled(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """The heading of a table's column or of a list: cases over 3,108; needs: over - tents: 4,000."""
    item = quantity.noun is None and quantity.first > 1 and clauses.tokens[quantity.first - 1].text == ":"
    if not clauses.sentence.label or not (item or clauses.sentence.section is Section.TABLE):
        return None
    for found in find_triggers(tokens(clauses.sentence.label)):
        if found.trigger.form in {"noun", "state", "participle"} and not found.trigger.own:
            return Reading(found.trigger.measure, "column")
    return None


def itemised(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """The items behind a colon: deaths by town: Tounfite 19, Agoudim 9."""
    if quantity.noun is not None or quantity.first == 0 or not clauses.tokens[quantity.first - 1].text[0].isupper():
        return None
    colon = next((at for at in range(quantity.first - 1, -1, -1) if clauses.tokens[at].text == ":"), -1)
    for forms in ({"noun", "state"}, {"participle"}):
        for at in range(colon - 1, max(-1, colon - LABEL - 1), -1):
            for found in clauses.told(at, quantity):
                if found.trigger.form in forms:
                    return Reading(found.trigger.measure, "item of a list", at)
    return None


def direct(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """A capacity of 45, a staff of 300: the noun right before the figure's "of"."""
    of = quantity.first - 1
    if of < 1 or quantity.noun is not None or clauses.tokens[of].lower != "of":
        return None
    for at in range(of - 1, max(-1, of - 1 - len(("number", "of", "dead"))), -1):
        for found in clauses.told(at, quantity):
            if found.last in {of, quantity.first} and found.trigger.form in {"noun", "phrase"}:
                return Reading(found.trigger.measure, "noun before of", at)
    return None


def nominal(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """The deaths of 163, a toll of 43, the number of escapees at 187, the toll climbed to 27."""
    before = clauses.tokens[quantity.first - 1].lower if quantity.first else ""
    direct = before in {"of", ":"}
    if not direct and (quantity.noun is not None or not _leads(before)):
        return None  # a figure with a noun of its own is governed through "of" alone
    if (numbered := _numbered(clauses, quantity)) is not None:
        return numbered
    reach = NOUN if direct and quantity.noun else REACH
    for at in range(quantity.first - 1, max(-1, quantity.first - reach), -1):
        lower = clauses.tokens[at].lower
        if lower in clause_words().breaks and not (direct and at == quantity.first - 1):
            return None
        if quantity.noun is not None and at in clauses.starts:
            return None
        for found in clauses.told(at, quantity):
            noun = found.trigger.form in {"noun", "phrase"} and found.last <= quantity.first
            light = found.last - at == 1 and lower in grammar().words.auxiliaries  # the toll, which stood at 21
            said = found.trigger.argument == "subject" and not light and _of_a_number(clauses, at)
            if noun or said or (found.trigger.form == "state" and lower in grammar().words.toll_nouns):
                toll = None if direct else _tolled(clauses, quantity, at)
                return toll or Reading(found.trigger.measure, "noun before", at)
    return None


def _tolled(clauses: Clauses, quantity: Quantity, event: int) -> Reading | None:
    """What the noun for a toll says, where the one at hand is what took it: the death toll from the collapse is 12."""
    if any(measures().known(found.trigger.measure).people for found in clauses.told(event, quantity)):
        return None
    words = grammar().words
    parting = clause_words().breaks | words.auxiliaries | words.rising | words.falling | {",", "to"}
    for at in range(event - 1, max(-1, event - REACH), -1):
        if clauses.tokens[at].lower in parting or at in clauses.starts:
            return None
        for found in clauses.told(at, quantity):
            people = measures().known(found.trigger.measure).people and found.trigger.form == "noun"
            if people and clauses.tokens[found.last].lower in words.prepositions:
                return Reading(found.trigger.measure, "noun before", at)
    return None


def _numbered(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """What is said of those whose number the figure is: the number of people killed in a market fire, put at 30."""
    tokens, nouns = clauses.tokens, clause_words().number_nouns
    numbers = (at for at in range(quantity.first - 2, -1, -1) if tokens[at].lower in nouns)
    at = next((at for at in numbers if tokens[at + 1].lower == "of"), None)
    if at is None:
        return None
    for index in range(at + 2, min(quantity.first, at + 2 + NUMBERED)):
        if _leads(tokens[index].lower):
            return None  # the number of dead reached 34
        for found in clauses.told(index, quantity):
            if found.trigger.form in {"past", "participle", "state"} and found.last <= quantity.first:
                return Reading(found.trigger.measure, "number of those", index, found.trigger.own)
    return None


def _of_a_number(clauses: Clauses, at: int) -> bool:
    """Whether a trigger describes what a number is of: the number of people in hospital has fallen to 121."""
    before = [token.lower for token in clauses.tokens[max(0, at - LABEL) : at]]
    return any(word in clause_words().number_nouns for word in before)


def _leads(word: str) -> bool:
    words = grammar().words
    return word in clause_words().leads or word in words.auxiliaries | words.rising | words.falling


def preceding(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """The object of a verb before it: killed 22 villagers, wounding three, sent six ships."""
    words = clause_words()
    if _value_of_a_noun(clauses, quantity):
        return None
    for at in range(quantity.first - 1, max(-1, quantity.first - REACH), -1):
        lower = clauses.tokens[at].lower
        if lower in words.breaks | {"that"} or at in clauses.blocked or _infinitive(clauses, quantity, at):
            return None
        for found in clauses.of(at, quantity):
            because = _takes(clauses, quantity, found)
            if because:
                return Reading(found.trigger.measure, because, at, found.trigger.own)
        inner = lower in words.subordinators and at < quantity.first - 1
        if lower in words.finite or (inner and clauses.verb_between(at, quantity.first)):
            return None
    return None


def _value_of_a_noun(clauses: Clauses, quantity: Quantity) -> bool:
    """Whether a bare figure is the value of the noun before it: receive half of a standard of 15."""
    of = quantity.first - 1
    if of < 1 or quantity.noun is not None or clauses.tokens[of].lower != "of" or quantity.partitive:
        return False
    return clauses.tokens[of - 1].text.isalpha() and of - 1 not in clauses.ends and not clauses.at(of - 1)


def _infinitive(clauses: Clauses, quantity: Quantity, at: int) -> bool:
    """Whether an infinitive that no lexicon knows takes the figure: to help 900 people."""
    if clauses.tokens[at].lower != "to" or at + 2 != quantity.first:
        return False
    verb = clauses.tokens[at + 1]
    return (
        verb.text.islower()
        and verb.text.isalpha()
        and verb.lower not in grammar().words.closed
        and not clauses.at(at + 1)
    )


def _takes(clauses: Clauses, quantity: Quantity, found: Found) -> str:
    """How a trigger before a figure takes it as its object, "" where it does not."""
    form, at = found.trigger.form, found.first
    if found.last > quantity.first:
        return ""
    if form == "phrase":
        return "phrase before" if clauses.all_closed(found.last, quantity.first) else ""
    adjunct = clauses.tokens[quantity.first - 1].lower in clause_words().adjuncts and found.last < quantity.first
    if adjunct or form in {"noun", "state"} or found.trigger.argument == "subject":
        return ""
    if form in {"past", "participle"} and clauses.is_passive(at):
        return ""  # were wounded ... and 22: its subject stands before it
    table = units()
    named = table.singular(clauses.tokens[at].lower) in table.counted or clauses.is_noun(at)
    if at and found.last == quantity.first and table.is_plural(clauses.tokens[at - 1].lower):
        named = False  # the halls house 900
    if at and form == "present" and quantity.noun is None and found.last == quantity.first:
        named = clauses.is_noun(at) or clauses.tokens[at - 1].lower in grammar().words.closed  # court jails 23
    if at and form == "base" and clauses.tokens[at - 1].lower == "to":
        named = False  # to recruit 900
    apart = found.trigger.own and not _reaches(clauses, quantity, found.last)
    if (form in {"base", "present"} and named) or clauses.is_modifier(found) or apart:
        return ""
    return f"object of {form}"


def _reaches(clauses: Clauses, quantity: Quantity, at: int) -> bool:
    """Whether a verb's object may still stand at the figure: no clause ends between, or all is one list."""
    stretch = {token.lower for token in clauses.tokens[at : quantity.first]}
    if not stretch & {",", "and", "or"}:
        return True
    figures = any(i in clauses.starts for i in range(at, quantity.first))
    return figures and clauses.list_between(at, quantity.first) and following(clauses, quantity) is None


def roomy(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """What holds so many: a stadium for 10,000 people, a prison for 600 inmates."""
    before = quantity.first - 1
    if before < 1 or clauses.tokens[before].lower != "for" or quantity.unit is None or quantity.unit.name != "person":
        return None
    holder = units().singular(clauses.tokens[before - 1].lower)
    kind = units().counted.get(holder, holder)
    return Reading("capacity", "room for", before) if kind in assertions().holders else None


def phrased(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """A phrase that ends where the figure begins: built for 400."""
    for at in range(quantity.first - 1, max(-1, quantity.first - NOUN - 1), -1):
        for found in clauses.of(at, quantity):
            if found.trigger.form == "phrase" and found.last == quantity.first:
                return Reading(found.trigger.measure, "phrase before", at)
    return None


def restricted(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """A verb that means something of these things alone: won 117 seats."""
    reading = preceding(clauses, quantity)
    if reading is None or not any(found.trigger.heads for found in clauses.of(reading.at, quantity)):
        return None
    return reading


def inverted(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """Among the dead are 15 women; among those detained were over 30 leaders."""
    copula = quantity.first - 1
    if copula < 1 or clauses.tokens[copula].lower not in {"are", "were", "is", "was"}:
        return None
    if copula > NOUN and not {"among", "the", "those"} & {token.lower for token in clauses.tokens[:copula]}:
        return None
    for at in range(copula - 1, max(-1, copula - NOUN), -1):
        for found in clauses.of(at, quantity):
            if found.trigger.form in {"state", "participle"} and found.last == copula:
                return Reading(found.trigger.measure, "inverted", at, found.trigger.own)
    return None
