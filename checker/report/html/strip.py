"""The picture of one fact: who says how much, as points and intervals on one scale; for dates, who says when."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checker.model import Claim, Fact, Finding
from checker.model.figures import figure
from checker.model.wording import number
from checker.report.html.index import Index, capital, figure_of, is_date
from checker.report.html.scale import Scale, Tick, amounts, days
from checker.report.wording import when

MOST_ROWS = 16  # voices of one picture
LONGEST = 34  # characters of a label
ROW, HEAD, FOOT = 46, 6, 26  # pixels
ENDLESS = 1e15  # beyond it an amount is no place on a scale


class Row(NamedTuple):
    """One value and who gives it; places are percent of the width, None where an interval has no end."""

    top: int
    figure: str
    who: str
    date: str
    point: float | None
    start: float
    end: float
    open_start: bool
    open_end: bool
    opposed: bool


class Strip(NamedTuple):
    """The layout: rows from the top, ticks below, `low` to `high` shaded, `best` as a line; and the same in words."""

    height: int
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    low: float | None
    best: float | None
    high: float | None
    left_out: int
    powers: bool
    dated: bool
    title: str
    words: str


class _Range(NamedTuple):
    """What a row stands for: in one unit, or in days."""

    point: float | None
    start: float | None
    end: float | None


def strip_of(index: Index, claims: Sequence[Claim], title: str, fact: Fact | None = None) -> Strip | None:
    """The picture of these claims, or None where they are of several sorts, too few, or have no place on a scale."""
    factor = _factor(claims, fact)
    ranges = {claim.id: _range(claim, factor) for claim in claims}
    shown = [claim for claim in claims if _placed(ranges[claim.id])]
    if len({claim.unit.dimension for claim in shown}) != 1 or len(shown) == 1:
        return None
    bounds = () if fact is None else (fact.low, fact.best, fact.high)
    dated = is_date(shown[0])
    scale = _scale(shown, ranges, [bound for bound in bounds if bound is not None])
    low, best, high = (None if dated or b is None else scale.at(b) for b in (bounds or (None, None, None)))
    names = _names(index, shown, fact)
    merged = _merged(names, sorted(shown, key=lambda claim: _order(ranges[claim.id])))
    rows = tuple(
        _row(index, many, names[many[0].id], ranges[many[0].id], scale)._replace(top=HEAD + ROW * place)
        for place, many in enumerate(merged[:MOST_ROWS])
    )
    words = "; ".join(f"{row.who}: {row.figure}{f', {row.date}' if row.date else ''}" for row in rows)
    return Strip(
        height=HEAD + ROW * len(rows) + FOOT,
        rows=rows,
        ticks=scale.ticks,
        low=low,
        best=best,
        high=high,
        left_out=len(merged) - len(rows),
        powers=scale.powers,
        dated=dated,
        title=title,
        words=f"{words}. {_bounds(fact)}".strip(),
    )


def _factor(claims: Sequence[Claim], fact: Fact | None) -> float:
    """That of the unit that the picture is drawn in: the fact's, else the first claim's."""
    wanted = fact.unit if fact else claims[0].unit.name if claims else ""
    return next((claim.unit.factor for claim in claims if claim.unit.name == wanted), 1.0)


def _range(claim: Claim, factor: float) -> _Range:
    if is_date(claim):
        if claim.time is None:
            return _Range(None, None, None)
        first, last = float(claim.time.start.toordinal()), float(claim.time.end.toordinal())
        return _Range(first if first == last else None, first, last)
    one, hard = figure(claim), claim.hard.scaled(claim.unit.factor / factor)
    return _Range(None if one is None else one * claim.unit.factor / factor, hard.low, hard.high)


def _placed(found: _Range) -> bool:
    known = [end for end in found if end is not None]
    return bool(known) and all(abs(end) < ENDLESS for end in known)


def _scale(claims: Iterable[Claim], ranges: Mapping[str, _Range], bounds: Sequence[float]) -> Scale:
    claims = list(claims)
    if is_date(claims[0]):
        return days(day for claim in claims if claim.time for day in (claim.time.start, claim.time.end))
    ends = [end for claim in claims for end in ranges[claim.id] if end is not None]
    return amounts((*ends, *bounds))


def _order(found: _Range) -> tuple[float, float]:
    known = [end for end in found if end is not None]
    return (found.point if found.point is not None else known[0], known[-1])


def _merged(names: Mapping[str, str], claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims of one name with one figure as of one day are one row."""
    rows: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        rows.setdefault((names[claim.id], figure_of(claim), when(claim)), []).append(claim)
    return list(rows.values())


def _names(index: Index, claims: Sequence[Claim], fact: Fact | None) -> Mapping[str, str]:
    """How the rows are called: by their voices, or, where one voice counts several things, by what it counts."""
    counted = {claim.id: claim.population.text if claim.population else claim.measure for claim in claims}
    voices = {claim.id: index.voice(claim) for claim in claims}
    alone = fact is None and len(set(voices.values())) == 1 and len(set(counted.values())) > 1
    return {name: capital(text) for name, text in counted.items()} if alone else voices


def _row(index: Index, claims: Sequence[Claim], name: str, found: _Range, scale: Scale) -> Row:
    claim = claims[0]
    many = f" ({len(claims)} times)" if len(claims) > 1 else ""
    return Row(
        top=0,
        figure=cut(figure_of(claim)),
        who=cut(name) + many,
        date=when(claim),
        point=None if found.point is None else scale.at(found.point),
        start=scale.at(scale.low if found.start is None else found.start),
        end=scale.at(scale.high if found.end is None else found.end),
        open_start=found.start is None,
        open_end=found.end is None,
        opposed=any(_opposes(finding) for one in claims for finding in index.of_claim.get(one.id, ())),
    )


def _opposes(finding: Finding) -> bool:
    return finding.severity.rank > 0


def _bounds(fact: Fact | None) -> str:
    if fact is None:
        return ""
    shown = ((name, bound) for name, bound in (("Low", fact.low), ("best", fact.best), ("high", fact.high)))
    return ", ".join(f"{name} {'undecided' if bound is None else number(bound)}" for name, bound in shown) + "."


def cut(text: str, longest: int = LONGEST) -> str:
    """The text, at most as long as a label may be."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
