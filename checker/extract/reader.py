"""Sentence to drafts of claims: quantities with measure, population, time, place, speaker and modality."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.context import content_words, event_names
from checker.extract.drafts import ClaimDraft
from checker.extract.ellipsis import Antecedent, is_people
from checker.extract.kinds import kind_of
from checker.extract.links import Placed, find_links
from checker.extract.links_whole import find_whole, is_part
from checker.extract.places_near import LABEL_GAP
from checker.extract.predicates_noun import KIND_OF_NOUN
from checker.extract.quantities import Quantity, find_quantities
from checker.extract.speakers_hearsay import HEARSAY
from checker.extract.story_event import suffered
from checker.extract.subject import WHOLE, subject_of
from checker.extract.subject_borrowed import Subject
from checker.extract.syntax import PlaceMention, Sentence, TimeMention
from checker.extract.triggers import Clauses
from checker.extract.voices import Voices, modality_of, speaker_of
from checker.extract.when import time_of
from checker.extract.when_line import Timeline
from checker.extract.when_spot import Figure
from checker.extract.where import Setting, place_of
from checker.model import Event, Modality, Population
from checker.rulebook.assertions import assertions
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures
from checker.rulebook.numerals import numerals
from checker.rulebook.units import units

PEOPLE = Population(text="people", head="people")
AGES = 8  # tokens before a figure in which a word of ages stands
OLDEST = 115  # years
FEW = 3  # as many officials, spelled out, are a source rather than a count


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The times and places of a sentence, and what the sentences before it left behind."""

    times: Sequence[TimeMention]
    places: tuple[PlaceMention, ...]
    line: Timeline
    setting: Setting
    past: list[Antecedent]


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of the whole document while its sentences are read; `country` is an ISO 3166 code.

    `event` is the noun for what happened.
    """

    voices: Voices
    country: str = ""
    event: str = ""

    def read(self, sentence: Sentence, around: Surroundings, skip: int) -> list[ClaimDraft]:
        """The quantity claims of a sentence; `around.past` grows by them, those before `skip` are none."""
        taken = _taken(sentence, around.times, skip)
        quantities = find_quantities(sentence, taken, self.country)
        if not quantities:
            return []
        clauses = Clauses(sentence, quantities, taken)
        drafts: list[ClaimDraft] = []
        placed: list[Placed] = []
        ages = _ages(sentence, quantities)
        for quantity in quantities:
            if quantity.first in ages:
                continue
            subject = subject_of(sentence, quantity, clauses, around.past)
            if subject.unit is None or not _asserts(sentence, quantity, subject):
                continue
            draft = _draft(sentence, quantity, subject)
            draft.described = suffered(subject.described, subject.measure, sentence, self.event)
            self._place(draft, quantity.numeral.first, around)
            if subject.earlier is not None and not _moves(draft, subject.earlier, around.places):
                draft.place = subject.earlier.place or draft.place
            around.past.append(
                Antecedent(
                    sentence,
                    quantity,
                    subject.unit,
                    subject.text,
                    subject.measure,
                    draft.place,
                    subject.base or subject.described,
                )
            )
            drafts.append(draft)
            placed.append(Placed(quantity, subject.unit, draft.measure, draft.start))
        links, names, cues = find_links(sentence, placed), event_names(sentence), _cues(sentence)
        for draft, item in zip(drafts, placed, strict=True):
            draft.links = links.get(draft.start, []) or find_whole(sentence, item, around.past)
            draft.context = content_words(sentence, draft.start)
            draft.event = Event(kind=draft.measure, names=names)
            draft.cues = cues
        return drafts

    def _place(self, draft: ClaimDraft, at: int, around: Surroundings) -> None:
        """Give the draft its time, place, speaker and modality."""
        figure = Figure(draft.sentence, at, draft.kind, draft.measure)
        draft.time, draft.time_stated, because = time_of(figure, around.times, around.line)
        draft.because.append(because)
        draft.place, draft.place_stated = place_of(draft.sentence, at, around.places, around.setting)
        attribution = speaker_of(draft.start, self.voices.attributions)
        if attribution is not None:
            draft.speaker = attribution.speaker
            draft.because.append(attribution.because)
        denied = attribution is not None and attribution.because == HEARSAY
        draft.modality, why = modality_of(draft.start, self.voices.stretches)
        if denied and draft.modality is Modality.ASSERTED:
            draft.modality = Modality.DENIED
        if why:
            draft.because.append(why)


def _moves(draft: ClaimDraft, earlier: Antecedent, places: Sequence[PlaceMention]) -> bool:
    """Whether a place is named for a figure that takes its noun from an earlier one."""
    start = earlier.sentence.tokens[earlier.quantity.last - 1].end if earlier.sentence is draft.sentence else 0
    known = earlier.place.name if earlier.place else ""
    named = [m for m in places if m.role == "place" and m.place.name != known]
    return any((m.preposition and m.start >= start) or 0 <= draft.start - m.end <= LABEL_GAP for m in named)


def _draft(sentence: Sentence, quantity: Quantity, subject: Subject) -> ClaimDraft:
    tokens, numeral = sentence.tokens, quantity.numeral
    compared = measures().compared(subject.measure)
    assert subject.unit is not None  # noqa: S101 the caller leaves out figures of nothing
    return ClaimDraft(
        sentence=sentence,
        start=tokens[numeral.first].start,
        end=tokens[numeral.last - 1].end,
        reading=quantity.reading(),
        unit=subject.unit,
        measure=compared,
        told=subject.measure if subject.measure != compared else "",
        kind=kind_of(subject.measure, sentence, quantity, subject.because),
        population=_population(subject, part=is_part(sentence, quantity)),
        described=subject.described,
        hedge=quantity.hedge.id if quantity.hedge else "",
        vague=numeral.vague is not None,
        decimals=numeral.decimals,
        because=subject.because,
    )


def _taken(sentence: Sentence, times: Sequence[TimeMention], skip: int) -> frozenset[int]:
    """Token indices whose figures are times or stand in a dateline; the span in "five years ago" is a quantity too."""
    taken = {i for t in times if not _durational(sentence, t) for i in range(t.first, t.last)}
    if skip > sentence.start:
        taken |= {i for i, token in enumerate(sentence.tokens) if token.start < skip}
    return frozenset(taken)


def _durational(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether a time expression measures a span: in the last two months, five years ago, several months after."""
    if mention.clock or mention.weekday is not None:
        return False
    words = [token.lower for token in sentence.tokens[mention.first : mention.last]]
    spans = [i for i, word in enumerate(words) if (unit := units().measured.get(word)) and unit.dimension == "[time]"]
    return any(i and (words[i - 1] in assertions().spans or words[i - 1][0].isdigit()) for i in spans)


