"""Words for times: rules/lexicon/en/temporal.toml."""

from functools import cache, cached_property
from typing import Annotated

from pydantic import Field

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon

Bounds = tuple[int, int]
Words = frozenset[str]


class Calendar(Frozen):
    """Months and weekdays with their abbreviations, in order; the words among them that need company."""

    months: Annotated[tuple[tuple[str, ...], ...], Field(min_length=12, max_length=12)]
    weekdays: Annotated[tuple[tuple[str, ...], ...], Field(min_length=7, max_length=7)]
    ambiguous: Words
    names: tuple[str, ...]


class DayWords(Frozen):
    """Parts of the day, and the words that place a moment within one."""

    parts: Words
    early: Words


class TimeUnit(Frozen):
    """A unit of time: whole days or whole months; an hour has neither."""

    words: tuple[str, ...]
    days: int = 0
    months: int = 0


class Numbers(Frozen):
    """Counts of units by word, ordinals from the first on, and the words for the last."""

    counts: dict[str, int]
    ordinals: tuple[str, ...]
    last: Words


class Shifts(Frozen):
    """Words that move a unit, a weekday or a month."""

    last: Words
    this: Words
    next: Words
    rolling_back: Words
    rolling_on: Words
    within_before: Words
    within_after: Words


class Part(Frozen):
    """A part of a month (days), a year (months) and a decade (years); both ends count."""

    words: Words
    month: Bounds
    year: Bounds
    decade: Bounds


class Holidays(Frozen):
    """Named days: month and day, or days from Easter Sunday."""

    fixed: dict[str, Bounds]
    easter: dict[str, int]


class Relations(Frozen):
    """Words that make a time a start, an end or a range, and those that tell a year or month from other things."""

    since: Words
    until: Words
    between: Words
    from_: Annotated[Words, Field(alias="from")]
    range: Words
    and_: Annotated[Words, Field(alias="and")]
    year: Words
    loose: Words
    events: Words
    month: Words
    hedges: Words
    counted: Words
    singular: Words
    firm: Words
    determiners: Words
    fiscal: Words


class Vague(Frozen):
    """Times that the words do not fix."""

    phrases: tuple[str, ...]
    relative: Words
    ago: Words
    comes: Words


class Clock(Frozen):
    """Words of the clock."""

    halves: Words
    zones: Words
    named: Words
    oclock: Words


class Tense(Frozen):
    """Verbs that look ahead or back, and the words at which their reach ends."""

    future: Words
    past: Words
    lasting: Words
    boundaries: Words


class Clauses(Frozen):
    """Words by which a figure finds its time among several."""

    islands: Words
    hard: Words
    comparing: Words
    beginning: Words
    as_of: tuple[str, ...]
    nights: Words
    happenings: Words
    telling: Words
    plans: Words
    money: Words
    monthly: Words
    yearly: Words


class Story(Frozen):
    """Beginnings of words for sudden events, their measures, words of tolls, and the phrases of a bulletin's period."""

    events: tuple[str, ...]
    measures: Words
    tolls: Words
    moments: Words
    covering: tuple[str, ...]


class Aspects(Frozen):
    """Words that tell whether a verb speaks of now, of what has come about, of the past or of what is to come."""

    present: Words
    perfect: Words
    past: Words
    future: Words
    stops: Words


class TemporalLexicon(Frozen):
    """The file as a whole, with tables from word to value."""

    calendar: Calendar
    day: DayWords
    deictic: dict[str, Bounds]
    units: dict[str, TimeUnit]
    numbers: Numbers
    shifts: Shifts
    parts: dict[str, Part]
    seasons: dict[str, int]
    holidays: Holidays
    known: dict[str, tuple[int, int, int]]
    relations: Relations
    vague: Vague
    clock: Clock
    tense: Tense
    clauses: Clauses
    story: Story
    aspects: Aspects

    @cached_property
    def month(self) -> dict[str, int]:
        """Names and abbreviations, with and without a dot, to the month's number."""
        return {form: n for n, words in enumerate(self.calendar.months, 1) for form in _forms(words)}

    @cached_property
    def weekday(self) -> dict[str, int]:
        """Names and abbreviations, with and without a dot, to the weekday's number (0 is Monday)."""
        return {form: n for n, words in enumerate(self.calendar.weekdays) for form in _forms(words)}

    @cached_property
    def short(self) -> Words:
        """The abbreviations, which need a figure beside them."""
        words = (*self.calendar.months, *self.calendar.weekdays)
        return frozenset(form for group in words for form in _forms(group) if form.rstrip(".") != group[0])

    @cached_property
    def unit(self) -> dict[str, str]:
        """Words to the unit's name."""
        return {word: name for name, unit in self.units.items() for word in unit.words}

    @cached_property
    def ordinal(self) -> dict[str, int]:
        """Ordinals to their number."""
        return {word: n for n, word in enumerate(self.numbers.ordinals, 1)}

    @cached_property
    def part(self) -> dict[str, str]:
        """Adjectives and nouns of parts to the part's name; `start` is for nouns ("the start of")."""
        return {word: name for name, part in self.parts.items() for word in part.words}


def _forms(words: tuple[str, ...]) -> list[str]:
    return [form for word in words for form in (word, f"{word}.")]


@cache
def temporal() -> TemporalLexicon:
    """The words for times, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("temporal.toml", TemporalLexicon)
