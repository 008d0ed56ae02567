"""The engine: map, key, reduce."""

from checker.engine.local import run

__all__ = ["run"]
