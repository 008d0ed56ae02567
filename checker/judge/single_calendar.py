"""Dates that the calendar, or the report's own date, rules out."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker.judge.draft import Case, Passage
from checker.judge.single_fault import Fault, shortened
from checker.judge.total_lines import folded, has, sentence_at
from checker.model import Claim, DateFound, DateSource, Document, Modality, Period
from checker.rulebook.rule_single import SingleRule

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b(?![-\w])", re.IGNORECASE)
_PUBLISHED = (
    *(DateSource.FRONT_MATTER, DateSource.EMBEDDED),
    *(DateSource.PUBLISHED, DateSource.URL, DateSource.FURNITURE),
)
_LATER = (DateSource.DATELINE, DateSource.POST)
_LOOK_BACK = 40  # characters before a date that say what date it is
_NEAR = 60  # days between an event and its report within which a year that is left out is plain


def weekdays(_rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Stated weekdays that the calendar does not give to their date."""
    seen: set[tuple[str, int]] = set()
    for claim in case.claims:
        day = _single_day(claim.time)
        stated = claim.date.weekday if claim.date is not None else None
        if day is not None and stated is not None and stated != day.weekday() and _year_is_plain(claim, day, case):
            seen.update((claim.document, at) for at in range(claim.number.start, claim.number.end))
            yield _wrong_weekday(stated, day, claim.number.text, claims=(claim,))
    for identity, profile in sorted(case.profiles.items()):
        for found in profile.dates:
            day, named = _single_day(found.period), _WEEKDAY.search(found.text)
            known = found.span is None or (identity, found.span.start) in seen or not _has_year(found)
            if day is None or named is None or known or found.span is None:
                continue
            stated = next(i for i, name in enumerate(DAYS) if name.lower().startswith(named.group(1).lower()[:3]))
            if stated != day.weekday():
                passages = (Passage(identity, found.span.start, found.span.end),)
                yield _wrong_weekday(stated, day, found.text, passages=passages)


def _wrong_weekday(
    stated: int, day: date, quote: str, *, claims: tuple[Claim, ...] = (), passages: tuple[Passage, ...] = ()
) -> Fault:
    why = f"{_written(day)} is a {DAYS[day.weekday()]}, not a {DAYS[stated]}."
    return Fault(DAYS[stated], DAYS[day.weekday()], shortened(quote), why, claims, passages)


def _single_day(period: Period | None) -> date | None:
    return period.start if period is not None and period.start == period.end else None


def _has_year(found: DateFound) -> bool:
    return str(found.period.start.year) in found.text


def _year_is_plain(claim: Claim, day: date, case: Case) -> bool:
    if claim.date is not None and claim.date.explicit_year:
        return True
    published = case.profiles[claim.document].published
    return published is not None and abs((published.end - day).days) <= _NEAR


def impossible_dates(_rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Dates that no calendar has."""
    for claim in case.claims:
        if claim.date is not None and claim.date.impossible:
            text = claim.number.text
            yield Fault(text, claim.date.impossible, shortened(text), f"{text}: {claim.date.impossible}.", (claim,))


def publication_dates(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Two publication dates of one report, or a dateline or an embedded post later than its publication."""
    for identity, profile in sorted(case.profiles.items()):
        document = case.documents[identity]
        dates = [
            d for d in profile.dates if d.span is not None and _single_day(d.period) and not _excused(rule, document, d)
        ]
        pairs = ((a, b) for i, a in enumerate(dates) for b in dates[i + 1 :] if _apart(rule, a, b))
        first, second = next(pairs, (None, None))
        if first is not None and second is not None and first.span is not None and second.span is not None:
            stated, other = (_written(d.period.start) for d in (first, second))
            why = f"The {first.source.value} has {stated}, the {second.source.value} has {other}."
            passages = tuple(Passage(identity, s.start, s.end) for s in (first.span, second.span))
            yield Fault(stated, other, shortened(first.text), why, passages=passages)


def _apart(rule: SingleRule, a: DateFound, b: DateFound) -> bool:
    gap = (a.period.start - b.period.start).days
    if a.source in _PUBLISHED and b.source in _PUBLISHED:
        return abs(gap) > rule.days
    if a.source in _LATER and b.source in _PUBLISHED:
        return _too_late(rule, a, gap)
    return a.source in _PUBLISHED and b.source in _LATER and _too_late(rule, b, -gap)


def _too_late(rule: SingleRule, later: DateFound, gap: int) -> bool:
    """A dateline may lie `days` before the publication and not behind it; a post may not be much younger."""
    return gap > 0 or -gap > rule.days if later.source is DateSource.DATELINE else gap > rule.days


def _excused(rule: SingleRule, document: Document, found: DateFound) -> bool:
    start = found.span.start if found.span is not None else 0
    line = max(document.text.rfind("\n", 0, start) + 1, start - _LOOK_BACK)
    return has(document.text[line:start] + " " + found.text, rule.excuses)


_AMBIGUOUS = re.compile(r"(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])[/.-]\d{2,4}")  # both orders are days


def after_publication(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Past events dated after their report."""
    for claim in case.claims:
        published = case.profiles[claim.document].published
        if (
            claim.measure != "date"
            or claim.time is None
            or claim.modality is not Modality.ASSERTED
            or published is None
        ):
            continue
        explicit = claim.date is not None and claim.date.explicit_year
        if not explicit or claim.time.start <= published.end + timedelta(days=rule.days):
            continue
        if _AMBIGUOUS.fullmatch(claim.number.text):
            continue  # 7/8/07 is one day in Ohio and another in Oxford
        text = case.documents[claim.document].text
        start, end = sentence_at(text, claim.number.start, claim.number.end)
        words = folded(text[start:end])
        if has(words, rule.cues) and not has(words, rule.excuses):
            event, report = _written(claim.time.start), _written(published.end)
            yield Fault(
                claim.number.text,
                report,
                shortened(claim.quote),
                f"The report is of {report}, the event of {event}.",
                (claim,),
            )


def _written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
