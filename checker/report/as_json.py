"""The report as JSON, and the JSON Schema of that."""

import json

from checker.model import Report
from checker.report.structure import report_entry
from checker.report.wire import ReportEntry

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render_json(report: Report) -> str:
    """One JSON object, keys in the order of the format's description, ending in a newline."""
    return dump(report_entry(report).model_dump(mode="json"))


def render_schema() -> str:
    """The JSON Schema of what `render_json` gives."""
    schema = ReportEntry.model_json_schema(mode="serialization")
    return dump({"$schema": DIALECT, **schema, "title": "Report of a consistency check"})


def dump(value: object) -> str:
    """JSON as people can read it too; NaN and infinity, which are none, are errors."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def escaped(text: str) -> str:
    r"""JSON in which all that is not printable, and that a terminal might obey, is written as \\u escapes."""
    return "\n".join(line if line.isprintable() else "".join(map(_character, line)) for line in text.split("\n"))


def _character(char: str) -> str:
    return char if char.isprintable() else json.dumps(char)[1:-1]
