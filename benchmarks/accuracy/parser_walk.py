"""What a dependency parse says of a figure: the noun it counts, what governs that noun, and the measure by the lexicon.

The productions climb from the figure to its noun and on to what governs it. The words are those of the lexicon.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from checker.extract.triggers import Found, find_triggers
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from checker.extract.syntax import Sentence
    from checker.model import Claim

DEEPEST = 8  # steps from a figure to what governs it
WITHIN = frozenset(("nummod", "quantmod", "compound", "amod", "nmod", "det", "predet", "poss"))
PERSONS = frozenset(("person", "family", "household"))
COUNTING = frozenset(
    ("be", "number", "total", "reach", "stand", "rise", "fall", "climb", "grow", "drop", "exceed", "pass")
)
EMPTY = frozenset(("be", "have", "do", "include", "leave", "see", "make", "bring", "take", "reach", "stand", "remain"))


class Governor(NamedTuple):
    """A word on the way from a figure up: as what the figure's noun stands to it."""

    token: Token
    role: str  # self, noun, state, subject, object, either


class Answer(NamedTuple):
    """What the parser says of a figure; `known` where the lexicon names the measure."""

    measure: str
    population: str
    known: bool


def governors(noun: Token, depth: int = 0) -> Iterator[Governor]:
    """What governs a noun, the nearest first."""
    if depth > DEEPEST:
        return
    yield Governor(noun, "noun" if depth else "self")
    yield from (Governor(child, "either") for child in noun.children if child.dep_ == "amod" and child.tag_ == "VBN")
    clauses = [child for child in noun.children if child.dep_ in {"acl", "relcl"}]
    yield from chain.from_iterable(_verb(child, _relative(child)) for child in clauses if child.tag_ == "VBN")
    head = noun.head
    match noun.dep_:
        case "nsubj" | "nsubjpass" | "csubj":
            idle = noun.dep_ == "nsubjpass" or not any(child.dep_ == "dobj" for child in head.children)
            yield from _verb(head, "either" if idle else "subject")
        case "dobj" | "dative" | "oprd" | "npadvmod" | "dep" if head.pos_ in {"VERB", "AUX"}:
            yield from _verb(head, "object")
            yield from _subject(head)
        case "conj" if head.pos_ in {"VERB", "AUX"}:
            yield from _verb(head, "object")
        case "conj" | "appos":
            yield from governors(head, depth + 1)
        case "attr":
            yield from _subject(head)
            yield from _verb(head, "either")
        case "pobj" | "pcomp":
            yield from _through(head, depth)
    yield from chain.from_iterable(_verb(child, _relative(child)) for child in clauses if child.tag_ != "VBN")


def _relative(verb: Token) -> str:
    """As what the noun before it stands to the verb of a relative clause: who fled, whom they held, held."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.tag_ not in {"WDT", "WP"}:
            return "object"
        if child.dep_ == "nsubj" and any(other.dep_ == "dobj" for other in verb.children):
            return "subject"
    return "subject" if verb.tag_ == "VBG" else "either"


def _subject(verb: Token) -> Iterator[Governor]:
    """The subject of a verb that only counts it, with what it is of: the toll reached 43, the number of dead is 12."""
    if verb.lemma_ in COUNTING:
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass", "csubj"}:
                yield from (Governor(token, "noun") for token in child.subtree)


def _verb(verb: Token, role: str) -> Iterator[Governor]:
    """A verb, what completes it (were reported killed, managed to flee), and the verbs that share its subject."""
    yield Governor(verb, role)
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd", "prep", "advmod"} and role != "object":
            yield Governor(child, "state")
            if child.dep_ == "prep" and verb.lemma_ == "be":
                yield from (Governor(token, "state") for token in child.children if token.dep_ == "pobj")
        elif child.dep_ == "xcomp" and role != "object":
            yield from _verb(child, "either")
        elif child.dep_ == "oprd":
            yield Governor(child, "state")
        elif child.dep_ == "conj" and role != "object" and not any(c.dep_.startswith("nsubj") for c in child.children):
            yield from _verb(child, role)


def _through(preposition: Token, depth: int) -> Iterator[Governor]:
    """What governs a noun behind a preposition: the deaths of 163, the toll rose to 43, looked for 12."""
    head = preposition.head
    if preposition.lower_ in {"of", "among", "including"}:
        yield from governors(head, depth + 1)
    elif head.pos_ in {"VERB", "AUX"}:
        yield Governor(preposition, "object")
        if preposition.lower_ in {"to", "at", "from", "by"}:
            yield from _subject(head)
    elif head.pos_ == "ADP":
        yield from _through(head, depth)


def counted_noun(doc: Doc, start: int, end: int) -> Token | None:
    """The noun that a figure (offsets in the sentence) counts: its own, that of its partitive, or the figure."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    token = span.root
    while token.dep_ in WITHIN and token.head.i > token.i:
        token = token.head
    return token


