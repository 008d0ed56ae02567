"""JSON Lines: one article a line, known by its line."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from checker.errors import DocumentError
from checker.read.articles import Entry, articles, with_texts
from checker.read.file import sized
from checker.read.lines import settled, text_lines
from checker.read.parts import Content, Source
from checker.read.unpacking import Readable


def read_jsonl(source: Source) -> Iterator[Content]:
    """The articles of a file, one a line.

    Raises:
        DocumentError: none has a text.
    """
    with source.file() as file:
        yield from from_lines(file, source)


def from_lines(stream: Readable, source: Source) -> Iterator[Content]:
    """The articles of a stream, one a line; a line that is broken leaves the others.

    Raises:
        DocumentError: none has a text.
    """
    return articles(with_texts(_entries(stream, source.limits.document_bytes), source.columns), source)


def _entries(stream: Readable, most: int) -> Iterator[Entry]:
    for line in text_lines(stream, most):
        if line.text is None:
            yield Entry(line.number, {}, problem=f"the line is longer than {sized(most)}")
        elif line.text.strip():
            yield _entry(line.number, line.text)


def _entry(number: int, line: str) -> Entry:
    try:
        text, reason = settled(line.lstrip("\ufeff"))
        value = json.loads(text, object_pairs_hook=_record, parse_constant=_no_number, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        return Entry(number, {}, problem=f"is no JSON: {error.msg} (column {error.colno})")
    except RecursionError:
        return Entry(number, {}, problem="is nested too deep to be read")
    except (ValueError, DocumentError) as error:
        return Entry(number, {}, problem=str(error))
    if not isinstance(value, dict):
        return Entry(number, {}, problem="is no JSON object: each line has to be one article, {...}")
    return Entry(number, value, reason)


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"has the key {twice[:40]!r} twice")
    return record


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"holds {name}, which is no JSON")
