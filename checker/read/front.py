"""Front matter: the head of a report between two lines of --- (YAML) or +++ (TOML).

Values are strings as written: `no` is not False and 2024-12-20 is no date here. Nested tables are passed over; a list
gives its items joined by ", ". Keys are lower case.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from checker.model import Field
from checker.read.yaml_front import FrontError, scalars

LONGEST = 64 * 1024  # characters; longer heads are no front matter
OPENING = re.compile(r"(---|\+\+\+)[ \t]*\n")
TOML_LINE = re.compile(r"^[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([\w-]+))[ \t]*=[ \t]*([^\n]*)", re.MULTILINE)
PLAIN_LINE = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]+(\S[^\n]*)", re.MULTILINE)


class Front(NamedTuple):
    """The fields, where the text behind them begins, and what is wrong with the head ("" for nothing)."""

    fields: dict[str, Field]
    body: int
    reason: str = ""


def split_front(text: str) -> Front:
    """The front matter of a text; without one, no fields and a body that begins at 0."""
    opening = OPENING.match(text)
    if not opening:
        return Front({}, 0)
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t]*(?:\n|\Z)", re.MULTILINE).search(
        text, opening.end(), opening.end() + LONGEST
    )
    if not closing:
        return Front({}, 0)
    head, base = text[opening.end() : closing.start()], opening.end()
    if not PLAIN_LINE.search(head) and not TOML_LINE.search(head):
        return Front({}, 0)  # two rules with prose between them
    try:
        fields = dict(_toml(head, base) if opening[1] == "+++" else _yaml(head, base))
    except FrontError as error:
        # A title with an unquoted colon is the commonest slip: its lines are read one by one, and the reader is told.
        return Front(dict(_lines(head, base)), closing.end(), f"front matter: {error}; read line by line")
    return Front(fields, closing.end())


def _toml(head: str, base: int) -> Iterator[tuple[str, Field]]:
    try:
        values = tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise FrontError(f"no valid TOML: {error}") from error
    spots = {match[1] or match[2] or match[3]: match for match in TOML_LINE.finditer(head)}
    for key, value in values.items():
        shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        match = spots.get(key)
        if isinstance(value, dict) or not match:
            continue
        offset = match[4].find(shown)
        start = base + match.start(4) + max(offset, 0)
        yield key.lower(), Field(value=shown, start=start, end=start + (len(shown) if offset >= 0 else len(match[4])))


def _lines(head: str, base: int) -> Iterator[tuple[str, Field]]:
    """Lines of the shape `key: value`, the first of a key."""
    seen = set()
    for match in PLAIN_LINE.finditer(head):
        key = match[1].lower()
        value = match[2].rstrip()
        if key not in seen:
            seen.add(key)
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            start, end = match.start(2) + quoted, match.start(2) + len(value) - quoted
            yield key, Field(value=head[start:end], start=base + start, end=base + end)


def _yaml(head: str, base: int) -> Iterator[tuple[str, Field]]:
    seen: set[str] = set()
    for key, value, start, end in scalars(head):
        if key in seen:
            raise FrontError(f"the key {key!r} is there twice")
        seen.add(key)
        yield key, Field(value=value, start=base + start, end=base + end)
