"""What happened in a report: the event noun of its title or its first sentences, for those who suffered it."""

from collections.abc import Sequence
from functools import lru_cache

from checker.extract.syntax import Sentence
from checker.extract.words import KNOWN
from checker.model import Section
from checker.rulebook.populations import populations
from checker.rulebook.units import units

LEAD = 3  # sentences that open a report
LONGEST = 4  # words of a description that the event completes


def story_event(sentences: Sequence[Sentence]) -> str:
    """The noun for what happened, singular and folded; "" where the title and the lead name none or several."""
    titles = [s for s in sentences if s.section in {Section.HEADLINE, Section.STANDFIRST}]
    body = [s for s in sentences if s.section in {Section.BODY, Section.QUOTE}][:LEAD]
    found = [noun for sentence in (*titles, *body) for noun in events_of(sentence)]
    distinct = list(dict.fromkeys(found))
    if not distinct:
        return ""
    often = max(distinct, key=found.count)
    return often if len(distinct) == 1 or found.count(often) > len(found) // 2 else ""


def events_of(sentence: Sentence) -> list[str]:
    """The event nouns of a sentence, as the list names them."""
    return [event for token in sentence.tokens if (event := _event(token.lower))]


@lru_cache(maxsize=KNOWN)
def _event(lower: str) -> str:
    """The event that a word names, as the list names it, "" for none."""
    return populations().events.get(units().singular(lower), "")


def suffered(described: str, measure: str, sentence: Sentence, event: str) -> str:
    """The description with the event that its people or things suffered, where neither it nor its sentence names one.

    Only what is said in general is completed so: who drowned, drowned elsewhere for all that one knows.
    """
    words, lists = described.casefold().split(), populations()
    if not event or not words or measure not in lists.suffering or len(words) > LONGEST or events_of(sentence):
        return described
    return f"{described} in the {event}" if words[-1] in lists.general else described
