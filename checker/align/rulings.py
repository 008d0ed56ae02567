"""An editor's word on whether two claims are about one fact: it stands over what was worked out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.align.compare import align
from checker.align.fields import value_relation
from checker.align.group import Aligned
from checker.model import Alignment, Claim, Relation, Ruling
from checker.model.identity import claim_key
from checker.rulebook.screen import Screen

DECIDED = ("modality", "kind", "measure", "population", "place", "time", "event", "link", "narrowing")
"""The fields that make a fact; unit, speaker, text, wording and value are what they are, whoever decides."""


class Rulings:
    """Rulings by the claims of a run that they are about."""

    def __init__(self, rulings: Sequence[Ruling], claims: Iterable[Claim]) -> None:
        self._by_pair = {tuple(sorted((ruling.first, ruling.second))): ruling for ruling in rulings}
        wanted = {key for pair in self._by_pair for key in pair}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        self._keys: dict[str, str] = {}
        for claim in claims if wanted else ():
            key = claim_key(claim)
            if key in wanted:
                self._claims[key].append(claim)
                self._keys[claim.id] = key

    def on(self, first: str, second: str) -> Ruling | None:
        """The ruling on two claims, by their ids."""
        if first not in self._keys or second not in self._keys:
            return None
        return self._by_pair.get(tuple(sorted((self._keys[first], self._keys[second]))))

    def pairs(self, *, same: bool) -> Iterator[tuple[Claim, Claim, Ruling]]:
        """The pairs of claims of which that is said, each once."""
        for (one, other), ruling in sorted(self._by_pair.items()):
            if ruling.same is same:
                seen = set()
                for a in self._claims[one]:
                    for b in self._claims[other]:
                        pair = frozenset((a.id, b.id))
                        if len(pair) > 1 and pair not in seen:
                            seen.add(pair)
                            yield a, b, ruling

    def apart(self) -> tuple[tuple[str, str], ...]:
        """The ids of claims that are not about one fact."""
        return tuple((a.id, b.id) for a, b, _ in self.pairs(same=False))

    def joined(self, screen: Screen) -> Iterator[tuple[Claim, Claim, Aligned]]:
        """The claims that are ruled to be about one fact, as far as the screen wants them."""
        for a, b, ruling in self.pairs(same=True):
            alignment = ruled(align(a, b), a, b, ruling)
            if wanted := _wanted(alignment, a, b, screen):
                yield a, b, Aligned(alignment, wanted)


def ruled(alignment: Alignment, a: Claim, b: Claim, ruling: Ruling) -> Alignment:
    """The alignment as an editor decided: the fields that make a fact are the same, or the event is another."""
    said = f"decided by {ruling.reason}"
    if not ruling.same:
        return alignment.model_copy(update={"fields": {**alignment.fields, "event": (Relation.DISJOINT, said)}})
    fields = {**alignment.fields, **dict.fromkeys(DECIDED, (Relation.SAME, said))}
    if a.unit.name != b.unit.name and a.unit.factor == b.unit.factor and _counts(a) and _counts(b):
        fields["unit"] = (Relation.SAME, said)
        fields["value"] = value_relation(a, b.model_copy(update={"unit": a.unit}))
    return alignment.model_copy(update={"fields": fields})


def _counts(claim: Claim) -> bool:
    """Whether the unit is a counted thing, which has a dimension of its own."""
    return claim.unit.dimension == f"[{claim.unit.name}]"


def _wanted(alignment: Alignment, a: Claim, b: Claim, screen: Screen) -> int:
    """The bits of the screen that want the pair by its fields; of its values the rules themselves decide."""
    wanted = screen.of_measure(a.measure) & screen.of_measure(b.measure)
    for field, relations in screen.fields.items():
        wanted &= relations[alignment.relation(field)]
    return wanted
