"""Too many claims that say the same: a few of them stand for the others.

What is compared grows with the square of the claims that meet. Where very many meet, nearly all say what others have
said before, so that comparing each would find the same again. How many are too many, and how many stand for the
others, depends on the claims alone.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from checker.align.sketch import Sketch

Pair = tuple[Sketch, Sketch]
Parted = tuple[list[Sketch], list[Pair]]
MOST_ALIKE = 12  # claims of one text that say the same and are each compared with all others
MOST_MET = 24  # claims under one key, beyond which texts stand for each other
MOST_TOLD = 3  # claims of a crowd that say the same and are each compared with all others


def condensed(sketches: Sequence[Sketch]) -> Parted:
    """The claims without those that their text repeats too often, and these, each beside the first of its like.

    No report says the same of the same thing more than a few times; a text that does would be compared for ever.
    """
    return _parted(sketches, Sketch.content, MOST_ALIKE)


def thinned(sketches: Sequence[Sketch]) -> Parted:
    """The claims of several texts without those of a crowd that repeat others, and these, each beside the first.

    Claims repeat others where figure, thing, place, time, voice, firmness and day of the report are the same, whatever
    else their texts say. The first three of a like stay, so that one whose text is about something else does not speak
    for all.
    """
    return _parted(sketches, _said, MOST_TOLD) if len(sketches) > MOST_MET else (list(sketches), [])


def _said(sketch: Sketch) -> tuple[object, ...]:
    """What a claim says, whatever its text says beside it."""
    claim = sketch.claim
    who = claim.population and claim.population.text
    told = (claim.measure, claim.kind, claim.modality, claim.section, claim.story and claim.story.day)
    number = (claim.number.hedge, claim.number.vague, sketch.figure, claim.date)
    return (sketch.value, sketch.unit, who, claim.described, sketch.place, sketch.time, sketch.speaker, *told, *number)


def _parted(sketches: Sequence[Sketch], content: Callable[[Sketch], tuple[object, ...]], most: int) -> Parted:
    alike: dict[tuple[object, ...], list[Sketch]] = defaultdict(list)
    leading: list[Sketch] = []
    echoes: list[Pair] = []
    for sketch in sketches:
        same = alike[content(sketch)]
        same.append(sketch)
        if len(same) <= most:
            leading.append(sketch)
        else:
            echoes.append((same[0], sketch))
    return leading, echoes
