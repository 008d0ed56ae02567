"""What a newsroom adds to the word lists and changes in the thresholds: the one seam through which it comes in.

A file of an added folder has the name of a shipped list (measures.toml) and holds what is new: its tables are merged
into the shipped ones, its lists are appended, its single values take the place of the shipped ones.
"""

import os
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from checker.errors import RulebookError
from checker.rulebook.load import explained, read_toml, rules_folder, toml_of
from checker.rulebook.own_file import mistakes

Model = TypeVar("Model", bound=BaseModel)
UNITS = "units.txt"  # the one list that is no TOML: pint reads it


class Changed(NamedTuple):
    """Values that take the place of shipped ones, and where they stand, for messages."""

    values: Mapping[str, Any] = {}
    source: str = ""


class Additions(NamedTuple):
    """Folders of word lists, later ones going before earlier ones; thresholds by table; limits."""

    lexicons: tuple[Path, ...] = ()
    thresholds: Changed = Changed()
    limits: Changed = Changed()


class _InForce:
    """What this process adds; one object, so that it can be exchanged."""

    additions = Additions()


def use(additions: Additions) -> None:
    """Put additions in force for this process; what was read before is read again where they differ.

    Raises:
        RulebookError: a folder that is none, or one without a word list.
    """
    for folder in additions.lexicons:
        _vet(folder)
    if additions != _InForce.additions:
        _InForce.additions = additions
        forget()


def in_force() -> Additions:
    """What was put in force last."""
    return _InForce.additions


def forget() -> None:
    """Empty every cache of the package: whatever was derived from words may now come out differently."""
    for name, module in sorted(sys.modules.items()):
        if name == "checker" or name.startswith("checker."):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear") and getattr(thing, "__module__", None) == name:
                    thing.cache_clear()


def read_lexicon(name: str, model: type[Model]) -> Model:
    """The word list of this name under rules/lexicon/en/, with what added folders have under it.

    Raises:
        RulebookError: a faulty file, named with its key.
    """
    shipped = rules_folder() / "lexicon" / "en" / name
    added = [path for folder in _InForce.additions.lexicons if os.path.lexists(path := folder / name)]
    if not added:
        return read_toml(shipped, model)
    data = toml_of(shipped)
    for path in added:
        data = merged(data, toml_of(path))
        found = _validated(data, model, str(path))
    return found


def read_changed(name: str, model: type[Model], changed: Changed) -> Model:
    """A file of rules/ with the values that are changed.

    Raises:
        RulebookError: a value that does not exist or is wrong; named with the file that changes it.
    """
    path = rules_folder() / name
    if not changed.values:
        return read_toml(path, model)
    return _validated(replaced(toml_of(path), changed.values), model, changed.source)


def units_files() -> list[Path]:
    """The files of units, the shipped one first."""
    added = (folder / UNITS for folder in _InForce.additions.lexicons)
    return [rules_folder() / "lexicon" / "en" / UNITS, *(path for path in added if os.path.lexists(path))]


def merged(data: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Two TOML tables as one: tables merged, lists appended without what they hold, other values replaced."""
    result = dict(data)
    for key, value in more.items():
        known = result.get(key)
        if isinstance(known, Mapping) and isinstance(value, Mapping):
            result[key] = merged(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            result[key] = [*known, *(item for item in value if item not in known)]
        else:
            result[key] = value
    return result


def replaced(data: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Two TOML tables as one: tables merged, everything else replaced."""
    result = dict(data)
    for key, value in more.items():
        known = result.get(key)
        both = isinstance(known, Mapping) and isinstance(value, Mapping)
        result[key] = replaced(known, value) if both and known is not None else value
    return result


def _validated(data: Mapping[str, Any], model: type[Model], source: str) -> Model:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise RulebookError(mistakes(error, lambda problem: explained(source, model, problem))) from error


def _vet(folder: Path) -> None:
    """Whether the folder holds word lists and nothing that only looks like one.

    Raises:
        RulebookError: it does not.
    """
    if not folder.is_dir():
        raise RulebookError(f"{folder}: no such folder of word lists")
    named = [path for path in sorted(folder.iterdir()) if path.suffix in (".toml", ".txt")]
    for path in named:
        if path.name not in _names():
            near = get_close_matches(path.name, _names(), n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(_names())}"
            raise RulebookError(f"{path}: no word list has this name{hint}")
    if not named:
        raise RulebookError(f"{folder}: no word list in this folder; there are {', '.join(_names())}")


@cache
def _names() -> tuple[str, ...]:
    """The names of the shipped word lists."""
    return tuple(sorted(path.name for path in (rules_folder() / "lexicon" / "en").iterdir()))
