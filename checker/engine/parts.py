"""The stages' functions, by name, as long as some of them are still being written."""

from importlib import import_module
from typing import Any


def part(module: str, name: str = "") -> Any:  # noqa: ANN401
    """A function of a stage, or the module, None where it is not there yet."""
    try:
        return getattr(import_module(module), name, None) if name else import_module(module)
    except ModuleNotFoundError:
        return None
