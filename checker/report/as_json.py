"""The report as JSON, and the JSON Schema of that."""

import json
import re

from checker.model import Report
from checker.report.structure import report_entry
from checker.report.wire import ReportEntry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
UNPRINTABLE = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


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
    r"""JSON whose control and bidi characters, which a terminal would obey, are written as \\u escapes."""
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
