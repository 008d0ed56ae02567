"""Stretches of a line on a page of a PDF file: letters that stand side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.read.blocks import raised
from checker.read.pdf_letters import BLANK, Letter

GAP = 1.2  # sizes of type: a wider gap parts two cells
BACK = 0.6  # sizes by which a letter may stand before the end of the one before it: kerning, accents
SAME_LINE = 0.5  # sizes by which the baseline of a raised letter may differ
SPACE = 0.12  # sizes: a wider gap between two stretches is a blank
SMALL = 0.86  # of the size of its line: a smaller letter above the baseline is raised
LIFTED = 0.12  # sizes above the baseline
INITIAL = 1.8  # sizes of its line that a letter has which is set large at the head of a paragraph
INITIAL_DEPTH = 4  # lines that such a letter may reach down
ROUNDING = 2  # sizes are told in halves of a point


class Segment(NamedTuple):
    """Text on one baseline without wide gaps."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    strong: bool
    words: tuple[tuple[float, int], ...] = ()  # where each but the first begins: on the page, and in the text


def segments(letters: Iterable[Letter]) -> list[Segment]:
    """The stretches of a page in the order in which they are drawn."""
    return _with_initials([_segment(group) for group in _groups(letters)])


def same_line(a: Segment, b: Segment) -> bool:
    """Whether two stretches stand on one line."""
    return abs(a.baseline - b.baseline) <= 0.35 * max(a.size, b.size)


def _groups(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Letters that follow each other on a line; blanks between them are kept as BLANK."""
    group: list[Letter] = []
    last, blank = BLANK, False
    for letter in letters:
        if letter is BLANK:
            blank = bool(group)
            continue
        if group and not _follows(last, letter):
            yield group
            group, blank = [], False
        if blank and letter.left - last.right > SPACE / 2 * letter.size:
            group.append(BLANK)
        group.append(letter)
        last, blank = letter, False
    if group:
        yield group


def _follows(last: Letter, letter: Letter) -> bool:
    size = max(last.size, letter.size)
    gap = letter.left - last.right
    return abs(letter.baseline - last.baseline) <= SAME_LINE * size and -BACK * size <= gap <= GAP * size


def _segment(group: Sequence[Letter]) -> Segment:
    placed = [letter for letter in group if letter is not BLANK]
    sizes = Counter(round(letter.size * ROUNDING) / ROUNDING for letter in placed)
    size = max(sizes, key=lambda each: (sizes[each], each))
    large = [letter for letter in placed if letter.size >= SMALL * size] or placed
    baselines = Counter(round(letter.baseline, 1) for letter in large)
    baseline = max(baselines, key=lambda each: (baselines[each], each))
    strong = sum(letter.strong for letter in placed) > len(placed) * 0.9
    left, right = min(letter.left for letter in placed), max(letter.right for letter in placed)
    text, words = _text(group, size, baseline)
    return Segment(text, left, right, baseline, size, strong, words)


def _text(group: Sequence[Letter], size: float, baseline: float) -> tuple[str, tuple[tuple[float, int], ...]]:
    """What the letters say, and where its words begin; marks of notes, which are raised, are left out."""
    told, above = "", ""
    words: list[tuple[float, int]] = []
    for letter in group:
        if letter is not BLANK and letter.size < SMALL * size and letter.baseline > baseline + LIFTED * size:
            above += letter.text
            continue
        told += raised(told, above) if above else ""
        if letter is not BLANK and told.endswith(BLANK.text):
            words.append((letter.left, len(told)))
        told += letter.text
        above = ""
    led = len(told) - len(told.lstrip())
    return (told + raised(told, above)).strip(), tuple((left, at - led) for left, at in words if at > led)


def _with_initials(found: Sequence[Segment]) -> list[Segment]:
    """Large initials joined to the word that they begin."""
    joined: list[Segment] = []
    for segment in found:
        if joined and _is_initial(joined[-1], segment):
            segment = segment._replace(text=joined.pop().text + segment.text)  # noqa: PLW2901
        joined.append(segment)
    return joined


def _is_initial(a: Segment, b: Segment) -> bool:
    beside = a.right <= b.left + b.size and a.baseline <= b.baseline + b.size
    near = b.baseline - a.baseline <= INITIAL_DEPTH * a.size and b.left - a.right <= 2 * b.size
    return len(a.text) == 1 and a.text.isupper() and a.size >= INITIAL * b.size and beside and near
