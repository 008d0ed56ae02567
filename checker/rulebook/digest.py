"""One hash of everything that decides what is found: rules, word lists, thresholds."""

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from checker.rulebook.additions import Additions, in_force
from checker.rulebook.load import rules_folder
from checker.rulebook.rules import Rule

LENGTH = 16


def digest(rules: Iterable[Rule]) -> str:
    """The hash of the rules that run and of the words and thresholds in force."""
    hashed = sha256(_words().encode())
    for rule in sorted(rules, key=lambda rule: rule.id):
        hashed.update(json.dumps(_ordered(rule.model_dump()), sort_keys=True).encode())
    additions: Additions = in_force()
    hashed.update(repr(sorted(additions.thresholds.values.items())).encode())
    for folder in additions.lexicons:
        hashed.update(_contents(folder).encode())
    return hashed.hexdigest()[:LENGTH]


def _ordered(value: object) -> object:
    """The value with its sets in order, so that it is written the same in every process."""
    if isinstance(value, dict):
        return {key: _ordered(entry) for key, entry in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    return [_ordered(entry) for entry in value] if isinstance(value, list | tuple) else value


@cache
def _words() -> str:
    return _contents(rules_folder() / "lexicon") + _contents(rules_folder())


def _contents(folder: Path) -> str:
    """The hash of all files of a folder and of the folder en/ in it."""
    hashed = sha256()
    for path in sorted((*folder.glob("*.*"), *folder.glob("en/*.*"))):
        if path.is_file():
            hashed.update(path.name.encode() + b"\0" + path.read_bytes())
    return hashed.hexdigest()
