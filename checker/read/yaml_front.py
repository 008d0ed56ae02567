"""The scalars of a flat YAML mapping, as written, with their places.

Read from the parser's events, so that no tag is resolved, no alias expanded and no tree built.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

# Lines of which no character but the colon means anything to YAML: most heads, and they need no parser.
_LINE = r"([A-Za-z][\w-]{0,60}): {1,8}([^\W_](?:[\w .,;()'/+-]{0,400}[\w.)'])?) *(?:\n|\Z)"
_PLAIN, _ENTRY = re.compile(f"(?:{_LINE})+"), re.compile(_LINE)
DEEPEST = 10  # nested values of YAML front matter


class FrontError(Exception):
    """The head is not what its marks announce."""


class Scalar(NamedTuple):
    """A key in lower case, its value, and the value's place in the text, quotes left out."""

    key: str
    value: str
    start: int
    end: int


def scalars(text: str) -> Iterator[Scalar]:
    """The entries of the outermost mapping whose values are scalars or lists of scalars.

    Raises:
        FrontError: no YAML, no mapping, an alias, or nested too deep.
    """
    if _PLAIN.fullmatch(text):
        yield from (Scalar(line[1].lower(), line[2], *line.span(2)) for line in _ENTRY.finditer(text))
        return
    try:
        yield from _walk(text)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 2}: " if error.problem_mark else ""
        raise FrontError(f"{line}{error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise FrontError(str(error)) from error


def _walk(text: str) -> Iterator[Scalar]:
    _vet(text)
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise FrontError("expected lines of the shape key: value")
    for key, value in root.value:
        nodes = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if isinstance(key, yaml.ScalarNode) and nodes and all(isinstance(node, yaml.ScalarNode) for node in nodes):
            yield _joined(key.value.strip().lower(), nodes)


def _vet(text: str) -> None:
    """Refuse what would make the tree large or deep, before there is a tree."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise FrontError("aliases (*name) are not read")
        if depth > DEEPEST:
            raise FrontError(f"nested deeper than {DEEPEST}")


def _joined(key: str, nodes: list[yaml.ScalarNode]) -> Scalar:
    first, last = nodes[0], nodes[-1]
    start = first.start_mark.index + (first.style in ("'", '"'))
    end = last.end_mark.index - (last.style in ("'", '"'))
    return Scalar(key, ", ".join(node.value for node in nodes), start, end)
