"""Whether a time lies ahead of the report or behind it, by the verb of its clause."""

from checker.extract.temporal_dates import Line, at
from checker.extract.temporal_terms import Direction
from checker.rulebook.temporal import temporal

REACH = 25  # tokens


def direction(line: Line, first: int, last: int, *, deadline: bool = False) -> Direction:
    """The direction of the nearest verb before the time; with none there, of the first behind it.

    A deadline ("until Friday") lies ahead unless a verb plainly tells of the past ("lasted until Friday").
    """
    way = _before(line, first, deadline=deadline)
    if way is None:
        way = _behind(line, last, deadline=deadline)
    return Direction.AHEAD if deadline and way is Direction.OPEN else way


def _before(line: Line, first: int, *, deadline: bool) -> Direction | None:
    """What the nearest verb before says; OPEN where a clause begins first, None where there is no verb at all."""
    tense = temporal().tense
    for index in range(first - 1, max(-1, first - REACH), -1):
        word = at(line, index)
        if word in tense.future and not _month(line, index):
            return _checked(line, index)
        if word in (tense.lasting if deadline else tense.past):
            return _perfect(line, index)
        if not deadline and word.endswith("ed") and not word.endswith("eed") and not _passive(line, index):
            return Direction.BACK
        if word in tense.boundaries or word in {"is", "are"}:
            ahead = word in {"is", "are"} and at(line, index + 1) == "to"
            return Direction.AHEAD if ahead else Direction.OPEN
    return None


def _behind(line: Line, last: int, *, deadline: bool) -> Direction:
    """What the first verb behind says."""
    tense = temporal().tense
    for index in range(last, min(len(line), last + REACH)):
        word = at(line, index)
        if word in tense.future and not _month(line, index):
            return Direction.AHEAD
        if word in (tense.lasting if deadline else tense.past) or (not deadline and word.endswith("ed")):
            return Direction.BACK
        if word in tense.boundaries:
            break
    return Direction.OPEN


def _month(line: Line, index: int) -> bool:
    """Whether "may" is the month: it stands beside a figure."""
    return at(line, index) == "may" and (at(line, index - 1)[:1].isdigit() or at(line, index + 1)[:1].isdigit())


def _checked(line: Line, index: int) -> Direction:
    """AHEAD, unless the verb tells of a plan now past: "was to have", "would have", "could have been"."""
    return Direction.BACK if at(line, index + 1) == "have" else Direction.AHEAD


def _perfect(line: Line, index: int) -> Direction:
    """BACK, unless an infinitive or modal before the participle looks ahead: "will be held", "was due to begin"."""
    tense = temporal().tense
    before = {at(line, index - 1), at(line, index - 2), at(line, index - 3)}
    if {"to", "be"} <= before or (before & tense.future and before & {"be", "to", "been"}):
        return Direction.AHEAD
    return Direction.BACK


def _passive(line: Line, index: int) -> bool:
    """Whether the participle stands behind "be" or a present form, so that it tells no past."""
    return bool({at(line, index - 1), at(line, index - 2)} & {"be", "is", "are", "been", "being", "remain", "remains"})
