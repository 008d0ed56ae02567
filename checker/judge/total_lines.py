"""The figures of one sentence in their order, and the words between them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from checker.judge.draft import Case
from checker.model import Claim, Section

LONGEST = 600  # characters of a sentence that are looked at on either side of its figures
MOST_FIGURES = 60
AT_A_TIME = 256  # limits of sentences that are kept in mind: every rule about totals asks for those of a text
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_END = re.compile(r"[.!?;][\"'\u201d\u2019)]?\s+(?=[\"'\u201c\u2018(]?[A-Z])|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|[A-Z][a-z]{1,2}|St|Capt|Col|Gen|Lt|Maj|Prof|Gov|Sen|Rep|Sgt|Sept|no|No|approx))\.$"
)
_CLOSING = frozenset({"", "\n", ".", "!", "?", ";"})
_OPENING = frozenset({"", "\n", "-", "*", "\u2022", "#", "|"})
_PERCENT = frozenset({"percent", "percentage point"})


class Line(NamedTuple):
    """One sentence: its document's text, its limits there, and its claims by the place of their number."""

    text: str
    start: int
    end: int
    claims: tuple[Claim, ...]

    def between(self, first: Claim, second: Claim) -> str:
        """The text from the end of the first figure to the start of the second."""
        return self.text[first.number.end : second.number.start]

    def before(self, claim: Claim) -> str:
        """The text from the sentence's start, or the figure before, to the figure."""
        return self.text[
            max(
                (c.number.end for c in self.claims if c.number.end <= claim.number.start), default=self.start
            ) : claim.number.start
        ]

    def after(self, claim: Claim) -> str:
        """The text from the figure to the figure behind it, or the sentence's end."""
        return self.text[
            claim.number.end : min(
                (c.number.start for c in self.claims if c.number.start >= claim.number.end), default=self.end
            )
        ]

    @property
    def words(self) -> str:
        """The whole sentence, folded."""
        return folded(self.text[self.start : self.end])


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower-case words with one space around each, so that a cue matches whole words only."""
    return " " + " ".join(_WORD.findall(text.lower().replace("\u2019", "'"))) + " "


def has(text: str, cues: Iterable[str]) -> bool:
    """Whether one of the cues stands in the text as whole words."""
    words = folded(text)
    return any(f" {cue} " in words for cue in cues)


def ends_with(text: str, cues: Iterable[str]) -> bool:
    """Whether the text ends in one of the cues."""
    words = folded(text)
    return any(words.endswith(f" {cue} ") for cue in cues)


def begins_with(text: str, cues: Iterable[str]) -> bool:
    """Whether the text begins with one of the cues."""
    words = folded(text)
    return any(words.startswith(f" {cue} ") for cue in cues)


def lines(case: Case) -> Iterator[Line]:
    """The sentences of the case that hold a figure, dates left out, in their order.

    A stretch with more than `MOST_FIGURES` is data that nobody wrote as a sentence, and is left out.
    """
    counted = (c for c in case.claims if c.measure != "date" and c.section is not Section.FURNITURE)
    for (document, _), group in groupby(counted, key=lambda c: (c.document, c.sentence)):
        claims = _apart(group)
        if len(claims) > MOST_FIGURES:
            continue
        text = case.documents[document].text
        yield Line(text, _start(text, claims[0].number.start), _end(text, claims[-1].number.end), claims)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The limits of the sentence around a stretch of the text, as far as `LONGEST` goes."""
    return _start(text, start), _end(text, end)


def _apart(group: Iterable[Claim]) -> tuple[Claim, ...]:
    """One claim for each figure: where two overlap, the first."""
    kept: list[Claim] = []
    for claim in sorted(group, key=lambda c: (c.number.start, c.id)):
        if not kept or claim.number.start >= kept[-1].number.end:
            kept.append(claim)
    return tuple(kept)


@lru_cache(maxsize=AT_A_TIME)
def _start(text: str, at: int) -> int:
    low = max(0, at - LONGEST)
    ends = [m for m in _END.finditer(text, low, at) if _closes(text, m)]
    return ends[-1].end() if ends else low


@lru_cache(maxsize=AT_A_TIME)
def _end(text: str, at: int) -> int:
    high = min(len(text), at + LONGEST)
    return next((m.start() + 1 for m in _END.finditer(text, at, high) if _closes(text, m)), high)


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether the mark ends a sentence, rather than an abbreviation or a wrapped line."""
    if match.group() == "\n":
        return (
            text[max(0, match.start() - 1) : match.start()] in _CLOSING
            or text[match.end() : match.end() + 1] in _OPENING
        )
    return _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start() + 1]) is None


def is_percent(claim: Claim) -> bool:
    """Whether the figure is a percentage or a difference of two."""
    return claim.unit.name in _PERCENT


def bare(text: str, claims: Iterable[Claim], start: int, end: int) -> bool:
    """Whether the stretch holds a digit that no claim covers: a figure that extraction passed over."""
    spans = [(c.number.start, c.number.end) for c in claims]
    return any(not any(a <= m.start() < b for a, b in spans) for m in _DIGIT.finditer(text, start, end))
