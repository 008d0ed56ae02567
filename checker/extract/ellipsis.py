"""Figures without a noun: what they count is taken from a figure or a noun before them."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.chunks import NounPhrase
from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence
from checker.extract.tokens import tokens as text_tokens
from checker.model import Kind, Place, Section, Unit
from checker.rulebook.assertions import assertions
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures
from checker.rulebook.speakers import speaker_lexicon
from checker.rulebook.units import units

LEAD = 6  # tokens before a bare figure that may take up an earlier one
MEMORY = 3  # sentences that a bare figure looks back


class Antecedent(NamedTuple):
    """What an earlier figure counted: its sentence, unit, population text and measure."""

    sentence: Sentence
    quantity: Quantity
    unit: Unit
    text: str
    measure: str
    place: Place | None = None
    described: str = ""


def text_of(sentence: Sentence, phrase: NounPhrase | None) -> str:
    """The words of a noun phrase as written."""
    if phrase is None:
        return ""
    start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end
    return " ".join(sentence.text[start - sentence.start : end - sentence.start].replace("*", " ").split())


def antecedent(sentence: Sentence, quantity: Quantity, past: Sequence[Antecedent], reading: str) -> Antecedent | None:
    """The earlier figure whose noun a bare one shares, None where there is none near enough.

    Args:
        sentence: of the bare figure.
        quantity: the bare figure.
        past: earlier figures of the document in order.
        reading: the bare figure's own measure, "" where its sentence says none.
    """
    lead = [token.lower for token in sentence.tokens[max(0, quantity.first - LEAD) : quantity.first]]
    for earlier in reversed(past):
        if sentence.index - earlier.sentence.index > MEMORY:
            break
        other = sentence.index != earlier.sentence.index
        if other and not reading and not quantity.partitive and not _refers(sentence, quantity, lead):
            return None
        counted = earlier.unit.dimension == f"[{earlier.unit.name}]"
        if quantity.numeral.form == "share" or (quantity.numeral.decimals and counted):
            return None
        if earlier.unit.dimension == "[time]":
            continue  # the months of "in the first two months" are not what is counted
        if reading and is_people(reading) and earlier.unit.name != "person":
            continue
        if reading and other and not _kindred(reading, earlier.measure):
            continue
        if reading and _of_sums(reading) and not earlier.unit.dimension.startswith("[money"):
            continue
        taken_up = reading == earlier.measure if reading else not other or "it" in lead
        if counted or taken_up:
            return earlier
    return None


def _kindred(measure: str, earlier: str) -> bool:
    """Whether two measures are said of the same things as a report goes on: detained and freed."""
    table = measures().table
    known, other = table.get(measure), table.get(earlier)
    if known is None or other is None or measure == earlier:
        return True
    return earlier in known.kin or measure in other.kin or not (known.people and earlier in assertions().bystanders)


def _of_sums(measure: str) -> bool:
    """Whether a measure is a property of sums of money alone: a budget, a fine."""
    known = measures().table.get(measure)
    return known is not None and known.money and known.kind is Kind.ATTRIBUTE


def _refers(sentence: Sentence, quantity: Quantity, lead: Sequence[str]) -> bool:
    """Whether a figure without verb or noun takes up an earlier one: It could be 30; the target is 300; we got 30."""
    last = quantity.numeral.last
    following = sentence.tokens[last].text if last < len(sentence.tokens) else "."
    named = (
        quantity.first > 0 and sentence.tokens[quantity.first - 1].text[0].isupper() and following in {",", ";", "."}
    )
    words = clause_words()
    pronoun = bool(grammar().words.pronouns & set(lead))
    tied = lead[-1:] and (lead[-1] in words.said_of - words.be or lead[-1] == "at" or lead[-2:] == ["of", "the"])
    # the target is 300; but the hotline is 112
    told = lead[-1:] and lead[-1] in words.be and bool(words.number_nouns & set(lead))
    return bool(named or tied or told or quantity.first == 0 or pronoun)


def plural_of(sentence: Sentence, end: int | None = None) -> tuple[str, str]:
    """The last plural of people or known things before a token of a sentence: what "of them" behind it means."""
    table = units()
    for token in reversed(sentence.tokens[:end]):
        singular = table.singular(token.lower)
        known = singular in table.counted or singular.endswith(assertions().agent_endings)
        if singular != token.lower and known:
            return token.text, singular
    return "", ""


def subject_noun(sentence: Sentence, quantity: Quantity) -> tuple[str, str]:
    """For the number of escapees at 187, the dead number seven: the noun's text and its singular, else empty."""
    tokens = sentence.tokens
    words = grammar().words
    for at in range(quantity.first - 1, max(-1, quantity.first - 14), -1):
        lower = tokens[at].lower
        if lower in {";", ":", "(", ")"}:
            break
        if lower in clause_words().number_nouns and at + 2 < quantity.first and tokens[at + 1].lower in {"of", "among"}:
            end = at + 2
            while end < quantity.first and tokens[end].lower in words.determiners:
                end += 1
            first = end
            ends = (words.closed - {"of"}) | words.rising | words.falling | measures().verbs.silent_forms
            while end < quantity.first and tokens[end].lower not in ends:
                end += 1
            if end > first:
                text = sentence.text[tokens[first].start - sentence.start : tokens[end - 1].end - sentence.start]
                head = next(
                    (tokens[i].lower for i in range(end - 1, first - 1, -1) if units().is_plural(tokens[i].lower)),
                    tokens[end - 1].lower,
                )
                return text, units().singular(head)
    return _whole_named(sentence, quantity) or _plural_before(sentence, quantity)


