"""Entries of a live blog: the day of each, by its clock time and the midnights between the entries."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from checker.extract import temporal_calendar as calendar
from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal import find_times
from checker.model import Section

FEWEST = 3  # entries that make a live blog
HOUR = 60
HALF_DAY = 12
DAY = 24 * HOUR
MIDNIGHT = 6 * HOUR  # minutes by which the clock jumps back where a midnight lies between

_ENTRY = re.compile(r"[\W_]*([01]?\d|2[0-4])(?::|h|\.)([0-5]\d)(?!\d|[.,]\d)\s?([ap]\.?m\b)?", re.IGNORECASE)


class Calendar(NamedTuple):
    """What the times of a report are counted from: its date, the days of its entries, the order of day and month.

    `year` is that of the story's other reports, for a report without a date.
    """

    published: date | None
    entries: Mapping[int, date]
    month_first: bool
    year: int | None


def times_by_sentence(
    sentences: Sequence[Sentence], heads: Mapping[int, int], calendar_of: Calendar
) -> dict[int, list[TimeMention]]:
    """The times of each sentence by its index; those of an entry are counted from the entry's day.

    `heads` are the offsets before which each sentence is a dateline.
    """
    found: dict[int, list[TimeMention]] = {}
    anchor = calendar_of.published
    for sentence in sentences:
        if sentence.section is Section.FURNITURE:
            continue
        anchor = calendar_of.entries.get(sentence.index, anchor)
        times = find_times(sentence, anchor, month_first=calendar_of.month_first, year=calendar_of.year)
        found[sentence.index] = [time for time in times if time.start >= heads[sentence.index]]
    return found


def entry_days(sentences: Sequence[Sentence], published: date | None) -> Mapping[int, date]:
    """The day of each entry by the index of its first sentence; {} for what is no live blog or crosses no midnight.

    The newest entry is of the day of the report, wherever the blog begins.
    """
    clocks = _clocks(sentences)
    steps = [second - first for (_, first), (_, second) in pairwise(clocks)]
    if published is None or len(clocks) < FEWEST or not steps:
        return {}
    falling = sum(-step % DAY for step in steps) < sum(step % DAY for step in steps)  # the shorter blog of the two
    ordered = clocks if falling else clocks[::-1]  # the newest first
    found, day, before = {}, 0, ordered[0][1]
    for index, minute in ordered:
        day -= minute - before > MIDNIGHT
        before = minute
        moved = calendar.moved(published, day)
        if moved is not None:
            found[index] = moved
    return found if day else {}


def _clocks(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The index and the minute of the day of sentences that begin a paragraph with a time of day."""
    found: list[tuple[int, int]] = []
    paragraph = -1
    for sentence in sentences:
        opens, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        match = _ENTRY.match(sentence.text) if opens else None
        if match:
            hour, half = int(match.group(1)), (match.group(3) or "").casefold()[:1]
            if half:
                hour = hour % HALF_DAY + (HALF_DAY if half == "p" else 0)
            found.append((sentence.index, hour * HOUR + int(match.group(2))))
    return found
