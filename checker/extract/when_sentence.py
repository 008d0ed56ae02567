"""The time that a sentence states for one of its figures."""

from checker.extract import temporal_calendar as calendar
from checker.extract.clauses import segment_at
from checker.extract.syntax import TimeMention
from checker.extract.temporal_aspect import Aspect
from checker.extract.when_events import dates_event
from checker.extract.when_periods import NIGHT, as_counted, beginning, counted_from, relative, until
from checker.extract.when_spot import WHOLE, Spot
from checker.model import Kind, Period, Precision
from checker.rulebook.temporal import temporal

STORY = 60  # days from the report within which a time is the story's
ISLAND, INSIDE, JOINT = 30, 8, 5  # what a joint, a subordinate clause of the time, one of the figure count as tokens
BEHIND = 3  # tokens by which a time before its figure counts as farther
_AROUND = 6  # tokens around a figure in which "has" makes a count run on
_SINCE = 14  # tokens between "since" and its time
_EVENT = 3  # tokens behind "two days after" in which the event is named
_ARTICLES = frozenset(("the", "about", "some", "around", "just", "nearly"))

_LEADS = frozenset(("by", "the", "in", "at", "on", "from", "during", "over", "and", "but", "as", "of", "towards"))
_LINKS = frozenset(("in", "on", "during", "over", "the", "at"))  # between "than" and its time
_THAN = 4  # tokens
_NOUN = 4  # tokens of a figure and its noun, which a relative clause follows
_EXTREME = 7  # tokens before "since" in which the worst or the first stands
_SUPERLATIVES = frozenset(("first", "worst", "most", "least", "last", "best"))
_DEGREES = frozenset(("more", "less", "fewer", "other", "rather"))


def stated(spot: Spot) -> Period | None:
    """The time of the figure's clause, or the nearest of the sentence that can be its."""
    of_year = _yearly(spot)
    if of_year is not None:
        return of_year
    best: tuple[int, int, TimeMention] | None = None
    for mention in spot.events:
        cost = _cost(spot, mention)
        if cost is not None and (best is None or (cost, mention.first) < best[:2]):
            best = (cost, mention.first, mention)
    return as_counted(spot.figure.sentence, _read(spot, best[2])) if best else None


def _yearly(spot: Spot) -> Period | None:
    """The year of a plan for money that its sentence tells of: the 2027 budget sets aside 4.3 billion."""
    if spot.figure.measure not in temporal().clauses.money:
        return None
    for mention in spot.events:
        planned = mention.first < spot.at and spot.word(mention.last) in temporal().clauses.plans
        if planned and mention.period is not None and mention.period.precision is Precision.YEAR:
            compared = _compares(spot, range(mention.last, spot.at))
            return None if compared else mention.period
    return None


def _cost(spot: Spot, mention: TimeMention) -> int | None:
    """How far a time is from the figure; None where it cannot be its."""
    if (_base(spot) and mention.role != "since") or any(test(spot, mention) for test in _FOREIGN):
        return None
    if mention.period is None and _counted(spot, mention) is None:
        return None
    at = spot.at
    distance = mention.first - at if mention.first >= at else at - mention.last + BEHIND
    here, there = segment_at(spot.parts, at), segment_at(spot.parts, mention.first)
    if here == there:
        joined = any(spot.word(index) in temporal().relations.and_ for index in range(mention.last, at))
        return distance + JOINT * joined
    cost = _across(spot, mention, here, there)
    return None if cost is None else distance + cost


def _across(spot: Spot, mention: TimeMention, here: int, there: int) -> int | None:
    """What it costs that the time stands in another segment of the sentence; None where it cannot be the figure's."""
    own, other = spot.parts[here], spot.parts[there]
    clause = spot.word(other.first) in {"who", "which", "that"} and there == here + 1
    if clause and other.first - spot.at <= _NOUN and spot.aspect is Aspect.NONE:
        return JOINT  # 12,000 people who fled this week
    labelled = there == here - 1 and spot.word(own.first) == ":"
    led = all(spot.word(index) in _LEADS for index in range(mention.first))
    running = mention.role == "since" and (own.level == other.level or mention.first > spot.at)
    opening = mention.first <= 1 or led or running or labelled
    if not opening and (spot.now or own.level != other.level or (own.island and spot.word(own.first) == "as")):
        return None
    if other.island and (spot.aspect is Aspect.PERFECT or _background(spot, mention)):
        return None
    return JOINT * abs(here - there) + (ISLAND if other.island else 0) + (INSIDE if own.island else 0)


