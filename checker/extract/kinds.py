"""How a figure holds in time: stock, flow, cumulative, attribute or change."""

from collections.abc import Collection

from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence
from checker.model import Kind
from checker.rulebook.assertions import assertions
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures

VOTES = "votes"  # a bill passed by 61 votes to 39: nothing rose
LEAD = 6  # tokens before "by" in which a verb of change stands


def kind_of(measure: str, sentence: Sentence, quantity: Quantity, because: Collection[str]) -> Kind:
    """The measure's own kind, unless words of the sentence say otherwise."""
    kind, words = measures().kind(measure), assertions()
    lead = [token.lower for token in sentence.tokens[max(0, quantity.first - LEAD) : quantity.first]]
    changing = grammar().words.changing
    if words.increments & set(because) or (lead[-1:] == ["by"] and changing & set(lead) and measure != VOTES):
        return Kind.CHANGE
    if kind is Kind.FLOW:
        noun = {token.lower for token in sentence.tokens[quantity.numeral.last : quantity.last]}
        runs = not words.running.isdisjoint(sentence.words) or not words.running_nouns.isdisjoint(noun)
        if runs or "so far" in sentence.text.casefold():
            return Kind.CUMULATIVE
    return kind
