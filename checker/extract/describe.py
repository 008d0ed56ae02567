"""Who or what is counted, as an editor would say it: the noun with what restricts it, and what is asserted of it."""

from collections.abc import Sequence

from checker.extract.ellipsis import Antecedent, text_of
from checker.extract.phrases import clause_until, is_verbal, of_until, phrase_before, restricted_until, text
from checker.extract.quantities import Quantity
from checker.extract.triggers import Clauses, Found, Reading
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar
from checker.rulebook.populations import group_words, populations
from checker.rulebook.units import units

MOST_WORDS = 18
MOST_OF_AGENT = 6  # words of who does it
OBJECT = frozenset(("past", "present", "participle", "base", "ing"))
OWNING = frozenset(("has", "have", "had", "having"))


def described(clauses: Clauses, quantity: Quantity, reading: Reading | None, past: Sequence[Antecedent]) -> str:
    """The description of what a figure with a noun counts: the noun, what restricts it, what is asserted of it."""
    noun, found = quantity.noun, _found(clauses, reading)
    if noun is None:
        return ""
    first, last = noun.first, quantity.complement.last if quantity.complement else noun.last
    words = text(clauses, first, last)
    if last - first == 1:
        words = _fuller(words, noun.head, past)
    own = clauses.past_listed(last)
    words = f"{words} {text(clauses, last, own)}".strip()
    if found is not None and found.last <= quantity.first and found.trigger.form in OBJECT:
        return _object(clauses, words, own, found)
    end = restricted_until(clauses, own)
    words = f"{words} {text(clauses, own, end)}".strip()
    if found is None or noun.first <= found.first < noun.last:
        words += _owner(clauses, quantity) if end == own else _doer(clauses, quantity)
        words += _doer(clauses, quantity) if end == own else ""
    return said_of(clauses, quantity, reading, words, end)


def with_state(clauses: Clauses, quantity: Quantity, words: str, measure: str) -> str:
    """People in the state that is their only noun: 27 dead in the market -> people killed in the market."""
    end = restricted_until(clauses, quantity.last)
    return _short(words, measure, text(clauses, quantity.last, end))


def of_a_bare_figure(clauses: Clauses, quantity: Quantity, reading: Reading | None, words: str) -> str:
    """What is said of a figure without a noun, whose noun another figure or its measure gives: people killed."""
    found = _found(clauses, reading)
    words = f"{words}," if {"who", "that"} & set(words.split()) and found is not None else words  # men who fled, caught
    if words and found is not None and found.last <= quantity.first and found.trigger.form in OBJECT:
        return _object(clauses, words, quantity.last, found)
    return said_of(clauses, quantity, reading, words).removesuffix(",")


def said_of(clauses: Clauses, quantity: Quantity, reading: Reading | None, words: str, end: int = 0) -> str:
    """A noun with what is said of it behind: homes that collapsed totally, people driven from their homes.

    `end` is the token behind the noun with what restricts it.
    """
    found = _found(clauses, reading)
    if reading is None or found is None or found.first < max(end, quantity.last) or not words:
        return words
    form, said = found.trigger.form, text(clauses, found.first, found.last)
    if form in {"noun", "phrase"} or said.casefold() in words.casefold():
        return words
    if form == "state":
        plain = found.last - found.first == 1
        return f"{said.casefold()} {words}" if plain else _short(words, said)
    after = text(clauses, found.last, clause_until(clauses, found.last))
    perfect = found.first > 0 and clauses.tokens[found.first - 1].lower in clause_words().perfect
    active = perfect or reading.because.startswith("past")
    if clauses.is_passive(found.first) or (found.trigger.argument == "object" and not active):
        done = "" if found.trigger.participle in words.casefold().split() else found.trigger.participle
        return _short(words, done, after)
    relative = "who" if quantity.unit is None or quantity.unit.name == "person" else "that"
    return _short(words, f"{relative} {_verb_group(clauses, found)}", after)


