"""Findings that a comment in a report itself holds back, with a reason."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from checker.model import Location, Report, Standing, State, Suppression

FEWEST = 2  # places that still oppose each other


def suppress(report: Report, ran: Collection[str], known: Collection[str]) -> Report:
    """The report with the standing of findings that comments hold back, and what is wrong with comments.

    A finding rests where what is left without the places that comments cover opposes nothing any more.

    Args:
        report: as it was found.
        ran: the ids of the rules that ran.
        known: those of all rules.
    """
    comments = {document.id: document.suppressions for document in report.documents if document.suppressions}
    if not comments:
        return report
    used: set[tuple[str, int]] = set()
    findings = []
    for finding in report.findings:
        held = [_holding(finding.rule, place, comments.get(place.document, ())) for place in finding.locations]
        if not any(held) or sum(not some for some in held) >= FEWEST:
            findings.append(finding)
            continue
        used.update(
            (place.document, each.line) for place, some in zip(finding.locations, held, strict=True) for each in some
        )
        reason = next(each.reason for some in held for each in some)
        standing = Standing(state=State.SUPPRESSED, reason=reason)
        findings.append(finding.model_copy(update={"standing": standing}))
    remarks = (*report.remarks, *_remarks(report, used, ran, known))
    return report.model_copy(update={"findings": tuple(findings), "remarks": remarks})


def _holding(rule: str, place: Location, comments: Iterable[Suppression]) -> list[Suppression]:
    """The comments that hold a rule back at a place, where its figures are."""
    start = place.start + min((start for start, _ in place.marks), default=0)
    end = place.start + max((end for _, end in place.marks), default=place.end - place.start)
    return [each for each in comments if each.reason and rule in each.rules and start < each.last and each.first < end]


def _remarks(
    report: Report, used: Collection[tuple[str, int]], ran: Collection[str], known: Collection[str]
) -> Iterator[str]:
    for document in report.documents:
        if document.id in report.aside:
            continue
        for comment in document.suppressions:
            where = f"{document.path}:{comment.line}: this comment"
            strange = [rule for rule in comment.rules if rule not in known]
            if not comment.rules:
                yield f"{where} names no rule, so it holds nothing back"
            elif strange:
                near = get_close_matches(strange[0], sorted(known), n=1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                yield f"{where} names the rule {strange[0]!r}, which is none{hint}"
            elif not comment.reason:
                yield f"{where} gives no reason, so it holds nothing back: write `check: ignore RULE: reason`"
            elif (document.id, comment.line) not in used and set(comment.rules) <= set(ran):
                yield f"{where} holds nothing back any more; take it out"
