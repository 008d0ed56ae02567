"""Frames without a verb of their own: `according to X`, `by X's count`, `X: ...`, `(X)`, a headline's last word."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.speakers_after import after
from checker.extract.speakers_anatomy import text_of
from checker.extract.speakers_phrases import Phrase, is_voice
from checker.extract.syntax import Token
from checker.rulebook.gazetteer import lookup
from checker.rulebook.numerals import numerals
from checker.rulebook.speakers import canonical_names, nameless_nouns, speaker_lexicon

HEADLINE = 5  # tokens of a headline that can name its source at its end
LINE = 30  # tokens of a line that may end in its source
LABEL = 14  # tokens of a label before a colon
LONGEST = 5  # letters of an acronym
BEHIND = frozenset((",", "on", "in", "at", "from", "via", "to", "("))  # behind a label's voice: where one spoke
DASHES = frozenset(("-", "\u2013", "\u2014"))
SOURCES = frozenset(("according", "per", "citing", "quoted", "quoting", "reported"))


class Frame(NamedTuple):
    """A frame of speech; token indices, `last` excluded. `side`: the words before it (left), or behind it (right)."""

    first: int
    last: int
    phrase: Phrase
    side: str
    because: str


def source(words: Sequence[Token], at: int) -> Frame | None:
    """`according to X`, `per X`, `citing X`, `quoted X as saying`."""
    lower = words[at].lower
    start = at + 1
    if lower == "according":
        if start >= len(words) or words[start].lower != "to":
            return None
        start += 1
    elif start < len(words) and words[start].lower == "by":
        start += 1
    if lower == "according" and start + 1 < len(words) and words[start].lower == "what":
        start += 2  # "according to what reported the ministry"
    phrase = after(words, start, apposition=lower == "according" and at > 0)
    if lower == "according" and start < len(words) and words[start].lower in ("him", "her", "them", "it"):
        phrase = phrase or Phrase(start, start + 1)
    if phrase is None or (lower == "according" and words[phrase.first].lower == "which"):
        return None
    if lower == "per" and not _tells(words, phrase):
        return None
    if lower != "according" and not (voiced(words, phrase) and strong(words, phrase, at)):
        return None
    if lower in ("quoted", "quoting") and not (phrase.last < len(words) and words[phrase.last].lower in ("as", ",")):
        return None
    side = "right" if lower in ("quoted", "quoting") or at == 0 else "left"
    return Frame(at, max(phrase.last, phrase.extra[1]), phrase, side, "source:" + lower)


def _tells(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is that of a body, or of what it makes public: "per the ministry's statement"."""
    nouns, last = speaker_lexicon().nouns, words[phrase.last - 1].lower
    whose = words[phrase.first].lower in speaker_lexicon().glue.articles or words[phrase.first].named
    return last in nouns.institutions or (whose and last in nouns.records)


def label_of(words: Sequence[Token]) -> Frame | None:
    """A voice before a colon at the sentence's start, a clock time before it passed over."""
    start = 1 if words and words[0].text[0].isdigit() and ":" in words[0].text else 0
    if start and len(words) > 1 and words[1].text in DASHES:
        start += 1
    colon = next((i for i in range(start, min(len(words), start + LABEL)) if words[i].text == ":"), None)
    if colon is None or colon == start or colon + 1 >= len(words):
        return None
    phrase = after(words, start)
    nouns = speaker_lexicon().nouns
    heads = nouns.institutions | nouns.functionaries | nameless_nouns()
    heads = heads | nouns.corporate if colon - start > 1 else heads
    trades = nouns.people | nouns.titles
    known = " ".join(word.lower for word in words[start:colon]) in canonical_names()
    known = known or (words[start].lower.rstrip(".") in trades and words[start].named) or _acronym(words, start, colon)
    if phrase is None:
        return None
    if phrase.last == colon and (known or words[colon - 1].lower in heads):
        return Frame(start, colon + 1, phrase, "right", "label")
    spoken = words[phrase.last - 1].named and any(map(is_voice, words[phrase.first : phrase.last]))
    told = phrase.first == start and spoken and (phrase.last == colon or words[phrase.last].lower in BEHIND)
    return Frame(start, colon + 1, phrase, "right", "label") if told else None


