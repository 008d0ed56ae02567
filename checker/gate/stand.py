"""How each finding of a report stands: what editors accepted, what the baseline knows; the rest is active."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import NamedTuple

from checker.gate.baseline import Baseline, Writer
from checker.gate.decisions import Acceptance, Decisions
from checker.gate.fingerprint import Known, fingerprints
from checker.model import Document, Finding, Report, Standing, State


class Decided(NamedTuple):
    """What has been decided, by whom the run is made, and the day of it.

    `elsewhere` are paths of acceptances that exist and are no part of the run: what is not read cannot be used.
    """

    decisions: Decisions
    today: dt.date
    writer: Writer
    baseline: Baseline | None = None
    elsewhere: Collection[str] = ()


def stand(report: Report, decided: Decided) -> Report:
    """The report with the standing of each finding, and what there is to say of decisions that came to nothing."""
    bench = _Bench(report, decided)
    findings = tuple(
        finding.model_copy(update={"standing": bench.standing(finding)})
        if finding.standing.state is State.ACTIVE
        else finding
        for finding in report.findings
    )
    remarks = (*report.remarks, *_remarks(decided, bench.used))
    return report.model_copy(update={"findings": findings, "remarks": remarks})


class _Bench:
    """A report and what has been decided; `used` collects the acceptances that a finding answers to."""

    def __init__(self, report: Report, decided: Decided) -> None:
        self._decided = decided
        self._prints = fingerprints(report)
        self._accepted = Known(decided.decisions.accepted)
        self._known = Known(decided.baseline.findings if decided.baseline else ())
        self._documents = report.originals()
        self.used: set[str] = set()

    def standing(self, finding: Finding) -> Standing:
        """How an active finding stands; an acceptance goes before the baseline, an expired one too."""
        mine = self._prints[finding.id]
        entries = sorted(self._accepted.find(mine), key=lambda entry: (entry.until, entry.finding))
        self.used.update(entry.finding for entry in entries)
        if entries:
            return _by(entries[-1], self._decided.today)
        if self._known.find(mine):
            return Standing(state=State.KNOWN, reason="the baseline has it")
        touched = {place.document: self._documents[place.document] for place in finding.locations}
        return Standing(reason=_why_new(touched.values(), self._decided))


def _by(entry: Acceptance, today: dt.date) -> Standing:
    """The standing that an acceptance gives: active again once its day is over."""
    until = entry.until.isoformat()
    if today <= entry.until:
        return Standing(state=State.ACCEPTED, reason=entry.reason, by=entry.by, until=until)
    return Standing(reason=f"was accepted until {until}: {entry.reason}", by=entry.by, until=until)


def _why_new(touched: Collection[Document], decided: Decided) -> str:
    """Why a finding is new although its texts are not; "" where they are, or where there is no baseline."""
    baseline = decided.baseline
    if baseline is None or baseline.written_by(decided.writer) or not baseline.new_without_an_edit(touched):
        return ""
    writers = [writer for writer in baseline.writers if writer != decided.writer]
    versions = ", ".join(sorted({writer.version for writer in writers}))
    other = [
        *(["another version"] if any(writer.version != decided.writer.version for writer in writers) else []),
        *(["other rules"] if any(writer.rules != decided.writer.rules for writer in writers) else []),
    ]
    return (
        f"not in the baseline, which was written by version {versions} with {' and '.join(other)}; "
        "the texts have not changed since"
    )


def _remarks(decided: Decided, used: Collection[str]) -> Iterator[str]:
    for entry in sorted(decided.decisions.accepted, key=lambda entry: entry.finding):
        if entry.finding not in used and not set(entry.paths) & set(decided.elsewhere):
            yield f"{entry.finding} is accepted and not found any more; take it out: {entry.message}"
        elif entry.finding in used and decided.today > entry.until:
            yield f"{entry.finding} was accepted until {entry.until} by {entry.by}, and is back: {entry.message}"
