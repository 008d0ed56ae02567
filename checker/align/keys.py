"""Blocking keys: claims that could speak of one fact share one; a key depends on its claim only."""

from collections.abc import Iterator
from datetime import date, timedelta

from checker.align.dating import named_once, stems_told
from checker.align.evidence import evidence
from checker.align.period import is_stock
from checker.align.places import place_sounds
from checker.align.population import singular
from checker.align.story import story_words
from checker.model import Claim, Kind
from checker.model.figures import digits, figure, is_money
from checker.rulebook.happenings import happenings
from checker.rulebook.populations import populations
from checker.rulebook.thresholds import thresholds

LONGEST_SPAN = 92  # days; a longer period meets others of its years, and those about its end
MARGIN = timedelta(days=7)  # on either side of a month, so that reports around its turn meet
TELLING = 3  # significant digits by which figures meet wherever they are
SCARCE = 2  # significant digits by which figures of one country meet
TEXT = "text:"
COUNTED = 2  # words by which things counted meet
STORY = "~"  # before a word of the names of a story


def keys(claim: Claim) -> tuple[str, ...]:
    """The keys under which a claim meets those that it could agree or conflict with, sorted.

    All claims of one document meet. Across documents, counts meet by what they count, by month (a stock in every month
    that it can hold in, a property always), and by an anchor: their place or one it lies in, or a name beside the
    figure. Figures meet by their digits alone where these are telling. Dates meet by what happened to what, or where.
    """
    return tuple(sorted({f"{TEXT}{claim.document}", *_across(claim)}))


def in_one_text(key: str) -> bool:
    """Whether the key is that of the claims of one document."""
    return key.startswith(TEXT)


def _across(claim: Claim) -> Iterator[str]:
    anchors = tuple(_anchors(claim))
    if claim.measure == "date":
        for name in named_once(claim):
            recurring = happenings()[name].recurring
            met = [anchor for anchor in anchors if anchor.startswith(STORY)] if recurring else anchors
            yield from (f"date:{name}:{anchor}" for anchor in (*met, *(() if recurring else stems_told(claim))))
        return
    told = story_words(claim.story) if claim.story else ()
    if is_money(claim.unit):
        yield from (f"sum:{word}:{digits(claim)}" for word in told)
    for when in _reported(claim):
        yield from (f"thing:{word}:{thing}:{when}" for thing in _things(claim) for word in told)
    counts = [f"count:{anchor}:{claim.measure}:{claim.unit.dimension}" for anchor in anchors]
    figures = [f"figure:{met}" for met in _figures(claim, anchors)]
    for when in _times(claim):
        yield from (f"{met}:{when}" for met in counts)
        yield from (f"{met}:{when}" for met in figures)


def _anchors(claim: Claim) -> Iterator[str]:
    """Where a claim is at home: its places by their sounds, the telling names around it; "nowhere" without either."""
    found = set(place_sounds(claim.place)) | {f"={name}" for name in evidence(claim).names}
    found |= {f"{STORY}{word}" for word in story_words(claim.story)} if claim.story else set()
    yield from found or {"nowhere"}


def _figures(claim: Claim, anchors: tuple[str, ...]) -> Iterator[str]:
    """The figure, for the same one of another thing; its digits in any order, for a slip of the hand.

    Digits tell in the weeks of an event. Counts that hold always, or in all of a year, would meet their like in a whole
    archive, and more of them the larger that is.
    """
    written, value = digits(claim), figure(claim)
    if not written or value is None:
        return
    telling = len(written) if _passing(claim) else 0
    if telling >= TELLING:
        yield f"{value:.10g}"
        yield f"{''.join(sorted(written))}:{claim.unit.name}"
        return
    country = claim.place.country if claim.place else ""
    homes = (country,) if telling == SCARCE and country else anchors
    for home in homes:
        yield f"{value:.10g}:{home}"
        if len(written) >= SCARCE:
            yield f"{''.join(sorted(written))}:{claim.unit.name}:{home}"


def _passing(claim: Claim) -> bool:
    """Whether a figure belongs to some days or weeks, or is a level of them; of measures and money it is as good."""
    if claim.unit.dimension != f"[{claim.unit.name}]":
        return True
    return claim.kind is not Kind.ATTRIBUTE and claim.time is not None and claim.time.days <= LONGEST_SPAN


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


def _things(claim: Claim) -> tuple[str, ...]:
    """The last words for what is counted: crew members are crew; none for people at large."""
    words = [singular(word) for word in claim.population.text.casefold().split()] if claim.population else []
    telling = [word for word in words if word not in populations().people | populations().noise]
    return tuple(dict.fromkeys(telling[-COUNTED:]))


def _reported(claim: Claim) -> Iterator[str]:
    """The months about the day of the report, or those of the figure where the report has no day."""
    if claim.story and claim.story.day:
        yield from _months(claim.story.day - MARGIN, claim.story.day + MARGIN)
    else:
        yield from _times(claim)


def _months(start: date, end: date) -> Iterator[str]:
    """The months from one day to another."""
    for month in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield f"{month // 12}-{month % 12 + 1:02}"
