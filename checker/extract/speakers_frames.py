"""Frames of speech in one sentence: `X said`, `said X`, `according to X`, `X: ...`, `(X)`; who, and which side is theirs."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from checker.extract.speakers_phrases import Phrase, after, before, is_name, is_voice
from checker.extract.syntax import Sentence, Token
from checker.model import Section
from checker.rulebook.speakers import canonical_names, speaker_lexicon

TAIL = 7  # tokens behind the verb that may still belong to it: when, where, to whom
LABEL = 9  # tokens of a label before a colon
_MARKS = frozenset((",", ".", ";", ":", "!", "?", '"', "”", "“", "»", "«", ")", "]"))


class Frame(NamedTuple):
    """A frame of speech; token indices, `last` excluded. `side`: the words before it (left), or behind it (right)."""

    first: int
    last: int
    phrase: Phrase
    side: str
    because: str


def frames(sentence: Sentence, quoted: Callable[[int], bool]) -> list[Frame]:
    """The frames of a sentence in order; `quoted` tells whether an offset lies in a quotation."""
    words = sentence.tokens
    found: list[Frame] = []
    label = _label(words)
    if label is not None:
        found.append(label)
    verbs = speaker_lexicon().verbs
    speaking = verbs.said | verbs.weighed
    counts = speaker_lexicon().nouns.counts
    for at, word in enumerate(words):
        frame = None
        if word.lower in speaking:
            if not quoted(word.start) and (word.text.islower() or sentence.section is Section.HEADLINE):
                frame = _verb(words, at)
            if frame is None and word.lower in counts:
                frame = _count(words, at)
        elif word.lower in ("according", "per", "citing", "quoted", "quoting", "reported"):
            frame = _source(words, at)
        elif word.lower in counts:
            frame = _count(words, at)
        elif word.text == "(":
            frame = _bracket(words, at)
        if frame is not None and (not found or frame.first >= found[-1].last):
            found.append(frame)
    if sentence.section is Section.HEADLINE and not found:
        tail = _headline(words)
        if tail is not None:
            found.append(tail)
    return found


def _verb(words: Sequence[Token], at: int) -> Frame | None:
    verbs = speaker_lexicon().verbs
    verb = words[at]
    if at + 1 < len(words) and words[at + 1].lower in verbs.said and verb.lower not in verbs.said:
        return None
    if verb.lower in verbs.needs and not any(w.lower in verbs.needs[verb.lower] for w in words[at + 1 : at + 14]):
        return None
    turned = _inverted(words, at)
    if turned is not None:
        return turned
    phrase = before(words, at)
    if phrase is None or not _headed(words, phrase) or (phrase.first and words[phrase.first - 1].lower == "by"):
        phrase = _opening(words, at) or phrase
    if phrase is None or (verb.lower in verbs.weighed and not _strong(words, phrase, at)):
        return None
    if not _plausible(words, phrase) or not _agrees(words, phrase, verb.lower):
        return None
    return Frame(phrase.first, at + 1, phrase, _side(words, phrase, at), "speech:" + verb.lower)


def _inverted(words: Sequence[Token], at: int) -> Frame | None:
    """`"...," said X`, `... said X`."""
    if words[at].lower not in speaker_lexicon().verbs.inverted or at == 0:
        return None
    previous = words[at - 1]
    lexicon = speaker_lexicon()
    pronouns = lexicon.anaphora.he | lexicon.anaphora.it | lexicon.anaphora.they
    if previous.lower in pronouns or previous.lower in lexicon.verbs.auxiliaries:
        return None
    marked = previous.text in (",", '"', "”", "»", "-", "—")
    if not marked and (is_name(previous) or is_voice(previous)):
        return None
    phrase = after(words, at + 1, apposition=True)
    if phrase is None or not _plausible(words, phrase):
        return None
    if (
        phrase.last < len(words)
        and words[phrase.last].lower in lexicon.glue.breaks - lexicon.glue.clauses
        and not marked
    ):
        return None
    if marked and words[phrase.first].lower in lexicon.glue.articles and not _voiced(words, phrase):
        return None
    return Frame(at, max(phrase.last, phrase.extra[1]), phrase, "left", "inverted:" + words[at].lower)


def _opening(words: Sequence[Token], at: int) -> Phrase | None:
    """A voice at the sentence's start with a participle or an aside between it and the verb."""
    if at > TAIL * 2:
        return None
    phrase = after(words, 0)
    if phrase is None or phrase.last >= at or not is_voice(words[phrase.last - 1]):
        return None
    verbs = speaker_lexicon().verbs
    between = words[phrase.last : at]
    if any(w.lower in verbs.said or w.text in (".", ";") for w in between[:-1]):
        return None
    lower = between[0].lower
    joined = between[-1].lower in ("and", "but") and not is_voice(words[at - 2])
    return phrase if joined or lower.endswith(("ing", "ed")) or lower in ("who", "which", "that", "set") else None


