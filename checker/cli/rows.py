"""What `check claims`, `check documents` and `check facts` have in common: read, extract, print."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from checker.cli.checking import checked
from checker.cli.gating import without_baseline
from checker.cli.options import no_report, tell_troubles, write, write_bytes, wrong_paths
from checker.cli.setup import configured
from checker.cli.status import CLEAN, INCOMPLETE, NOTHING, WRONG_USE, complain
from checker.model import Report

Form = Literal["text", "table", "json", "csv", "jsonl"]
FOR_PEOPLE = ("text", "table")


def print_report(
    paths: Sequence[str],
    rendered: Callable[[Report, Form], str],
    form: Form,
    config_file: Path | None = None,
    *,
    no_config: bool = False,
    told: bool = False,
) -> int:
    """Print what the reports hold and give the exit status; no rule is run.

    Args:
        paths: files, folders or "-".
        rendered: a report in one of the forms.
        form: text and table are for people; the others come as UTF-8 whatever the terminal is.
        config_file: instead of the nearest one.
        no_config: take none.
        told: what is printed says itself how documents ended and what was passed over.
    """
    wrong = wrong_paths(paths)
    setup = configured(paths, config_file, no_config=no_config)
    rulings = without_baseline(setup, paths).decisions.rulings()
    report = checked(paths, setup, rulings, rules=())
    if not told:
        tell_troubles(report)
    if report.documents or (told and report.notices) or form not in FOR_PEOPLE:
        (write if form in FOR_PEOPLE else write_bytes)(rendered(report, form))
    if wrong:
        complain("\n".join(wrong))
        return WRONG_USE
    if not report.documents:
        complain(no_report())
        return NOTHING
    return CLEAN if report.complete else INCOMPLETE
