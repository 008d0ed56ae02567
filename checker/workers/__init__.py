"""Work in child processes: what a task does there, be it a crash or an endless loop, stays there."""

from checker.workers.frames import Message
from checker.workers.worker import Worker

__all__ = ["Message", "Worker"]
