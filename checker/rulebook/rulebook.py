"""All rules of some folders, each of the schema of its kind."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel

from checker.errors import RulebookError
from checker.rulebook.load import read_toml
from checker.rulebook.rule_names import NamesRule
from checker.rulebook.rule_pair import PairRule
from checker.rulebook.rule_series import SeriesRule
from checker.rulebook.rule_single import SingleRule
from checker.rulebook.rule_total import TotalRule
from checker.rulebook.rules import Rule

LONGEST_ID = 60  # characters of an unknown one that a message repeats
AnyRule = Annotated[PairRule | SeriesRule | TotalRule | SingleRule | NamesRule, Field(discriminator="kind")]


class _RuleFile(RootModel[AnyRule]):
    """One rule as its file holds it."""


def load_rules(folders: Iterable[Path]) -> tuple[Rule, ...]:
    """The rules of all *.toml files directly in the folders, sorted by id.

    Raises:
        RulebookError: a folder that is none, a faulty file, or two files with one stem.
    """
    found: dict[str, tuple[Rule, Path]] = {}
    for folder in folders:
        if not folder.is_dir():
            raise RulebookError(f"{folder}: no such folder of rules")
        for path in sorted(folder.glob("*.toml")):
            if path.stem in found:
                raise RulebookError(f"{path}: the rule {path.stem!r} exists already in {found[path.stem][1]}")
            found[path.stem] = load_rule(path), path
    return tuple(found[stem][0] for stem in sorted(found))


def load_rule(path: Path) -> Rule:
    """The rule of one file; its id is the file's stem.

    Raises:
        RulebookError: where the file does not hold a rule, or holds the id of another.
    """
    rule = read_toml(path, _RuleFile).root
    if rule.id not in ("", path.stem):
        raise RulebookError(f"{path}: id: expected the file's stem {path.stem!r}, got {rule.id!r}")
    return rule.model_copy(update={"id": path.stem})


def choose_rules(rules: tuple[Rule, ...], ids: Iterable[str]) -> tuple[Rule, ...]:
    """The rules with these ids, in the order of `rules`.

    Raises:
        RulebookError: where there is no such rule; the message suggests the nearest id.
    """
    wanted = set(ids)
    known = [rule.id for rule in rules]
    for name in sorted(wanted.difference(known)):
        near = get_close_matches(name, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(known)}"
        raise RulebookError(f"unknown rule {name[:LONGEST_ID]!r}{hint}")
    return tuple(rule for rule in rules if rule.id in wanted)
