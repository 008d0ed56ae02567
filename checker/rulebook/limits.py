"""How much of a report is read: rules/limits.toml."""

from functools import cache

from checker.model import Limits
from checker.rulebook.additions import in_force, read_changed


@cache
def limits() -> Limits:
    """The file, read once, with what the configuration changes."""
    return read_changed("limits.toml", Limits, in_force().limits)
