"""How a figure holds in time: stock, flow, cumulative, attribute or change."""

from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence
from checker.model import Kind
from checker.rulebook.measures import measures

_CUMULATIVE = frozenset(("total", "altogether", "toll", "since", "overall", "cumulative"))
_CHANGE = ("increment more", "increment further", "increment additional")


def kind_of(measure: str, sentence: Sentence, quantity: Quantity, because: list[str]) -> Kind:
    """The measure's own kind, unless words of the sentence say otherwise."""
    kind = measures().kind(measure)
    words = {token.lower for token in sentence.tokens}
    if any(step in because for step in _CHANGE):
        return Kind.CHANGE
    before = sentence.tokens[quantity.first - 1].lower if quantity.first else ""
    if before == "by" and any(
        t.lower in {"raised", "rose", "fell", "lowered", "cut", "lowers", "increased", "dropped", "down", "up"}
        for t in sentence.tokens[max(0, quantity.first - 6) : quantity.first]
    ):
        return Kind.CHANGE
    if kind is Kind.FLOW and (words & _CUMULATIVE or "so far" in sentence.text):
        return Kind.CUMULATIVE
    return kind
