"""Document to sentences: front-matter title, headings, list items, rows and prose, each with its section.

What the format says of a passage goes before what the text suggests.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from checker.extract.passages import Passages
from checker.extract.syntax import Sentence, Token
from checker.extract.tables import Columns
from checker.extract.tokens import tokens
from checker.model import Document, FileKind, Section
from checker.rulebook.grammar import grammar

WRAPPED = 50  # characters: a shorter line that ends without a stop is a heading or an item, not wrapped prose
LONGEST_HEADING = 100  # characters of a numbered heading
LONGEST = 2_000  # characters of a sentence; a longer one is cut at a blank, so that no production sees more
MOST = 300  # tokens of a sentence, as many as 2,000 characters of prose have; one of figures alone has more
HEADLINE_REACH = 500  # characters of the body in which a repeated headline is looked for

_LINE = re.compile(r"[^\n]+")
# 14:05 or 9.40am before an entry of a live blog
_CLOCK = r"\d{1,2}(?::\d{2}|h\d{2}|[.:]\d{2} ?[ap]\.?m\.?)(?: ?(?:GMT|UTC|BST|CET|EST))?\s*[-–|:]?\s+(?=[A-Z0-9\"“‘'])"
_ITEM = re.compile(r"\s*(?:[-*•·–]\s|\d{1,2}[.)]\s|[A-Za-z][.)]\s|#{1,6}\s|>\s|\||CLOCK)".replace("CLOCK", _CLOCK))
_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[a-z])[.)]\s+")
_SPEAKER = re.compile(r"\s*([A-Z][A-Z .'’-]{2,30}):\s")
_BREAK = re.compile(r"\s(?:\||//|·)\s|\t")
_HEADING = re.compile(r"\s*#{1,6}\s")
_STOP = frozenset((".", "!", "?", "...", "…"))
_CLOSERS = frozenset(('"', "”", "’", "'", ")", "]", "»"))
_OPENERS = frozenset(('"', "“", "‘", "'", "(", "[", "«", "$", "€", "£", "—"))

Spans = Sequence[tuple[int, int]]


class _Block(NamedTuple):
    start: int
    end: int
    paragraph: int
    section: Section
    label: str


def split(
    document: Document, title: str | None = None, furniture: Spans = (), captions: Spans = ()
) -> tuple[Sentence, ...]:
    """The sentences of a document in order.

    Args:
        document: as read.
        title: the headline, which is marked where the body repeats it.
        furniture: spans (offsets) that are no prose.
        captions: spans of captions.
    """
    sentences: list[Sentence] = []
    for block in _blocks(document, title, furniture, captions):
        found = tokens(document.text[block.start : block.end], block.start)
        for part in _sentences(found):
            start, end = part[0].start, part[-1].end
            sentences.append(
                Sentence(
                    document.text[start:end],
                    start,
                    end,
                    part,
                    block.section,
                    len(sentences),
                    block.paragraph,
                    block.label,
                )
            )
    return tuple(sentences)


def _blocks(document: Document, title: str | None, furniture: Spans, captions: Spans) -> Iterator[_Block]:
    for key in ("title", "headline"):
        if key in document.front:
            field = document.front[key]
            yield _Block(field.start, field.end, 0, Section.HEADLINE, "")
    label, prose, columns, passages = "", False, Columns(), Passages(document)
    for number, unit in enumerate(_units(document.text, document.body), 1):
        told = passages.section(*unit)
        if told is Section.FURNITURE:
            yield _Block(*unit, number, told, "")
            continue
        row = columns.pieces(document.text, *unit)
        if row is not None:
            yield from (_Block(p.start, p.end, number, Section.TABLE, p.heading or label) for p in row)
            continue
        section = told or (Section.QUOTE if _quotes(document, *unit) else _section(*unit, furniture, captions))
        pieces = [(unit, section)]
        if section is Section.BODY and title and not prose:
            pieces = list(_around_title(document, title, unit))
        for (first, end), kind in pieces:
            start = first
            if kind is Section.HEADLINE:
                yield _Block(start, end, number, kind, "")
                continue
            label, start = _labelled(document.text, start, end, label)
            prose = prose or (kind is Section.BODY and end - start > WRAPPED)
            marker = _NUMBERED.match(document.text, start, end)
            start = marker.end() if marker and marker.end() < end else start
            yield from (_Block(*cell, number, kind, label) for cell in _cells(document.text, start, end))


def _quotes(document: Document, start: int, end: int) -> bool:
    """Whether Markdown sets a unit apart as quoted."""
    return document.kind is FileKind.MARKDOWN and document.text[start:end].lstrip().startswith("> ")


def _around_title(document: Document, title: str, unit: tuple[int, int]) -> Iterator[tuple[tuple[int, int], Section]]:
    """A unit of the body cut around the headline that it repeats."""
    start, end = unit
    cut = document.text.find(title, start, end) if start < document.body + HEADLINE_REACH else -1
    if cut < 0:
        yield unit, Section.BODY
        return
    behind = cut + len(title)
    if cut > start:
        yield (start, cut), Section.BODY
    yield (cut, behind), Section.HEADLINE
    if document.text[behind:end].strip(" *#_"):
        yield (behind, end), Section.BODY


def _labelled(text: str, start: int, end: int, label: str) -> tuple[str, int]:
    """The label in force for a unit, and where the unit begins behind a speaker's own."""
    turn = _SPEAKER.match(text, start, end)
    if turn:
        return turn.group(1).strip(), turn.end()
    words = text[start:end].strip(" #*")
    if _heads(text, start, end):
        return words.rstrip(":"), start
    plain = len(words) > WRAPPED and not label.isupper() and not _ITEM.match(text, start, end)
    return ("" if plain else label), start


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a unit heads those behind it: a heading, a short line with a colon, a numbered line."""
    words = text[start:end].strip(" #*")
    if _HEADING.match(text, start, end) or (len(words) < WRAPPED and words.endswith(":")):
        return True
    return bool(_NUMBERED.match(text, start, end)) and len(words) < LONGEST_HEADING and words[-1] not in ".!?;,"


def _section(start: int, end: int, furniture: Spans, captions: Spans) -> Section:
    """The section of a unit by the spans that cover most of it."""
    if _covered(start, end, furniture):
        return Section.FURNITURE
    if _covered(start, end, captions):
        return Section.CAPTION
    return Section.BODY


def _covered(start: int, end: int, spans: Spans) -> bool:
    """Whether spans, which stand in order, cover more than half of a unit."""
    total = 0
    for index in range(bisect_right(spans, start, key=itemgetter(1)), len(spans)):
        first, last = spans[index]
        if first >= end:
            break
        total += min(end, last) - max(start, first)
    return 2 * total > end - start


def _units(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Stretches that no sentence crosses: paragraphs with their wrapped lines joined, items, headings, cells."""
    start, end = -1, -1
    for match in _LINE.finditer(text, begin):
        if not match.group().strip():
            continue
        if start >= 0 and _continues(text, start, end, match):
            end = match.end()
            continue
        if start >= 0:
            yield start, end
        start, end = match.span()
    if start >= 0:
        yield start, end


