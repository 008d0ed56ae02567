"""Figures of those who are not heard: `denied rumours of 300 layoffs`, `a claim that 400 fled is untrue`."""

from collections.abc import Sequence

from checker.extract.speakers_anatomy import text_of
from checker.extract.syntax import Sentence, Token
from checker.model import Speaker
from checker.rulebook.speakers import speaker_lexicon

HEARSAY = "hearsay"  # the production's name
REACH = 12  # tokens of the noun phrase that tells where something was said
OBJECT = 8  # tokens between a denial and what it denies
CLOSE = 3  # tokens between "is" and the denial behind it
BEFORE = frozenset(("of", "that", "about", "saying", "claiming", "alleging", "which", "according"))
WHERE = frozenset(("on", "by", "in", "of"))
TRUE = frozenset(("true", "correct"))  # behind "not"
COPULAS = frozenset(("is", "are", "was", "were", "as", "proved", "be"))
MARKS = frozenset((",", ";", ":", "(", ")", '"', "“", "”"))

Told = tuple[int, int, Speaker | None]


def hearsay(sentence: Sentence, denier: Speaker | None) -> list[Told]:
    """The stretch of a sentence whose figures somebody denies, with who is said to have told them; None for nobody.

    Args:
        sentence: any.
        denier: who speaks in the sentence, None for the report itself.
    """
    words = sentence.tokens
    denials = speaker_lexicon().hearsay.denials
    for at, word in enumerate(words):
        if word.lower not in denials and not (word.lower in TRUE and at and words[at - 1].lower in ("not", "n't")):
            continue
        predicate = any(words[i].lower in COPULAS for i in range(max(0, at - CLOSE), at))
        if predicate and at + 1 < len(words) and words[at + 1].lower == "that":
            return [(words[at + 1].start, words[_end(words, at + 2) - 1].end, None)]
        noun = _subject(words, at) if predicate else _object(words, at)
        if noun is not None:
            first, last = noun
            claimant = text_of(words[first:last])
            text = (
                f"{claimant}, {denials.get(word.lower, 'denied')} by {denier.text}" if denier is not None else claimant
            )
            speaker = Speaker(text=text, name=claimant.casefold(), named=False)
            return [(words[first].start, words[_end(words, last) - 1].end, speaker)]
        if denier is not None and not predicate and at + 1 < len(words) and words[at + 1].lower == "that":
            text = f"{denials.get(word.lower, 'denied')} by {denier.text}"
            speaker = Speaker(text=text, name=text.casefold(), named=False)
            return [(words[at + 1].start, words[_end(words, at + 1) - 1].end, speaker)]
    return []


def may_deny(sentence: Sentence) -> bool:
    """Whether a sentence holds a word that denies something."""
    denials = speaker_lexicon().hearsay.denials
    return not (sentence.words.isdisjoint(denials) and sentence.words.isdisjoint(TRUE))


def unsourced(sentence: Sentence) -> Told | None:
    """The clause that is told as reported, by nobody: `17 people were reported killed`, `reportedly killing 19`."""
    reporting = speaker_lexicon().verbs.unsourced
    if sentence.words.isdisjoint(reporting):
        return None
    words = sentence.tokens
    for at, word in enumerate(words):
        if word.lower not in reporting:
            continue
        passive = at > 0 and words[at - 1].lower in COPULAS and word.lower == "reported"
        if word.lower == "reported" and not passive:
            continue
        first = next((i + 1 for i in range(at - 1, -1, -1) if words[i].text in MARKS), 0)
        speaker = Speaker(text="reported, nobody says by whom", name="reported", named=False)
        return words[first].start, sentence.end, speaker
    return None


def _object(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The phrase for what was said behind a verb that denies it."""
    nouns = speaker_lexicon().hearsay.nouns
    noun = next((i for i in range(at + 1, min(len(words), at + 1 + OBJECT)) if words[i].lower in nouns), None)
    last = _told(words, noun) if noun is not None else None
    return (_start(words, noun, at + 1), last) if noun is not None and last is not None else None


def _subject(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The phrase for what was said before "is untrue"."""
    nouns = speaker_lexicon().hearsay.nouns
    for noun in range(at):
        last = _told(words, noun) if words[noun].lower in nouns else None
        if last is not None and last < at:
            return _start(words, noun, 0), last
    return None


def _told(words: Sequence[Token], noun: int) -> int | None:
    """The token behind a noun phrase that is followed by what was said."""
    breaks = speaker_lexicon().glue.breaks - WHERE
    for at in range(noun + 1, min(len(words), noun + REACH)):
        if words[at].lower in BEFORE or words[at].text[0].isdigit():
            return at
        if words[at].text in MARKS or words[at].lower in breaks:
            return None
    return None


def _start(words: Sequence[Token], noun: int, stop: int) -> int:
    """The first word of the noun phrase, its article left out."""
    glue = speaker_lexicon().glue
    first = noun
    while first > stop:
        word = words[first - 1]
        if not (word.text[0].isalpha() or word.lower == "'s") or word.lower in glue.breaks | glue.articles:
            break
        if word.lower in glue.links and not word.named:
            break
        first -= 1
    return first


def _end(words: Sequence[Token], start: int) -> int:
    """The token behind what was said: its clause's end, or the verb of the denial."""
    for at in range(start + 1, len(words)):
        lower = words[at].lower
        following = words[at + 1].text if at + 1 < len(words) else ""
        if words[at].text in MARKS and not (lower == "," and following[:1].isdigit()):
            return at
        if lower in ("and", "but") and not following[:1].isdigit():
            return at
        if lower in COPULAS and any(
            w.lower in speaker_lexicon().hearsay.denials.keys() | TRUE for w in words[at + 1 : at + 1 + CLOSE]
        ):
            return at
    return len(words)
