"""What things are called on the page."""

from collections.abc import Mapping, Sequence
from typing import Final

from checker.model import FactStatus, Severity, State, Status, Verdict
from checker.report.html.index import Index, capital

SIGNS: Final[Mapping[Severity, str]] = {Severity.ERROR: "✕", Severity.WARNING: "▲", Severity.NOTE: "●"}
FAMILIES: Final[Mapping[str, str]] = {
    "counts": "Counts",
    "sums": "Sums and shares",
    "units": "Units and things counted",
    "dates": "Dates",
    "wording": "Headlines and hedges",
    "names": "Names",
    "sources": "Sources and copies",
}
VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.CONFLICT: "cannot both be true",
    Verdict.DISPUTE: "sources differ",
    Verdict.ACKNOWLEDGED: "the text sets out the dispute",
    Verdict.MISMATCH: "does not fit",
    Verdict.STALE: "had been replaced",
    Verdict.REVISION: "was revised",
    Verdict.OVERCLAIM: "claims too much",
    Verdict.WEAK: "worth a look",
}
STATUSES: Final[Mapping[FactStatus, str]] = {
    FactStatus.DISPUTED: "disputed",
    FactStatus.REVISED: "revised",
    FactStatus.CORROBORATED: "agreed",
    FactStatus.SINGLE: "one voice",
}
STATES: Final[Mapping[State, str]] = {
    State.KNOWN: "Known: the baseline has it",
    State.ACCEPTED: "Accepted",
    State.SUPPRESSED: "Suppressed in the report",
}
UNFINISHED: Final[Mapping[Status, str]] = {
    Status.PARTIAL: "partly checked",
    Status.SKIPPED: "skipped",
    Status.FAILED: "failed",
    Status.TIMEOUT: "took too long",
    Status.TOO_LARGE: "too large",
    Status.ENCRYPTED: "encrypted",
    Status.NO_TEXT: "has no text",
    Status.CRASHED: "crashed its reader",
}
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def verdict_line(index: Index) -> str:
    """What an editor has to know first, in one sentence."""
    report, active = index.report, index.active
    count = {severity: sum(finding.severity is severity for finding in active) for severity in Severity}
    grave = [counted(count[each], each.value) for each in (Severity.ERROR, Severity.WARNING) if count[each]]
    if not report.documents:
        return "Nothing was checked"
    if count[Severity.ERROR]:
        return f"{capital(' and '.join(grave))}: some text is wrong"
    if grave:
        return f"{capital(grave[0])}: an editor should look"
    if count[Severity.NOTE]:
        return f"No contradiction, and {counted(count[Severity.NOTE], 'note')} to read"
    return "No contradiction was found" if report.complete else "No contradiction was found in what could be checked"


def counted(many: int, word: str, plural: str = "") -> str:
    """One error, two errors, 13 errors."""
    shown = WORDS[many] if many < len(WORDS) else f"{many:,}"
    return f"{shown} {word if many == 1 else plural or word + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Parts with commas, and "and" before the last."""
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)
