"""The stages' functions, by name, as long as some of them are still being written."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def part(module: str, name: str) -> Callable[..., Any] | None:
    """A function of a stage, None where it is not there yet."""
    try:
        return getattr(import_module(module), name, None)
    except ModuleNotFoundError:
        return None
