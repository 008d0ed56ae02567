"""Score `check` on the dossiers of tests/dossiers.

    python tests/scoring.py             a table of figures
    python tests/scoring.py --misses    what was missed, and what was raised wrongly
    python tests/scoring.py --raise     lift the floors in tests/dossiers/floor.toml to the figures

Every figure is a share between 0 and 1, the higher the better.
"""

import re
import sys
import tomllib
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from dossier import FOLDER, Claim, Conflict, Dossier, Reference, dossiers

from checker import model
from checker.api import check

FLOOR = FOLDER / "floor.toml"
ALARMS = ("error", "warning")
LONGEST = 400  # characters of a location that still says where
APPROXIMATE = 0.1  # how far the bounds of an "about" may lie from the figure
HEADER = "# The least that tests/test_dossiers.py accepts. Floors only rise: python tests/scoring.py --raise\n"


class Figure(NamedTuple):
    """How many of how many."""

    got: int
    of: int

    @property
    def share(self) -> float:
        return self.got / self.of if self.of else 1.0


class Score(NamedTuple):
    figures: dict[str, Figure]
    misses: list[str]


def score(dossier: Dossier) -> Score:
    """The figures of one dossier."""
    return measure(dossier, check([str(path) for path in dossier.texts]))


def measure(dossier: Dossier, report: model.Report) -> Score:
    """The figures of a report on a dossier."""
    paths = {document.id: Path(document.path).resolve() for document in report.documents}
    claims = _score_claims(dossier, report, paths)
    findings = _score_findings(dossier, report, paths)
    return Score(claims.figures | findings.figures, claims.misses + findings.misses)


def _score_claims(dossier: Dossier, report: model.Report, paths: dict[str, Path]) -> Score:
    pairs, misses = [], []
    for gold in dossier.gold.claims:
        path, start, end = dossier.figure(gold)
        hits = [
            claim
            for claim in report.claims
            if paths[claim.document] == path
            and claim.number.start < end
            and start < claim.number.end
            and (claim.measure == "date") == (gold.measure == "date")
        ]
        if hits:
            pairs.append((gold, max(hits, key=lambda claim: claim.number.end - claim.number.start)))
        else:
            misses.append(f"claim missed: {gold.path}: {gold.quote!r}")
    counted = [claim for claim in report.claims if claim.measure != "date"]
    right = {claim.id for _, claim in pairs}
    extra = [claim for claim in counted if claim.id not in right]
    misses += [
        f"claim too many: {paths[claim.document].name}: {claim.quote!r} ({claim.number.text})" for claim in extra
    ]
    figures = {
        "claim_recall": Figure(len(pairs), len(dossier.gold.claims)),
        "claim_precision": Figure(len(counted) - len(extra), len(counted)),
    }
    for field in ("value", "unit", "measure", "population", "place", "time", "speaker"):
        verdicts = [(gold, claim, _right(field, gold, claim)) for gold, claim in pairs]
        judged = [verdict for verdict in verdicts if verdict[2] is not None]
        figures[field] = Figure(sum(bool(verdict) for *_, verdict in judged), len(judged))
        misses += [
            f"{field}: {gold.path}: {gold.quote!r}: {_shown(field, claim)}"
            for gold, claim, verdict in judged
            if not verdict
        ]
    return Score(figures, misses)


def _right(field: str, gold: Claim, claim: model.Claim) -> bool | None:
    """Whether a field is as the gold has it; None where the gold does not say."""
    wanted: str | None
    match field:
        case "value":
            return None if gold.measure == "date" else _same_value(gold, claim.asserted)
        case "time":
            period = gold.period
            return None if period is None else claim.time is not None and period == (claim.time.start, claim.time.end)
        case "speaker" if gold.speaker is None:
            return claim.speaker is None or not claim.speaker.named
        case "unit" | "measure":
            wanted, share = getattr(gold, field), 0.0
        case _:
            wanted, share = getattr(gold, field), 0.5
    if not wanted:
        return None
    got = _stems(_shown(field, claim))
    choices = [_stems(choice) for choice in wanted.split(" or ")]
    return any(len(words & got) >= max(1, share * len(words)) for words in choices)


def _same_value(gold: Claim, got: model.Interval) -> bool:
    bounds = ((gold.low, got.low), (gold.high, got.high))
    if gold.approx:
        return all(_near(*pair) for pair in bounds)
    same = all(pair[0] == pair[1] for pair in bounds)
    return same and (gold.low_open, gold.high_open) == (got.low_open, got.high_open)


def _near(wanted: float | None, got: float | None) -> bool:
    if wanted is None or got is None:
        return wanted is got
    return abs(wanted - got) <= APPROXIMATE * abs(wanted)


def _shown(field: str, claim: model.Claim) -> str:
    place, speaker, time = claim.place, claim.speaker, claim.time
    shown = {
        "value": f"{claim.asserted.low}..{claim.asserted.high}",
        "unit": claim.unit.name.replace("_", " "),
        "measure": claim.told or claim.measure,
        "population": claim.described,
        "place": " ".join((place.text, place.name, *place.containers)) if place else "",
        "time": f"{time.start}/{time.end}" if time else "",
        "speaker": f"{speaker.text} {speaker.name} {speaker.via}" if speaker else "",
    }
    return shown[field]


