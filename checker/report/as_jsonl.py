"""The report as JSON Lines: the run, then one line a document, claim, finding and fact, each with its `type`."""

from collections.abc import Iterator

from pydantic import BaseModel

from checker.model import Report
from checker.report.structure import report_entry
from checker.report.tables import Row, render_jsonl

PARTS = {"document": "documents", "claim": "claims", "finding": "findings", "fact": "facts"}


def render_lines(report: Report) -> str:
    """One JSON object a line; each is the one of the JSON report, and its type."""
    return render_jsonl(_rows(report))


def _rows(report: Report) -> Iterator[Row]:
    entry = report_entry(report)
    yield {"type": "run", **entry.model_dump(mode="json", exclude=set(PARTS.values()))}
    for kind, part in PARTS.items():
        items: tuple[BaseModel, ...] = getattr(entry, part)
        for item in items:
            yield {"type": kind, **item.model_dump(mode="json")}
