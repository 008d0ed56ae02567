"""A configuration file as settings; every error names the file, the line, the key and the reason."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checker.config.find import SHARED
from checker.config.settings import Settings
from checker.errors import ConfigError
from checker.rulebook.load import explained
from checker.rulebook.own_file import mistakes
from checker.rulebook.toml import line_of, tables, text_of

DEFAULT, COMMAND_LINE = "default", "command line"


class Config(NamedTuple):
    """Settings, the folder that their paths are relative to, and where each value comes from."""

    settings: Settings
    folder: Path
    origins: Mapping[str, str]  # by key: "check.toml:3", "command line"; the default of others
    file: Path | None = None

    def origin(self, key: str) -> str:
        """Where the value of a key comes from."""
        return self.origins.get(key, DEFAULT)

    def path(self, written: str) -> Path:
        """A path of the file as seen from here."""
        return self.folder / written


def load_config(path: Path | None) -> Config:
    """The configuration of a file, or the defaults without one.

    Raises:
        ConfigError: the file cannot be read, has an unknown key or a wrong value.
    """
    if path is None:
        return Config(Settings(), Path(), {})
    data: Any = tables(path)
    within = ("tool", "check") if path.name == SHARED else ()
    for name in within:
        data = data.get(name, {})
    text = text_of(path)
    try:
        settings = Settings.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        told = mistakes(error, lambda problem: _problem(path, text, within, Settings, problem))
        raise ConfigError(told) from error
    origins = {key: f"{path}:{line_of(text, (*within, key)) or 1}" for key in data}
    return Config(settings, path.parent, origins, path)


def _problem(path: Path, text: str, within: tuple[str, ...], model: type[BaseModel], problem: ErrorDetails) -> str:
    line = line_of(text, (*within, *problem["loc"]))
    return explained(f"{path}:{line}" if line else str(path), model, problem)