def _whole_named(sentence: Sentence, quantity: Quantity) -> tuple[str, str] | None:
    """Of the wells, 63: the noun of a whole that has no figure of its own, right before the part."""
    tokens, comma = sentence.tokens, quantity.first - 1
    if comma < len(("Of", "wells")) or tokens[comma].text != ",":
        return None
    of = next((at for at in range(comma - 1, max(-1, comma - 6), -1) if tokens[at].lower == "of"), -1)
    if of < 0 or (of > 0 and tokens[of - 1].text not in {",", ";", "-", "("}):
        return None
    first = of + 1 + (tokens[of + 1].lower in grammar().words.determiners)
    first += tokens[first].text[0].isdigit()
    if not units().is_plural(tokens[comma - 1].lower):
        return None
    text = sentence.text[tokens[first].start - sentence.start : tokens[comma - 1].end - sentence.start]
    return text, units().singular(tokens[comma - 1].lower)


def _plural_before(sentence: Sentence, quantity: Quantity) -> tuple[str, str]:
    """The nearest plural before a bare figure that is said of it: cut troops to 400, the brigades were 3,400."""
    tokens, table = sentence.tokens, units()
    before = tokens[quantity.first - 1].lower if quantity.first else ""
    if before not in clause_words().said_of and not quantity.hedge:
        return "", ""
    if before == "of" and tokens[quantity.first - 2].lower in speaker_lexicon().verbs.weighed:
        return "", ""  # officials had spoken of 900
    for at in range(quantity.first - 1, max(-1, quantity.first - 14), -1):
        lower = tokens[at].lower
        if lower in {":", "(", ")", '"'} or tokens[at].text[0].isdigit():
            break
        singular = table.singular(lower)
        subject = at == quantity.first - 2 and before in {"are", "were"}  # the brigades were 3,400
        if singular != lower and (subject or singular in table.counted):
            return tokens[at].text, singular
    return "", ""


_SAID_OF = frozenset(
    ("are", "were", "is", "was", "to", "between", "below", "above", "than", "number", "numbered", "of")
)


def label_noun(sentence: Sentence, quantity: Quantity, at: int) -> tuple[str, str]:
    """For New cases notified: 412 and a crew of 40, the noun at or before the trigger, else empty."""
    tokens, words, table = sentence.tokens, grammar().words, units()
    before = tokens[quantity.first - 1].lower if quantity.first else ""
    if before == "of" and quantity.first > 1 and tokens[quantity.first - 2].lower in words.collectives:
        return tokens[quantity.first - 2].text, "person"
    if sentence.section is Section.TABLE and at < 0:
        heading = (table.singular(token.lower) for token in text_tokens(sentence.label))
        named = [noun for noun in heading if noun in table.counted]
        return (sentence.label, named[-1]) if named else ("", "")
    if at < 0:
        return _item_noun(sentence, quantity)
    if at < 0 or at >= quantity.first or not {":", "|"} & {token.lower for token in tokens[at : quantity.first]}:
        return "", ""
    for index in range(at, max(-1, at - 5), -1):
        word = tokens[index].lower
        singular = table.singular(word)
        if singular != word or singular in table.counted:
            first = index
            while first > 0 and tokens[first - 1].text[0].isalpha() and tokens[first - 1].lower not in words.closed:
                first -= 1
            return sentence.text[tokens[first].start - sentence.start : tokens[index].end - sentence.start], singular
    return "", ""


def _item_noun(sentence: Sentence, quantity: Quantity) -> tuple[str, str]:
    """The plural that an item of a list puts before its figure: - water purification tablets: 1,200."""
    tokens, colon = sentence.tokens, quantity.first - 1
    if colon < 1 or tokens[colon].text != ":" or not units().is_plural(tokens[colon - 1].lower):
        return "", ""
    first = colon
    while first > 0 and tokens[first - 1].text[0].isalpha() and tokens[first - 1].lower not in grammar().words.closed:
        first -= 1
    if first == colon or (first and tokens[first - 1].text[0].isalnum()):
        return "", ""
    text = sentence.text[tokens[first].start - sentence.start : tokens[colon - 1].end - sentence.start]
    return text, units().singular(tokens[colon - 1].lower)


def is_people(measure: str) -> bool:
    """Whether the measure is said of persons alone."""
    known = measures().table.get(measure)
    return known is not None and known.people