def _extreme(spot: Spot, mention: TimeMention) -> bool:
    """Whether the time is how long there was no such thing: the deadliest raid since 2021, the first since May."""
    if mention.role != "since" or spot.at > mention.first:
        return False
    words = [spot.word(index) for index in range(max(0, mention.first - _EXTREME), mention.first)]
    return any(word in _SUPERLATIVES or (word.endswith("est") and len(word) > len("west")) for word in words)


def _over(spot: Spot, mention: TimeMention) -> bool:
    """Whether the time is a day gone by and the figure what has come about: it sank on Friday and 27 have drowned."""
    if spot.own is None or mention.period is None or mention.role != "point":
        return False
    lasting = spot.aspect is Aspect.PRESENT and spot.figure.kind is Kind.STOCK and spot.word(mention.first - 1) != "of"
    if spot.aspect is not Aspect.PERFECT and not lasting:
        return False
    return mention.period.days <= NIGHT and mention.period.end < spot.own.end


def _deadline(spot: Spot, mention: TimeMention) -> bool:
    """Whether the figure is of now, and the time only how long that will be so: 200 men until 30 September."""
    lasting = mention.role == "until" and spot.word(mention.first - 1) in {"until", "till", "through"}
    needed = spot.figure.measure in temporal().clauses.yearly
    return lasting and spot.now and spot.figure.kind is Kind.STOCK and not needed


def _background(spot: Spot, mention: TimeMention) -> bool:
    """Whether a time lies long before the story."""
    return spot.own is not None and mention.period is not None and (spot.own.start - mention.period.end).days > STORY


def _of_event(spot: Spot, mention: TimeMention) -> bool:
    """Whether the time is that of the story's event, and the figure what that has come to since."""
    return not _background(spot, mention) and dates_event(spot, mention)


def _base(spot: Spot) -> bool:
    """Whether the figure is the whole that a part is taken of, and stands: eighty of the 120 soldiers."""
    if spot.figure.kind is not Kind.STOCK and spot.aspect is Aspect.PAST:
        return False
    for index in range(spot.figure.at - 1, max(-1, spot.figure.at - WHOLE), -1):
        word = spot.word(index)
        if word == "of":
            before = spot.word(index - 1)
            return index + 1 < spot.figure.at and (
                before[:1].isdigit() or _counts(before) or before in {"half", "most"}
            )
        if word in {",", ";", "(", ")"}:
            break
    return False


def _ahead(spot: Spot, mention: TimeMention) -> bool:
    """Whether the figure is of now and the time to come: 80 people (they leave on Wednesday), 40 of the 120 places."""
    if spot.own is None or mention.period is None or spot.figure.kind not in {Kind.STOCK, Kind.UNKNOWN}:
        return False
    if spot.figure.measure in temporal().clauses.yearly and mention.period.precision is Precision.YEAR:
        return False
    later = mention.period.end > spot.own.end and mention.period.start >= spot.own.start
    return later and mention.role != "until" and spot.aspect is not Aspect.FUTURE


def _compared(spot: Spot, mention: TimeMention) -> bool:
    """Whether only one of the two stands in what is compared (40, against 61 in May; 14 more than yesterday)."""
    for index in range(mention.first - 1, mention.first - _THAN, -1):
        if spot.word(index) == "than":
            return True
        if spot.word(index) not in _LINKS:
            break
    behind = mention.first > spot.at
    words = {spot.word(index) for index in range(mention.first, mention.last)}
    if behind and "same" in words and "on" in {spot.word(mention.first - 1), spot.word(mention.first - 2)}:
        return True  # up 17 percent on the same quarter of 2024
    span = range(spot.at + 1, mention.first - 1) if behind else range(mention.last, spot.at)
    if (
        behind
        and "from" in {spot.word(spot.at - 1), spot.word(spot.at - 2)}
        and any(spot.word(i) == "to" for i in span)
    ):
        return True
    return _compares(spot, span)