def _headed(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the last word of a phrase is a voice, a name or a pronoun."""
    last = words[phrase.last - 1]
    anaphora = speaker_lexicon().anaphora
    return is_voice(last) or is_name(last) or last.lower in anaphora.he | anaphora.it | anaphora.they | {")", "]"}


def _agrees(words: Sequence[Token], phrase: Phrase, verb: str) -> bool:
    """Whether a verb that is a noun as well agrees with its subject in number: `officials report`, `the list shows`."""
    nouns, doubtful = speaker_lexicon().nouns, speaker_lexicon().verbs.doubtful
    if verb not in doubtful:
        return True
    first, head = words[phrase.first], words[phrase.last - 1]
    plural = head.lower.endswith("s") or head.lower in ("police", "people")
    if verb.endswith("s"):
        named = first.lower in speaker_lexicon().glue.articles or is_name(first) or head.lower in nouns.institutions
        return named and not plural and is_voice(head)
    return plural


def _voiced(words: Sequence[Token], phrase: Phrase) -> bool:
    return any(is_voice(word) or is_name(word) for word in words[phrase.first : phrase.last])


def _plausible(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can speak: a voice, a name, a pronoun, or a person unknown to the lexicon."""
    lexicon = speaker_lexicon()
    if phrase.last - phrase.first == 1 and not phrase.extra[1]:
        lower = words[phrase.first].lower
        pronouns = lexicon.anaphora.he | lexicon.anaphora.it | lexicon.anaphora.they
        spoken = is_voice(words[phrase.first]) or is_name(words[phrase.first])
        return lower in pronouns or (spoken and lower not in lexicon.glue.articles)
    return _voiced(words, phrase) or words[phrase.first].lower in ("a", "an", "the", "one", "another")


def _strong(words: Sequence[Token], phrase: Phrase, at: int) -> bool:
    """Whether a verb that is not only one of speaking has a known voice before it."""
    lexicon = speaker_lexicon()
    span = words[phrase.first : phrase.last]
    if len(span) == 1 and span[0].lower in lexicon.anaphora.he | lexicon.anaphora.it:
        return True
    links = lexicon.glue.links
    end = next((i for i, w in enumerate(span) if i and w.lower in links), len(span))
    head = span[end - 1]
    if head.lower in lexicon.nouns.persons and head.lower not in lexicon.nouns.nameless:
        return False
    if is_voice(head):
        return True
    named = " ".join(w.lower for w in span).removeprefix("the ") in canonical_names()
    opens = (
        phrase.first == 0 or words[phrase.first - 1].text in (",", ";", '"') or words[phrase.first - 1].lower == "and"
    )
    return named or (opens and is_name(head) and at > phrase.first)


def _side(words: Sequence[Token], phrase: Phrase, at: int) -> str:
    """Which side of `X said` holds what was said."""
    clauses = speaker_lexicon().glue.clauses
    if phrase.first == 0:
        return "right"
    previous = words[phrase.first - 1]
    behind = _content(words, at + 1)
    if behind and (previous.lower in clauses or previous.text in (";", ":", "—", "-", "(", ",")):
        return "right"
    if previous.text in ('"', "”", "»", ","):
        return "left"
    return "right" if behind else "left"


def _content(words: Sequence[Token], start: int) -> bool:
    """Whether what follows the verb is more than when, where and to whom."""
    participles = speaker_lexicon().verbs.participles
    for count, word in enumerate(words[start:]):
        if word.lower in participles or word.text in (",", ".", ";", ")"):
            return False
        if count >= TAIL or word.lower == "that" or word.text in ('"', "“", "«", ":"):
            return True
    return False


def _source(words: Sequence[Token], at: int) -> Frame | None:
    """`according to X`, `per X`, `citing X`, `quoted X as saying`."""
    lower = words[at].lower
    start = at + 1
    if lower == "according":
        if start >= len(words) or words[start].lower != "to":
            return None
        start += 1
    elif start < len(words) and words[start].lower == "by":
        start += 1
    phrase = after(words, start)
    if phrase is None or (lower == "according" and words[phrase.first].lower == "which"):
        return None
    if lower == "per" and words[phrase.last - 1].lower not in speaker_lexicon().nouns.institutions:
        return None
    if lower != "according" and not (_voiced(words, phrase) and _strong(words, phrase, at)):
        return None
    if lower in ("quoted", "quoting") and not (phrase.last < len(words) and words[phrase.last].lower in ("as", ",")):
        return None
    side = "right" if lower in ("quoted", "quoting") or at == 0 else "left"
    return Frame(at, phrase.last, phrase, side, "source:" + lower)


def _count(words: Sequence[Token], at: int) -> Frame | None:
    """`by the ministry's own figure`, `the coalition's count`, `its count stands at`."""
    own = at - 1
    if own > 0 and words[own].lower in ("own", "latest", "official"):
        own -= 1
    if own < 0:
        return None
    if words[own].lower in ("its", "their") and own == 0:
        it = Phrase(own, own + 1)
        return Frame(0, at + 1, it, "right", "count:its")
    if words[own].lower != "'s" or own < 1:
        return None
    phrase = before(words, own)
    if phrase is None or phrase.first == 0:
        return None
    introduced = words[phrase.first - 1].lower in ("by", "on", "in")
    if not introduced or not (_voiced(words, phrase) and words[phrase.last - 1].lower not in ("year", "month", "week")):
        return None
    return Frame(phrase.first - 1, at + 1, phrase, "left" if phrase.first > 1 else "right", "count:own")


def _label(words: Sequence[Token]) -> Frame | None:
    """A voice before a colon at the sentence's start, a clock time before it passed over."""
    start = 1 if words and words[0].text[0].isdigit() and ":" in words[0].text else 0
    colon = next((i for i in range(start, min(len(words), start + LABEL)) if words[i].text == ":"), None)
    if colon is None or colon == start:
        return None
    phrase = after(words, start)
    nouns = speaker_lexicon().nouns
    heads = nouns.institutions | nouns.functionaries | nouns.nameless
    if phrase is None or phrase.last != colon or words[colon - 1].lower not in heads or colon + 1 >= len(words):
        return None
    return Frame(start, colon + 1, phrase, "right", "label")


def _bracket(words: Sequence[Token], at: int) -> Frame | None:
    """`(Ministry of Health, 18 January)` behind a figure: the source of what stands before it."""
    if at == 0 or is_name(words[at - 1]):
        return None
    phrase = after(words, at + 1)
    if phrase is None or phrase.last >= len(words) or words[phrase.last].text not in (")", ","):
        return None
    span = words[phrase.first : phrase.last]
    if not is_name(span[0]) or not any(w.lower in speaker_lexicon().nouns.institutions for w in span):
        return None
    return Frame(at, phrase.last, phrase, "left", "bracket")


def _headline(words: Sequence[Token]) -> Frame | None:
    """`... killed in the north: Monitor`, `... - CENTCOM`, `... Monitor`."""
    if len(words) < TAIL - 2:
        return None
    nouns = speaker_lexicon().nouns
    last = words[-1]
    marked = words[-2].text in (":", "-", "–", "—")
    known = last.lower in canonical_names() or last.lower in nouns.institutions | nouns.nameless
    if not is_name(last) or not known or not (marked or last.lower in nouns.generic | nouns.nameless | {"police"}):
        return None
    return Frame(len(words) - 1, len(words), Phrase(len(words) - 1, len(words)), "left", "headline")


__all__ = ["Frame", "frames"]
