"""Intervals of numbers: what a figure with its hedge asserts."""

from typing import Self

from pydantic import model_validator

from checker.model.base import Frozen
from checker.model.relation import Relation


class Interval(Frozen):
    """All numbers from `low` to `high`; None is unbounded, an open end leaves its bound out."""

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low:g} lies above high {self.high:g}")
        return self

    @classmethod
    def exactly(cls, value: float) -> Self:
        """The interval that holds one number."""
        return cls(low=value, high=value)

    @property
    def point(self) -> float | None:
        """The only number of the interval, None where there are more."""
        return self.low if self.low == self.high else None

    def below(self, other: "Interval") -> bool:
        """Whether every number of this interval is less than every number of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def disjoint(self, other: "Interval") -> bool:
        """Whether the two have no number in common."""
        return self.below(other) or other.below(self)

    def covers(self, other: "Interval") -> bool:
        """Whether every number of the other lies in this one."""
        low = self.low is None or (
            other.low is not None
            and (self.low < other.low or (self.low == other.low and (not self.low_open or other.low_open)))
        )
        high = self.high is None or (
            other.high is not None
            and (self.high > other.high or (self.high == other.high and (not self.high_open or other.high_open)))
        )
        return low and high

    def relation(self, other: "Interval") -> Relation:
        """How this interval stands to the other; never unknown."""
        if self.disjoint(other):
            return Relation.DISJOINT
        inner, outer = other.covers(self), self.covers(other)
        if inner and outer:
            return Relation.SAME
        if inner:
            return Relation.WITHIN
        return Relation.CONTAINS if outer else Relation.OVERLAPS

    def scaled(self, factor: float) -> "Interval":
        """The interval in another unit; the factor is positive."""
        return Interval(
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            low_open=self.low_open,
            high_open=self.high_open,
        )
