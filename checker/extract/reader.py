"""Sentence to drafts of claims: quantities with measure, population, time, place, speaker and modality."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.context import content_words, event_names
from checker.extract.drafts import ClaimDraft
from checker.extract.ellipsis import Antecedent, antecedent, is_people, label_noun, subject_noun, text_of
from checker.extract.kinds import kind_of
from checker.extract.links import Placed, find_links
from checker.extract.predicates import Predicates, find_triggers
from checker.extract.quantities import Quantity, find_quantities
from checker.extract.syntax import PlaceMention, Sentence, TimeMention
from checker.extract.voices import Voices, modality_of, speaker_of
from checker.extract.when import Timeline, time_of
from checker.extract.where import Setting, place_of
from checker.model import Event, Population
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures
from checker.rulebook.numerals import numerals
from checker.rulebook.units import units

SHORTEST_VERB = 4  # letters of a participle
VICTIMS = frozenset(("killed", "wounded", "detained"))  # measures of which "a woman" is a count
SOURCES = frozenset(
    (
        "official",
        "source",
        "witness",
        "resident",
        "activist",
        "analyst",
        "spokesman",
        "spokesperson",
        "diplomat",
        "expert",
        "aide",
        "lawyer",
        "doctor",
    )
)


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of the whole document while its sentences are read."""

    voices: Voices
    country: str = ""

    def read(
        self,
        sentence: Sentence,
        times: Sequence[TimeMention],
        places: tuple[PlaceMention, ...],
        line: Timeline,
        setting: Setting,
        past: list[Antecedent],
        skip: int,
    ) -> list[ClaimDraft]:
        """The quantity claims of a sentence; `past` grows by them, figures before the offset `skip` are left out."""
        taken = _taken(sentence, times, skip)
        quantities = find_quantities(sentence, taken, self.country)
        if not quantities:
            return []
        predicates = Predicates(sentence, quantities, find_triggers(sentence.tokens), taken)
        drafts: list[ClaimDraft] = []
        placed: list[Placed] = []
        for quantity in quantities:
            draft = self._draft(sentence, quantity, predicates, past)
            if draft is None:
                continue
            at = quantity.numeral.first
            draft.time, draft.time_stated = time_of(sentence, at, times, draft.kind, line)
            draft.place = place_of(sentence, at, places, setting)
            attribution = speaker_of(draft.start, self.voices.attributions)
            if attribution is not None:
                draft.speaker = attribution.speaker
                draft.because.append(attribution.because)
            draft.modality, why = modality_of(draft.start, self.voices.stretches)
            if why:
                draft.because.append(why)
            drafts.append(draft)
            placed.append(Placed(quantity, draft.measure, draft.start))
        links = find_links(sentence, placed)
        names = event_names(sentence)
        for draft in drafts:
            draft.links = links.get(draft.start, [])
            draft.context = content_words(sentence, draft.start)
            draft.event = Event(kind=draft.measure, names=names)
            draft.cues = _cues(sentence)
        return drafts

    def _draft(
        self, sentence: Sentence, quantity: Quantity, predicates: Predicates, past: list[Antecedent]
    ) -> ClaimDraft | None:
        """The quantity with its unit, measure and population; None where it claims nothing."""
        reading = predicates.measure(quantity)
        measure = reading.measure if reading else ""
        because = [*quantity.because, *([reading.because] if reading else [])]
        unit, text = quantity.unit, text_of(sentence, quantity.noun) or text_of(sentence, quantity.complement)
        head = quantity.noun.head if quantity.noun else ""
        bare = quantity.noun is None and unit is None
        generic = quantity.noun is not None and head in {"other", "more"}
        if bare or generic:
            text, noun = subject_noun(sentence, quantity)
            if not noun and reading is not None:
                text, noun = label_noun(sentence, quantity, reading.at)
            if noun and (not measure or not is_people(measure) or units().thing(noun).name == "person"):
                unit, head = units().thing(noun), noun
                because.append("noun of the number")
            else:
                text = ""
                earlier = antecedent(sentence, quantity, past, measure)
                if earlier is not None:
                    unit, text, measure = unit if generic else earlier.unit, earlier.text, measure or earlier.measure
                    because.append("as the figure before it")
                if unit is None and measure:
                    unit = units().thing("person" if is_people(measure) else "item")
                    because.append(f"said of {unit.name}s")
        if not measure and head in measures().members:
            measure = measures().members[head]
            because.append("kind of noun")
        bracket = quantity.first and sentence.tokens[quantity.first - 1].text == "("
        if bracket and past and past[-1].sentence is sentence and unit and past[-1].unit.dimension == unit.dimension:
            measure = past[-1].measure
            because.append("dual")
        weak = reading is None or reading.because in {"kind of noun", "modifier"}
        if weak and past and past[-1].sentence is sentence and _listed(sentence, past[-1].quantity, quantity):
            measure = past[-1].measure
            because.append("list")
        if unit is None or not _claims(sentence, quantity, measure, bare=bare):
            return None
        measure = measure or _open_measure(sentence, quantity)
        tokens = sentence.tokens
        first, last = quantity.numeral.first, quantity.numeral.last
        return (
            ClaimDraft(
                sentence=sentence,
                start=tokens[first].start,
                end=tokens[last - 1].end,
                reading=quantity.reading(),
                unit=unit,
                measure=measure,
                kind=kind_of(measure, sentence, quantity, because),
                population=_population(text, head),
                hedge=quantity.hedge.id if quantity.hedge else "",
                vague=quantity.numeral.vague is not None,
                decimals=quantity.numeral.decimals,
                because=because,
            )
            if not past.append(Antecedent(sentence, quantity, unit, text, measure))
            else None
        )


