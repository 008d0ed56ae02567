"""The engine: map, key, reduce."""

from checker.engine.local import Watch, run, unwatched

__all__ = ["Watch", "run", "unwatched"]
