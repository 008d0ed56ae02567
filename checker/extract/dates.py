"""Dates of events: the prison opened in 1956, the ferry sank on Wednesday."""

from collections.abc import Sequence

from checker.extract.context import content_words, event_names
from checker.extract.drafts import ClaimDraft
from checker.extract.intervals import Reading
from checker.extract.syntax import PlaceMention, Sentence, TimeMention
from checker.extract.tokens import tokens
from checker.extract.voices import Voices, modality_of, speaker_of
from checker.extract.when_periods import beginning
from checker.extract.where import Setting, place_of
from checker.model import DateDetail, DateFound, DateSource, Document, Event, Interval, Kind, Population, Section, Unit
from checker.rulebook.grammar import grammar

DATE = Unit(name="date", dimension="[date]")
_OWN = (DateSource.FRONT_MATTER, DateSource.EMBEDDED, DateSource.PUBLISHED, DateSource.DATELINE)
_ANY = Interval()
_UNBOUNDED = Reading(_ANY, _ANY, _ANY, approximate=False)
REACH = 14
PUBLICATION = "publication of the report"


def date_claims(
    sentence: Sentence,
    times: Sequence[TimeMention],
    places: tuple[PlaceMention, ...],
    setting: Setting,
    voices: Voices,
    *,
    meant: str = "",
) -> list[ClaimDraft]:
    """A claim for every date of a sentence, with the words of its clause as what is dated.

    `meant` is what the sentence's first words stand in for: The prison is old. It opened in 1956.
    """
    drafts = []
    for mention in times:
        if mention.clock or (mention.period is None and not mention.impossible):
            continue
        modality, _ = modality_of(mention.start, voices.stretches)
        attribution = speaker_of(mention.start, voices.attributions)
        what = f"{meant} {_what(sentence, mention)}".strip()
        located = place_of(sentence, mention.first, places, setting)
        drafts.append(
            ClaimDraft(
                sentence=sentence,
                start=mention.start,
                end=min(mention.end, mention.start + 60),
                reading=_UNBOUNDED,
                unit=DATE,
                measure="date",
                kind=Kind.ATTRIBUTE,
                population=Population(text=what, head=what.split()[-1].casefold()) if what else None,
                described=what,
                place=located.place,
                place_stated=located.stated,
                time=beginning(sentence, mention),
                time_stated=True,
                event=Event(kind=what.casefold(), names=event_names(sentence)),
                speaker=attribution.speaker if attribution else None,
                modality=modality,
                context=content_words(sentence, mention.start),
                date=DateDetail(
                    weekday=mention.weekday, impossible=mention.impossible, explicit_year=mention.explicit_year
                ),
                because=[f"time {mention.role}"],
            )
        )
    return drafts


def publication_claims(
    document: Document, dates: Sequence[DateFound], drafts: Sequence[ClaimDraft]
) -> list[ClaimDraft]:
    """A claim for every date that the document bears about itself in its text and that is no claim yet.

    Its event kind is "publication", its sentence the date alone: no words stand beside it that it could be compared by.
    """
    taken = [(draft.start, draft.end) for draft in drafts if draft.measure == "date"]
    found = []
    for date in dates:
        if date.span is None or date.source not in _OWN:
            continue
        start, end = date.span.start, date.span.end
        if any(first < end and start < last for first, last in taken):
            continue
        taken.append((start, end))
        text = document.text[start:end]
        found.append(
            ClaimDraft(
                sentence=Sentence(text, start, end, tokens(text, start), Section.FURNITURE, 0, 0),
                start=start,
                end=end,
                reading=_UNBOUNDED,
                unit=DATE,
                measure="date",
                kind=Kind.ATTRIBUTE,
                population=Population(text=PUBLICATION, head="report"),
                described=PUBLICATION,
                time=date.period,
                time_stated=True,
                event=Event(kind="publication"),
                because=[f"time of the {date.source.value}"],
            )
        )
    return found


def _what(sentence: Sentence, mention: TimeMention) -> str:
    """The content words of the clause that the date stands in, nearest first kept, in their order."""
    closed = grammar().words.closed
    line = sentence.tokens
    picked: list[int] = []
    for step in (
        range(mention.first - 1, max(-1, mention.first - REACH), -1),
        range(mention.last, min(len(line), mention.last + REACH)),
    ):
        for at in step:
            token = line[at]
            if token.lower in {";", ":", "(", ")", "—", "while", "but"}:
                break
            if token.text[0].isalpha() and token.lower not in closed:
                picked.append(at)
            if len(picked) >= REACH:
                break
    return " ".join(line[at].text for at in sorted(picked)[:10])
