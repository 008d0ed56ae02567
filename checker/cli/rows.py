"""What `check claims` and `check facts` have in common: read, extract, print rows."""

from collections.abc import Callable, Sequence

from checker.api import check
from checker.cli.options import tell_troubles, write, write_bytes, wrong_paths
from checker.cli.status import CLEAN, INCOMPLETE, NOTHING, WRONG_USE, complain
from checker.model import Report
from checker.report.tables import Row, render_csv, render_jsonl, render_rows_json, render_table


def print_rows(paths: Sequence[str], rows_of: Callable[[Report], list[Row]], form: str, shown: Sequence[str]) -> int:
    """Print rows about the reports and give the exit status; no rule is run.

    Args:
        paths: files, folders or "-".
        rows_of: the rows of a report; all of them have the same keys.
        form: table, json, csv or jsonl.
        shown: the columns of the table; the other forms have all.
    """
    wrong = wrong_paths(paths)
    report = check(paths, rules=())
    tell_troubles(report)
    rows = rows_of(report)
    if form == "table":
        write(render_table(rows, shown))
    elif form == "csv":
        write_bytes(render_csv(rows, tuple(rows[0]) if rows else shown))
    else:
        write_bytes(render_rows_json(rows) if form == "json" else render_jsonl(rows))
    if wrong:
        complain("\n".join(wrong))
        return WRONG_USE
    if not report.documents:
        complain("no report among the given paths (.txt and .md files are read)")
        return NOTHING
    return CLEAN if report.complete else INCOMPLETE
