"""Things that happen once: rules/lexicon/en/happenings.toml."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon
from checker.rulebook.temporal import temporal

REACH = 70  # characters on either side of a date
FIGURE = re.compile(r"\d+")
CLAUSE = 120  # characters before a date in which a recurring happening is looked for
OPENING = 2  # words before a date at the head of a sentence
FIRST = 12  # words behind a date at the head of a sentence
NEXT = 4  # words behind a date that tell what it is of: on 3 May gunmen attacked
WORD = re.compile(r"[^\W\d_]+")


class Happening(Frozen):
    """The beginnings of the words that name it; `alone`: with one place they tell it.

    A `recurring` one happens more than once, though one story is about one of them: days no more than `apart` are
    two dates of it, as are any two years or months.
    `since`: words that name it where "since" stands before the date; `bodies`: words that elsewhere tell nothing.
    """

    words: tuple[str, ...]
    alone: bool
    recurring: bool = False
    apart: int = 2
    since: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class Happenings(Frozen):
    """The happenings by name."""

    happenings: dict[str, Happening]


@cache
def happenings() -> dict[str, Happening]:
    """The file, read once."""
    return read_lexicon("happenings.toml", Happenings).happenings


@lru_cache(maxsize=16384)
def told_once(before: str, after: str) -> frozenset[str]:
    """The happenings named in the folded text before and after a date, as far as no other figure stands between.

    Of recurring ones only the nearest counts on either side, other figures or none, other dates apart: "those taken in
    the attack walked free on Tuesday".
    """
    since = before.rstrip().endswith("since")
    words = WORD.findall(FIGURE.split(before)[-1][-REACH:]) + WORD.findall(FIGURE.split(after)[0][:REACH])
    once = {name for word in words for name in _named(word, since=since) if not happenings()[name].recurring}
    earlier = WORD.findall(_dates().split(before)[-1][-CLAUSE:])[::-1]
    later = WORD.findall(_dates().split(after)[0])[: NEXT if len(WORD.findall(before)) > OPENING else FIRST]
    return frozenset(once.union(_nearest(earlier, since=since), _nearest(later, since=since)))


@cache
def _dates() -> re.Pattern[str]:
    """Years, and the months and weekdays that are no other words too."""
    calendar = temporal().calendar
    names = {name for names in (*calendar.months, *calendar.weekdays) for name in names} - {*calendar.ambiguous}
    return re.compile(r"(?:19|20)\d\d|\b(?:" + "|".join(sorted(map(re.escape, names), reverse=True)) + r")\b")


def _nearest(words: Sequence[str], *, since: bool) -> frozenset[str]:
    """The happenings of the first of the words that names one."""
    return next((found for word in words if (found := _named(word, since=since))), frozenset())


@lru_cache(maxsize=16384)
def _named(word: str, *, since: bool) -> frozenset[str]:
    """The happenings that a word names by its longest beginning; `since`: the date follows "since"."""
    found: dict[str, int] = {}
    for name, known in happenings().items():
        starts = (*known.words, *known.since) if since else known.words
        found[name] = max((len(start) for start in starts if word.startswith(start)), default=0)
    longest = max(found.values())
    return frozenset(name for name, length in found.items() if length == longest) if longest else frozenset()
