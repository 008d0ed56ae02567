"""Measures: what the words around a figure assert of the things it counts.

Each production looks for one pattern and gives a measure with its name, or None; the first that answers wins.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.extract.quantities import Quantity
from checker.extract.syntax import Sentence, Token
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import Trigger, measures
from checker.rulebook.units import units

REACH = 40  # tokens that a production looks ahead or back
_HARD = frozenset((";", "—", "(", ")", ":", "[", "]", "--"))
_SUBORDINATE = frozenset(
    ("while", "whereas", "although", "though", "because", "but", "after", "before", "when", "since", "as")
)
_ADJUNCT = frozenset(
    (
        "in",
        "at",
        "from",
        "after",
        "for",
        "within",
        "by",
        "during",
        "on",
        "across",
        "near",
        "over",
        "under",
        "into",
        "against",
        "since",
        "until",
        "with",
        "around",
    )
)
_RELATIVE = frozenset(("who", "which", "that", "whom", ",", "have", "has", "had", "been", "be", "being", "to"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got", "gets", "getting"))


class Found(NamedTuple):
    """A trigger in a sentence: token range and what it says."""

    first: int
    last: int
    trigger: Trigger


class Reading(NamedTuple):
    """A measure, the production that gave it, and the token index of its trigger (-1 for none)."""

    measure: str
    because: str
    at: int = -1


def find_triggers(tokens: Sequence[Token]) -> tuple[Found, ...]:
    """All triggers of a sentence, the longest at each place, several where one wording has several forms."""
    table = measures().triggers
    found: list[Found] = []
    index = 0
    while index < len(tokens):
        best = 0
        for words, trigger in table.get(tokens[index].lower, ()):
            length = len(words)
            if length < best or (length > 1 and tuple(t.lower for t in tokens[index : index + length]) != words):
                continue
            best = length
            found.append(Found(index, index + length, trigger))
        index += max(1, best)
    return tuple(found)


class Predicates:
    """The productions over one sentence."""

    def __init__(
        self, sentence: Sentence, quantities: Sequence[Quantity], triggers: Sequence[Found], blocked: frozenset[int]
    ) -> None:
        """`blocked`: token indices of quotes of speech and the like that no verb governs across."""
        self.tokens = sentence.tokens
        self.sentence = sentence
        self.quantities = quantities
        self.blocked = blocked
        self.by_first: dict[int, list[Found]] = {}
        for found in triggers:
            self.by_first.setdefault(found.first, []).append(found)
        self.starts = {quantity.first: quantity for quantity in quantities}

    def measure(self, quantity: Quantity) -> Reading | None:
        """The measure of the quantity, None where nothing says it."""
        productions = (
            (self._dimension,)
            if quantity.unit is not None and not self._counted(quantity)
            else (
                self._rate,
                self._substantive,
                self._among,
                self._inverted,
                self._following,
                self._label,
                self._counts,
                self._nominal,
                self._preceding,
                self._later,
                self._head,
                self._modifier,
                self._members,
            )
        )
        for production in productions:
            reading = production(quantity)
            if reading is not None:
                return reading
        return None

    @staticmethod
    def _counted(quantity: Quantity) -> bool:
        unit = quantity.unit
        if unit is None:
            return True
        dimension = unit.dimension.partition(" / ")[0]
        return dimension not in measures().by_dimension and not dimension.startswith("[money")

    def _of(self, at: int, quantity: Quantity) -> Iterator[Found]:
        """The triggers at a token that may speak of the things counted."""
        table = measures().table
        for found in self.by_first.get(at, []):
            measure = table[found.trigger.measure]
            if measure.argument == "either":
                continue
            if quantity.noun is not None and found.trigger.form not in {"noun", "phrase"}:
                if measure.heads and quantity.noun.head not in measure.heads:
                    continue
                counted = quantity.unit.name if quantity.unit else "person"
                if measure.people and counted not in {"person", "family", "household"}:
                    continue
            yield found

    @staticmethod
    def _rate(quantity: Quantity) -> Reading | None:
        """Two trips a day."""
        return Reading("rate", "rate") if quantity.rate else None

    def _among(self, quantity: Quantity) -> Reading | None:
        """Two medics among 31 dead: of the same kind as the greater figure."""
        between = [token.lower for token in self.tokens[quantity.last : quantity.last + 3]]
        if between[:1] == ["among"] or between[:2] in (["were", "among"], ["are", "among"]):
            for at in range(quantity.last, min(len(self.tokens), quantity.last + 6)):
                if at in self.starts:
                    return self.measure(self.starts[at])
        return None

    def _inverted(self, quantity: Quantity) -> Reading | None:
        """Among the dead are 15 women; among those detained were over 30 leaders."""
        if quantity.first < 2 or self.tokens[quantity.first - 1].lower not in {"are", "were", "is", "was"}:
            return None
        if not {"among", "the", "those"} & {token.lower for token in self.tokens[: quantity.first]}:
            return None
        for at in range(quantity.first - 2, max(-1, quantity.first - 6), -1):
            for found in self._of(at, quantity):
                if found.trigger.form in {"state", "participle"} and found.last == quantity.first - 1:
                    return Reading(found.trigger.measure, "inverted", at)
        return None

    def _substantive(self, quantity: Quantity) -> Reading | None:
        """The state is the noun: 34 dead, 40 injured."""
        if quantity.noun is None or quantity.partitive or quantity.noun.last - quantity.noun.first > 1:
            return None
        for found in self._of(quantity.noun.first, quantity):
            if found.trigger.form in {"state", "participle"} and found.last >= quantity.noun.last:
                return Reading(found.trigger.measure, "substantive", found.first)
        return None

    def _following(self, quantity: Quantity) -> Reading | None:
        """A participle, state or intransitive verb right behind the phrase: 187 detainees escaped, 9 are dead."""
        index, passive = quantity.last, False
        limit = min(len(self.tokens), quantity.last + 8)
        while index < limit:
            lower = self.tokens[index].lower
            for found in self._of(index, quantity):
                form = found.trigger.form
                if form == "noun" or (form in {"base", "present"} and not self._agrees(quantity, found)):
                    continue
                if found.trigger.argument == "subject" and form != "ing":
                    return Reading(found.trigger.measure, f"{form} behind", index)
                if form == "participle" and (passive or self._passive_here(found)):
                    return Reading(found.trigger.measure, "passive behind", index)
                if form == "state":
                    return Reading(found.trigger.measure, "state behind", index)
            if lower in _BE:
                passive = True
            elif not (
                lower in _RELATIVE
                or lower in grammar().words.adverbs
                or lower in grammar().words.auxiliaries
                or lower.endswith("ly")
                or lower in {"others", "more"}
                or (passive and lower in grammar().words.saying)
            ):
                return None
            if lower == "," and index > quantity.last and self.tokens[index - 1].lower == ",":
                return None
            index += 1
        return None

    def _agrees(self, quantity: Quantity, found: Found) -> bool:
        """Whether a present form is the figure's own verb and no noun of the same spelling: inmates [flee]."""
        return (
            found.trigger.argument == "subject"
            and self.tokens[found.first - 1].lower not in {",", "to"}
            and found.trigger.form == "base"
            and found.first == quantity.last
        )

    def _passive_here(self, found: Found) -> bool:
        """A bare participle is passive where no object follows it: 20 people injured in Homs."""
        if found.last >= len(self.tokens):
            return True
        following = self.tokens[found.last]
        if found.last in self.starts:
            # a comma is lost: 3 killed 40 injured
            other = self.starts[found.last]
            return self._substantive(other) is not None or self._following(other) is not None
        lower = following.lower
        closed = grammar().words
        return (
            not (
                following.text[0].isalpha()
                and lower not in closed.closed
                and not following.lower.endswith(("ly", "ing"))
            )
            and lower not in closed.determiners - {"each", "all"}
            and lower not in closed.pronouns
        )

    def _label(self, quantity: Quantity) -> Reading | None:
        """Recaptured: 64; deaths - 9; a heading over a bare item."""
        index = quantity.first - 1
        if index >= 1 and self.tokens[index].lower in {":", "-", "–", "="}:
            for at in range(index - 1, max(-1, index - 9), -1):
                if self.tokens[at].lower in {".", ";", ","} or at in self.starts:
                    break
                for found in self._of(at, quantity):
                    return Reading(found.trigger.measure, "label", at)
        return None

    def _counts(self, quantity: Quantity) -> Reading | None:
        """Nouns that are their own measure: 12 strikes."""
        if quantity.noun is None:
            return None
        counts = measures().counts
        words = [t.lower for t in self.tokens[quantity.noun.first : quantity.noun.last]]
        two = " ".join((*words[-2:-1], quantity.noun.head))
        measure = counts.get(two) or counts.get(quantity.noun.head)
        return Reading(measure, "counted noun", quantity.noun.last - 1) if measure else None

    def _nominal(self, quantity: Quantity) -> Reading | None:
        """The deaths of 163, a toll of 43, the number of escapees at 187, the toll climbed to 27."""
        if quantity.first == 0:
            return None
        before = self.tokens[quantity.first - 1].lower
        direct = before in {"of", ":"}
        # a figure with a noun of its own is governed through "of" alone
        if quantity.noun is not None and not direct:
            return None
        if not direct and not (
            before
            in {
                "at",
                "to",
                "is",
                "was",
                "are",
                "were",
                "number",
                "numbers",
                "numbered",
                "now",
                "reached",
                "by",
                "from",
                "stands",
                "than",
                "and",
                "count",
                "totalled",
                "totaled",
                "hit",
                "topped",
                "below",
                "above",
                "as",
            }
            or before in grammar().words.auxiliaries
        ):
            return None
        for at in range(quantity.first - 1, max(-1, quantity.first - (4 if direct and quantity.noun else REACH)), -1):
            token = self.tokens[at]
            if token.lower in _HARD and not (direct and at == quantity.first - 1):
                return None
            if quantity.noun is not None and at in self.starts:
                return None
            for found in self._of(at, quantity):
                if found.trigger.form in {"noun", "phrase"} and found.last <= quantity.first:
                    return Reading(found.trigger.measure, "noun before", at)
                if found.trigger.form == "state" and token.lower in grammar().words.toll_nouns:
                    return Reading(found.trigger.measure, "noun before", at)
        return None

    def _preceding(self, quantity: Quantity) -> Reading | None:
        """The object of a verb before it: killed 22 villagers, wounding three, sent six ships."""
        if quantity.first == 0:
            return None
        before = self.tokens[quantity.first - 1].lower
        adjunct = before in _ADJUNCT
        for at in range(quantity.first - 1, max(-1, quantity.first - REACH), -1):
            lower = self.tokens[at].lower
            if lower in _HARD or at in self.blocked:
                return None
            for found in self._of(at, quantity):
                form = found.trigger.form
                if found.last > quantity.first or (found.trigger.argument == "subject" and form != "phrase"):
                    continue
                if form == "phrase" and found.last == quantity.first:
                    return Reading(found.trigger.measure, "phrase before", at)
                if form == "phrase" and self._all_closed(found.last, quantity.first):
                    return Reading(found.trigger.measure, "phrase before", at)
                if form in {"noun", "state", "phrase"} or (adjunct and found.last < quantity.first):
                    continue
                if form == "participle" and self._is_passive(at):
                    # were wounded ... and 22: its subject stands before it
                    continue
                if form in {"base", "present"} and (units().singular(lower) in units().counted or self._is_noun(at)):
                    continue
                if self._is_modifier(found):
                    continue
                return Reading(found.trigger.measure, f"object of {form}", at)
            if lower in _SUBORDINATE and at < quantity.first - 1 and self._verb_between(at, quantity.first):
                return None
        return None

    def _is_noun(self, at: int) -> bool:
        """Whether a form stands where a noun stands: the number of, its order."""
        before = self.tokens[at - 1].lower if at else ""
        return before in grammar().words.determiners or before in {"of", "first", "new", "'s"}

    def _all_closed(self, first: int, last: int) -> bool:
        closed = grammar().words.closed
        return all(self.tokens[i].lower in closed for i in range(first, last))

    def _is_passive(self, at: int) -> bool:
        """Whether a form of be stands before the participle, adverbs between them."""
        for index in range(at - 1, max(-1, at - 4), -1):
            lower = self.tokens[index].lower
            if lower in _BE:
                return True
            if (
                lower not in grammar().words.adverbs
                and lower not in grammar().words.auxiliaries
                and not lower.endswith("ly")
            ):
                return False
        return False

    def _is_modifier(self, found: Found) -> bool:
        """A participle before its noun: the wounded men, besieged areas."""
        if found.trigger.form not in {"participle", "ing"} or found.last >= len(self.tokens):
            return False
        if found.last in self.starts:
            return False
        following = self.tokens[found.last]
        closed = grammar().words.closed
        if found.first and self.tokens[found.first - 1].lower in {"the", "a", "an", "its", "their", "his", "her", "of"}:
            return following.text[0].isalpha() and following.lower not in closed
        return False

    def _verb_between(self, first: int, last: int) -> bool:
        return any(
            f.trigger.form in {"past", "present", "participle"}
            for at in range(first, last)
            for f in self.by_first.get(at, ())
        )

    def _later(self, quantity: Quantity) -> Reading | None:
        """The verb of which it is the subject, further on: four soldiers at a base in the east were wounded."""
        before = self.tokens[quantity.first - 1].lower if quantity.first else ""
        if before in _ADJUNCT and before not in {"of"}:
            return None
        passive, seen_verb = False, False
        others = {i for q in self.quantities if q is not quantity for i in range(q.first, q.last)}
        for at in range(quantity.last, min(len(self.tokens), quantity.last + REACH)):
            lower = self.tokens[at].lower
            if at in others:
                continue
            if lower in _HARD or at in self.blocked:
                return None
            if lower in _SUBORDINATE and at > quantity.last:
                return None
            for found in self._of(at, quantity):
                form, argument = found.trigger.form, found.trigger.argument
                if form == "participle" and (passive or self._is_passive(at)) and argument != "subject":
                    return Reading(found.trigger.measure, "passive later", at)
                if argument == "subject" and form in {"past", "participle", "present", "base"} and not seen_verb:
                    return Reading(found.trigger.measure, "verb later", at)
                if (
                    form == "participle"
                    and not seen_verb
                    and self._passive_here(found)
                    and not self._is_modifier(found)
                    and self._list_between(quantity.last, at)
                ):
                    return Reading(found.trigger.measure, "participle later", at)
                if form == "state" and (
                    passive or found.last - found.first > 1 or self._list_between(quantity.last, at)
                ):
                    return Reading(found.trigger.measure, "state later", at)
            active = any(f.trigger.form in {"past", "present"} for f in self._of(at, quantity))
            seen_verb = seen_verb or (active and not self._is_passive(at))
            if lower in _BE or lower in {"have", "has", "had"}:
                passive = True
            elif passive and lower in {",", "and"}:
                passive = False
            if lower in grammar().words.saying:
                return None
        return None

    def _list_between(self, first: int, last: int) -> bool:
        """Whether only other members of a list stand between: nine guards [and two townspeople] killed."""
        inside = {i for q in self.quantities if q.first >= first for i in range(q.first, q.last)}
        return all(
            i in inside or self.tokens[i].lower in {"and", ",", "or", "including", "reportedly", "also"}
            for i in range(first, last)
        )

    def _head(self, quantity: Quantity) -> Reading | None:
        """The noun itself: 71 deaths, 112 survivors."""
        if quantity.noun is None:
            return None
        for at in range(quantity.noun.last - 1, quantity.noun.first - 1, -1):
            for found in self._of(at, quantity):
                if found.trigger.form == "noun" and found.last == quantity.noun.last:
                    return Reading(found.trigger.measure, "noun itself", at)
        return None

    def _modifier(self, quantity: Quantity) -> Reading | None:
        """A participle within the phrase: three wounded colleagues, six dangerous men wanted."""
        if quantity.noun is None:
            return None
        for at in range(quantity.noun.first, quantity.noun.last):
            for found in self._of(at, quantity):
                if found.trigger.form in {"participle", "state"}:
                    return Reading(found.trigger.measure, "modifier", at)
        return None

    def _members(self, quantity: Quantity) -> Reading | None:
        """Nouns that stand for it where no verb says otherwise: 2,500 troops in Iraq."""
        if quantity.noun is None:
            return None
        members = measures().members
        words = [t.lower for t in self.tokens[quantity.noun.first : quantity.noun.last]]
        two = " ".join((*words[-2:-1], quantity.noun.head))
        measure = members.get(two) or members.get(quantity.noun.head)
        return Reading(measure, "kind of noun", quantity.noun.last - 1) if measure else None

    def _dimension(self, quantity: Quantity) -> Reading | None:
        """What a measured quantity is: by the words beside it, else by its dimension."""
        if quantity.unit is None:
            return None
        dimension = quantity.unit.dimension
        if dimension.startswith("[money"):
            return self._money(quantity)
        if dimension == "[length]":
            reading = self._extent(quantity)
            if reading is not None:
                return reading
        before = {token.lower for token in self.tokens[max(0, quantity.first - 3) : quantity.first]}
        words = grammar().words
        if dimension == "[share]" and "by" in before and before & (words.rising | words.falling):
            return Reading("change", "change by")
        name = measures().by_dimension.get(dimension)
        return Reading(name, f"dimension {dimension}") if name else None

    def _extent(self, quantity: Quantity) -> Reading | None:
        """Whether a length is a depth, a height or an altitude by the words beside it."""
        own = {name for name, measure in measures().table.items() if measure.argument == "either"}
        behind = range(quantity.last, min(len(self.tokens), quantity.last + 3))
        ahead = range(quantity.first - 1, max(-1, quantity.first - 5), -1)
        for at in (*behind, *ahead):
            if self.tokens[at].lower in _HARD:
                if at < quantity.first - 1:
                    break
                continue
            for found in self.by_first.get(at, ()):
                if found.trigger.measure in own & _EXTENTS and (
                    at < quantity.first or found.trigger.form in {"state", "noun"}
                ):
                    return Reading(found.trigger.measure, f"{found.trigger.form} beside a length", at)
        return None

    def _money(self, quantity: Quantity) -> Reading:
        """What a sum of money is: by the nearest word before it, else behind it, else a cost."""
        ahead = range(quantity.first - 1, max(-1, quantity.first - 12), -1)
        behind = range(quantity.last, min(len(self.tokens), quantity.last + 4))
        for at in (*ahead, *behind):
            if self.tokens[at].lower in _HARD - {"("}:
                continue
            for found in self.by_first.get(at, ()):
                name, form = found.trigger.measure, found.trigger.form
                if measures().table[name].money and (at < quantity.first or form in {"state", "noun", "phrase"}):
                    return Reading(name, f"{form} beside money", at)
        return Reading("cost", "money")


_EXTENTS = frozenset(("distance", "depth", "height", "altitude", "rainfall"))
