"""The claims of a group against each other: every pair that a rule could want, its fields compared one by one.

Cheap fields come first, and a pair that no rule can want any more is left at once. What two claims have in common with
others (a place, a population, a voice) is compared once for all of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, combinations_with_replacement, product, repeat
from operator import itemgetter
from typing import NamedTuple

from checker.align.compare import counted, place_related, voices_relation
from checker.align.crowd import condensed, thinned
from checker.align.event import Known, event_relation, wording_relation
from checker.align.fields import (
    document_relation,
    kind_relation,
    link_relation,
    modality_relation,
    unit_relation,
    value_relation,
)
from checker.align.keys import in_one_text
from checker.align.measure import measure_relation
from checker.align.period import time_relation
from checker.align.population import narrowing_relation
from checker.align.sketch import Related, Sketch, Sketches
from checker.align.story import story_relation
from checker.model import Alignment, Claim, Relation
from checker.rulebook.limits import limits
from checker.rulebook.screen import Screen

Pair = tuple[Sketch, Sketch]
EVERYBODY = -1  # the bits of all who may want a pair


class Aligned(NamedTuple):
    """Two claims, how they relate, and the bits of the screen that still want them."""

    alignment: Alignment
    wanted: int


class Together(NamedTuple):
    """The pairs of a group that somebody wants; not `whole` where there were too many to compare them all."""

    pairs: list[Aligned]
    whole: bool


class Aligner:
    """Aligns the claims of groups, one group after the other."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._sketches = Sketches()

    def align(self, key: str, claims: Sequence[tuple[int, Claim]]) -> Together:
        """The pairs that the screen wants and that no other group compares, in the order of the claims.

        Two claims that agree, and that others join already, are left out where all they could add is one more link.

        Args:
            key: that of the group.
            claims: with their places among the claims of the run, in order.
        """
        self._sketches.forget()
        sketches = [self._sketches.sketch(claim, order) for order, claim in claims]
        links = Links()
        found: list[tuple[int, int, Aligned]] = []
        tried = 0
        one_text = in_one_text(key)
        most = limits().pairs_in_text if one_text else limits().pairs_between
        leading, echoes = condensed(sketches) if one_text else thinned(sketches)
        after = EVERYBODY if one_text else self._screen.also
        pairs = zip(candidates(leading, one_text=one_text), repeat(EVERYBODY), strict=False)
        for (a, b), among in chain(pairs, ((pair, after) for pair in echoes)):
            tried += 1
            aligned = self._compare(key, (a, b), links, among) if tried <= most else None
            if aligned is not None:
                found.append((a.order, b.order, aligned))
            elif tried > most:
                break
        return Together([aligned for _, _, aligned in sorted(found, key=itemgetter(0, 1))], tried <= most)

    def _compare(self, key: str, pair: Pair, links: "Links", among: int) -> Aligned | None:
        """The alignment of a pair that somebody wants, else None; `among` are the bits of those who are asked."""
        a, b = pair
        x, y = a.claim, b.claim
        value = self._sketches.related("value", a.value, b.value, lambda: value_relation(x, y))
        screen = self._screen
        alive = among & screen.of_measure(x.measure) & screen.of_measure(y.measure)
        alive &= screen.values[value[0], a.likeness(b)]
        fields: dict[str, Related] = {}
        alive = self._through(alive, fields, self._cheap(a, b), ()) if alive else 0
        if not alive or meeting_place(a, b) != key:
            return None
        agree = value[0] is not Relation.DISJOINT
        if agree and not alive & ~screen.also and links.joined(a.order, b.order):
            return None
        alive = self._through(alive, fields, self._dear(a, b, fields), ends(a, b))
        if not alive:
            return None
        if alive & screen.also:
            links.join(a.order, b.order)
        fields["value"] = value_relation(x, y)  # other claims of these values write them in other words
        return Aligned(Alignment(first=x.id, second=y.id, fields=fields), alive)

    def _through(
        self, alive: int, fields: dict[str, Related], steps: Iterator[tuple[str, Related]], ending: Sequence[str]
    ) -> int:
        """The bits left when the fields have been compared; they are written into `fields` as far as it went."""
        for field, found in steps:
            fields[field] = found
            alive &= self._screen.fields[field][found[0]]
            if not alive or (found[0] is Relation.DISJOINT and field in ending):
                return 0
        return alive

    def _cheap(self, a: Sketch, b: Sketch) -> Iterator[tuple[str, Related]]:
        x, y = a.claim, b.claim
        yield "modality", modality_relation(x, y)
        yield "document", document_relation(x, y)
        yield "unit", self._sketches.related("unit", a.unit, b.unit, lambda: unit_relation(x, y))
        yield "measure", measure_relation(x.measure, y.measure)
        yield "kind", kind_relation(x, y)
        yield "time", self._sketches.related("time", a.time, b.time, lambda: time_relation(x, y))
        yield "link", link_relation(x, y)

    def _dear(self, a: Sketch, b: Sketch, fields: dict[str, Related]) -> Iterator[tuple[str, Related]]:
        x, y = a.claim, b.claim
        related = self._sketches.related
        place = related("place", a.place, b.place, lambda: place_related(x, y))
        yield "place", place
        population = related("population", a.population, b.population, lambda: counted(x, y))
        yield "population", population
        yield (
            "narrowing",
            related("narrowing", a.population, b.population, lambda: narrowing_relation(x.population, y.population)),
        )
        speaker = related("speaker", a.speaker, b.speaker, lambda: voices_relation(x, y))
        yield "speaker", speaker
        yield "wording", wording_relation(x, y)
        yield "story", story_relation(x, y, place[0], fields["time"][0])
        yield "event", event_relation(x, y, Known(place[0], fields["time"][0], population[0], speaker[0]))


