"""Which documents of a finished report print one text."""

from collections.abc import Mapping

from checker.align.copies import near_copies
from checker.model import Report


def copies_of(report: Report) -> Mapping[str, tuple[str, ...]]:
    """The near copies of each document that has any, by ids, in the order of the report."""
    return near_copies(report.claims, {document.id: document for document in report.documents})