def _asserts(sentence: Sentence, quantity: Quantity, subject: Subject) -> bool:
    """Whether the figure asserts something: it is no number of speakers, nor a one or a none of nothing known."""
    if _speaks(sentence, quantity, subject) or _named_before(sentence, quantity, subject) or _age(sentence, quantity):
        return False
    numeral, open_count = quantity.numeral, subject.measure == "count"
    if _describes(sentence, quantity):
        return False
    known = subject.unit is not None and subject.unit.name in units().kinds
    first, single = sentence.tokens[numeral.first].lower, numeral.last - numeral.first == 1
    if first in {"a", "an"} and single:
        victim = subject.measure in assertions().victim_measures
        return victim if quantity.noun else subject.measure == "duration"
    if first == "one" and numeral.form == "cardinal" and single:
        return _one(subject, known=known)
    if numeral.form == "none":
        return not open_count and subject.measure != "change" and (subject.bare or known)
    vague = numeral.vague is not None and numeral.low < numerals().vague["dozens"].low
    return not (vague and open_count)


def _speaks(sentence: Sentence, quantity: Quantity, subject: Subject) -> bool:
    """Whether the figure counts those who speak: two officials said."""
    words, numeral = assertions(), quantity.numeral
    head = quantity.noun.head if quantity.noun else ""
    after = sentence.tokens[quantity.last].lower if quantity.last < len(sentence.tokens) else ""
    if head in words.sources | words.speakers and after in grammar().words.saying:
        return True
    return head in words.sources and numeral.spelled and numeral.low <= FEW and not is_people(subject.measure)


