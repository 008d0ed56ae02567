"""The picture of a fact over time: which figure holds for which days, with steps from one to a voice's next."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from checker.model import Claim, Period
from checker.model.figures import figure
from checker.model.wording import period
from checker.report.html.index import Index, figure_of, is_date
from checker.report.html.scale import Scale, Tick, amounts, days
from checker.report.html.strip import ENDLESS, cut

HEIGHT, TOP, BOTTOM = 230, 26, 28  # pixels: all, and what is left free above and below the data
CHARACTER, LINE = 0.95, 15  # what a label takes: percent of the width a character, pixels of height
NAME = 24  # characters of a voice's name in a label
LIFTS = (4, -12, 20, -28, 36, -44, 52)  # where a label may stand, in pixels from its point
MIDDLE = 50.0  # percent: from here on labels are written to the left
MOST = 60  # points


class Spot(NamedTuple):
    """A figure and the days it holds for: percent from the left, pixels from the top, bar of what it may stand for."""

    x1: float
    x2: float
    y: float
    top: float
    bottom: float
    figure: str
    who: str  # "" where there is no room for a label
    lift: int
    end: bool  # whether the label is written to the left
    opposed: bool


class Leg(NamedTuple):
    """A step of one voice from one figure to its next."""

    x1: float
    y1: float
    x2: float
    y2: float


class Course(NamedTuple):
    """The layout, and the same in words."""

    height: int
    spots: tuple[Spot, ...]
    legs: tuple[Leg, ...]
    days: tuple[Tick, ...]
    amounts: tuple[Tick, ...]  # with `at` in pixels from the top
    title: str
    words: str
    rolling: bool


class _Point(NamedTuple):
    first: date
    last: date
    amount: float
    claim: Claim


def course_of(index: Index, claims: Sequence[Claim], title: str, *, grows: bool = False) -> Course | None:
    """The picture of the claims that have a figure and a day, or None where all hold for the same days.

    What grows while it is counted is shown on the day as of which it was told, other figures on the days they hold for.
    """
    points = _points(index, claims, grows=grows)
    sorts = {point.claim.unit.dimension for point in points}
    if len({(point.first, point.last) for point in points}) == 1 or len(sorts) != 1:
        return None
    across = days(day for point in points for day in point[:2])
    upwards = amounts(end for point in points for end in _ends(point))
    named = ((period(Period(start=p.first, end=p.last)), figure_of(p.claim), index.voice(p.claim)) for p in points)
    return Course(
        height=HEIGHT,
        spots=tuple(_labelled(_spot(index, point, across, upwards) for point in points)),
        legs=tuple(_legs(index, points, across, upwards)),
        days=across.ticks,
        amounts=tuple(Tick(_y(tick.at), tick.label) for tick in upwards.ticks),
        title=title,
        words="; ".join(f"{when}: {amount} ({who})" for when, amount, who in named) + ".",
        rolling=grows,
    )


def _points(index: Index, claims: Sequence[Claim], *, grows: bool) -> list[_Point]:
    """One point for each figure of a voice and its days, in the order of days."""
    found: dict[tuple[date, date, float, str], _Point] = {}
    factor = claims[0].unit.factor if claims else 1.0
    for claim in claims:
        amount, span = figure(claim), _span(index, claim, grows=grows)
        if amount is not None and span is not None and not is_date(claim) and abs(amount) < ENDLESS:
            amount *= claim.unit.factor / factor
            found.setdefault((*span, amount, index.voice(claim)), _Point(*span, amount, claim))
    return [found[key] for key in sorted(found)][:MOST]


def _span(index: Index, claim: Claim, *, grows: bool) -> tuple[date, date] | None:
    """The days that a figure holds for; it can tell of none after its report."""
    told = index.as_of(claim)
    if grows or claim.time is None:
        return (told, told) if told else None
    published = index.profile(claim.document).published
    last = min(claim.time.end, published.end) if published else claim.time.end
    return min(claim.time.start, last), last


def _ends(point: _Point) -> Iterator[float]:
    """The figure, and the ends of what it may stand for."""
    own = figure(point.claim)
    yield point.amount
    for end in (point.claim.hard.low, point.claim.hard.high):
        if own and end is not None and abs(end) < ENDLESS:
            yield end * point.amount / own


def _y(at: float) -> float:
    """Percent of a scale as pixels from the top."""
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * at / 100, 1)


def _x(day: date, across: Scale) -> float:
    return across.at(float(day.toordinal()))


def _spot(index: Index, point: _Point, across: Scale, upwards: Scale) -> Spot:
    claim = point.claim
    own = figure(claim)
    factor = point.amount / own if own else 1.0
    low, high = claim.hard.low, claim.hard.high
    last = _x(point.last, across)
    return Spot(
        x1=_x(point.first, across),
        x2=last,
        y=_y(upwards.at(point.amount)),
        top=_y(upwards.at(upwards.high if high is None else high * factor)),
        bottom=_y(upwards.at(upwards.low if low is None else low * factor)),
        figure=cut(figure_of(claim), NAME),
        who=cut(index.voice(claim), NAME),
        lift=LIFTS[0],
        end=last > MIDDLE,
        opposed=any(finding.severity.rank > 0 for finding in index.of_claim.get(claim.id, ())),
    )


def _labelled(spots: Iterable[Spot]) -> list[Spot]:
    """The spots with labels that do not cover each other; one for which there is no room has none."""
    boxes: list[tuple[float, float, float]] = []
    placed = []
    for spot in spots:
        wide = (len(spot.figure) + 1 + len(spot.who)) * CHARACTER
        left = spot.x2 - wide if spot.end else spot.x2
        lifts = LIFTS if spot.x1 == spot.x2 else LIFTS[1:]  # beside a point, but not on a bar
        lift = next((lift for lift in lifts if _free(left, wide, spot.y + lift, boxes)), None)
        if lift is None:
            placed.append(spot._replace(who=""))
            continue
        boxes.append((left, left + wide, spot.y + lift))
        placed.append(spot._replace(lift=lift))
    return placed


def _free(left: float, wide: float, y: float, boxes: Iterable[tuple[float, float, float]]) -> bool:
    inside = LINE <= y <= HEIGHT - BOTTOM
    return inside and all(left + wide < start or end < left or abs(y - other) >= LINE for start, end, other in boxes)


def _legs(index: Index, points: Sequence[_Point], across: Scale, upwards: Scale) -> Iterator[Leg]:
    """Across to the first day of a voice's next figure, then up or down to it."""
    voices: dict[str, list[_Point]] = {}
    for point in points:
        voices.setdefault(index.voice(point.claim).casefold(), []).append(point)
    for told in voices.values():
        for early, late in pairwise(told):
            if late.first <= early.last:
                continue
            x1, x2 = _x(early.last, across), _x(late.first, across)
            y1, y2 = (_y(upwards.at(point.amount)) for point in (early, late))
            yield Leg(x1, y1, x2, y1)
            yield Leg(x2, y1, x2, y2)
