"""Claims made ready for comparing: what many of them share gets one number, so that it is compared once."""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from checker.align.compare import PLAIN, speaker_told
from checker.align.fields import FIRM
from checker.align.keys import keys
from checker.align.period import is_property
from checker.model import Claim, Relation
from checker.model.figures import digits, figure
from checker.rulebook.screen import Likeness

Related = tuple[Relation, str]
MOST_KEPT = 1 << 18  # comparisons and values that are remembered before all are forgotten
MOST_CLAIMS = 1 << 14  # claims, which take far more room


class Sketch(NamedTuple):
    """A claim with what is cheap to compare; equal numbers stand for equal content of a field."""

    claim: Claim
    order: int  # its place among the claims of the run
    digits: str
    shuffled: str  # its digits, sorted
    figure: float | None
    firm: bool
    alone: str | None  # the voice of a figure in plain text: those of one text are not opposed
    value: int
    unit: int
    population: int
    place: int
    time: int
    speaker: int
    keys: frozenset[str]

    def content(self) -> tuple[object, ...]:
        """All that is compared: equal for claims of one text that differ in nothing but where they stand."""
        claim = self.claim
        told = (claim.modality, claim.section, claim.kind, claim.measure, claim.event, claim.context, claim.cues)
        fields = (self.value, self.unit, self.population, self.place, self.time, self.speaker)
        number = (claim.number.text, claim.number.hedge, claim.number.vague)
        return (claim.document, *fields, *told, *number, claim.links or None, claim.date)

    def likeness(self, other: "Sketch") -> Likeness:
        """How the figures as written resemble each other."""
        if self.figure is not None and self.figure == other.figure:
            vague = self.claim.number.vague or other.claim.number.vague
            return Likeness.OTHER if vague else Likeness.EQUAL
        if not self.digits or self.shuffled != other.shuffled:
            return Likeness.OTHER
        return Likeness.SLIPPED if self.digits == other.digits else Likeness.SHUFFLED


class Sketches:
    """The sketches of claims, and the relations of their fields, each found once for equal content."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._sketches: dict[str, Sketch] = {}
        self._related: dict[tuple[str, int, int], Related] = {}

    def sketch(self, claim: Claim, order: int) -> Sketch:
        """The sketch of a claim; `order` is its place among all."""
        known = self._sketches.get(claim.id)
        if known is None:
            known = self._sketches[claim.id] = self._drawn(claim, order)
        return known

    def related(self, field: str, first: int, second: int, compare: Callable[[], Related]) -> Related:
        """The relation of two contents of a field, compared where they have not met before."""
        key = (field, first, second)
        known = self._related.get(key)
        if known is None:
            known = self._related[key] = compare()
        return known

    def forget(self) -> None:
        """Let go of what is remembered, where it has become too much; call it between two groups."""
        if max(len(self._related), len(self._numbers)) > MOST_KEPT or len(self._sketches) > MOST_CLAIMS:
            self._numbers.clear()
            self._sketches.clear()
            self._related.clear()

    def _drawn(self, claim: Claim, order: int) -> Sketch:
        unit = (claim.unit.name, claim.unit.dimension)
        hard = (claim.hard.low, claim.hard.high, claim.hard.low_open, claim.hard.high_open, claim.unit.factor)
        time = (claim.time.start, claim.time.end) if claim.time else None
        place = claim.place
        speaker = claim.speaker
        written = digits(claim)
        return Sketch(
            claim=claim,
            order=order,
            digits=written,
            shuffled="".join(sorted(written)),
            figure=figure(claim),
            firm=claim.modality in FIRM,
            alone=speaker_told(claim) if claim.section in PLAIN else None,
            value=self._number(("value", hard, unit, claim.measure == "date")),
            unit=self._number(("unit", unit)),
            population=self._number(
                ("population", claim.population, claim.described, is_property(claim), claim.story),
            ),
            place=self._number(
                ("place", place and (place.text, place.name, place.containers, place.country), claim.place_stated),
            ),
            time=self._number(("time", time, claim.time_stated, claim.kind, claim.measure)),
            speaker=self._number(
                ("speaker", speaker and (speaker.text, speaker.name, speaker.via, speaker.named)),
            ),
            keys=frozenset(keys(claim)),
        )

    def _number(self, content: Hashable) -> int:
        return self._numbers.setdefault(content, len(self._numbers))