def _named_before(sentence: Sentence, quantity: Quantity, subject: Subject) -> bool:
    """Whether the figure only takes up things named before: the two countries."""
    before = sentence.tokens[quantity.first - 1].lower if quantity.first else ""
    weak = subject.measure not in measures().table or KIND_OF_NOUN in subject.because
    return (
        before == "the"
        and WHOLE not in subject.because
        and quantity.numeral.spelled
        and quantity.numeral.low <= FEW
        and weak
    )


def _describes(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the figure is tied to a noun that is neither measured nor counted: a 412-page ruling."""
    number, _, tied = sentence.tokens[quantity.numeral.first].lower.rpartition("-")
    told = tied in units().counted or tied in units().measured or any(char.isdigit() for char in tied)
    return number.isdigit() and not told


def _age(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the figure is an age: children under five, boys aged 6 to 14 months, the driver, 45, was hurt."""
    tokens, first = sentence.tokens, quantity.numeral.first
    before = [token.lower for token in tokens[max(0, first - AGES) : first]]
    for word in reversed(before):
        if word in assertions().aged:
            return True
        if word not in grammar().words.closed and not word[0].isdigit() and word not in {",", "one", "two", "three"}:
            break
    if quantity.noun is not None or quantity.unit is not None or len(before) < len(("driver", ",")):
        return False
    table, named = units(), before[-2]
    if before[-1] == ",":
        after = tokens[quantity.last].text if quantity.last < len(tokens) else "."
        single = named == "one" or (table.counted.get(named) == "person" and not table.is_plural(named))
        return single and after in {",", ".", ")"} and quantity.numeral.high <= OLDEST
    return table.counted.get(table.singular(named)) == "person" and before[-1] in assertions().age_bounds


def _ages(sentence: Sentence, quantities: Sequence[Quantity]) -> set[int]:
    """The first tokens of figures that give as many ages as persons: two boys, 8 and 11."""
    found: set[int] = set()
    for index, quantity in enumerate(quantities):
        number, unit = quantity.numeral.low, quantity.unit
        if unit is None or unit.name != "person" or not 1 < number <= FEW + 1 or quantity.noun is None:
            continue
        listed, at = [], quantity.last
        for following in quantities[index + 1 :]:
            between = {token.lower for token in sentence.tokens[at : following.first]}
            bare = following.noun is None and following.unit is None and following.numeral.high <= OLDEST
            if not bare or not between or not between <= {",", "and", "aged"}:
                break
            listed.append(following.first)
            at = following.last
        if len(listed) == number:
            found.update(listed)
    return found


def _one(subject: Subject, *, known: bool) -> bool:
    """Whether "one" counts: one guard killed, one vehicle, but not one day."""
    name = subject.unit.name if subject.unit else ""
    if name in {"day", "night", "second"}:
        return False
    return (subject.measure != "count" and not subject.bare) or (known and name != "person")


def _population(subject: Subject, *, part: bool) -> Population | None:
    """The population as a reader says it; a count of persons that names nobody counts people: killing 64."""
    if not subject.text:
        people = subject.unit is not None and subject.unit.name == "person"
        return PEOPLE.model_copy(update={"part": part}) if people else None
    folded = [word.strip(",'\"“”").casefold() for word in subject.text.split()]
    head = subject.head or units().singular(folded[-1])
    return Population(text=subject.text, head=head, modifiers=tuple(word for word in folded[:-1] if word), part=part)


def _cues(sentence: Sentence) -> tuple[str, ...]:
    return tuple(sorted(sentence.words & assertions().cues))