def _stems(text: str) -> set[str]:
    words = set(re.findall(r"[a-z0-9]+", text.lower())) - {"a", "an", "and", "in", "of", "or", "per", "the", "to"}
    return {re.sub(r"(?:ies|ing|ed|es|s|e|y)$", "", word) for word in words}


def _score_findings(dossier: Dossier, report: model.Report, paths: dict[str, Path]) -> Score:
    def touches(finding: model.Finding, reference: Reference) -> bool:
        path, start, end = dossier.place(reference)
        return any(
            paths[spot.document] == path and spot.start < end and start < spot.end and spot.end - spot.start <= LONGEST
            for spot in finding.locations
        )

    def answering(sides: Sequence[tuple[Reference, ...]], severities: tuple[str, ...]) -> list[model.Finding]:
        pool = [finding for finding in report.findings if finding.severity in severities]
        return [finding for finding in pool if any(all(touches(finding, ref) for ref in side) for side in sides)]

    misses: list[str] = []
    right: set[str] = set()
    found: dict[bool, list[bool]] = {True: [], False: []}
    for conflict in dossier.gold.conflicts:
        alarm = conflict.severity in ALARMS
        hits = answering(_sides(dossier, conflict), ALARMS if alarm else (*ALARMS, "note"))
        right.update(finding.id for finding in hits)
        found[alarm].append(bool(hits))
        if not hits:
            misses.append(f"conflict missed: {conflict.id} {conflict.type}: {conflict.why}")
    kept = []
    for revision in dossier.gold.revisions:
        sides = [*product(dossier.mates(revision.a), dossier.mates(revision.b))]
        kept.append(all(finding.id in right for finding in answering(sides, ("error",))))
        right.update(finding.id for finding in answering(sides, ("warning",)))
        if not kept[-1]:
            misses.append(f"revision raised as an error: {revision.why}")
    wrong = [{finding.id for finding in answering([(trap.a, trap.b)], ALARMS)} - right for trap in dossier.gold.traps]
    sprung = [trap for trap, findings in zip(dossier.gold.traps, wrong, strict=True) if findings]
    misses += [f"trap sprung: {trap.why_not}" for trap in sprung]
    alarms = [finding for finding in report.findings if finding.severity in ALARMS]
    false = [finding for finding in alarms if finding.id not in right]
    misses += [f"false alarm: {finding.rule}: {finding.message}" for finding in false]
    figures = {
        "conflicts_found": Figure(sum(found[True]), len(found[True])),
        "notes_found": Figure(sum(found[False]), len(found[False])),
        "alarms_right": Figure(len(alarms) - len(false), len(alarms)),
        "traps_avoided": Figure(len(dossier.gold.traps) - len(sprung), len(dossier.gold.traps)),
        "revisions_kept": Figure(sum(kept), len(kept)),
    }
    return Score(figures, misses)


def _sides(dossier: Dossier, conflict: Conflict) -> list[tuple[Reference, ...]]:
    """The sets of places of which a finding must touch one whole; claims that agree stand in for each other."""
    firsts = dossier.mates(conflict.a)
    seconds = [*conflict.parts, *(dossier.mates(conflict.b) if conflict.b else ())]
    return [*(product(firsts, seconds) if seconds else ((first,) for first in firsts)), *conflict.also]


def floors() -> dict[str, dict[str, float]]:
    """The floors by dossier and figure."""
    return tomllib.loads(FLOOR.read_text(encoding="utf-8"))


def raise_floors(scores: dict[str, Score]) -> None:
    """Write every floor that a figure has passed, rounded down; none sinks."""
    rows = floors()
    lines = [HEADER]
    for name, result in scores.items():
        old = rows.get(name, {})
        lines.append(f"\n[{name}]\n")
        for key, figure in result.figures.items():
            share = int(figure.share * 100) / 100 if figure.of else 0.0
            lines.append(f"{key} = {max(share, old.get(key, 0.0)):.2f}\n")
    FLOOR.write_text("".join(lines), encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Print the figures of all dossiers; see the module."""
    scores = {dossier.folder.name: score(dossier) for dossier in dossiers()}
    rows = [["", *scores]]
    for key in next(iter(scores.values())).figures:
        figures = [result.figures[key] for result in scores.values()]
        rows.append([key, *(f"{figure.share:.2f} ({figure.got}/{figure.of})" for figure in figures)])
    sys.stdout.writelines("  ".join(cell.ljust(18) for cell in row).rstrip() + "\n" for row in rows)
    if "--misses" in arguments:
        sys.stdout.writelines(f"{name}: {miss}\n" for name, result in scores.items() for miss in result.misses)
    if "--raise" in arguments:
        raise_floors(scores)


if __name__ == "__main__":
    main(sys.argv[1:])