class Links:
    """Which claims are joined, by links of links too."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def join(self, a: int, b: int) -> None:
        """Join two claims and all that are joined to either."""
        self._above[self._top(a)] = self._top(b)

    def joined(self, a: int, b: int) -> bool:
        """Whether a chain of links leads from one to the other."""
        return self._top(a) == self._top(b)

    def _top(self, claim: int) -> int:
        while (above := self._above.get(claim, claim)) != claim:
            self._above[claim] = self._above.get(above, above)
            claim = above
        return claim


def candidates(sketches: Sequence[Sketch], *, one_text: bool) -> Iterator[Pair]:
    """The pairs of one text, or of two texts, that may speak of one fact by what they count, or share their digits.

    In one text, two figures of one voice that differ are parts, wholes and later counts, unless one stands in its
    headline. Of two texts, figures that are not firm are compared only where their digits agree.
    """
    written: dict[tuple[str, bool], list[Sketch]] = defaultdict(list)
    sorts: dict[tuple[bool, str, str], list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        dated = sketch.claim.measure == "date"
        if sketch.digits:
            written[sketch.digits, dated].append(sketch)
        if one_text or sketch.firm:
            sorts[dated, sketch.claim.unit.dimension, sketch.claim.measure].append(sketch)
    for alike in written.values():
        yield from combinations(alike, 2) if one_text else _of_two_texts(alike)
    parted = {sort: _parted(some, one_text) for sort, some in sorts.items()}
    for first, second in combinations_with_replacement(sorts, 2):
        if first[:2] == second[:2] and measure_relation(first[2], second[2])[0] is not Relation.DISJOINT:
            for a, b in _set_against(parted[first], parted[second]):
                if not same_digits(a, b):
                    yield (a, b) if a.order < b.order else (b, a)


def _of_two_texts(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """The pairs of claims of two texts, the earlier claim first."""
    texts: dict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        texts[sketch.claim.document].append(sketch)
    for some, rest in combinations(texts.values(), 2):
        for a, b in product(some, rest):
            yield (a, b) if a.order < b.order else (b, a)


def _parted(sketches: list[Sketch], one_text: bool) -> dict[str | None, list[Sketch]]:  # noqa: FBT001 handed on
    """The claims by their voice in one text (None for those that face all), or by their text."""
    parts: dict[str | None, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        parts[sketch.alone if one_text else sketch.claim.document].append(sketch)
    return parts


def _set_against(first: dict[str | None, list[Sketch]], second: dict[str | None, list[Sketch]]) -> Iterator[Pair]:
    """The pairs of two parts; the parts of one sort meet each other once."""
    if first is second:
        yield from combinations(first.get(None, ()), 2)
        for (_, some), (_, rest) in combinations(first.items(), 2):
            yield from product(some, rest)
        return
    for part, some in first.items():
        for other, rest in second.items():
            if part != other or part is None:
                yield from product(some, rest)


def same_digits(a: Sketch, b: Sketch) -> bool:
    """Whether both have a figure, of the same digits."""
    return bool(a.digits) and a.digits == b.digits


def meeting_place(a: Sketch, b: Sketch) -> str:
    """The key of the one group that compares two claims: their text, or the first of the keys that both have."""
    if a.claim.document == b.claim.document:
        return next(key for key in a.keys if in_one_text(key))
    return min(a.keys & b.keys, default="")


def ends(a: Sketch, b: Sketch) -> tuple[str, ...]:
    """The fields whose disjointness says that two texts tell of two things, whatever a rule might accept."""
    if a.claim.document == b.claim.document or same_digits(a, b):
        return ()
    return ("population",) if a.claim.measure == "date" else ("place", "population")
