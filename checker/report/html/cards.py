"""Findings as the page shows them: both quotes side by side, the figures highlighted, the reason below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from checker.model import Claim, Finding, Location
from checker.report.html.course import Course, course_of
from checker.report.html.index import Index, capital, figure_of
from checker.report.html.labels import FAMILIES, SIGNS, STATES, VERDICTS
from checker.report.html.strip import Strip, strip_of
from checker.report.html.texts import mark_id
from checker.report.html.tolls import Toll, tolls_by_claim
from checker.report.wording import when

SHORT = 80  # characters of a quote without a figure that is highlighted as a whole


class Part(NamedTuple):
    """A stretch of a quote, highlighted or not."""

    text: str
    marked: bool


class Voice(NamedTuple):
    """A figure of a passage, and who gives it as of when."""

    figure: str
    who: str
    when: str


class Side(NamedTuple):
    """One passage: its figures, its words, where it stands, and the mark in the full text it is linked to."""

    voices: tuple[Voice, ...]
    parts: tuple[Part, ...]
    outlet: str
    path: str
    spot: str
    target: str


class Card(NamedTuple):
    """A finding with all that is shown of it."""

    number: int
    id: str
    severity: str
    sign: str
    verdict: str
    family: str
    family_name: str
    rule: str
    message: str
    explanation: str
    summary: str
    rationale: str
    hint: str
    state: str
    state_name: str
    reason: str
    by: str
    until: str
    sides: tuple[Side, ...]
    fact: str
    wording: str
    shown_at: str  # the finding that holds the picture of the same fact, where it is not this one
    toll: str
    strip: Strip | None
    course: Course | None
    reports: str  # keys for the filters, with blanks between them
    speakers: str


def cards_of(index: Index, tolls: Sequence[Toll]) -> Iterator[Card]:
    """The findings in the order of the page; the picture of a fact goes with the first finding about it."""
    drawn: dict[str, str] = {}
    rolling = tolls_by_claim(tolls)
    for finding in index.findings:
        first = drawn.setdefault(finding.fact, finding.id) if finding.fact in index.facts else finding.id
        yield _card(index, finding, "" if first == finding.id else first, rolling)


def _card(index: Index, finding: Finding, shown_at: str, rolling: Mapping[str, Toll]) -> Card:
    fact, rule, standing = index.facts.get(finding.fact), index.rules.get(finding.rule), finding.standing
    own = index.told(finding.claims)
    told = index.told(fact.claims) if fact else own
    title = capital(finding.message)
    toll = next((rolling[claim.id] for claim in own if claim.id in rolling), None)
    family = index.family(finding)
    return Card(
        number=index.number[finding.id],
        id=finding.id,
        severity=finding.severity.value,
        sign=SIGNS[finding.severity],
        verdict=VERDICTS[finding.verdict],
        family=family,
        family_name=FAMILIES.get(family, family),
        rule=finding.rule,
        message=title,
        explanation=finding.explanation,
        summary=rule.summary if rule else "",
        hint=rule.hint if rule else "",
        rationale=" ".join(rule.rationale.split()) if rule else "",
        state=standing.state.value,
        state_name=STATES.get(standing.state, ""),
        reason=standing.reason,
        by=standing.by,
        until=standing.until,
        sides=tuple(_sides(index, finding, own)),
        fact=fact.id if fact else "",
        wording=fact.wording if fact else "",
        shown_at=shown_at,
        strip=None if shown_at else strip_of(index, told, title, fact),
        toll=toll.id if toll else "",
        course=None if shown_at else toll.course if toll else course_of(index, told, title) if fact else None,
        reports=" ".join(sorted({index.reports[place.document] for place in finding.locations})),
        speakers=" ".join(sorted({index.speakers[index.voice(claim)] for claim in own})),
    )


def _sides(index: Index, finding: Finding, claims: Sequence[Claim]) -> Iterator[Side]:
    """One passage for each stretch of text, with all that the finding points at in it."""
    numbered = [(n, place) for n, place in enumerate(finding.locations) if not _nested(place, finding.locations)]
    for _, group in groupby(numbered, key=lambda entry: (entry[1].document, entry[1].start, entry[1].end)):
        places = list(group)
        number, place = places[0]
        here = [claim for claim in claims if _within(claim, place)]
        marks = [mark for _, each in places for mark in each.marks]
        marks = marks or [(claim.number.start - place.start, claim.number.end - place.start) for claim in here]
        yield Side(
            voices=tuple(_joined(_voice(index, claim) for claim in here)),
            parts=tuple(_parts(place.quote, marks)),
            outlet=index.profile(place.document).source or index.path(place.document),
            path=index.path(place.document) if index.profile(place.document).source else "",
            spot=index.spot(place.document, place.start + marks[0][0] if marks else place.start),
            target=_target(index, finding, number, here),
        )


def _nested(place: Location, places: Sequence[Location]) -> bool:
    """Whether a longer passage of the finding holds this one."""
    return any(
        each.document == place.document
        and each.start <= place.start
        and place.end <= each.end
        and each.end - each.start > place.end - place.start
        for each in places
    )


def _target(index: Index, finding: Finding, number: int, here: Sequence[Claim]) -> str:
    """The mark of the passage's first figure, else of the passage."""
    if here:
        return index.anchor(here[0].document, here[0].number.end, here[0].id)
    place = finding.locations[number]
    return index.anchor(place.document, place.end, mark_id(finding, number))


def _within(claim: Claim, place: Location) -> bool:
    return claim.document == place.document and place.start <= claim.number.start < place.end


def _voice(index: Index, claim: Claim) -> Voice:
    return Voice(figure_of(claim), index.voice(claim), when(claim))


def _joined(voices: Iterable[Voice]) -> Iterator[Voice]:
    """Figures of one voice in one passage stand together: 27, 15, 8, 5."""
    said: dict[str, list[Voice]] = {}
    for voice in voices:
        said.setdefault(voice.who, []).append(voice)
    for who, many in said.items():
        times = dict.fromkeys(voice.when for voice in many)
        yield Voice(
            ", ".join(dict.fromkeys(voice.figure for voice in many)), who, next(iter(times)) if len(times) == 1 else ""
        )


def _parts(quote: str, marks: Sequence[tuple[int, int]]) -> Iterator[Part]:
    """The quote cut at its marks; those that overlap are one."""
    position = 0
    if not marks and len(quote) <= SHORT:
        marks = [(0, len(quote))]
    for start, end in sorted(marks):
        first, last = max(start, position), min(end, len(quote))
        if first < last:
            if position < first:
                yield Part(quote[position:first], marked=False)
            yield Part(quote[first:last], marked=True)
            position = last
    if position < len(quote):
        yield Part(quote[position:], marked=False)
