"""Figures of one line in one excerpt, each with its voice below it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Report
from checker.report.escape import columns
from checker.report.scenes import Mark, Scene, index_of, joined, scenes_of
from checker.report.sketch import Sketch

QUOTE = "The mayor says 40, the port 900, and the union 2,000 or so."
FIGURES = [(15, 17), (28, 31), (47, 52)]


def scene(*labels: str, quote: str = QUOTE) -> Scene:
    marks = (Mark(*span, label) for span, label in zip(FIGURES, labels, strict=False))
    return Scene("d-1", "a.txt", 0, quote, tuple(marks), 1, 1)


@pytest.mark.parametrize(
    ("labels", "room", "lines"),
    [
        (["mayor"], 80, ["               ^^ mayor"]),
        (
            ["mayor", "port", "union"],
            80,
            [
                "               ^^           ^^^                ^^^^^ union",
                "               |            |",
                "               |            port",
                "               mayor",
            ],
        ),
        (
            ["all", "all", "union"],
            80,
            [
                "               ^^           ^^^                ^^^^^ union",
                "                            |",
                "                            all",
            ],
        ),
        (["all", "all", "all"], 80, ["               ^^           ^^^                ^^^^^ all"]),
        (["", "", ""], 80, ["               ^^           ^^^                ^^^^^"]),
        (
            ["mayor", "port", "union of dockers, as of today"],
            62,
            [
                "               ^^           ^^^                ^^^^^",
                "    40: mayor; 900: port; 2,000: union of dockers, as of today",
            ],
        ),
    ],
)
def test_every_voice_stands_at_its_figure(labels: list[str], room: int, lines: list[str]) -> None:
    sketch = Sketch.of(scene(*labels), room)
    assert [f"{sketch.carets} {sketch.beside}".rstrip(), *sketch.below] == lines


@given(st.lists(st.text(max_size=30), min_size=1, max_size=3), st.integers(20, 120))
def test_what_is_whole_fits(labels: list[str], room: int) -> None:
    sketch = Sketch.of(scene(*labels), room)
    if sketch.whole:
        assert sketch.carets.count("^") == sum(end - start for start, end in FIGURES[: len(labels)])
        assert all(columns(line) <= room for line in (f"{sketch.carets} {sketch.beside}", *sketch.below))
    assert columns(sketch.text) <= room


def test_two_passages_of_one_line_are_one_where_they_fit(report: Report) -> None:
    text = report.documents[0].text
    (finding,) = report.findings
    place = finding.locations[0]
    split = text.index("dock")
    halves = (
        place.model_copy(update={"start": split, "column": split + 1, "quote": text[split:], "marks": ((0, 4),)}),
        place.model_copy(update={"end": split, "quote": text[:split], "marks": ((4, 9),)}),
    )
    index = index_of(report)
    scenes = scenes_of(index, finding.model_copy(update={"locations": halves}))
    (both,) = joined(index, scenes, lambda _scene: True)
    assert (both.start, both.quote, both.at) == (0, text, (1, 5))
    assert [text[mark.start : mark.end] for mark in both.marks] == ["mayor", "dock"]
    assert joined(index, scenes, lambda _scene: False) == scenes


def test_passages_of_two_lines_or_documents_stay_apart(report: Report) -> None:
    index = index_of(report)
    scenes = scenes_of(index, report.findings[0])
    assert joined(index, scenes, lambda _scene: True) == scenes
    longer = report.documents[0].model_copy(update={"text": f"40 a\n{report.documents[0].text}"})
    broken = index._replace(documents={**index.documents, "d-1": longer})
    first = scenes[0]._replace(quote="40", marks=(Mark(0, 2),))
    assert len(joined(broken, [first, first._replace(start=5)], lambda _scene: True)) == 2
