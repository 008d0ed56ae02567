"""Days of events: a count that runs on is as of its report, not of the day on which what it counts happened."""

from checker.extract.chunks import POSSESSIVE
from checker.extract.syntax import TimeMention
from checker.extract.temporal_aspect import verb_at
from checker.extract.when_periods import NIGHT
from checker.extract.when_spot import Spot
from checker.extract.when_story import as_of_before
from checker.model import Kind
from checker.rulebook.grammar import grammar
from checker.rulebook.temporal import temporal

_APART = 20  # tokens between an event and its day: the fire at a mill in the old town that broke out on Monday
_PHRASE = 6  # tokens of a noun phrase before its last noun
_OPENERS = frozenset(("that", "which", "who", "when", "where"))  # each opens a clause with a verb of its own
_CLAUSES = frozenset(("after", "as", "when", "where"))  # behind these a clause may stand as well as a noun


def dates_event(spot: Spot, mention: TimeMention) -> bool:
    """Whether the figure is a count so far, and the day that of its event: the toll of Monday's blast rose to 9.

    The day of the count itself stands by its verb or before all: on Monday the toll of the blast rose to 9.
    """
    period = mention.period
    if spot.figure.kind is not Kind.CUMULATIVE or mention.role != "point" or spot.own is None or period is None:
        return False
    if period.days > NIGHT or period.end >= spot.own.end or as_of_before(spot.figure.sentence, mention):
        return False
    return _opens_event(spot, mention) or any(
        _is_event(spot, index, mention.first) and _ends_event(spot, index, mention.first)
        for index in range(mention.first - 1, max(0, mention.first - _APART), -1)
    )


def _opens_event(spot: Spot, mention: TimeMention) -> bool:
    """Whether the day opens the event's noun phrase: Monday's deadly blast, the 3 May blast."""
    owned = spot.word(mention.last) in POSSESSIVE
    first = mention.first - (spot.word(mention.first - 1) in grammar().words.determiners)
    if (not owned and first == mention.first) or _runs(spot, first - 1):
        return False
    for index in range(mention.last + owned, mention.last + _PHRASE):
        if _parts(spot, index):
            return False
        if _is_event(spot, index, mention.first):
            return True
    return False


def _ends_event(spot: Spot, event: int, day: int) -> bool:
    """Whether nothing but its phrase stands between an event and a day: the blast that shook the town on Monday.

    A verb without a clause of its own would be the count's: the toll of the blast rose on Monday.
    """
    first = event - 1
    while first > 0 and spot.word(first) not in grammar().words.prepositions | {"when"}:
        first -= 1
    if event - first > _PHRASE + 1 or _runs(spot, first) or first <= spot.at < day:
        return False
    words = [spot.word(index) for index in range(first, day)]
    if any(not word[0].isalnum() and not _closed(words, index) for index, word in enumerate(words)):
        return False
    verbs = sum(_is_verb(spot, index) and not _is_verb(spot, index - 1) for index in range(first + 1, day))
    return verbs <= sum(word in _OPENERS for word in words[1:]) + (words[0] in _CLAUSES)


def _closed(words: list[str], at: int) -> bool:
    """Whether a mark parts nothing: it belongs to a word, or a clause on the event follows."""
    return (
        words[at] in POSSESSIVE or words[at] in {"-", '"', "“", "”"} or words[at + 1 : at + 2] in (["which"], ["when"])
    )


def _is_event(spot: Spot, index: int, day: int) -> bool:
    """Whether the word is a sudden event and ends its phrase: the blast in Kyiv, not the fire service."""
    word, behind = spot.word(index), spot.word(index + 1)
    if not word.startswith(temporal().story.events) or "-" in word:
        return False
    goes_on = behind in grammar().words.closed or behind.endswith("ing") or _is_verb(spot, index + 1)
    return index + 1 in {day, len(spot.figure.sentence.tokens)} or not behind[:1].isalnum() or goes_on


def _parts(spot: Spot, index: int) -> bool:
    """Whether a noun phrase ends before the word."""
    word = spot.word(index)
    return index == spot.at or not word[:1].isalnum() or word in grammar().words.closed or _is_verb(spot, index)


def _is_verb(spot: Spot, index: int) -> bool:
    return index >= 0 and verb_at(spot.figure.sentence.tokens, index) is not None


def _runs(spot: Spot, index: int) -> bool:
    """Whether the count runs from the event: since the blast on Monday."""
    return spot.word(index) in temporal().relations.since
