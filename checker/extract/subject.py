"""What a figure counts and what is asserted of it: unit, measure and population, from its own words or from others."""

from collections.abc import Sequence

from checker.extract.describe import described, of_a_bare_figure, with_state
from checker.extract.describe_measured import measured_thing
from checker.extract.ellipsis import Antecedent, is_people, text_of
from checker.extract.predicates import is_counted, measure_of
from checker.extract.predicates_noun import KIND_OF_NOUN, modifier
from checker.extract.quantities import Quantity
from checker.extract.subject_borrowed import Subject, borrow, join
from checker.extract.syntax import Sentence, Token
from checker.extract.triggers import Clauses, Reading
from checker.rulebook.assertions import assertions
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures
from checker.rulebook.temporal import temporal
from checker.rulebook.units import units

WHOLE = "whole"
OF_A_VERB = frozenset(
    f"{form} {where}" for form in ("past", "participle", "passive", "state", "base") for where in ("behind", "later")
) | {"object of past", "object of participle", "object of base", "object of ing", "object of present"}
SHORTEST_VERB = 4  # letters of a participle
PEOPLE = "people"
AROUND = 8  # tokens beside a measured quantity in which what is measured stands
WORDS = 6  # of them that name it


def subject_of(sentence: Sentence, quantity: Quantity, clauses: Clauses, past: Sequence[Antecedent]) -> Subject:
    """What the figure is of; its unit is None where nothing tells."""
    reading = measure_of(clauses, quantity)
    part = _part_of(clauses, quantity)
    if part is not None and reading is not None and _of_the_part(clauses, part, reading):
        reading = modifier(clauses, quantity)
    subject = Subject(
        unit=quantity.unit,
        measure=reading.measure if reading else "",
        text=text_of(sentence, quantity.noun),
        head=quantity.noun.head if quantity.noun else "",
        bare=quantity.noun is None and quantity.unit is None,
        because=[*quantity.because, *([reading.because] if reading else [])],
    )
    if subject.bare or subject.head in assertions().generic:
        borrow(subject, clauses, quantity, reading, past)
    if not subject.measure and subject.head in measures().members:
        subject.measure = measures().members[subject.head]
        subject.because.append(KIND_OF_NOUN)
    if part is None:
        join(subject, clauses, quantity, reading, past)
    else:
        subject.because.append(WHOLE)
    if subject.measure in assertions().victim_measures and _agent(subject):
        subject.unit = units().thing("person")
    if subject.unit is not None and not subject.measure:
        subject.measure = "count" if part else _open_measure(sentence, quantity)
    if subject.unit is not None and subject.unit.name == "person":
        subject.measure = measures().known(subject.measure).persons or subject.measure
    if not is_counted(quantity):
        subject.described = measured_thing(clauses, quantity, reading, past)
        subject.text = _measured_thing(sentence, quantity, subject.described) or subject.text
        return subject
    if quantity.complement is not None and subject.text:
        subject.text += f" of {text_of(sentence, quantity.complement)}"
    subject.described = _described(subject, clauses, quantity, reading, past) or subject.text
    return subject


def _described(
    subject: Subject, clauses: Clauses, quantity: Quantity, reading: Reading | None, past: Sequence[Antecedent]
) -> str:
    """The description of what is counted, as an editor reads it."""
    if _is_a_state(subject, quantity, reading):
        before = past[-1] if past and past[-1].sentence is clauses.sentence else None
        known = before is not None and before.unit.name == "person" and before.quantity.noun is not None
        return with_state(clauses, quantity, before.text if before is not None and known else PEOPLE, subject.measure)
    if quantity.noun is not None:
        return described(clauses, quantity, reading, past)
    earlier = subject.earlier
    same = earlier is not None and (quantity.partitive or _leads_a_whole(clauses, earlier))
    base = earlier.described if earlier is not None and same and subject.text == earlier.text else subject.text
    subject.base = base
    return of_a_bare_figure(clauses, quantity, reading, base or (PEOPLE if _of_people(subject) else ""))


def _leads_a_whole(clauses: Clauses, earlier: Antecedent) -> bool:
    """Whether an earlier figure of the sentence is the whole of those behind it: of the 120 men, 81 fled."""
    first = earlier.quantity.first
    lead = {token.lower for token in clauses.tokens[max(0, first - 2) : first]}
    return earlier.sentence is clauses.sentence and ("of" in lead or earlier.quantity.noun is None)


