"""Configuration: check.toml, or [tool.check] of pyproject.toml, found upwards from the reports."""

from checker.config.find import find_config
from checker.config.load import Config, load_config
from checker.config.settings import DocumentDefaults, Settings

__all__ = ["Config", "DocumentDefaults", "Settings", "find_config", "load_config"]
