"""Triggers of measures in a sentence, and what stands around them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.extract.chunks import POSSESSIVE, noun_phrase
from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence, Token
from checker.extract.words import KNOWN
from checker.model import Kind
from checker.rulebook.assertions import assertions
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import Form, Trigger, measures, own_triggers
from checker.rulebook.units import units

WILD, GAP = "*", 2  # in * hospital: the most words that stand for it
OWNER = 4  # tokens of who a whole belongs to
REACH = 40  # tokens that a production looks ahead or back


class Found(NamedTuple):
    """A trigger in a sentence: token range and what it says."""

    first: int
    last: int
    trigger: Trigger


class Reading(NamedTuple):
    """A measure, the production that gave it, and the token index of its trigger (-1 for none).

    `own`: the participle of a verb that no measure has.
    """

    measure: str
    because: str
    at: int = -1
    own: bool = False


def find_triggers(tokens: Sequence[Token]) -> tuple[Found, ...]:
    """All triggers of a sentence, the longest at each place, several where one wording has several forms."""
    titled = _title_case(tokens)
    found: list[Found] = []
    index = 0
    while index < len(tokens):
        token, best, span = tokens[index], 0, 0
        capital = token.upper and not titled
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        for words, trigger in _beginning(token.lower, following):
            if len(words) < best:
                continue
            if capital and index > 0 and trigger.form not in {"noun", "state"}:
                continue  # Land Forces do not land
            last = _match(tokens, index, words)
            if last < 0:
                continue
            best = len(words)
            # a wording that only some nouns give its meaning does not hide what stands within it
            span = max(span, 1 if trigger.heads else last - index)
            found.append(Found(index, last, trigger))
        if not best and not capital:
            found += [Found(index, index + 1, trigger) for trigger in _open(token.lower)]
        index += max(1, span)
    return tuple(found)


@lru_cache(maxsize=KNOWN)
def _beginning(word: str, following: str) -> tuple[tuple[tuple[str, ...], Trigger], ...]:
    """The wordings of triggers that may begin with a word which another follows."""
    listed = measures().triggers.get(word, ())
    return tuple(entry for entry in listed if len(entry[0]) == 1 or entry[0][1] in (following, WILD))


@lru_cache(maxsize=KNOWN)
def _open(word: str) -> tuple[Trigger, ...]:
    """What a participle that no lexicon has tells: itself."""
    if not measures().verbs.participle(word) or word in grammar().words.closed | grammar().words.saying:
        return ()
    forms: tuple[Form, ...] = ("past", "participle")
    return tuple(trigger for form in forms for _, trigger in own_triggers((word,), word, form))


def _match(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int:
    """Where the wording that begins at a token ends, -1 where it does not stand there; `*` is up to two words."""
    at = index
    for place, word in enumerate(words):
        if word == WILD:
            ahead = [tokens[i].lower for i in range(at, min(len(tokens), at + GAP + 1))]
            if words[place + 1] not in ahead:
                return -1
            at += ahead.index(words[place + 1])
            continue
        if at >= len(tokens) or tokens[at].lower != word:
            return -1
        at += 1
    return at


def _title_case(tokens: Sequence[Token]) -> bool:
    """Whether most words are capitalised, as in a headline."""
    if tokens[-1].text in {".", ";"}:
        return False
    words = [token for token in tokens if token.text[0].isalpha() and len(token.text) > len("with")]
    return sum(token.upper for token in words) * 2 > len(words)


class Clauses:
    """A sentence with its quantities and triggers, as the productions look at it.

    `blocked` holds token indices that no verb governs across: times, datelines.
    """

    def __init__(self, sentence: Sentence, quantities: Sequence[Quantity], blocked: frozenset[int]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.quantities = quantities
        self.blocked = blocked
        self.starts = {quantity.first: quantity for quantity in quantities}
        self.inside = frozenset(i for quantity in quantities for i in range(quantity.first, quantity.last))
        self.ends = frozenset(quantity.last - 1 for quantity in quantities)
        self._by_first: dict[int, list[Found]] = {}
        for found in find_triggers(sentence.tokens):
            if found.first in blocked:
                continue  # on March 29 nobody marched
            if not self._named(found) and (self._verbal(found) or not found.trigger.own):
                self._by_first.setdefault(found.first, []).append(found)

    def _named(self, found: Found) -> bool:
        """Whether what may be a verb stands in a noun phrase that is counted: 27 active fires."""
        if found.trigger.form not in {"base", "present"}:
            return False
        return any(q.noun and q.noun.first <= found.first < q.noun.last for q in self.quantities)

    def _verbal(self, found: Found) -> bool:
        """Whether a form that may be a noun or an adjective stands where a verb does."""
        before = self.tokens[found.first - 1].lower if found.first else ""
        form, words = found.trigger.form, grammar().words
        if form == "base":
            return before in clause_words().infinitive
        following = self.tokens[found.last].lower if found.last < len(self.tokens) else ""
        taken = found.last in self.starts or following in words.determiners
        if form in {"present", "ing"}:
            return taken and before not in words.determiners
        return not (before in words.determiners and not taken)

    def at(self, index: int) -> Sequence[Found]:
        """All triggers that begin at a token."""
        return self._by_first.get(index, ())

    def of(self, at: int, quantity: Quantity) -> Iterator[Found]:
        """The triggers at a token that may speak of the things counted."""
        named = self.whole_of(quantity) or quantity
        head = named.noun.head if named.noun else ""
        known = named.unit.name.partition(" per ")[0] if named.unit else ""
        counted = known or "person"
        agent = head not in units().counted and head.endswith(assertions().agent_endings)
        for found in self.at(at):
            measure = measures().known(found.trigger.measure)
            priced = measure.sums or (
                measure.money and measure.kind is Kind.ATTRIBUTE
            )  # an index at 9,936 points costs nothing
            if priced or measure.argument == "either":
                continue
            if found.trigger.heads and not found.trigger.heads & {head, known if known != "person" else head}:
                continue
            if agent and found.trigger.measure in assertions().victim_measures:
                yield found
                continue
            if named.noun is not None and counted == "person" and found.trigger.measure in assertions().things_measures:
                continue
            verbal = named.noun is not None and found.trigger.form not in {"noun", "phrase"}
            if verbal and measure.people and counted not in assertions().people_units:
                continue
            yield found

    def told(self, at: int, quantity: Quantity) -> Iterator[Found]:
        """The triggers of measures at a token, without the verbs that no measure has."""
        return (found for found in self.of(at, quantity) if not found.trigger.own)

    def whole_of(self, quantity: Quantity) -> Quantity | None:
        """For 84 of 112 drones and four of the nine districts, the whole, whose noun the part shares."""
        at = quantity.last
        if at >= len(self.tokens) or self.tokens[at].lower != "of" or quantity.noun is not None:
            return None
        at += 1
        while at not in self.starts and at < len(self.tokens) and self.tokens[at].lower in clause_words().whole_markers:
            at += 1
        owner = next(
            (i for i in range(at, min(len(self.tokens), at + OWNER)) if self.tokens[i].lower in POSSESSIVE), -1
        )
        at = owner + 1 if owner >= 0 and at not in self.starts else at  # three of the city's nine libraries
        whole = self.starts.get(at)
        return whole if whole is not None and whole.noun is not None else None

    def is_light(self, index: int) -> bool:
        """Whether a token adds nothing to the clause's frame: an adverb or an auxiliary."""
        lower, words = self.tokens[index].lower, grammar().words
        return lower in words.adverbs or lower in words.auxiliaries or lower.endswith("ly")

    def past_listed(self, last: int) -> int:
        """Behind what a counted noun is listed with: 61 Afghans [and Syrians] on board."""
        if last + 1 >= len(self.tokens) or self.tokens[last].lower not in {"and", "or"} or last + 1 in self.starts:
            return last
        phrase = noun_phrase(self.tokens, last + 1, frozenset(self.starts))
        if phrase is None or phrase.last in self.starts:
            return last  # employs 118 people and yields 2,400 tonnes
        return phrase.last if units().is_plural(self.tokens[phrase.last - 1].lower) else last

    def is_noun(self, at: int) -> bool:
        """Whether a form stands where a noun stands: the number of, its order."""
        before = self.tokens[at - 1].lower if at else ""
        return before in grammar().words.determiners or before in clause_words().noun_markers

    def all_closed(self, first: int, last: int) -> bool:
        """Whether all tokens of a stretch are of closed classes."""
        closed = grammar().words.closed
        return all(self.tokens[i].lower in closed for i in range(first, last))

    def is_passive(self, at: int) -> bool:
        """Whether a form of be stands before the participle, adverbs between them."""
        for index in range(at - 1, max(-1, at - 4), -1):
            lower = self.tokens[index].lower
            if lower in clause_words().be:
                return True
            if (
                lower not in grammar().words.adverbs
                and lower not in grammar().words.auxiliaries
                and not lower.endswith("ly")
            ):
                return False
        return False

    def is_modifier(self, found: Found) -> bool:
        """A participle before its noun: the wounded men, besieged areas."""
        if found.trigger.form not in {"participle", "ing"} or found.last >= len(self.tokens):
            return False
        if found.last in self.starts:
            return False
        following = self.tokens[found.last]
        closed = grammar().words.closed
        if found.first and self.tokens[found.first - 1].lower in clause_words().modifier_markers:
            return following.text[0].isalpha() and following.lower not in closed
        return False

    def verb_between(self, first: int, last: int) -> bool:
        """Whether a finite trigger stands in a stretch."""
        return any(
            f.trigger.form in {"past", "present", "participle"} for at in range(first, last) for f in self.at(at)
        )

    def list_between(self, first: int, last: int) -> bool:
        """Whether only other members of a list stand between: nine guards [and two townspeople] killed."""
        inside = {i for q in self.quantities if q.first >= first for i in range(q.first, q.last)}
        return all(
            i in inside or self.tokens[i].lower in {"and", ",", "or", "including", "reportedly", "also"}
            for i in range(first, last)
        )