def _continues(text: str, start: int, end: int, line: re.Match[str]) -> bool:
    """Whether a line goes on with the unit that ends above it."""
    if line.start() - end > 1:
        return False
    last = text.rfind("\n", start, end) + 1 or start
    head = line.group().lstrip()
    if _ITEM.match(line.group()) or _SPEAKER.match(line.group()) or _HEADING.match(text, start, end):
        return False
    return head[0].islower() or (end - last >= WRAPPED and text[end - 1] not in ".!?:")


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A unit cut where a row of cells or a ticker's items part."""
    for match in _BREAK.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _sentences(found: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The tokens of a unit cut into sentences."""
    closing = grammar().abbreviations.closing
    openers = grammar().sentences.openers
    first = 0
    for index, token in enumerate(found):
        if token.text in _STOP or (
            token.lower in closing and index + 1 < len(found) and found[index + 1].lower in openers
        ):
            after = index + 1
            while after < len(found) and found[after].text in _CLOSERS and found[after].start == found[after - 1].end:
                after += 1
            if after < len(found) and _ends(found, index, after):
                yield found[first:after]
                first = after
        elif token.end - found[first].start > LONGEST or index - first >= MOST:
            yield found[first : index + 1]
            first = index + 1
    if first < len(found):
        yield found[first:]


def _ends(found: tuple[Token, ...], stop: int, after: int) -> bool:
    """Whether the stop at `stop` ends a sentence that goes on at `after`."""
    following, before = found[after], found[stop - 1] if stop else None
    if following.start == found[after - 1].end and following.text not in _OPENERS:
        return False  # no blank: a dot within something
    if (
        before is not None
        and found[stop].text == "."
        and len(before.text) == 1
        and before.text.isupper()
        and before.text != "I"
    ):
        return False  # an initial
    head = following.text[0]
    if head.islower():
        return False
    return head.isupper() or head.isdigit() or following.text in _OPENERS or head in "-–•"
