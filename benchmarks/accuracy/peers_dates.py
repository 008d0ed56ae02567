"""Dates of MEANTIME (TIMEX3 of type DATE), resolved against each article's own date."""

import calendar
import json
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal import find_times
from checker.extract.tokens import tokens
from checker.model import Section

ANNOTATED = 6  # lines of an article that its annotators read: headline, date, four or five sentences
MONTHS_IN_QUARTER = 3
_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|W(\d\d)))?")


@dataclass(slots=True)
class Dates:
    """What was found: `gold` dates, `found` of them, `extra` read beside them, `right` values of those found."""

    gold: int = 0
    found: int = 0
    extra: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the dates read, how many are dates."""
        return self.found / max(1, self.found + self.extra)

    @property
    def recall(self) -> float:
        """Of the dates, how many were read."""
        return self.found / max(1, self.gold)

    @property
    def value(self) -> float:
        """Of the dates read, how many have the value of the gold."""
        return self.right / max(1, self.found)


def period_of(value: str) -> tuple[date, date] | None:
    """The first and last day of a TIMEX3 value; None for vague ones (PAST_REF)."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year, month, day, quarter, week = (int(part) if part else 0 for part in match.groups())
    if week:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + timedelta(days=6)
    if day:
        return date(year, month, day), date(year, month, day)
    first, last = (month, month) if month else (1, 12)
    if quarter:
        first, last = quarter * MONTHS_IN_QUARTER - 2, quarter * MONTHS_IN_QUARTER
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def mentions(text: str, anchor: date | None) -> list[TimeMention]:
    """The times of an article, clock times left out, read line by line."""
    found: list[TimeMention] = []
    start = 0
    for index, line in enumerate(text.split("\n")):
        sentence = Sentence(line, start, start + len(line), tokens(line, start), Section.BODY, index, index)
        found += [mention for mention in find_times(sentence, anchor) if not mention.clock]
        start += len(line) + 1
    return found


def score_dates(path: Path) -> Dates:
    """The dates of all articles of a file."""
    tally = Dates()
    for line in path.read_text(encoding="utf-8").splitlines():
        _score(json.loads(line), tally)
    return tally


def _agree(hit: TimeMention, ours: tuple[date, date], wanted: tuple[date, date]) -> bool:
    """Whether a period is the one that the gold names.

    The gold names the unit of the calendar; the grammar gives the period that is meant: from it on ("since 2004"), up
    to it ("by 2012"), between two of them, its early part, or as much of "this year" as had passed.
    """
    if ours == wanted:
        return True
    if hit.role in {"since", "until", "span"} and (ours[0] == wanted[0] or ours[1] == wanted[1]):
        return True
    return wanted[0] <= ours[0] and ours[1] <= wanted[1] and (ours[0] == wanted[0] or ours[1] == wanted[1])


def _score(item: dict[str, Any], tally: Dates) -> None:
    """One article; its own date is the first full one in its second line."""
    text, gold = item["text"], item["gold"]
    lines = text.split("\n")
    head = len(lines[0]) + len(lines[1]) + 1
    dates = sorted((part for part in gold if part["type"] == "DATE"), key=lambda part: part["start"])
    others = [part for part in gold if part["type"] != "DATE"]
    own = next((period_of(part["value"]) for part in dates if len(lines[0]) < part["start"] < head), None)
    read = mentions("\n".join(lines[:ANNOTATED]), own[1] if own else None)
    used: set[TimeMention] = set()
    for part in dates:
        wanted = period_of(part["value"])
        hit = next((found for found in read if found.start < part["end"] and part["start"] < found.end), None)
        if wanted is None:
            used |= {hit} if hit else set()
            continue  # now, recent, the future: no day, month or year in the gold either
        tally.gold += 1
        if hit is None:
            tally.misses.append(f"missed {part['surface']!r} {part['value']}")
            continue
        used.add(hit)
        tally.found += 1
        ours = (hit.period.start, hit.period.end) if hit.period else None
        if ours and _agree(hit, ours, wanted):
            tally.right += 1
        else:
            tally.misses.append(
                f"value of {part['surface']!r}: {ours}, not {part['value']} (article of {own and own[0]})"
            )
    for found in read:
        if found not in used and not any(found.start < part["end"] and part["start"] < found.end for part in others):
            tally.extra += 1
            tally.misses.append(f"extra {text[found.start : found.end]!r} ({found.role})")
