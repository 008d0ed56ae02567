"""The configuration as it is in force: TOML that can be used as check.toml, each value with where it comes from."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from checker.config.load import Config
from checker.config.settings import Settings


def shown(config: Config) -> Iterator[str]:
    """The lines of the configuration."""
    written = config.settings.model_dump(mode="python", by_alias=True, exclude_none=True)
    for key in (field.alias or name for name, field in Settings.model_fields.items()):
        value = json.dumps(None) if key not in written else toml_value(written[key])
        origin = config.origin(key)
        yield f"# {key} is not set ({origin})" if key not in written else f"{key} = {value}  # {origin}"


def toml_value(value: object) -> str:
    """A value as TOML writes it in one line."""
    match value:
        case bool():
            return str(value).lower()
        case date() | int() | float():
            return str(value)
        case str() | Path():
            return json.dumps(str(value), ensure_ascii=False)
        case Mapping():
            pairs = (f"{toml_key(str(key))} = {toml_value(held)}" for key, held in value.items() if held is not None)
            return f"{{ {', '.join(pairs)} }}" if value else "{}"
        case list() | tuple():
            return f"[{', '.join(map(toml_value, value))}]"
        case _:
            raise TypeError(f"no TOML for {value!r}")


def toml_key(name: str) -> str:
    """A key as TOML writes it."""
    bare = name and all(char.isascii() and (char.isalnum() or char in "-_") for char in name)
    return name if bare else json.dumps(name, ensure_ascii=False)