def _of_people(subject: Subject) -> bool:
    """Whether a figure without a noun is of people."""
    return subject.unit is not None and subject.unit.name == "person" and bool(subject.measure)


def _is_a_state(subject: Subject, quantity: Quantity, reading: Reading | None) -> bool:
    """Whether the only noun of a figure is the state of people: 27 dead, millions displaced."""
    if reading is None or not is_people(subject.measure) or quantity.partitive:
        return False
    if quantity.noun is None:
        return subject.text.casefold() in measures().known(subject.measure).states
    single = quantity.noun.last - quantity.noun.first == 1
    return single and (reading.because == "substantive" or subject.head in assertions().states)


def _part_of(clauses: Clauses, quantity: Quantity) -> Quantity | None:
    """The part before a whole: 19 of 54 miners."""
    return next((q for q in clauses.quantities if q.last < quantity.first and clauses.whole_of(q) is quantity), None)


def _of_the_part(clauses: Clauses, part: Quantity, reading: Reading) -> bool:
    """Whether what is said of a whole is said of its part alone: 19 of 54 miners died."""
    if reading.because not in OF_A_VERB:
        return False
    said = measure_of(clauses, part)
    return said is None or said.at == reading.at or not is_counted(part)


def _agent(subject: Subject) -> bool:
    """Whether the noun is of those who do something, by its ending: dockers, arsonists."""
    unknown = subject.unit is not None and subject.unit.name == subject.head and subject.head not in units().counted
    return unknown and subject.head.endswith(assertions().agent_endings)


def _open_measure(sentence: Sentence, quantity: Quantity) -> str:
    """A verb that no lexicon knows: the participle behind the phrase or the past form before it, else count."""
    tokens, words = sentence.tokens, grammar().words
    for index in range(quantity.last, min(len(tokens), quantity.last + 4)):
        if _participle(tokens[index].lower):
            return tokens[index].lower
        if tokens[index].lower not in words.auxiliaries | words.adverbs:
            break
    for index in range(quantity.first - 1, max(-1, quantity.first - 4), -1):
        lower = tokens[index].lower
        if not lower[0].isalpha() or (lower == "to" and index < quantity.first - 1):
            break  # launched to help 900 people
        if _participle(lower):
            return lower if index + 1 == quantity.first or tokens[index + 1].lower in words.closed else "count"
    return "count"


def _participle(word: str) -> bool:
    words = grammar().words
    passed_over = word in words.saying or word in words.rising or word in words.falling or word in words.closed
    return word.endswith("ed") and len(word) > SHORTEST_VERB and not passed_over


def _measured_thing(sentence: Sentence, quantity: Quantity, told: str) -> str:
    """The content words beside a measured quantity, in their order: repair of the bridge.

    Those that its description has come first, then the nearest; who says so, and on which day, is not what is measured.
    """
    tokens, words = sentence.tokens, grammar().words
    known = frozenset(told.casefold().split())
    picked: list[int] = []
    behind = range(quantity.last, min(len(tokens), quantity.last + AROUND))
    ahead = range(quantity.first - 1, max(-1, quantity.first - AROUND), -1)
    for step in (behind, ahead):
        for at in step:
            word = tokens[at]
            if word.text in {";", ":", "—"} or (word.text == "," and step is behind and _source_follows(tokens, at)):
                break
            if word.text[0].isalpha() and word.lower not in words.closed | words.saying | temporal().weekday.keys():
                picked.append(at)
    nearest = sorted(
        picked, key=lambda at: (tokens[at].lower not in known, min(abs(at - quantity.first), abs(at - quantity.last)))
    )
    return " ".join(tokens[at].text for at in sorted(nearest[:WORDS]))


def _source_follows(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma parts the figure from who gives it: 12 km, the mayor said; 12 km, according to her."""
    words = grammar().words
    for at in range(comma + 1, min(len(tokens), comma + AROUND)):
        if tokens[at].lower in words.saying or tokens[at].lower == "according":
            return True
        if tokens[at].text in {",", ";"}:
            return False
    return False
