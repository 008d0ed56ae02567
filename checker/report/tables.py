"""Claims and facts as rows: a table for people, CSV for spreadsheets, JSON and JSON lines for programs."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from checker.model import Report
from checker.report.as_json import dump, escaped
from checker.report.escape import columns, visible
from checker.report.structure import claim_entry, fact_entry

Row = Mapping[str, object]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # some spreadsheets take the wide ones too
LONGEST_CELL = 32  # columns of a table's cell, but for the last of a row


def claim_rows(report: Report, *, explain: bool = False) -> list[Row]:
    """One row a claim, flat; with `explain` also the productions that built it."""
    documents = {document.id: document for document in report.documents}
    rows: list[Row] = []
    for claim in report.claims:
        entry = claim_entry(claim).model_dump(mode="json")
        time = entry["time"] or {"start": None, "end": None}
        row = {
            "id": claim.id,
            "path": documents[claim.document].path,
            "line": claim.span.line,
            "column": claim.span.column,
            "number": claim.number.text,
            **{key: entry[key] for key in ("low", "high", "low_open", "high_open", "approximate", "hedge", "unit")},
            **{key: entry[key] for key in ("measure", "kind", "population", "place")},
            "start": time["start"],
            "end": time["end"],
            **{key: entry[key] for key in ("speaker", "modality", "section", "event", "quote")},
            "spot": documents[claim.document].spot(claim.number.start) or None,
        }
        rows.append({**row, "because": "; ".join(claim.because)} if explain else row)
    return rows


def fact_rows(report: Report) -> list[Row]:
    """One row a fact."""
    rows: list[Row] = []
    for fact in report.facts:
        entry = fact_entry(fact).model_dump(mode="json")
        rows.append({**entry, "claims": len(fact.claims)})
    return rows


def render_table(rows: Sequence[Row], shown: Sequence[str], whole: Sequence[str] = ()) -> str:
    """The chosen columns, padded; long cells are cut, those of the last column and of the `whole` ones excepted."""
    if not rows:
        return "none\n"
    cells = [[name.replace("_", " ") for name in shown], *(_cells(row, shown, whole) for row in rows)]
    widths = [max(columns(line[index]) for line in cells) for index in range(len(shown))]
    lines = (
        "  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )
    return "\n".join(lines) + "\n"


def _cells(row: Row, shown: Sequence[str], whole: Sequence[str]) -> list[str]:
    cells = [_cell(row[name]) if name in whole else _cut(_cell(row[name])) for name in shown[:-1]]
    return [*cells, *(_cell(row[name]) for name in shown[-1:])]


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return visible(str(value))


def _cut(text: str) -> str:
    while columns(text) > LONGEST_CELL:
        text = text.removesuffix("…")[:-1] + "…"
    return text


def render_csv(rows: Iterable[Row], header: Sequence[str]) -> str:
    """CSV with every cell quoted; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_csv_cell(row[name]) for name in header] for row in rows)
    return out.getvalue()


def _csv_cell(value: object) -> object:
    """Numbers stay numbers; of text, neither formulas nor control characters pass."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    text = str(value)
    return ("'" if text.startswith(FORMULA) else "") + visible(text)


def render_jsonl(rows: Iterable[Row]) -> str:
    """One JSON object a line."""
    return "".join(map(jsonl_line, rows))


def jsonl_line(row: Row) -> str:
    """The line of a row."""
    return escaped(json.dumps(row, ensure_ascii=False, allow_nan=False)) + "\n"


def render_rows_json(rows: Sequence[Row]) -> str:
    """A JSON list of the rows."""
    return dump(list(rows))