def population(noun: Token, figure: range) -> str:
    """The noun with the words before it and what `of` adds, without the figure."""
    kept = [child for child in noun.lefts if child.dep_ in {"compound", "amod", "nmod", "poss"}]
    kept = [token for child in kept for token in child.subtree]
    kept += [noun] if noun.idx not in figure else []
    partitive = [child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of"]
    kept += [token for child in partitive for token in child.subtree]
    return " ".join(token.text for token in sorted(kept, key=lambda token: token.i) if token.idx not in figure)


def answer(doc: Doc, sentence: Sentence, claim: Claim) -> Answer:
    """What the parse says of a claim."""
    start, end = claim.number.start - sentence.start, claim.number.end - sentence.start
    noun = counted_noun(doc, start, end)
    if noun is None:
        return Answer("count", "", known=False)
    people = population(noun, range(start, end))
    triggers: dict[int, list[Found]] = defaultdict(list)
    for found in find_triggers(sentence.tokens):
        for token in sentence.tokens[found.first : found.last]:
            triggers[token.start - sentence.start].append(found)
    chain_up = list(governors(noun))
    for child in noun.rights if noun.idx in range(start, end) else ():
        if child.dep_ == "prep" and child.lower_ == "of":
            chain_up += [Governor(token, "noun") for token in child.children if token.dep_ == "pobj"]
    chain_up.append(Governor(noun, "noun"))
    said = (_named(governor, triggers.get(governor.token.idx, ()), noun, claim) for governor in chain_up)
    named = _of_noun(noun, measures().counts) or next(filter(None, said), None) or _of_noun(noun, measures().members)
    return Answer(named or _open(chain_up), people, known=named is not None)


def _of_noun(noun: Token, table: Mapping[str, str]) -> str | None:
    """The measure that the table has for a noun, or for it and the word before it."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    return table.get(f"{before} {noun.lemma_.lower()}") or table.get(noun.lemma_.lower())


def _named(governor: Governor, triggers: Iterable[Found], noun: Token, claim: Claim) -> str | None:
    """The measure that the lexicon has for a word in its role."""
    for found in triggers:
        form, argument, heads = found.trigger.form, found.trigger.argument, found.trigger.heads
        if argument == "either" or (measures().table[found.trigger.measure].people and claim.unit.name not in PERSONS):
            continue
        if governor.role == "self":
            if form in {"state", "participle"}:
                return found.trigger.measure
            continue
        if form in {"noun", "state", "phrase"}:
            return found.trigger.measure
        fits = governor.role in {"either", argument} or (governor.role == "state" and form == "participle")
        if fits and (not heads or noun.lemma_.lower() in heads):
            return found.trigger.measure
    return None


def _open(chain_up: list[Governor]) -> str:
    """The first verb that says anything, else count."""
    words = grammar().words
    for token, role in chain_up:
        passed_over = token.lemma_ in EMPTY or token.lower_ in words.saying | words.rising | words.falling
        if token.pos_ == "VERB" and role in {"object", "subject", "either"} and not passed_over:
            return token.lower_ if token.tag_ in {"VBN", "VBD"} else token.lemma_.lower()
    return "count"
