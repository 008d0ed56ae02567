"""Reading TOML under rules/: every error names the file, the key and what was expected."""

from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checker.errors import RulebookError
from checker.rulebook import own_file
from checker.rulebook.toml import parsed

Model = TypeVar("Model", bound=BaseModel)
LARGEST_FILE = 4 * 1024 * 1024  # bytes; the rulebook is written by people


@cache
def rules_folder() -> Path:
    """The folder rules/: beside the package in a checkout, inside it in a wheel.

    Raises:
        RulebookError: where neither is there.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_rules", package.parent / "rules"):
        if (folder / "lexicon").is_dir():
            return folder
    raise RulebookError(f"{package}: the rules/ folder is missing; reinstall claim-checker")


def read_toml(path: Path, model: type[Model]) -> Model:
    """The file as the model asks for it.

    Raises:
        RulebookError: unreadable, no TOML, too large, an unknown key (with a suggestion) or a wrong value.
    """
    data = toml_of(path)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise RulebookError(own_file.mistakes(error, lambda problem: explained(str(path), model, problem))) from error


def toml_of(path: Path) -> dict[str, Any]:
    """The file's tables, whatever they hold.

    Raises:
        RulebookError: unreadable, no TOML, or too large.
    """
    return parsed(own_file.text_of(path, LARGEST_FILE, RulebookError), path, RulebookError)


def explained(source: str, model: type[BaseModel], problem: ErrorDetails) -> str:
    """What is wrong with a value, for people: where it stands, its key, what was expected, the nearest key there is."""
    key = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        near = get_close_matches(str(problem["loc"][-1]), _known_keys(model), n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return f"{source}: {key}: unknown key{hint}"
    if problem["type"] == "missing":
        return f"{source}: {key}: this key is missing"
    return f"{source}: {key}: {problem['msg'].lower().replace('tuple', 'list')}, got {str(problem.get('input'))[:60]!r}"


def _known_keys(model: type[BaseModel]) -> list[str]:
    """All keys of the model and of the models below it."""
    seen: set[type[BaseModel]] = set()
    names: set[str] = set()
    queue: list[object] = [model]
    while queue:
        kind = queue.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in seen:
            seen.add(kind)
            for name, field in kind.model_fields.items():
                names.add(field.alias or name)
                queue.append(field.annotation)
        else:
            queue.extend(getattr(kind, "__args__", ()))
    return sorted(names)
