"""What a figure counts and what is asserted of it: unit, measure and population, from its own words or from others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.extract.ellipsis import Antecedent, antecedent, is_people, label_noun, plural_of, subject_noun, text_of
from checker.extract.links import is_former
from checker.extract.predicates import is_counted, measure_of
from checker.extract.predicates_noun import KIND_OF_NOUN, modifier
from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence
from checker.extract.triggers import Clauses, Reading
from checker.model import Section, Unit
from checker.rulebook.assertions import assertions
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures
from checker.rulebook.speakers import speaker_lexicon
from checker.rulebook.units import units

NAMED = "noun before of"
WHOLE = "whole"
OF_A_VERB = frozenset(
    f"{form} {where}" for form in ("past", "participle", "passive", "state", "base") for where in ("behind", "later")
) | {"object of past", "object of participle", "object of base", "object of ing", "object of present"}
SHORTEST_VERB = 4  # letters of a participle
PART = frozenset(("including", "includes", "included"))  # right before a figure that is a part of the one before it
BEHIND_A_VERB = frozenset((",", "and", "including", "among", "them"))  # joints behind what is said of a list's first
LONGEST_JOINT = 6  # tokens between the figures of a list
AROUND = 8  # tokens beside a measured quantity in which what is measured stands
WORDS = 6  # of them that name it


@dataclass(slots=True)
class Subject:
    """Unit, measure and population of a figure; `because` names the productions."""

    unit: Unit | None
    measure: str
    text: str
    head: str
    bare: bool = False
    earlier: Antecedent | None = None
    because: list[str] = field(default_factory=list)


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
        _borrow(subject, clauses, quantity, reading, past)
    if not subject.measure and subject.head in measures().members:
        subject.measure = measures().members[subject.head]
        subject.because.append(KIND_OF_NOUN)
    if part is None:
        _join(subject, clauses, quantity, reading, past)
    else:
        subject.because.append(WHOLE)
    if subject.measure in assertions().victim_measures and _agent(subject):
        subject.unit = units().thing("person")
    if subject.unit is not None and not subject.measure:
        subject.measure = "count" if part else _open_measure(sentence, quantity)
    if not is_counted(quantity):
        subject.text = _measured_thing(sentence, quantity) or subject.text
    elif quantity.complement is not None and subject.text:
        subject.text += f" of {text_of(sentence, quantity.complement)}"
    return subject


def _part_of(clauses: Clauses, quantity: Quantity) -> Quantity | None:
    """The part before a whole: 19 of 54 miners."""
    return next((q for q in clauses.quantities if q.last < quantity.first and clauses.whole_of(q) is quantity), None)


def _of_the_part(clauses: Clauses, part: Quantity, reading: Reading) -> bool:
    """Whether what is said of a whole is said of its part alone: 19 of 54 miners died."""
    if reading.because not in OF_A_VERB:
        return False
    said = measure_of(clauses, part)
    return said is None or said.at == reading.at or not is_counted(part)


def _list_noun(clauses: Clauses, quantity: Quantity) -> Quantity | None:
    """For 900, 780 and 350 people, the last of the list, whose noun all share."""
    at = quantity.last
    joints = {",", "and", "or"}
    if quantity.first and clauses.tokens[quantity.first - 1].lower == "from":
        joints = {"to"}  # from five to seven ships
    while at < len(clauses.tokens):
        following = clauses.starts.get(at)
        if following is not None and following is not quantity:
            if following.noun is not None or (following.unit is not None and "to" in joints):
                return following
            at = following.last
        elif clauses.tokens[at].lower in joints:
            at += 1
        else:
            return None
    return None


def _former(subject: Subject, clauses: Clauses, quantity: Quantity, past: Sequence[Antecedent]) -> bool:
    """Give the former value behind a new one its unit and measure: fell to 800 tonnes a day from 1,450."""
    if not past or past[-1].sentence is not clauses.sentence or not quantity.first:
        return False
    before = past[-1]
    if not is_former(clauses.sentence, before.quantity, quantity):
        return False
    subject.unit, subject.measure, subject.text = before.unit, before.measure, before.text
    subject.because.append("former value")
    return True


def _scale(clauses: Clauses, quantity: Quantity) -> str:
    """A gross tonnage of 498: the singular noun that a bare figure is the value of, "" where there is none."""
    of = quantity.first - 1
    if of < 1 or clauses.tokens[of].lower != "of":
        return ""
    noun, words = clauses.tokens[of - 1].lower, clause_words()
    told = noun in words.number_nouns or noun in grammar().words.collectives or noun in grammar().words.closed
    told = told or noun in speaker_lexicon().verbs.weighed  # had spoken of 900
    plain = noun[0].isalpha() and not told and not units().is_plural(noun) and noun not in units().counted
    return noun if plain else ""


def _borrow(
    subject: Subject, clauses: Clauses, quantity: Quantity, reading: Reading | None, past: Sequence[Antecedent]
) -> None:
    """Give a bare figure the noun of its list, of its number, of its label or of the figure before it."""
    sentence = clauses.sentence
    scale = _scale(clauses, quantity) if reading is None else ""
    if scale:
        subject.unit, subject.measure, subject.text, subject.head = units().thing(scale), scale, scale, scale
        subject.because.append(NAMED)
        return
    if _former(subject, clauses, quantity, past):
        return
    whole = clauses.whole_of(quantity)
    following = whole or (None if _of_a_body(sentence, quantity) else _list_noun(clauses, quantity))
    if following is not None:
        if reading is None:
            said = measure_of(clauses, following)
            subject.measure = said.measure if said else ""
        subject.unit, subject.head = following.unit, following.noun.head if following.noun else ""
        subject.text = text_of(sentence, following.noun)
        subject.because.append("noun of the whole" if whole else "noun of the list")
        return
    text, noun = subject_noun(sentence, quantity)
    if not noun:
        text, noun = label_noun(sentence, quantity, reading.at if reading else -1)
    if noun and (
        not subject.measure or not is_people(subject.measure) or units().thing(noun).name in assertions().people_units
    ):
        told = text.casefold() in measures().members  # a crew of 40
        subject.unit, subject.text, subject.head = units().thing(noun), text, text.casefold() if told else noun
        subject.because.append("noun of the number")
        return
    _take_up(subject, sentence, quantity, reading, past)
    known = measures().table.get(subject.measure)
    if subject.unit is None and subject.measure and _of_us(sentence, quantity):
        subject.unit = units().thing("person")
        subject.because.append("of us")
    if subject.unit is None and known is not None:
        subject.unit = units().thing("person" if is_people(subject.measure) else known.thing or "item")
        subject.because.append(f"said of {subject.unit.name}s")


def _of_a_body(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure is of a body of people: a staff of 45."""
    before = [token.lower for token in sentence.tokens[max(0, quantity.first - 2) : quantity.first]]
    return before[-1:] == ["of"] and before[0] in grammar().words.collectives


