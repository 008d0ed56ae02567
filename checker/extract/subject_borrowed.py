"""What a figure takes from another one: the noun of its list, of its whole, of its number, of the figure before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.extract.ellipsis import Antecedent, antecedent, is_people, label_noun, plural_of, subject_noun, text_of
from checker.extract.links import is_former
from checker.extract.predicates import measure_of
from checker.extract.predicates_noun import KIND_OF_NOUN
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
PART = frozenset(("including", "includes", "included"))  # right before a figure that is a part of the one before it
BEHIND_A_VERB = frozenset((",", "and", "including", "among", "them"))  # joints behind what is said of a list's first
LONGEST_JOINT = 6  # tokens between the figures of a list


@dataclass(slots=True)
class Subject:
    """Unit, measure and population of a figure; `because` names the productions."""

    unit: Unit | None
    measure: str
    text: str
    head: str
    bare: bool = False
    described: str = ""
    base: str = ""  # the description without what is said of a figure that has no noun of its own
    earlier: Antecedent | None = None
    because: list[str] = field(default_factory=list)


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


def borrow(
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


def join(
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
