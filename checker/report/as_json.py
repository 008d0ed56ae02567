"""The report as JSON, and the JSON Schema of that."""

import json
from collections.abc import Iterator

from pydantic import BaseModel

from checker.model import Report
from checker.report.structure import report_parts
from checker.report.wire import ReportEntry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = (1e-4, 1e16)  # between these, every writer of JSON gives the same digits
SCALED = ("low", "best", "high")  # the only numbers that need not be whole


def render_json(report: Report) -> str:
    """One JSON object, keys in the order of the format's description, ending in a newline."""
    return "".join(json_pieces(report))


def json_pieces(report: Report) -> Iterator[str]:
    """The same in pieces, entry by entry."""
    joint = "{\n"
    for name, value in report_parts(report):
        yield f'{joint}  "{name}": '
        if isinstance(value, Iterator):
            yield from _listed(value)
        else:
            yield dump(value)[:-1].replace("\n", "\n  ")
        joint = ",\n"
    yield "\n}\n"


def _listed(entries: Iterator[BaseModel]) -> Iterator[str]:
    joint = "["
    for entry in entries:
        text = entry_text(entry).replace("\n", "\n    ")
        yield f"{joint}\n    {text}"
        joint = ","
    yield "[]" if joint == "[" else "\n  ]"


def entry_text(entry: BaseModel) -> str:
    """What `dump` gives for the entry, without its last newline; written by pydantic, which is several times faster."""
    if all(_plain(getattr(entry, name, None)) for name in SCALED):
        return escaped(entry.model_dump_json(indent=2))
    return dump(entry.model_dump(mode="json"))[:-1]


def _plain(number: float | None) -> bool:
    """Whether the number looks the same whoever writes it."""
    return not isinstance(number, float) or number == 0 or PLAIN[0] <= abs(number) < PLAIN[1]


def render_schema() -> str:
    """The JSON Schema of what `render_json` gives."""
    schema = ReportEntry.model_json_schema(mode="serialization")
    return dump({"$schema": DIALECT, **schema, "title": "Report of a consistency check"})


def dump(value: object) -> str:
    """JSON as people can read it too; NaN and infinity, which are none, are errors."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def escaped(text: str) -> str:
    r"""JSON in which all that is not printable, and that a terminal might obey, is written as \\u escapes."""
    if text.replace("\n", "").isprintable():
        return text
    return "\n".join(line if line.isprintable() else "".join(map(_character, line)) for line in text.split("\n"))


def _character(char: str) -> str:
    return char if char.isprintable() else json.dumps(char)[1:-1]
