"""Every regular expression of the package, how it is applied, and texts that are meant to hurt it."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from re import _constants as kinds  # type: ignore[attr-defined] # what a pattern is made of has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, NamedTuple

import checker

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")
CLASSES = {
    kinds.CATEGORY_DIGIT: "1",
    kinds.CATEGORY_NOT_DIGIT: "a",
    kinds.CATEGORY_SPACE: " ",
    kinds.CATEGORY_NOT_SPACE: "a",
    kinds.CATEGORY_WORD: "a",
    kinds.CATEGORY_NOT_WORD: "-",
}
SINGLE: dict[Any, Callable[[Any], str]] = {
    kinds.LITERAL: chr,
    kinds.NOT_LITERAL: lambda value: "b" if value == ord("a") else "a",
    kinds.RANGE: lambda value: chr(value[0]),
    kinds.CATEGORY: CLASSES.__getitem__,
}
MOST = 10  # characters of a pattern of which all pairs are tried
WORDS = (
    " ",
    "\t",
    "\n",
    " \n",
    ",",
    '"',
    "-",
    "1",
    "1,",
    "1.",
    "(",
    "[",
    "a",
    "A",
    "a-",
    "A. ",
    "Ab ",
    "ab, ",
    "|",
    "\x00",
)


class Applied(NamedTuple):
    """A pattern of a module and one way in which the package applies it."""

    name: str
    pattern: re.Pattern[Any]
    method: str

    def work(self, written: str) -> None:
        """Apply it to the text, or to its bytes, to the end."""
        text: Any = written if isinstance(self.pattern.pattern, str) else written.encode()
        match self.method:
            case "finditer":
                for _ in self.pattern.finditer(text):
                    pass
            case "sub":
                self.pattern.sub(text[:0], text)
            case method:
                getattr(self.pattern, method)(text)


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of the package."""
    names = (found.name for found in pkgutil.walk_packages(checker.__path__, "checker."))
    return tuple(importlib.import_module(name) for name in sorted(names) if not name.endswith("__main__"))


def applied() -> list[Applied]:
    """The patterns of all modules, each with every method that the package calls on it."""
    found: dict[tuple[str, int, str], Applied] = {}
    for module in modules():
        called = _called(module)
        for name, pattern in _patterns(module):
            for method in sorted(called.get(name, ())):
                key = (pattern.pattern, pattern.flags, method)
                found.setdefault(key, Applied(f"{module.__name__}.{name}", pattern, method))
    return list(found.values())


def _patterns(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Patterns under a module's names, its own and imported ones, and those that functions without parameters make."""
    for name, value in vars(module).items():
        made: Any = value
        if callable(value) and inspect.isfunction(inspect.unwrap(value)):
            told = inspect.signature(value)
            made = value() if "Pattern" in str(told.return_annotation) and not told.parameters else None
        if isinstance(made, re.Pattern):
            yield name, made


def _called(module: ModuleType) -> dict[str, set[str]]:
    """The methods of patterns that a module calls, by the name in front of them."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            owner = node.value.func if isinstance(node.value, ast.Call) else node.value
            if isinstance(owner, ast.Name):
                found.setdefault(owner.id, set()).add(node.attr)
    return found


def attacks(pattern: re.Pattern[Any]) -> list[str]:
    """What is repeated to hurt a pattern: its own characters and their pairs, and words of prose."""
    own = list(dict.fromkeys(_characters(parser.parse(pattern.pattern, pattern.flags))))[:MOST]
    pairs = ("".join(pair) for pair in product(own, repeat=2) if pair[0] != pair[1])
    return list(dict.fromkeys((*own, *pairs, *WORDS)))


def _characters(parsed: Iterable[Any]) -> Iterator[str]:
    """A character for each literal, class and range of a pattern."""
    for kind, value in parsed:
        if kind in SINGLE:
            yield from SINGLE[kind](value)
        elif kind is kinds.IN:
            yield from ("a ,-1" if value[0][0] is kinds.NEGATE else _characters(value))
        else:
            for part in _parts(value):
                yield from _characters(part)


def _parts(value: Any) -> Iterator[Any]:  # noqa: ANN401 what a pattern is made of has no public type
    """The patterns within a part of a pattern: of a group, a repetition, the branches of a choice."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _parts(part)