def _acronym(words: Sequence[Token], start: int, colon: int) -> bool:
    """Whether a label is but an acronym: `SNCF: 22 trains stand still`."""
    text = words[start].text
    notice = words[start].lower in speaker_lexicon().turns.notices or bool(lookup(words[start].lower))
    return colon == start + 1 and text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST and not notice


def bracket(words: Sequence[Token], at: int) -> Frame | None:
    """`(Ministry of Health, 18 January)` behind a figure: the source of what stands before it."""
    if at == 0 or words[at - 1].named:
        return None
    phrase = after(words, at + 1)
    if phrase is None or phrase.last >= len(words) or words[phrase.last].text not in (")", ","):
        return None
    span = words[phrase.first : phrase.last]
    alone = words[at + 1].lower == span[0].lower and words[phrase.last].text == ")"
    if not (span[0].named or alone) or not any(w.lower in speaker_lexicon().nouns.institutions for w in span):
        return None
    return Frame(at, phrase.last, phrase, "left", "bracket")


def headline(words: Sequence[Token]) -> Frame | None:
    """`... killed in the north: Monitor`, `... - CENTCOM`, `... Monitor`."""
    if len(words) < HEADLINE:
        return None
    nouns = speaker_lexicon().nouns
    last = words[-1]
    marked = words[-2].text in (":", "-", "\u2013", "—")
    known = last.lower in canonical_names() or last.lower in nouns.institutions | nameless_nouns()
    if not last.named or not known or not (marked or last.lower in nouns.generic | nouns.nameless | {"police"}):
        return None
    return Frame(len(words) - 1, len(words), Phrase(len(words) - 1, len(words)), "left", "headline")


def credit(words: Sequence[Token]) -> Frame | None:
    """`14 dead, 33 injured - Health Ministry`: the source behind a line's last dash."""
    if not HEADLINE <= len(words) <= LINE:
        return None
    dash = next((i for i in range(len(words) - 2, 0, -1) if words[i].text in DASHES), None)
    end = len(words) - (words[-1].text == ".")
    phrase = after(words, dash + 1) if dash is not None else None
    if dash is None or phrase is None or phrase.first != dash + 1 or phrase.last != end:
        return None
    nouns = speaker_lexicon().nouns
    heads = nouns.institutions | nouns.functionaries | nouns.nameless
    known = " ".join(word.lower for word in words[dash + 1 : end]) in canonical_names()
    return Frame(dash, phrase.last, phrase, "left", "credit") if known or words[end - 1].lower in heads else None


def voiced(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase holds a voice or a name."""
    return any(is_voice(word) or word.named for word in words[phrase.first : phrase.last])


def strong(words: Sequence[Token], phrase: Phrase, at: int) -> bool:
    """Whether a verb that is not only one of speaking has a known voice before it."""
    lexicon = speaker_lexicon()
    span = words[phrase.first : phrase.last]
    they = lexicon.anaphora.they if phrase.first == 0 or words[phrase.first - 1].text == "," else frozenset[str]()
    if len(span) == 1 and span[0].lower in lexicon.anaphora.he | lexicon.anaphora.it | they:
        return True
    if phrase.extra[1] and words[phrase.extra[1] - 1].named:
        return True
    links = lexicon.glue.links
    end = next((i for i, w in enumerate(span) if i and (w.lower in links or w.text in ("(", "["))), len(span))
    head = span[end - 1]
    if _counts(words, span, head, at):
        return False
    if head.lower in lexicon.nouns.persons and head.lower not in nameless_nouns():
        return at < len(words) and words[at].lower not in lexicon.verbs.deeds | SOURCES
    if is_voice(head):
        return True
    named = " ".join(w.lower for w in span).removeprefix("the ") in canonical_names()
    opens = phrase.first == 0 or not words[phrase.first - 1].text[0].isalpha()
    opens = opens or words[phrase.first - 1].lower in ("and", "by", "from")
    return named or (opens and head.named and at > phrase.first)


def _counts(words: Sequence[Token], span: Sequence[Token], head: Token, at: int) -> bool:
    """Whether a phrase is counted itself, or where one was: `Seventeen states reported`, `Greece recorded 83`."""
    if span[0].lower in numerals().cardinals and not is_voice(head):
        return True
    recording = at < len(words) and words[at].lower in speaker_lexicon().verbs.recording
    return recording and bool(lookup(text_of(span).casefold()))