def _verb_group(clauses: Clauses, found: Found) -> str:
    """A verb with the auxiliaries before it: did not survive."""
    first = found.first
    while first > 0 and clauses.is_light(first - 1) and first - 1 not in clauses.inside:
        first -= 1
    return text(clauses, first, found.last)


def _found(clauses: Clauses, reading: Reading | None) -> Found | None:
    """The trigger of a reading."""
    if reading is None or reading.at < 0:
        return None
    return next((f for f in clauses.at(reading.at) if f.trigger.measure == reading.measure), None)


def _object(clauses: Clauses, words: str, at: int, found: Found) -> str:
    """The object of a verb: the army escorted 257 men over the pass -> men escorted over the pass by army."""
    own = of_until(clauses, at)
    rest = restricted_until(clauses, own)
    words = f"{words} {text(clauses, at, own)}".strip()
    done = "" if found.trigger.participle in words.casefold().split() else found.trigger.participle
    return _short(words, done, text(clauses, own, rest), _agent(clauses, found) if done else "")


def _agent(clauses: Clauses, found: Found) -> str:
    """Who does what a verb says: by the army."""
    label = found.last < len(clauses.tokens) and clauses.tokens[found.last].text in {":", "*", "|"}
    if found.trigger.form == "ing" or clauses.is_passive(found.first) or label:
        return ""
    name = named(clauses, *phrase_before(clauses, found.first))
    return f"by {name}" if name else ""


def named(clauses: Clauses, first: int, last: int) -> str:
    """A short noun phrase with its article, a common noun at the head of a sentence in small letters."""
    if not 0 < last - first <= MOST_OF_AGENT:
        return ""
    opens = first == 0 or clauses.tokens[first - 1].text in {'"', "“", "-", ":"}
    article = first > 0 and clauses.tokens[first - 1].lower in grammar().words.determiners
    name, lower = text(clauses, first, last), clauses.tokens[first].lower
    if opens and (units().is_plural(lower) or lower in units().counted) and not name.isupper():
        name = name[0].lower() + name[1:]
    return f"{clauses.tokens[first - 1].lower} {name}" if article else name


def _owner(clauses: Clauses, quantity: Quantity) -> str:
    """Whose the things are: the centre has 60 beds -> beds of centre."""
    verb = quantity.first - 1
    if verb < 1 or clauses.tokens[verb].lower not in OWNING:
        return ""
    name = named(clauses, *phrase_before(clauses, verb))
    return f" of {name}" if name else ""


def _doer(clauses: Clauses, quantity: Quantity) -> str:
    """Who did what is counted: the navy flew 38 strikes -> strikes by the navy."""
    at = quantity.first - 1
    while at > 0 and clauses.tokens[at].lower in grammar().words.determiners | {"out"}:
        at -= 1
    if at < 1 or not is_verbal(clauses, at) or clauses.is_passive(at):
        return ""
    name = named(clauses, *phrase_before(clauses, at))
    return f" by {name}" if name else ""


def _short(*parts: str) -> str:
    """The parts as one phrase, without the last ones where it grows too long."""
    kept = [part for part in parts if part]
    while len(kept) > 1 and len(" ".join(kept).split()) > MOST_WORDS:
        kept.pop()
    return " ".join(kept)


def _fuller(words: str, head: str, past: Sequence[Antecedent]) -> str:
    """A bare noun with the modifiers that the text gave it before: guards -> prison guards."""
    if head in populations().people or any(facet in {"age", "sex"} for facet, _ in group_words().get(head, ())):
        return words  # people at large, men, children: others may be meant
    told = [
        text_of(item.sentence, item.quantity.noun)
        for item in past
        if item.quantity.noun is not None and item.quantity.noun.head == head and item.quantity.noun.modifiers
    ]
    same = {phrase.casefold() for phrase in told}
    return told[-1] if len(same) == 1 else words
