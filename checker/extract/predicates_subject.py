"""Figures that are the subject of what is said: 187 detainees escaped, nine guards and two residents were killed."""

from checker.extract.quantities import Quantity
from checker.extract.triggers import REACH, Clauses, Found, Reading
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar

NEAR = 8  # tokens behind a phrase in which its own verb stands


def substantive(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """The state is the noun: 34 dead, 40 injured."""
    if quantity.noun is None or quantity.partitive or quantity.noun.last - quantity.noun.first > 1:
        return None
    for found in clauses.of(quantity.noun.first, quantity):
        if found.trigger.form in {"state", "participle"} and found.last >= quantity.noun.last:
            return Reading(found.trigger.measure, "substantive", found.first, found.trigger.own)
    return None


def following(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """A participle, state or intransitive verb right behind the phrase: 187 detainees escaped, 9 are dead."""
    words, passive, perfect = clause_words(), False, False
    last = quantity.complement.last if quantity.complement else quantity.last
    last = clauses.past_listed(last)
    for index in range(last, min(len(clauses.tokens), last + NEAR)):
        lower = clauses.tokens[index].lower
        for found in clauses.of(index, quantity):
            because = _says(clauses, quantity, found, passive=passive, perfect=perfect)
            if because:
                return Reading(found.trigger.measure, f"{because} behind", index, found.trigger.own)
        passive = passive or lower in words.be
        perfect = lower in words.perfect or (perfect and lower not in words.be)
        if not (lower in words.bridges | words.be or clauses.is_light(index)) and not (
            passive and lower in grammar().words.saying
        ):
            return None
    return None


def _says(clauses: Clauses, quantity: Quantity, found: Found, *, passive: bool, perfect: bool) -> str:
    """How a trigger right behind a phrase is said of it: its form, "" where it is not.

    `passive`: a form of be stands before it; `perfect`: a form of have does, and none of be behind it.
    """
    form, argument = found.trigger.form, found.trigger.argument
    if form in {"base", "present"}:
        # inmates [flee], but no noun of the same spelling
        agrees = argument == "subject" and form == "base" and found.first == quantity.last
        return form if agrees and clauses.tokens[found.first - 1].lower not in {",", "to"} else ""
    if form == "state" or (argument == "subject" and form not in {"noun", "ing"}):
        return form
    if form != "participle" or perfect:
        return ""  # the plant that killed 15 had opened: an active verb of something else
    return "passive" if passive or passive_here(clauses, found) else ""


def passive_here(clauses: Clauses, found: Found) -> bool:
    """A bare participle is passive where no object follows it: 20 people injured in Homs."""
    if found.last >= len(clauses.tokens):
        return True
    if found.last in clauses.starts:
        # a comma is lost: 3 killed 40 injured
        other = clauses.starts[found.last]
        return substantive(clauses, other) is not None or following(clauses, other) is not None
    token, words = clauses.tokens[found.last], grammar().words
    if token.lower in words.pronouns or token.lower in words.determiners - {"each", "all"}:
        return False
    return not token.text[0].isalpha() or token.lower in words.closed or token.lower.endswith(("ly", "ing"))


def later(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """The verb of which it is the subject, further on: four soldiers at a base in the east were wounded."""
    words = clause_words()
    if quantity.first and clauses.tokens[quantity.first - 1].lower in words.adjuncts:
        return None
    passive = active = inside = said = False
    lead = {token.lower for token in clauses.tokens[max(0, quantity.first - 3) : quantity.first]}
    subordinate = bool(lead & words.relatives)  # the group, to which seven houses belong, has cancelled
    others = {i for q in clauses.quantities if q is not quantity for i in range(q.first, q.last)}
    for at in range(quantity.last, min(len(clauses.tokens), quantity.last + REACH)):
        lower = clauses.tokens[at].lower
        inside = (inside or lower == "(") and lower != ")"
        if said and at in clauses.starts and at in others:
            return None  # 14 ships are at anchor and 600 containers were lost
        said = said or lower in words.be
        if at in others or inside or lower == ")":
            continue
        ends = (
            lower in words.breaks
            or (subordinate and lower == ",")
            or (lower in words.subordinators and at > quantity.last)
        )
        if ends or at in clauses.blocked:
            return None
        for found in clauses.of(at, quantity):
            because = _governs(clauses, quantity, found, passive=passive, active=active)
            if because:
                return Reading(found.trigger.measure, f"{because} later", at, found.trigger.own)
        finite = any(found.trigger.form in {"past", "present"} for found in clauses.of(at, quantity))
        active = active or (finite and not clauses.is_passive(at))
        if lower in grammar().words.saying:
            return None
        passive = lower in words.be | {"have", "has", "had"} or (passive and lower not in {",", "and"})
    return None


def _governs(clauses: Clauses, quantity: Quantity, found: Found, *, passive: bool, active: bool) -> str:
    """How a trigger further on is said of the phrase: its form, "" where it is not.

    `passive`: a form of be stands before it; `active`: another verb has taken the phrase as its subject.
    """
    form, at = found.trigger.form, found.first
    listed = clauses.list_between(quantity.last, at)
    if found.trigger.argument == "subject" and form in {"past", "participle", "present", "base"}:
        return "" if active else form
    if form == "participle" and (passive or clauses.is_passive(at)):
        return "passive"
    if form == "participle" and not active and listed and not clauses.is_modifier(found):
        return "participle" if passive_here(clauses, found) else ""
    bare = listed and passive_here(clauses, found)
    return form if form == "state" and (passive or bare or found.last - found.first > 1) else ""
