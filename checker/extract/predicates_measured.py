"""Measured quantities: distances, durations, shares and sums of money, by the words beside them."""

from checker.extract.predicates_object import preceding
from checker.extract.predicates_subject import following
from checker.extract.quantities import Quantity
from checker.extract.triggers import Clauses, Reading
from checker.rulebook.assertions import assertions
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures

SUM = "sum"  # among the heads of a trigger: it is said of sums of money
AMOUNTS = frozenset(("[mass]", "[length] ** 3", "[length] ** 2"))
GIVEN = frozenset(("cost", "paid", "received", "pledged", "requested", "donated", "distributed"))  # open to who gets it
AHEAD, BEHIND, FAR = 5, 3, 12  # tokens in which the words beside a quantity stand


def rate(_: Clauses, quantity: Quantity) -> Reading | None:
    """Two trips a day."""
    return Reading("rate", "rate") if quantity.rate else None


def dimension(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """What a measured quantity is: by the words beside it, else by its dimension."""
    if quantity.unit is None:
        return None
    kind = quantity.unit.dimension
    if kind.startswith("[money") or measures().by_dimension.get(kind) == "cost":
        return _money(clauses, quantity)
    if quantity.rate and kind not in measures().by_dimension:
        return rate(clauses, quantity)
    known = _handled(clauses, quantity) if kind in AMOUNTS else None
    known = _extent(clauses, quantity) if kind == "[length]" else known
    if known is not None:
        return known
    before = {token.lower for token in clauses.tokens[max(0, quantity.first - 3) : quantity.first]}
    words = grammar().words
    verb = clauses.tokens[quantity.first - 1].lower if quantity.first else ""
    after = clauses.tokens[quantity.last].lower if quantity.last < len(clauses.tokens) else ""
    moving = words.rising | words.falling
    if kind == "[share]" and (verb in moving or after in moving or ("by" in before and before & moving)):
        return Reading("change", "change by")
    name = measures().by_dimension.get(kind)
    return Reading(name, f"dimension {kind}") if name else None


def _apart(clauses: Clauses, quantity: Quantity, at: int) -> bool:
    """Whether a verb has another figure as its object: gets nine years over a hole of $84m."""
    others = any(i in clauses.starts for i in range(at, quantity.first))
    return others and clauses.tokens[quantity.first - 1].lower in clause_words().adjuncts


def _handled(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """What was done with an amount: 12 tonnes of maize were handed out, seized 210 kg of resin."""
    for production in (following, preceding):
        reading = production(clauses, quantity)
        if reading is not None and reading.measure in assertions().amounts:
            return reading
    return None


def _extent(clauses: Clauses, quantity: Quantity) -> Reading | None:
    """Whether a length is a depth, a height or an altitude by the words beside it."""
    breaks = clause_words().breaks
    behind = range(quantity.last, min(len(clauses.tokens), quantity.last + BEHIND))
    ahead = range(quantity.first - 1, max(-1, quantity.first - AHEAD), -1)
    for at in (*behind, *ahead):
        if clauses.tokens[at].lower in breaks:
            if at < quantity.first - 1:
                break
            continue
        for found in clauses.at(at):
            beside = at < quantity.first or found.trigger.form in {"state", "noun"}
            if measures().known(found.trigger.measure).extent and beside:
                return Reading(found.trigger.measure, f"{found.trigger.form} beside a length", at)
    return None


def _money(clauses: Clauses, quantity: Quantity) -> Reading:
    """What a sum of money is: by its words, and by who gets it where these leave it open."""
    reading = _sum(clauses, quantity)
    if reading.measure not in GIVEN:
        return reading
    first, last = max(0, quantity.first - FAR), quantity.last + FAR
    beside = {token.lower for token in clauses.tokens[first:last]}
    for measure, words in (("compensation", assertions().bereaved), ("ransom", assertions().captors)):
        if beside & words:
            return Reading(measure, "who gets the money", reading.at)
    return reading


def _sum(clauses: Clauses, quantity: Quantity) -> Reading:
    """What a sum of money is: by the nearest word before it, else behind it, else a cost."""
    breaks = clause_words().breaks - {"("}
    ahead = range(quantity.first - 1, max(-1, quantity.first - FAR), -1)
    behind = range(quantity.last, min(len(clauses.tokens), quantity.last + BEHIND + 1))
    for at in behind:
        for found in clauses.at(at):
            if found.trigger.form == "phrase" and measures().known(found.trigger.measure).money:
                return Reading(found.trigger.measure, "phrase beside money", at)
    for at in (*ahead, *behind):
        if clauses.tokens[at].lower in breaks:
            continue
        for found in clauses.at(at):
            name, form = found.trigger.measure, found.trigger.form
            if found.trigger.heads and SUM not in found.trigger.heads:
                continue
            spent = form == "participle" and (at == quantity.last or clauses.is_passive(at))
            adjunct = at < quantity.first and _apart(clauses, quantity, found.last)
            if adjunct and form not in {"noun", "state", "phrase"}:
                continue
            behind_it = form in {"state", "noun", "phrase"} or spent
            if measures().known(name).money and (at < quantity.first or behind_it):
                return Reading(name, f"{form} beside money", at)
    return Reading("cost", "money")
