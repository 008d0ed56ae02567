"""What can be configured: the keys of check.toml, each with its default and what it means."""

import datetime as dt
from typing import Any, Literal

from pydantic import ConfigDict, Field, StrictInt

from checker.model import Severity
from checker.model.base import Frozen


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Keys(Frozen):
    """A table of the file: its keys have hyphens."""

    model_config = ConfigDict(alias_generator=_kebab, populate_by_name=True)


class DocumentDefaults(Keys):
    """What holds of reports that do not say it themselves."""

    paths: tuple[str, ...] = Field(description="Globs of the reports that these defaults are for.", min_length=1)
    source: str = Field("", description="Who publishes them.")
    date: dt.date | None = Field(None, description="When they were published, where they bear no date of their own.")
    title: str = Field("", description="Their title.")
    language: str = Field("", description="Their language as an ISO 639-1 code.", pattern="^([a-z]{2})?$")


class Settings(Keys):
    """The configuration. Paths in it are relative to the file; globs match paths relative to the file's folder."""

    select: tuple[str, ...] | None = Field(None, description="Run these rules alone.")
    ignore: tuple[str, ...] = Field((), description="Leave these rules out.")
    per_path_ignores: dict[str, tuple[str, ...]] = Field(
        {}, description="By glob: the rules whose findings are left out where all their places lie in such files."
    )
    severity: dict[str, Severity] = Field({}, description="By rule: the severity of its findings.")
    fail_on: Literal["error", "warning", "note", "never"] = Field(
        "warning", description="End with status 1 for findings of this severity or above."
    )
    rules: tuple[str, ...] = Field((), description="Folders with further rules.")
    lexicon: tuple[str, ...] = Field(
        (), description="Folders with further words: files named as those of rules/lexicon/en, holding what is new."
    )
    tolerances: dict[str, Any] = Field(
        {}, description="Thresholds that take the place of those of rules/thresholds.toml, under the same tables."
    )
    limits: dict[str, StrictInt] = Field(
        {}, description="Bounds of what is read that take the place of those of rules/limits.toml."
    )
    columns: dict[Literal["text", "title", "source", "date", "url", "language"], str] = Field(
        {}, description="By what it holds: the column, or key, of CSV and JSON Lines files of articles."
    )
    documents: tuple[DocumentDefaults, ...] = Field((), description="Defaults for reports, by glob; the first fits.")
    against: tuple[str, ...] = Field(
        (),
        description="Files and folders to check the given reports against: an archive.",
    )
    baseline: str = Field("", description="The file of findings that are known and do not fail.")
    decisions: str = Field("check-accepted.toml", description="The reviewed file of what editors have decided.")
