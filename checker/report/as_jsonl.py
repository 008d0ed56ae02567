"""The report as JSON Lines: the run, then one line a document, claim, finding and fact, each with its `type`."""

from collections.abc import Iterator

from checker.model import Report
from checker.report.structure import report_parts
from checker.report.tables import Row, jsonl_line

TYPES = {"documents": "document", "claims": "claim", "findings": "finding", "facts": "fact"}


def render_lines(report: Report) -> str:
    """One JSON object a line; each is the one of the JSON report, and its type."""
    return "".join(line_pieces(report))


def line_pieces(report: Report) -> Iterator[str]:
    """The same line by line."""
    return map(jsonl_line, _rows(report))


def _rows(report: Report) -> Iterator[Row]:
    parts = dict(report_parts(report))
    lists = {name: part for name, part in parts.items() if isinstance(part, Iterator)}
    yield {"type": "run", **{name: part for name, part in parts.items() if name not in lists}}
    for name, entries in lists.items():
        for entry in entries:
            yield {"type": TYPES[name], **entry.model_dump(mode="json")}