def _taken(sentence: Sentence, times: Sequence[TimeMention], skip: int) -> frozenset[int]:
    """Token indices whose figures are times or stand in a dateline; the span in "five years ago" is a quantity too."""
    taken = {i for t in times if not _durational(sentence, t) for i in range(t.first, t.last)}
    taken |= {i for i, token in enumerate(sentence.tokens) if token.start < skip}
    return frozenset(taken)


def _durational(sentence: Sentence, mention: TimeMention) -> bool:
    """Whether a time expression measures a span: in the last two months, five years ago, several months after."""
    if mention.clock or mention.weekday is not None:
        return False
    words = [token.lower for token in sentence.tokens[mention.first : mention.last]]
    spans = [i for i, word in enumerate(words) if (unit := units().measured.get(word)) and unit.dimension == "[time]"]
    return any(i and (words[i - 1] in _SPANS or words[i - 1][0].isdigit()) for i in spans)


_SPANS = frozenset(
    (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twelve",
        "twenty",
        "several",
        "few",
    )
)


def _claims(sentence: Sentence, quantity: Quantity, measure: str, *, bare: bool) -> bool:
    """Whether the figure asserts something: not a speaker's number, a lone one, a greeting's hundred."""
    tokens, numeral = sentence.tokens, quantity.numeral
    first = tokens[numeral.first].lower
    after = tokens[quantity.last].lower if quantity.last < len(tokens) else ""
    words = grammar().words
    if quantity.noun and after in words.saying and quantity.noun.head in SOURCES | {"man", "woman", "person"}:
        return False
    if quantity.noun and first in {"one", "two", "three"} and quantity.noun.head in SOURCES and not is_people(measure):
        return False
    known = quantity.unit is not None and quantity.unit.name in units().kinds
    if first in {"a", "an"} and numeral.last - numeral.first == 1:
        return (
            measure in VICTIMS if quantity.noun else quantity.unit is not None and quantity.unit.dimension == "[time]"
        )
    if first == "one" and numeral.form == "cardinal" and numeral.last - numeral.first == 1:
        if quantity.unit is not None and quantity.unit.name in {"day", "night", "second"}:
            return False
        return (bool(measure) and not bare) or (known and quantity.unit is not None and quantity.unit.name != "person")
    if numeral.form == "none":
        return bool(measure) and measure not in {"change"} and (bare or known)
    if numeral.vague and numeral.low < numerals().vague["dozens"].low:
        return bool(measure)
    return True


def _listed(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """Whether only the joints of a list or of a breakdown stand between two figures: 7 killed: one guard and six inmates."""
    last = max(before.last, before.complement.last if before.complement else 0)
    between = [token.lower for token in sentence.tokens[last : quantity.first]]
    if len(between) > 6:
        return False
    return bool(between) and all(word in _JOINTS for word in between)


_JOINTS = frozenset(
    (
        ",",
        "and",
        "or",
        ":",
        "(",
        "including",
        "among",
        "them",
        "of",
        "whom",
        "which",
        "them",
        "-",
        "as",
        "well",
        "plus",
        "with",
        "killed",
        "wounded",
        "injured",
        "dead",
    )
)


def _open_measure(sentence: Sentence, quantity: Quantity) -> str:
    """A verb that no lexicon knows: the participle behind the phrase or the past form before it, else count."""
    tokens, words = sentence.tokens, grammar().words
    passed_over = words.saying | words.rising | words.falling | words.closed
    for index in range(quantity.last, min(len(tokens), quantity.last + 4)):
        lower = tokens[index].lower
        if lower.endswith("ed") and len(lower) > SHORTEST_VERB and lower not in passed_over:
            return lower
        if lower not in words.auxiliaries and lower not in words.adverbs:
            break
    for index in range(quantity.first - 1, max(-1, quantity.first - 4), -1):
        lower = tokens[index].lower
        if lower in {";", ":", "(", ")", "."}:
            break
        if lower.endswith("ed") and len(lower) > SHORTEST_VERB and lower not in passed_over:
            following = tokens[index + 1].lower
            if index + 1 == quantity.first or following in words.closed:
                return lower
            break
    return "count"


def _population(text: str, head: str) -> Population | None:
    """The population as a reader says it."""
    if not text:
        return None
    folded = [word.strip(",'\"“”").casefold() for word in text.split()]
    return Population(
        text=text, head=head or units().singular(folded[-1]), modifiers=tuple(word for word in folded[:-1] if word)
    )


_CUES = frozenset(
    [
        "total",
        "altogether",
        "further",
        "additional",
        "more",
        "corrected",
        "revised",
        "raised",
        "lowered",
        "alone",
        "so",
        "far",
        "initially",
        "earlier",
        "previously",
        "first",
        "final",
        "now",
        "latest",
        "at",
        "least",
        "combined",
        "overall",
    ]
)


def _cues(sentence: Sentence) -> tuple[str, ...]:
    return tuple(sorted({token.lower for token in sentence.tokens} & _CUES))
