"""What a whole report tells of time: the day of its event, and the period that it covers."""

from collections import Counter
from collections.abc import Mapping, Sequence

from checker.extract import temporal_calendar as calendar
from checker.extract.clauses import segment_at, segments
from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal_aspect import Aspect, aspect_of
from checker.extract.when_periods import NIGHT
from checker.extract.when_spot import is_telling
from checker.model import Period, Precision
from checker.rulebook.temporal import temporal

HEADING = 6  # sentences of a head
HEAD = 12  # sentences in which a report says which period it covers
REACH = 9  # tokens behind "since" in which something begins
SHORTEST = 8  # tokens of a sentence that tells of something, and is no line of a masthead
MONTH = 31  # days of the longest such period
OLDEST = 400  # days before its report in which an event is still the report's, not history

RISING = 45  # days before the report in which what goes on at its date has begun

Times = Mapping[int, Sequence[TimeMention]]


def covered_period(sentences: Sequence[Sentence], times: Times) -> Period | None:
    """The period that a bulletin says it reports on."""
    for sentence in sentences[:HEAD]:
        periods = (mention.period for mention in times.get(sentence.index, ()))
        long = next((period for period in periods if period is not None and NIGHT < period.days <= MONTH), None)
        words = f"{sentence.label} {sentence.text}".casefold() if long else ""
        if any(phrase in words for phrase in temporal().story.covering):
            return long
    return None


def as_of_head(sentences: Sequence[Sentence], times: Times) -> Period | None:
    """The day that the head of a report says all its figures are as of: Flash update 2, as of 8 February."""
    for sentence in sentences[:HEADING]:
        mentions = times.get(sentence.index, ())
        told = mentions and len(sentence.tokens) > SHORTEST and aspect_of(sentence, 0) is not Aspect.NONE
        for mention in () if told else mentions:
            if as_of_before(sentence, mention) and mention.period is not None and mention.period.days == 1:
                row = [other for other in sentences if other.paragraph == sentence.paragraph and other is not sentence]
                return (
                    None if any(tells_figures(other, times.get(other.index, ())) for other in row) else mention.period
                )
    return None


