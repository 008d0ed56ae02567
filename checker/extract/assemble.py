"""Document to claims: every production's findings put together."""

import hashlib
from collections.abc import Sequence

from checker.extract.bounds import Tally
from checker.extract.context import meant_by, topic_of
from checker.extract.dates import date_claims, publication_claims
from checker.extract.drafts import ClaimDraft
from checker.extract.ellipsis import Antecedent
from checker.extract.lines import line_starts, span
from checker.extract.modality import modality
from checker.extract.people import find_people
from checker.extract.places_story import read_story
from checker.extract.profile import caption_spans, dateline_span, furniture_spans, month_first
from checker.extract.reader import Reader, Surroundings
from checker.extract.sentences import split
from checker.extract.speakers import attribute
from checker.extract.story_event import story_event
from checker.extract.story_names import story_of
from checker.extract.syntax import Sentence
from checker.extract.voices import Voices
from checker.extract.when import settle_headlines
from checker.extract.when_entries import Calendar, entry_days, times_by_sentence
from checker.extract.when_line import begin
from checker.extract.where import Setting
from checker.model import Claim, Document, Extraction, Figure, Profile, Section, Story

LONGEST_QUOTE = 400  # characters


def extract(document: Document, profile: Profile, year: int | None = None) -> Extraction:
    """All claims and named people of a document; `notices` tell what was passed over.

    `year` is that of the story's other reports, for a report without a date.
    """
    furniture = furniture_spans(document)
    sentences = split(document, profile.title, furniture, caption_spans(document))
    dateline = dateline_span(document)
    anchor, order = profile.published.end if profile.published else None, month_first(document)
    story = read_story(sentences, dateline)
    home = story.home
    days = entry_days(sentences, anchor)
    heads = {sentence.index: _header(sentence, dateline) for sentence in sentences}
    times_of = times_by_sentence(sentences, heads, Calendar(anchor, days, order, year))
    line, setting = begin(profile.published, sentences, times_of), Setting(story)
    voices = Voices(attribute(sentences, profile.source), modality(sentences, anchor.year if anchor else None))
    reader = Reader(voices, home.country.casefold() if home else "", story_event(sentences))
    drafts, tally = list[ClaimDraft](), Tally()
    past: list[Antecedent] = []
    topic = ""
    before: Sentence | None = None
    for sentence in sentences:
        if sentence.section is Section.FURNITURE:
            continue
        setting.enter(sentence)
        skip = _header(sentence, dateline)
        places = tuple(mention for mention in story.mentions[sentence.index] if mention.start >= skip)
        times = times_of[sentence.index]
        line.enter(days.get(sentence.index))
        if tally.admits(sentence, len(drafts)):
            drafts += reader.read(sentence, Surroundings(times, places, line, setting, past), skip)
            drafts += date_claims(sentence, times, places, setting, voices, meant=meant_by(sentence, topic, before))
        topic, before = topic_of(sentence, topic), sentence
        line.pass_by(sentence, times)
        setting.pass_by(sentence, places)
    settle_headlines(drafts)
    drafts += publication_claims(document, profile.dates, drafts)
    lines, told = line_starts(document.text), story_of(sentences, profile)
    claims = sorted(
        (_claim(document, lines, draft, told) for draft in drafts),
        key=lambda c: (c.number.start, c.number.end, c.measure),
    )
    return Extraction(
        document=document.id,
        claims=tuple(claims),
        mentions=find_people(document, sentences),
        home=home,
        home_told=story.told,
        notices=tally.notices,
    )


def _header(sentence: Sentence, dateline: tuple[int, int] | None) -> int:
    """The offset before which the sentence is a dateline, whose figures are no claims."""
    return dateline[1] if dateline and dateline[0] < sentence.end and sentence.start < dateline[1] else sentence.start


def _claim(document: Document, lines: Sequence[int], draft: ClaimDraft, story: Story) -> Claim:
    """The draft as a claim; its quote is the sentence, cut around the figure where that is long."""
    start, end = draft.sentence.start, draft.sentence.end
    if end - start > LONGEST_QUOTE:
        start = max(start, draft.start - LONGEST_QUOTE // 2)
        end = min(end, start + LONGEST_QUOTE)
    key = f"{document.sha256}\0{document.path}\0{draft.start}\0{draft.end}\0{draft.measure}"
    return Claim(
        id="c-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        document=document.id,
        span=span(lines, start, end, document.mark_at(draft.start)),
        quote=document.text[start:end],
        number=Figure(
            start=draft.start,
            end=draft.end,
            text=document.text[draft.start : draft.end],
            hedge=draft.hedge,
            vague=draft.vague,
            decimals=draft.decimals,
        ),
        asserted=draft.reading.asserted,
        hard=draft.reading.hard,
        soft=draft.reading.soft,
        approximate=draft.reading.approximate,
        unit=draft.unit,
        measure=draft.measure,
        told=draft.told,
        kind=draft.kind,
        population=draft.population,
        described=draft.described,
        place=draft.place,
        place_stated=draft.place_stated,
        time=draft.time,
        time_stated=draft.time_stated,
        event=draft.event,
        speaker=draft.speaker,
        modality=draft.modality,
        section=draft.sentence.section,
        sentence=draft.sentence.index,
        paragraph=draft.sentence.paragraph,
        links=tuple(sorted(draft.links, key=lambda link: (link.target, link.kind))),
        cues=draft.cues,
        context=draft.context,
        story=story,
        date=draft.date,
        because=tuple(draft.because),
    )
