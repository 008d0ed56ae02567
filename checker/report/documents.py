"""Documents as rows: what each is, what is known about it, how it ended, and what was passed over beside them."""

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Report
from checker.report.escape import visible
from checker.report.structure import document_entry
from checker.report.tables import Row, render_table

OF_DOCUMENT = (
    *("path", "kind", "title", "source", "published", "dated_by", "language", "characters", "claims"),
    *("copies", "status", "reason", "id", "sha256"),
)
SHOWN = tuple(key for key in OF_DOCUMENT if key not in ("id", "sha256", "characters"))
PASSED_OVER = "passed-over"


def document_rows(report: Report, copies: Mapping[str, tuple[str, ...]]) -> list[Row]:
    """One row a document, then one for each file that was passed over; all rows have the same keys.

    Args:
        report: of documents in their order.
        copies: the ids of the near copies of each document, by its own id; paths stand in the rows.
    """
    paths = {document.id: document.path for document in report.documents}
    rows: list[Row] = []
    for document, claims in report.counted():
        entry = document_entry(document, report.profiles.get(document.id), claims).model_dump(mode="json")
        rows.append({**entry, "copies": [paths[other] for other in copies.get(document.id, ())]})
    return [*({key: row[key] for key in OF_DOCUMENT} for row in rows), *map(_passed_over, report.notices)]


def documents_table(rows: Sequence[Row]) -> str:
    """The rows for people, with the number of copies; below them which documents are copies of each other."""
    table = render_table([{**row, **_short(row)} for row in rows], SHOWN, whole=("path",))
    groups = "".join(f"  {visible('; '.join(group))}\n" for group in _groups(rows))
    return f"{table}\nCopies of one text:\n{groups}" if groups else table


def flat(rows: Sequence[Row]) -> list[Row]:
    """The rows with the copies as one text: for spreadsheets."""
    return [{**row, "copies": "; ".join(_copies(row)) or None} for row in rows]


def _short(row: Row) -> Row:
    return {"copies": len(_copies(row)) or None, "reason": row["reason"] or None}


def _groups(rows: Sequence[Row]) -> Iterator[list[str]]:
    """The paths of documents that are copies of each other, or of a copy; each once, in their order."""
    copies = {str(row["path"]): _copies(row) for row in rows}
    seen: set[str] = set()
    for path, others in copies.items():
        if path in seen or not others:
            continue
        group, waiting = {path}, [path]
        while waiting:
            new = [other for other in copies[waiting.pop()] if other not in group]
            group.update(new)
            waiting += new
        seen |= group
        yield [each for each in copies if each in group]


def _copies(row: Row) -> list[str]:
    value = row["copies"]
    return [str(item) for item in value] if isinstance(value, list) else []


def _passed_over(notice: str) -> Row:
    path, _, reason = notice.partition(": ")
    empty: dict[str, object] = dict.fromkeys(OF_DOCUMENT)
    return {**empty, "path": path, "copies": [], "status": PASSED_OVER, "reason": reason}
