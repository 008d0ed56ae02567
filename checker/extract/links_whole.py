"""The whole in a sentence before, of which a figure is a part: fifteen of the wounded, nine of them."""

from collections.abc import Sequence

from checker.extract.ellipsis import Antecedent
from checker.extract.links import Placed, of_them
from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence
from checker.model import Link, LinkKind
from checker.rulebook.populations import populations

LEAD = (frozenset(("of", "among")), frozenset(("the", "those")), None, frozenset((",",)))  # of the wounded, nine
REACH = 3  # sentences over which `them` looks back


def find_whole(sentence: Sentence, item: Placed, past: Sequence[Antecedent]) -> list[Link]:
    """A link to the nearest greater figure of the same thing in a sentence before, where the words take one up."""
    named = _of_the_named(sentence, item.quantity)
    if not (named or of_them(sentence, item.quantity)):
        return []
    for earlier in reversed(past):
        apart = sentence.index - earlier.sentence.index
        if apart > REACH and not named:
            break
        numeral = earlier.quantity.numeral
        alike = earlier.unit.name == item.unit.name and numeral.low > item.quantity.numeral.low
        alike = alike and (not named or earlier.measure == item.measure)
        if apart > 0 and alike:
            return [Link(kind=LinkKind.PART_OF, target=earlier.sentence.tokens[numeral.first].start)]
    return []


def is_part(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure counts some of those of whom the text has told: nine of the wounded, six of them."""
    return _of_the_named(sentence, quantity) or of_them(sentence, quantity)


def _of_the_named(sentence: Sentence, quantity: Quantity) -> bool:
    """Nine of the wounded; of the wounded, nine."""
    told = populations().people
    if quantity.partitive and quantity.noun is not None and quantity.noun.head in told:
        return True
    lead = [token.lower for token in sentence.tokens[max(0, quantity.first - len(LEAD)) : quantity.first]]
    return len(lead) == len(LEAD) and all(
        word in (told if wanted is None else wanted) for word, wanted in zip(lead, LEAD, strict=True)
    )