def _of_us(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure is of those who speak: 900 of us."""
    return [token.lower for token in sentence.tokens[quantity.numeral.last : quantity.numeral.last + 2]] == ["of", "us"]


def _take_up(
    subject: Subject, sentence: Sentence, quantity: Quantity, reading: Reading | None, past: Sequence[Antecedent]
) -> None:
    """Give a bare figure the noun of an earlier figure or the plural before it."""
    subject.text = ""
    behind = [token.lower for token in sentence.tokens[quantity.last : quantity.last + 2]]
    if behind == ["of", "them"] and not (past and past[-1].sentence is sentence):
        subject.text, noun = plural_of(sentence, quantity.first)
        if noun:
            subject.unit = units().thing(noun)
            subject.because.append("plural before it")
            return
    if quantity.numeral.form == "none" and reading is None and not quantity.partitive:
        return  # nobody spoke
    earlier = antecedent(sentence, quantity, past, subject.measure)
    if earlier is not None:
        subject.unit = earlier.unit if subject.bare else subject.unit
        column = sentence.section is Section.TABLE and reading is not None
        known = measures().table.get(earlier.measure)
        state = known is not None and earlier.text.casefold() in known.states and subject.measure != earlier.measure
        subject.text, subject.measure = "" if column or state else earlier.text, subject.measure or earlier.measure
        subject.earlier = earlier
        subject.because.append("as the figure before it")
    elif quantity.partitive and past and past[-1].sentence.index == sentence.index - 1:
        subject.text, noun = plural_of(past[-1].sentence)
        subject.unit = units().thing(noun) if noun else subject.unit
        subject.because.append("plural of the sentence before")


def _join(
    subject: Subject, clauses: Clauses, quantity: Quantity, reading: Reading | None, past: Sequence[Antecedent]
) -> None:
    """Give a figure in brackets, or one of a list, the measure of the figure before it."""
    sentence = clauses.sentence
    if not past or past[-1].sentence is not sentence or subject.unit is None:
        return
    before = past[-1]
    bracket = quantity.first > 0 and sentence.tokens[quantity.first - 1].text == "("
    if bracket and before.unit.dimension == subject.unit.dimension:
        subject.measure = before.measure
        subject.because.append("dual")
    if NAMED in subject.because or before.measure == before.unit.name:
        return  # a tonnage of 498 and 22 crew
    weak = reading is None or reading.because in {KIND_OF_NOUN, "modifier"}
    part = quantity.first > 0 and sentence.tokens[quantity.first - 1].lower in PART
    if weak and (part or _listed(clauses, before, quantity)):
        subject.measure = before.measure
        subject.because.append("list")


def _listed(clauses: Clauses, earlier: Antecedent, quantity: Quantity) -> bool:
    """Whether only the joints of a list, or what is said of its first, stand between: 7 killed: one guard."""
    before = earlier.quantity
    last = max(before.last, before.complement.last if before.complement else 0)
    between = range(last, quantity.first)
    be, said = clause_words().be | clause_words().perfect, 0
    for at in between:
        told = any(found.trigger.measure == earlier.measure for found in clauses.at(at))
        said += told
        joints = BEHIND_A_VERB if said else assertions().joints | be
        if not told and clauses.tokens[at].lower not in joints:
            return False
    return 0 < len(between) <= LONGEST_JOINT


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


def _measured_thing(sentence: Sentence, quantity: Quantity) -> str:
    """The content words beside a measured quantity, nearest first kept, in their order: repair of the bridge."""
    tokens, closed = sentence.tokens, grammar().words.closed
    picked: list[int] = []
    behind = range(quantity.last, min(len(tokens), quantity.last + AROUND))
    ahead = range(quantity.first - 1, max(-1, quantity.first - AROUND), -1)
    for step in (behind, ahead):
        for at in step:
            word = tokens[at]
            if word.text in {";", ":", "—"}:
                break
            if word.text[0].isalpha() and word.lower not in closed:
                picked.append(at)
    nearest = sorted(picked, key=lambda at: min(abs(at - quantity.first), abs(at - quantity.last)))[:WORDS]
    return " ".join(tokens[at].text for at in sorted(nearest))