def as_of_before(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the words before the time make it that of figures: data as of, cut-off:."""
    words = [token.lower for token in sentence.tokens[max(0, mention.first - 3) : mention.first]]
    return " ".join(word for word in words if word not in {":", "(", "the"}).endswith(temporal().clauses.as_of)


def tells_figures(sentence: Sentence, times: Sequence[TimeMention]) -> bool:
    """Whether a figure other than a time stands in the sentence."""
    taken = {index for mention in times for index in range(mention.first, mention.last)}
    return any(token.lower[0].isdigit() for index, token in enumerate(sentence.tokens) if index not in taken)


def onset(sentences: Sequence[Sentence], times: Times, published: Period | None) -> Period | None:
    """The first of the days around the report that it tells events of: the attacks began on Tuesday."""
    days = [
        mention.period.start
        for sentence in sentences
        if len(sentence.tokens) >= SHORTEST
        for mention in times.get(sentence.index, ())
        if mention.period and published and _is_near(sentence, mention, published)
        if mention.role == "since" or _dates_event(sentence, mention)
    ]
    return Period.on(min(days)) if days else None


def _is_near(sentence: Sentence, mention: TimeMention, published: Period) -> bool:
    period = mention.period
    if period is None or mention.clock or is_telling(sentence, mention):
        return False
    fine = mention.role == "since" or period.days <= RISING
    return (
        fine
        and period.precision in {Precision.DAY, Precision.RANGE}
        and 0 <= (published.end - period.start).days <= RISING
    )


def story_day(sentences: Sequence[Sentence], times: Times, published: Period | None) -> Period | None:
    """The one day on which what the report is about happened; None where it tells of events of its own day.

    A sentence that dates an event and the telling of it (gave its account on Monday of Friday's attack) gives the
    earlier day; of several days the one told most often holds, then the first told.
    """
    days: Counter[Period] = Counter()
    first: Period | None = None
    for sentence in sentences:
        told = times.get(sentence.index, ()) if len(sentence.tokens) >= SHORTEST else ()
        found = [t.period for t in told if t.period and published and _is_day(sentence, t, published)]
        if found:
            first = first or found[-1]
            days[min(found, key=lambda day: day.end)] += any(_dates_event(sentence, t) for t in told)
    days = +days
    if published is not None and not days:
        return _days_after(sentences[:HEAD], published)
    if published is None or first is None or not days or published.end in {first.end, *(day.end for day in days)}:
        return None
    return days.most_common(1)[0][0]


def _days_after(sentences: Sequence[Sentence], published: Period) -> Period | None:
    """The day by what has passed since: two weeks after the wreck, ten days on."""
    for sentence in sentences:
        words = [token.lower for token in sentence.tokens]
        for index, word in enumerate(words[:-2]):
            unit = temporal().units.get(temporal().unit.get(words[index + 1], ""))
            count = (
                int(word) if word.isdecimal() and len(word) < len("1000") else temporal().numbers.counts.get(word, 0)
            )
            if not count or unit is None or not unit.days:
                continue
            behind = words[index + 3 : index + 6]
            after = words[index + 2] == "after" and any(each.startswith(temporal().story.events) for each in behind)
            if after or (words[index + 2] == "on" and behind[:1] == [","]):
                day = calendar.moved(published.end, -count * unit.days)
                return Period.on(day) if day else None
    return None


def _is_day(sentence: Sentence, mention: TimeMention, published: Period) -> bool:
    """Whether the time is a day, or a night, that can be the event's."""
    period = mention.period
    if period is None or mention.clock or mention.role != "point" or period.days > NIGHT:
        return False
    past = period.end <= published.end and (published.end - period.end).days <= OLDEST
    return past and not is_telling(sentence, mention)


def _dates_event(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether a word for an event stands in the clause of the time, and tells of the past."""
    parts = segments(sentence)
    part = parts[segment_at(parts, mention.first)]
    words = [token.lower for token in sentence.tokens[part.first : part.last]]
    ahead = aspect_of(sentence, mention.first) is Aspect.FUTURE
    return not ahead and any(word.startswith(temporal().story.events) for word in words)


def day_of_event(sentence: Sentence, day: Period | None) -> Period | None:
    """The day itself where the sentence names it by the event: on the day of the quake, at the time of the attack."""
    if day is None:
        return None
    words = [token.lower for token in sentence.tokens]
    for index in range(1, len(words) - 2):
        named = words[index] in temporal().story.moments and words[index - 1] in {"the", "that"}
        behind = words[index + 1 : index + 5]
        if (
            named
            and behind[:1]
            and behind[0] in {"of", "the", "when", "that"}
            and any(word.startswith(temporal().story.events) for word in behind)
        ):
            return Period.on(day.end)
    return None


def day_in_order(sentence: Sentence, at: int, first: Period | None) -> Period | None:
    """The second day of the siege, counted from the first."""
    if first is None:
        return None
    words = [token.lower for token in sentence.tokens]
    spots = [
        (index, order)
        for index, word in enumerate(words[1:], 1)
        if words[index - 1] == "the" and (order := temporal().ordinal.get(word)) and _opens_day(words, index)
    ]
    near = min(spots, key=lambda spot: abs(spot[0] - at), default=None)
    day = calendar.moved(first.start, near[1] - 1) if near else None
    return Period.on(day) if day else None


def _opens_day(words: Sequence[str], index: int) -> bool:
    """Whether the ordinal is of days of the event: on the first day of the attack, and on the second."""
    if words[max(0, index - 2)] not in {"on", "by", "in", "during"}:
        return False
    behind = words[index + 1 : index + 6]
    if behind[:1] == ["day"]:
        return behind[1:2] != ["of"] or any(word.startswith(temporal().story.events) for word in behind)
    earlier = words[: index - 2]
    bare = not behind or not behind[0].isalpha() or behind[0] in temporal().numbers.counts
    return "day" in earlier and bare


def since_event(sentence: Sentence, at: int, day: Period | None, own: Period | None) -> Period | None:
    """From the event to the report: since the quake, 40 have died."""
    if day is None or own is None or day.start > own.end:
        return None
    words = [token.lower for token in sentence.tokens]
    for index, word in enumerate(words):
        if word not in temporal().relations.since or abs(index - at) > MONTH:
            continue
        behind = words[index + 1 : index + REACH]
        begun = bool(temporal().clauses.beginning & set(behind))
        if begun or any(other.startswith(temporal().story.events) for other in behind[:4]):
            return calendar.days(day.start, own.end)
    return None