def _compares(spot: Spot, span: range) -> bool:
    """Whether a figure that another is compared with begins in a stretch of the sentence."""
    tokens, comparing = spot.figure.sentence.tokens, temporal().clauses.comparing
    return any(tokens[index].lower in comparing and _comparing(spot, index) for index in span)


def _comparing(spot: Spot, index: int) -> bool:
    """Whether the word begins a figure that another is compared with: against 61, than the 503, from 2,500."""
    behind = spot.word(index + 1)
    if spot.word(index) == "than" and spot.word(index - 1) in _DEGREES:
        return behind == "the"
    if behind in _ARTICLES:
        behind = spot.word(index + 2)
    return behind[:1].isdigit() or behind in {"$", "€", "£"} or _counts(behind)


def _counts(word: str) -> bool:
    return word in temporal().numbers.counts and word not in {"a", "an"}


def _read(spot: Spot, mention: TimeMention) -> Period | None:
    """The period of the figure by the time chosen: what began then may count up to the report."""
    period, own = mention.period, spot.own
    if period is None:
        return _counted(spot, mention)
    if own is None:
        return period
    if period.days == NIGHT and spot.word(mention.first) == "overnight" and own.days == 1:
        return calendar.days(calendar.moved(own.end, -1), own.end)
    if mention.role == "since" or _since(spot, mention):
        first = beginning(spot.figure.sentence, mention)
        when = "when" in {spot.word(mention.last), spot.word(mention.last + 1)}
        return first if when and spot.at > mention.last else counted_from(first, own)
    if mention.role == "until" or spot.word(mention.first - 1) == "before":
        return until(spot.figure.sentence, mention, own, lasting=spot.figure.kind is Kind.ATTRIBUTE)
    return _widened(spot, mention, period, own)


def _widened(spot: Spot, mention: TimeMention, period: Period, own: Period) -> Period | None:
    """The whole year of a budget; of what began long ago and has killed 900, the time from then to now.

    What there was at the end of a month was so on its last day.
    """
    if spot.word(mention.first) in temporal().shifts.this and period.start <= own.end < period.end:
        return calendar.days(period.start, own.end, period.precision)  # this year, in figures as of an earlier day
    if spot.word(mention.first) == "end" and spot.figure.kind in {Kind.STOCK, Kind.UNKNOWN}:
        return Period.on(period.end)
    now = spot.aspect in {Aspect.PRESENT, Aspect.NONE}
    if spot.figure.measure in temporal().clauses.yearly and now and period.precision is Precision.YEAR:
        return Period(start=period.start, end=period.end.replace(month=12, day=31), precision=Precision.YEAR)
    around = {spot.word(index) for index in range(spot.at - _AROUND, spot.at + _AROUND)}
    counts = spot.figure.kind is not Kind.ATTRIBUTE and bool(around & temporal().aspects.perfect)
    return counted_from(period, own) if counts and _background(spot, mention) else period


def _since(spot: Spot, mention: TimeMention) -> bool:
    """Whether "since" stands further left in the clause: since the war began in 2011."""
    for index in range(mention.first - 1, max(-1, mention.first - _SINCE), -1):
        if spot.word(index) in {",", ";", ":", "("}:
            return False
        if spot.word(index) == "since":
            return True
    return False


def _counted(spot: Spot, mention: TimeMention) -> Period | None:
    """The time that words count from another, or from the story's event: a week later, two days after the quake."""
    sentence = spot.figure.sentence
    behind = [token.lower for token in sentence.tokens[mention.last : mention.last + _EVENT]]
    if spot.story is not None and any(word.startswith(temporal().story.events) for word in behind):
        return relative(sentence, mention, spot.story, told=True)
    return relative(sentence, mention, _basis(spot, mention))


def _basis(spot: Spot, mention: TimeMention) -> Period | None:
    """The time that a relative one counts from: the last before it in the sentence, else the neighbour's."""
    before = [t.period for t in spot.events if t.period is not None and t.first < mention.first]
    return before[-1] if before else spot.base


_FOREIGN = (_compared, _ahead, _over, _of_event, _deadline, _extreme)  # times that are not the figure's
