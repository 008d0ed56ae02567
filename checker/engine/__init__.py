"""The engine: map, key, reduce; in this process, in a pool of processes, or on a cluster."""

from checker.engine.conditions import Conditions
from checker.engine.crossing import Item
from checker.engine.engines import Engine, InProcess
from checker.engine.run import run
from checker.engine.watch import Counted, Watch, unwatched
from checker.engine.work import Work

__all__ = ["Conditions", "Counted", "Engine", "InProcess", "Item", "Watch", "Work", "run", "unwatched"]
