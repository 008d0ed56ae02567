"""Frames of speech in one sentence: `X said`, `said X`, `according to X`, `X: ...`, `(X)`; whose, and which side."""

from collections.abc import Callable, Sequence
from functools import cache

from checker.extract.speakers_after import after
from checker.extract.speakers_counts import count
from checker.extract.speakers_phrases import before, is_voice
from checker.extract.speakers_sources import SOURCES, Frame, bracket, credit, headline, label_of, source, strong, voiced
from checker.extract.speakers_subjects import PREPOSITIONS
from checker.extract.speakers_verbs import told
from checker.extract.syntax import Sentence, Token
from checker.model import Section
from checker.rulebook.speakers import speaker_lexicon

AGENT = 12  # tokens between a participle and its "by"
BEING = frozenset(("is", "are", "was", "were", "been", "being", "be"))


def frames(sentence: Sentence, quoted: Callable[[int], bool]) -> list[Frame]:
    """The frames of a sentence in order; `quoted` tells whether an offset lies in a quotation."""
    words = sentence.tokens
    label = label_of(words) if ":" in sentence.words else None
    found = [label] if label is not None else []
    titled = sentence.section is Section.HEADLINE
    triggers, speaking = _triggers(), _speaking()
    for at, word in enumerate(words if found or not triggers.isdisjoint(sentence.words) else ()):
        if word.lower in ("at", "of") and found:
            shared = _gapped(words, at, found[-1])
            found += [shared] if shared is not None else []
        if word.lower not in triggers or (word.lower in speaking and quoted(word.start)):
            continue
        frame = _frame(words, at, titled=titled) or _added(words, at, found)
        if frame is not None and (not found or frame.first >= found[-1].last):
            found.append(frame)
    if not found:
        dashed = "-" in sentence.words or "\u2014" in sentence.words
        tail = (headline(words) if titled else None) or (credit(words) if dashed else None)
        if tail is not None:
            found.append(tail)
    return found


def _added(words: Sequence[Token], at: int, found: Sequence[Frame]) -> Frame | None:
    """`..., said X, adding that ...`: X goes on."""
    going_on = words[at].lower in speaker_lexicon().verbs.participles and at > 0 and words[at - 1].text == ","
    if not going_on or not found or found[-1].side != "left":
        return None
    return found[-1]._replace(first=at, last=at + 1, side="right", because="participle:" + words[at].lower)


def _gapped(words: Sequence[Token], at: int, frame: Frame) -> Frame | None:
    """`..., police at 400`: a voice that shares the verb before it."""
    verb = frame.because.rpartition(":")[2]
    shared = verb in speaker_lexicon().verbs.gapped or frame.because == "gapped"
    if not shared or at + 1 >= len(words) or not words[at + 1].text[0].isdigit() or at <= frame.last:
        return None
    phrase = before(words, at)
    if (
        phrase is None
        or phrase.first <= frame.last
        or words[phrase.first - 1].lower not in (",", ";", "and", "while", "but")
    ):
        return None
    spoken = is_voice(words[phrase.last - 1]) or words[phrase.last - 1].named
    return Frame(phrase.first, at + 1, phrase, "right", "gapped") if spoken else None


@cache
def _speaking() -> frozenset[str]:
    verbs = speaker_lexicon().verbs
    return verbs.said | verbs.weighed


@cache
def _triggers() -> frozenset[str]:
    """All words that may carry a frame."""
    lexicon = speaker_lexicon()
    return (
        _speaking()
        | SOURCES
        | lexicon.verbs.passive
        | lexicon.nouns.counts
        | lexicon.nouns.views
        | lexicon.verbs.participles
        | {"("}
    )


def _frame(words: Sequence[Token], at: int, *, titled: bool) -> Frame | None:
    """The frame that the word at `at` carries."""
    word = words[at]
    frame = None
    if word.lower in _speaking() and (word.text.islower() or titled):
        frame = told(words, at)
    if frame is None and word.lower in SOURCES:
        frame = source(words, at)
    if frame is None and word.lower in speaker_lexicon().verbs.passive:
        frame = _passive(words, at)
    if frame is None and word.lower in speaker_lexicon().nouns.counts | speaker_lexicon().nouns.views:
        frame = count(words, at)
    if word.text == "(":
        frame = bracket(words, at)
    if word.lower in speaker_lexicon().verbs.participles - SOURCES and at > 1:
        frame = _participle(words, at) if words[at - 1].text == "," else _beside(words, at)
    return frame


def _passive(words: Sequence[Token], at: int) -> Frame | None:
    """`the toll was put at 40 by the ministry`, `40 deaths documented by the network`."""
    been = any(word.lower in BEING for word in words[max(0, at - 2) : at])
    reach = AGENT if been else 1
    by = next((i for i in range(at + 1, min(len(words) - 1, at + 1 + reach)) if words[i].lower == "by"), None)
    phrase = after(words, by + 1, apposition=True) if by is not None else None
    if by is None or phrase is None or phrase.first != by + 1 or not strong(words, phrase, len(words)):
        return None
    named = words[phrase.first].named or words[phrase.first].lower in speaker_lexicon().glue.articles
    if any(word.lower.endswith("ed") for word in words[at + 1 : by]) or not (named or phrase.last - phrase.first > 1):
        return None
    return Frame(at, max(phrase.last, phrase.extra[1]), phrase, "left", "passive:" + words[at].lower)


def _beside(words: Sequence[Token], at: int) -> Frame | None:
    """`..., with officials putting the toll at 40`."""
    phrase = before(words, at)
    if phrase is None or phrase.first == 0 or words[phrase.first - 1].lower != "with" or not voiced(words, phrase):
        return None
    return Frame(phrase.first - 1, at + 1, phrase, "right", "beside:" + words[at].lower)


def _participle(words: Sequence[Token], at: int) -> Frame | None:
    """`The minister urged calm, noting that ...`: the voice that opens the sentence."""
    phrase = after(words, 0, apposition=True)
    if (
        phrase is None
        or phrase.last >= at
        or words[0].lower in PREPOSITIONS
        or words[phrase.last].lower in ("and", "of")
    ):
        return None
    if not (is_voice(words[phrase.last - 1]) or (phrase.extra[1] and words[phrase.extra[1] - 1].named)):
        return None
    return Frame(at, at + 1, phrase, "right", "participle:" + words[at].lower)
