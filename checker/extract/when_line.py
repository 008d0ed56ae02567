"""The times that a report has told so far, which later sentences inherit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal_aspect import Aspect, aspect_of
from checker.extract.when_periods import NIGHT, beginning, counted_from
from checker.extract.when_sentence import STORY
from checker.extract.when_spot import is_telling, telling_day
from checker.extract.when_story import as_of_before, as_of_head, covered_period, onset, story_day, tells_figures
from checker.model import Period
from checker.rulebook.temporal import temporal

MONTH = 31  # days of a bulletin's period
_BEGINNING = 12  # tokens between "began" and its time


class Told(NamedTuple):
    """A time, and the sentence and paragraph that told it."""

    sentence: int
    paragraph: int
    period: Period


@dataclass(slots=True)
class Timeline:
    """The times that later sentences inherit.

    `published` is the report's own date, `as_of` that of a section's figures, `heading` the section's period, `lead`
    the event time of the opening, `recent` the last one told, `began` the last old beginning, `said` the last telling.
    """

    published: Period | None
    as_of: Period | None = None
    heading: Period | None = None
    lead: Period | None = None
    recent: Told | None = None
    began: Told | None = None
    said: Told | None = None
    before: Told | None = None
    listing: bool = False
    counted: Period | None = None
    story: Period | None = None
    onset: Period | None = None
    covered: Period | None = None
    standing: Period | None = None
    entry: Period | None = None
    dated: Told | None = None
    paragraph: int = -1

    @property
    def own(self) -> Period | None:
        """The day that figures without a time are as of."""
        covered = Period.on(self.covered.end) if self.covered else None
        return self.as_of or self.entry or self.standing or covered or self.published

    @property
    def base(self) -> Period | None:
        """The last time told, which "a week later" counts from."""
        told = [t for t in (self.recent, self.before) if t is not None]
        return max(told, key=lambda t: t.sentence).period if told else self.lead

    def enter(self, day: date | None) -> None:
        """Begin an entry of a live blog, which tells of its own day."""
        if day is not None:
            self.entry, self.as_of, self.heading, self.said, self.recent = Period.on(day), None, None, None, None

    def pass_by(self, sentence: Sentence, times: Sequence[TimeMention]) -> None:
        """Keep what a sentence said for the next ones."""
        told = event_times(sentence, times)
        if _is_heading(sentence):
            self._enter(sentence, told)
            return
        if self.listing and not is_item(sentence):
            self.heading, self.listing = None, False
        if told and sentence.tokens[-1].text == ":" and any(t.role == "since" for t in told):
            self.heading, self.listing = counted_from(beginning(sentence, told[0]), self.own), True
        self.as_of = _as_of(sentence, told) or self.as_of
        dated = _dated_entry(sentence, told) if sentence.paragraph != self.paragraph else None
        if dated is not None or sentence.paragraph != self.paragraph:
            self.dated = Told(sentence.index, sentence.paragraph, dated) if dated else None
        self.paragraph = sentence.paragraph
        firsts = [
            p
            for t in told
            if not (t.role == "until" and self.published is None)
            and t.period != self.as_of
            and (p := _as_told(sentence, t))
        ]
        near = [period for period in firsts if self.near(period)]
        if near:
            self.lead = self.lead or near[-1]
            self.recent = Told(sentence.index, sentence.paragraph, near[0])
        old = [p for t in told if t.role in {"point", "span"} and (p := t.period) and not self.near(p)]
        self.before = Told(sentence.index, sentence.paragraph, old[-1]) if old and not near else None
        for mention in told:
            first = beginning(sentence, mention)
            if first and not self.near(first) and _begins(sentence, mention):
                self.began = Told(sentence.index, sentence.paragraph, first)
        said = telling_day(sentence, times)
        if said is not None:
            self.said = Told(sentence.index, sentence.paragraph, said)

    def _enter(self, sentence: Sentence, told: Sequence[TimeMention]) -> None:
        """A heading's time holds for its section; what the figures of the last one were as of ends with it."""
        self.as_of, self.listing = None, False
        since = any(token.lower == "since" for token in sentence.tokens)
        first = told[-1 if since else 0].period if told else None
        self.heading = counted_from(first, self.counted or self.own) if since else first
        if first is not None and not since and NIGHT < first.days <= MONTH:
            self.counted = Period.on(first.end)

    def near(self, period: Period) -> bool:
        """Whether a time is of the story, not of its background."""
        if self.published is None:
            return period.days <= MONTH  # without a date of its own, years are its background
        return abs((self.published.end - period.end).days) <= STORY


def begin(
    published: Period | None, sentences: Sequence[Sentence], times: Mapping[int, Sequence[TimeMention]]
) -> Timeline:
    """The timeline of a report at its beginning."""
    return Timeline(
        published,
        story=story_day(sentences, times, published),
        onset=onset(sentences, times, published),
        covered=covered_period(sentences, times),
        standing=as_of_head(sentences, times),
    )


def event_times(sentence: Sentence, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times of what is told, without clock times and the times of the telling (said on Sunday)."""
    return [t for t in times if t.period is not None and not t.clock and not is_telling(sentence, t)]


def _as_told(sentence: Sentence, mention: TimeMention) -> Period | None:
    """The time as later sentences take it up: the past 72 hours as a whole, of "since May 3" the beginning."""
    rolling = {token.lower for token in sentence.tokens[mention.first : mention.last]} & temporal().shifts.rolling_back
    return mention.period if mention.role == "since" and rolling else beginning(sentence, mention)


def _is_heading(sentence: Sentence) -> bool:
    if not sentence.label:
        return False
    text, label = sentence.text.strip(" #*:"), sentence.label.strip(" #*:")
    return bool(label) and bool(text) and (text.startswith(label) or (label[0].isdigit() and label.endswith(text)))


def _dated_entry(sentence: Sentence, told: Sequence[TimeMention]) -> Period | None:
    """The day that an entry of a timeline begins with: 26 January: gunmen attack the college."""
    first = told[0] if told else None
    if first is None or first.first > 1 or first.last >= len(sentence.tokens) or first.role not in {"point", "span"}:
        return None
    return first.period if sentence.tokens[first.last].text in {":", "-", "–", "—"} else None


def is_item(sentence: Sentence) -> bool:
    """Whether the sentence is an item of a list."""
    return sentence.tokens[0].text in {"-", "•", "·", "–"} or sentence.text[0] == "*"


def _as_of(sentence: Sentence, told: Sequence[TimeMention]) -> Period | None:
    """The day that a line about the figures themselves gives: data as of 8 February."""
    for mention in told:
        if as_of_before(sentence, mention) and mention.period and mention.period.days == 1:
            heads = aspect_of(sentence, 0) is Aspect.NONE and not tells_figures(sentence, told)
            return mention.period if heads else None
    return None


def _begins(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the time is a beginning: the war, which began in 2011."""
    words = temporal().clauses.beginning | temporal().relations.since
    return any(token.lower in words for token in sentence.tokens[max(0, mention.first - _BEGINNING) : mention.last])
