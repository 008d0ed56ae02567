"""Blocking keys: claims that could speak of one fact share one; a key depends on its claim only."""

from collections.abc import Iterator
from datetime import date, timedelta

from checker.align.dating import named_once
from checker.align.period import is_stock
from checker.model import Claim, Kind
from checker.model.figures import digits
from checker.rulebook.thresholds import thresholds

LONGEST_SPAN = 92  # days; a longer period meets others of its years, and those about its end
MARGIN = timedelta(days=7)  # on either side of a month, so that reports around its turn meet


def keys(claim: Claim) -> tuple[str, ...]:
    """The keys under which a claim meets those that it could agree or conflict with, sorted.

    All claims of one document meet. Across documents, counts meet by measure, dimension and month (a stock by
    every month that it can hold in, a property always), figures by their digits, in any order, and month, dates by
    what happened.
    """
    return tuple(sorted({f"doc:{claim.document}", *_across(claim)}))


def _across(claim: Claim) -> Iterator[str]:
    if claim.measure == "date":
        yield from (f"date:{name}" for name in named_once(claim))
        return
    times = tuple(_times(claim))
    for when in times:
        yield f"count:{claim.measure}:{claim.unit.dimension}:{when}"
        if digits(claim):
            yield f"digits:{''.join(sorted(digits(claim)))}:{when}"


def _times(claim: Claim) -> Iterator[str]:
    if claim.kind is Kind.ATTRIBUTE:
        yield "always"
        return
    if claim.time is None:
        yield "undated"
        return
    if is_stock(claim):
        life = timedelta(days=thresholds().stocks.lifetime(claim.measure))
        yield from _months(claim.time.start - life / 2, claim.time.end + life / 2)
    elif claim.time.days > LONGEST_SPAN:
        yield from (f"{year}" for year in range(claim.time.start.year, claim.time.end.year + 1))
        yield from _months(claim.time.end - MARGIN, claim.time.end + MARGIN)
    else:
        yield from _months(claim.time.start - MARGIN, claim.time.end + MARGIN)


def _months(start: date, end: date) -> Iterator[str]:
    """The months from one day to another."""
    for month in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield f"{month // 12}-{month % 12 + 1:02}"
