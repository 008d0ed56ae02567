"""Lengths of time as periods: closed for 33 days, a three-week assault, six days from 27 January, five days before."""

from datetime import date

from checker.extract import temporal_calendar as calendar
from checker.extract.syntax import TimeMention
from checker.extract.temporal_aspect import Aspect
from checker.extract.when_spot import Spot
from checker.model import Period, Precision
from checker.rulebook.temporal import temporal

LENGTH = "duration"
REACH = 6  # tokens between a length and the time that it begins or ends at
MOST = 400  # days
_BEGINNING = frozenset(("starting", "beginning"))


def length_stated(spot: Spot) -> Period | None:
    """The days of a length that a time of its clause begins or ends; None where none does."""
    days = length(spot) if spot.figure.measure == LENGTH else 0
    if not days:
        return None
    found = (_bounded(spot, mention, days) for mention in spot.events if abs(mention.first - spot.at) <= REACH)
    return next((period for period in found if period), None)


def _bounded(spot: Spot, mention: TimeMention, days: int) -> Period | None:
    day, before = mention.period, spot.word(mention.first - 1)
    if day is None or day.days > 1:
        return None
    if mention.role == "until" and mention.first > spot.at:
        gone = spot.own is not None and day.end <= spot.own.end
        return calendar.days(calendar.moved(day.end, -days), day.end) if gone else None
    if before in temporal().relations.from_ | _BEGINNING and mention.first > spot.at:
        return calendar.days(day.start, calendar.moved(day.start, days - 1))
    behind = _followed(spot)
    if mention.last <= spot.at and behind in {"before", "after"}:
        return _between(day.start, calendar.moved(day.start, days if behind == "before" else -days))
    return None


def length_so_far(spot: Spot) -> Period | None:
    """The days up to the report of what has gone on for as long; years are too coarse for more than its month."""
    if spot.figure.measure != LENGTH or spot.own is None:
        return None
    days, end = length(spot), spot.own.end
    if days and (spot.aspect is Aspect.PERFECT or (not spot.figure.at and _followed(spot) == "after")):
        return calendar.days(calendar.moved(end, -days), end)
    if _unit(spot) in {"year", "decade"} and spot.aspect is not Aspect.FUTURE:
        return calendar.months_from(end.year, end.month)
    return None


def length(spot: Spot) -> int:
    """How many days the figure measures; 0 for hours, months, and what is no length."""
    unit = temporal().units.get(_unit(spot))
    tokens = spot.figure.sentence.tokens
    if unit is None or not unit.days or spot.figure.at >= len(tokens):
        return 0
    word = spot.word(spot.figure.at).partition("-")[0]
    count = int(word) if word.isdecimal() and len(word) < len("1000") else temporal().numbers.counts.get(word, 0)
    return count * unit.days if count * unit.days <= MOST else 0


def _unit(spot: Spot) -> str:
    """The name of the unit behind the figure, "" without one: three weeks, a three-week assault, five-year-old."""
    words = [*spot.word(spot.figure.at).split("-")[1:2], spot.word(spot.figure.at + 1).split("-")[0]]
    return next((name for word in words if (name := temporal().unit.get(word))), "")


def _followed(spot: Spot) -> str:
    """The word behind the length."""
    return spot.word(spot.figure.at + 2)


def _between(first: date | None, second: date | None) -> Period | None:
    if first is None or second is None:
        return None
    return Period(start=min(first, second), end=max(first, second), precision=Precision.RANGE)
