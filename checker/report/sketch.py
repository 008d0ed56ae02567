"""A passage as a compiler draws it: the text, carets under its figures, and below them who says each."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple, Self

from checker.report.escape import columns, visible
from checker.report.excerpt import excerpt
from checker.report.scenes import Scene

MOST_LABELS = 4  # under one excerpt, each below its figure


class Sketch(NamedTuple):
    """The text, its carets, what is written beside them, and the lines below.

    `whole` tells whether all marks are shown, and every voice stands at its figure.
    """

    text: str
    carets: str
    beside: str
    below: tuple[str, ...]
    whole: bool

    @classmethod
    def of(cls, scene: Scene, room: int) -> Self:
        """The passage in at most `room` columns."""
        shown = excerpt(scene.quote, [(mark.start, mark.end) for mark in scene.marks], room)
        seen = None not in shown.starts
        labels = _labels(scene, shown.starts)
        if _apart(labels, len(shown.carets), room):
            *others, (_, last) = labels
            return cls(shown.text, shown.carets, last, _below(others), seen)
        label = visible(scene.label)
        if len(shown.carets) + columns(label) < room:
            return cls(shown.text, shown.carets, label, (), seen and len(labels) < 2)  # noqa: PLR2004 one voice
        start = min(shown.starts[0] or 0, max(0, room - columns(label))) if shown.starts else 0
        return cls(shown.text, shown.carets, "", (" " * start + label,), whole=False)


def _labels(scene: Scene, starts: Sequence[int | None]) -> list[tuple[int, str]]:
    """The label of each mark with its column; of neighbours with one voice, the last has it."""
    labels = [
        (start, visible(mark.label)) for start, mark in zip(starts, scene.marks, strict=True) if start is not None
    ]
    following = [label for _, label in labels[1:]]
    return [item for item, after in zip_longest(labels, following) if item[1] not in ("", after)]


def _apart(labels: Sequence[tuple[int, str]], carets: int, room: int) -> bool:
    """Whether there are several voices, and each has room at its figure."""
    if not 1 < len(labels) <= MOST_LABELS:
        return False
    return carets + columns(labels[-1][1]) < room and all(start + columns(label) < room for start, label in labels)


def _below(labels: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """A line of bars, then the labels from right to left, the bars of those that are to come beside them."""
    starts = [start for start, _ in labels]
    lines = [f"{_bars(starts[:number]):<{start}}{label}" for number, (start, label) in enumerate(labels)]
    return _bars(starts), *reversed(lines)


def _bars(starts: Sequence[int]) -> str:
    line = ""
    for start in starts:
        line = f"{line:<{start}}|"
    return line
