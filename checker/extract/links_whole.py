"""The whole in a sentence before, of which a figure is a part: fifteen of the wounded, nine of them."""

from collections.abc import Sequence

from checker.extract.ellipsis import Antecedent
from checker.extract.links import Placed, of_them
from checker.extract.syntax import Sentence
from checker.model import Link, LinkKind
from checker.rulebook.populations import populations

REACH = 3  # sentences over which `them` looks back


def find_whole(sentence: Sentence, item: Placed, past: Sequence[Antecedent]) -> list[Link]:
    """A link to the nearest greater figure of the same thing in a sentence before, where the words take one up."""
    named = _taken_up(item)
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


def _taken_up(item: Placed) -> bool:
    """Whether the noun counted is one for people of whom the text has told: of the wounded, of the dead."""
    quantity = item.quantity
    return quantity.partitive and quantity.noun is not None and quantity.noun.head in populations().people
