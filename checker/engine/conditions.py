"""What a process has to know to find what this one would: rules, words, limits, and what the configuration says."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from pydantic import Field

from checker.config import Config, DocumentDefaults
from checker.config.defaults import columns_of
from checker.model import Columns
from checker.model.base import Frozen
from checker.rulebook.additions import Additions, Changed, in_force, use
from checker.rulebook.rulebook import AnyRule
from checker.rulebook.rules import Rule


class Values(Frozen):
    """Values that the configuration changes, and where they stand."""

    values: dict[str, Any] = Field(default_factory=dict)
    source: str = ""

    @classmethod
    def of(cls, changed: Changed) -> Self:
        """Those of the rulebook's seam."""
        return cls(values=dict(changed.values), source=changed.source)

    def changed(self) -> Changed:
        """As the rulebook takes them."""
        return Changed(self.values, self.source)


class Conditions(Frozen):
    """Rules, added words and changed values, and what the configuration says of documents; plain data."""

    rules: tuple[AnyRule, ...] = ()
    lexicons: tuple[str, ...] = ()
    thresholds: Values = Values()
    limits: Values = Values()
    columns: Columns = Columns()
    defaults: tuple[DocumentDefaults, ...] = ()
    folder: str = ""

    @classmethod
    def here(cls, rules: Sequence[Rule], config: Config | None = None) -> Self:
        """Those of this process, for these rules."""
        additions = in_force()
        return cls(
            rules=rules,
            lexicons=tuple(map(str, additions.lexicons)),
            thresholds=Values.of(additions.thresholds),
            limits=Values.of(additions.limits),
            columns=columns_of(config) if config else Columns(),
            defaults=config.settings.documents if config else (),
            folder=str(config.folder) if config else "",
        )

    def put_in_force(self) -> None:
        """Let this process read words and limits as the one did that wrote these conditions."""
        lexicons = tuple(map(Path, self.lexicons))
        use(Additions(lexicons, self.thresholds.changed(), self.limits.changed()))
