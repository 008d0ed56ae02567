"""Closed periods of days."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from checker.model.base import Frozen
from checker.model.relation import Relation


class Precision(StrEnum):
    """How finely the words name the time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


class Period(Frozen):
    """The days from `start` to `end`, both included."""

    start: date
    end: date
    precision: Precision = Precision.DAY

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start > self.end:
            raise ValueError(f"{self.start} lies after {self.end}")
        return self

    @classmethod
    def on(cls, day: date) -> Self:
        """The period of one day."""
        return cls(start=day, end=day)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def relation(self, other: "Period") -> Relation:
        """How this period stands to the other, day by day; never unknown."""
        if self.end < other.start or other.end < self.start:
            return Relation.DISJOINT
        if self.start == other.start and self.end == other.end:
            return Relation.SAME
        if other.start <= self.start and self.end <= other.end:
            return Relation.WITHIN
        if self.start <= other.start and other.end <= self.end:
            return Relation.CONTAINS
        return Relation.OVERLAPS

    def widened(self, days: int) -> "Period":
        """The period with as many days more on either side."""
        margin = timedelta(days=days)
        return Period(start=self.start - margin, end=self.end + margin, precision=Precision.RANGE)
