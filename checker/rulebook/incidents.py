"""What makes an incident: rules/incidents.toml."""

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from checker.model.base import Frozen
from checker.rulebook.load import read_toml, rules_folder
from checker.rulebook.populations import populations


class Days(Frozen):
    """How near two counts of one event lie, and how long an event lasts; all in days."""

    events: int = Field(ge=0)
    counts: int = Field(ge=0)
    longest: int = Field(ge=1)


class Incidents(Frozen):
    """The measures that are counted, the people counted apart, and the days."""

    measures: tuple[str, ...]
    classes: dict[str, tuple[str, ...]]
    days: Days


@cache
def incidents() -> Incidents:
    """The file, read once."""
    return read_toml(rules_folder() / "incidents.toml", Incidents)


@cache
def class_of_group() -> Mapping[str, str]:
    """The class of people counted apart, by group of the populations."""
    classes = {group: name for name, groups in incidents().classes.items() for group in groups}
    known = {name: group for facet in populations().facets.values() for name, group in facet.groups.items()}
    found = dict(classes)
    for name, group in known.items():
        for outer in group.within:
            if outer in classes:
                found.setdefault(name, classes[outer])
    return found


@cache
def narrowing_groups() -> frozenset[str]:
    """The groups that name a part of those counted on purpose: children, confirmed cases."""
    return frozenset(name for facet in populations().facets.values() if facet.telling for name in facet.groups)
