"""How a field of one claim stands to the same field of another."""

from enum import StrEnum


class Relation(StrEnum):
    """The relation of a value to another; unknown is a value of its own, never `same` and never `disjoint`."""

    SAME = "same"
    WITHIN = "within"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"

    @property
    def inverse(self) -> "Relation":
        """The relation read from the other side."""
        return {Relation.WITHIN: Relation.CONTAINS, Relation.CONTAINS: Relation.WITHIN}.get(self, self)
