"""What configures a run: the nearest file, then the command line, which goes before it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from checker.api import choose, shipped_rules
from checker.config import Config, find_config, load_config
from checker.config.load import COMMAND_LINE
from checker.errors import ConfigError, RulebookError, UsageError
from checker.rulebook.additions import Additions, Changed
from checker.rulebook.rules import Rule
from checker.rulebook.word_lists import put_in_force

Command = TypeVar("Command", bound=Callable[..., Any])


class Setup(NamedTuple):
    """The configuration in force, command line included, and the rules that it chooses."""

    config: Config
    rules: tuple[Rule, ...]
    every: tuple[Rule, ...]  # rule that there is, chosen or not


def config_option(command: Command) -> Command:
    """--config and --no-config."""
    chosen = click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Take this configuration instead of the nearest check.toml or [tool.check] in pyproject.toml.",
    )
    none = click.option("--no-config", is_flag=True, help="Take no configuration file.")
    return chosen(none(command))


def configured(
    paths: Sequence[str],
    config_file: Path | None,
    *,
    no_config: bool,
    folders: Sequence[Path] = (),
    **given: object,
) -> Setup:
    """The configuration for the paths, with the word lists and thresholds that it adds put in force.

    Args:
        paths: of the reports; the nearest file at or above all of them is taken.
        config_file: the file to take instead.
        no_config: take none.
        folders: of rules, beside those of the file.
        given: further settings of the command line by the name of their field; None and () leave them to the file.

    Raises:
        ConfigError, RulebookError: something in the files is wrong.
        UsageError: both options at once.
    """
    config = _overridden(load_config(_file(paths, config_file, no_config=no_config)), given)
    settings = config.settings
    put_in_force(
        Additions(
            lexicons=tuple(_folder(config, name, "lexicon") for name in settings.lexicon),
            thresholds=Changed(settings.tolerances, f"{config.origin('tolerances')}: tolerances"),
            limits=Changed(settings.limits, f"{config.origin('limits')}: limits"),
        )
    )
    rules = shipped_rules([*(_folder(config, name, "rules") for name in settings.rules), *folders])
    _known(config, rules)
    select = settings.select if settings.select is not None else ()
    chosen = choose(rules, select=select, ignore=settings.ignore)
    return Setup(config, *(tuple(_graded(rule, config) for rule in some) for some in (chosen, rules)))


def _file(paths: Sequence[str], config_file: Path | None, *, no_config: bool) -> Path | None:
    if no_config:
        if config_file:
            raise UsageError("--config and --no-config exclude each other")
        return None
    return config_file or find_config(paths)


def _overridden(config: Config, given: dict[str, object]) -> Config:
    """The configuration with what the command line says in its place."""
    told = {name: value for name, value in given.items() if value is not None and value != ()}
    fields = type(config.settings).model_fields
    origins = {fields[name].alias or name: COMMAND_LINE for name in told}
    return config._replace(settings=config.settings.model_copy(update=told), origins={**config.origins, **origins})


def _folder(config: Config, name: str, key: str) -> Path:
    path = config.path(name)
    if not path.is_dir():
        raise ConfigError(f"{config.origin(key)}: {key}: no such folder {str(path)!r}")
    return path


def _known(config: Config, rules: Sequence[Rule]) -> None:
    """Whether the rules that the file speaks of exist.

    Raises:
        ConfigError: one does not; the message names the key.
    """
    settings = config.settings
    told = {
        "select": settings.select or (),
        "ignore": settings.ignore,
        "severity": tuple(settings.severity),
        "per-path-ignores": tuple(name for names in settings.per_path_ignores.values() for name in names),
    }
    for key, names in told.items():
        if config.origin(key) == COMMAND_LINE:
            continue
        try:
            choose(rules, select=names)
        except RulebookError as error:
            raise ConfigError(f"{config.origin(key)}: {key}: {error}") from error


def _graded(rule: Rule, config: Config) -> Rule:
    """The rule with the severity that the configuration gives it."""
    severity = config.settings.severity.get(rule.id)
    if severity is None:
        return rule
    graded = {"severity": severity}
    if "severity_of_dates" in type(rule).model_fields:
        graded["severity_of_dates"] = severity
    return rule.model_copy(update=graded)
