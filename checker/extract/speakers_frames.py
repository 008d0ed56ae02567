"""Frames of speech in one sentence: `X said`, `said X`, `according to X`, `X: ...`, `(X)`; whose, and which side."""

from collections.abc import Callable, Sequence
from functools import cache

from checker.extract.speakers_after import after
from checker.extract.speakers_phrases import Phrase, before, is_name, is_voice
from checker.extract.speakers_sources import (
    HEADLINE,
    SOURCES,
    Frame,
    bracket,
    count,
    credit,
    headline,
    label_of,
    source,
    strong,
    voiced,
)
from checker.extract.syntax import Sentence, Token
from checker.model import Section
from checker.rulebook.speakers import canonical_names, nameless_nouns, speaker_lexicon

TAIL = 7  # tokens behind the verb that may still belong to it: when, where, to whom
ASIDES = frozenset(("who", "which", "that", "set", "seen", "held", "made"))  # they open an aside to a voice
CLAUSE = 14  # tokens behind a verb in which a word that it needs may stand
TELLING = frozenset(("told", "tells", "tell", "informed", "informs", "reminded", "warned"))  # whom, before what
OBJECTS = frozenset(("a", "an", "the", "its", "his", "her", "their", "they", "there", "no", "some", "another"))
CLOSE = 2  # tokens behind a verb in which its particle stands
CLOSELY = frozenset(("for", "to", "aside", "down"))
FINITE = frozenset(("has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "may", "might"))
PREPOSITIONS = frozenset(("in", "near", "at", "from", "to", "of", "into", "by", "with", "over", "for", "under"))


def frames(sentence: Sentence, quoted: Callable[[int], bool]) -> list[Frame]:
    """The frames of a sentence in order; `quoted` tells whether an offset lies in a quotation."""
    words = sentence.tokens
    label = label_of(words)
    found = [label] if label is not None else []
    titled = sentence.section is Section.HEADLINE
    for at, word in enumerate(words):
        if word.lower in ("at", "of") and found:
            shared = _gapped(words, at, found[-1])
            found += [shared] if shared is not None else []
        if word.lower not in _triggers() or (word.lower in _speaking() and quoted(word.start)):
            continue
        frame = _frame(words, at, titled=titled)
        if frame is not None and (not found or frame.first >= found[-1].last):
            found.append(frame)
    if not found:
        tail = (headline(words) if titled else None) or credit(words)
        if tail is not None:
            found.append(tail)
    return found


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
    spoken = is_voice(words[phrase.last - 1]) or is_name(words[phrase.last - 1])
    return Frame(phrase.first, at + 1, phrase, "right", "gapped") if spoken else None


@cache
def _speaking() -> frozenset[str]:
    verbs = speaker_lexicon().verbs
    return verbs.said | verbs.weighed


@cache
def _triggers() -> frozenset[str]:
    """All words that may carry a frame."""
    lexicon = speaker_lexicon()
    return _speaking() | SOURCES | lexicon.nouns.counts | lexicon.verbs.participles | {"("}


def _frame(words: Sequence[Token], at: int, *, titled: bool) -> Frame | None:
    """The frame that the word at `at` carries."""
    word = words[at]
    frame = None
    if word.lower in _speaking() and (word.text.islower() or titled):
        frame = _verb(words, at)
    if frame is None and word.lower in SOURCES:
        frame = source(words, at)
    if frame is None and word.lower in speaker_lexicon().nouns.counts:
        frame = count(words, at)
    if word.text == "(":
        frame = bracket(words, at)
    if word.lower in speaker_lexicon().verbs.participles - SOURCES and at > 1 and words[at - 1].text == ",":
        frame = _participle(words, at)
    return frame


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
    if not (is_voice(words[phrase.last - 1]) or (phrase.extra[1] and is_name(words[phrase.extra[1] - 1]))):
        return None
    return Frame(at, at + 1, phrase, "right", "participle:" + words[at].lower)


def _verb(words: Sequence[Token], at: int) -> Frame | None:
    verbs = speaker_lexicon().verbs
    verb = words[at].lower
    following = words[at + 1].lower if at + 1 < len(words) else ""
    unheard = verb == "told" and not following  # "..., senators told": they only heard it
    doubled = following in verbs.said and verb not in verbs.said
    if unheard or doubled or (verb in verbs.needs and not _completed(words, at, verbs.needs[verb])):
        return None
    turned = _inverted(words, at)
    if turned is not None:
        return turned
    phrase = _subject(words, at)
    if phrase is None or (verb in verbs.weighed and not strong(words, phrase, at)):
        return None
    if not _plausible(words, phrase) or not _agrees(words, phrase, at):
        return None
    return Frame(phrase.first, at + 1, phrase, _side(words, phrase, at), "speech:" + verb)


def _completed(words: Sequence[Token], at: int, needed: frozenset[str]) -> bool:
    """Whether a word that the verb at `at` needs follows it: a particle at once, an object within the clause."""
    reach = CLOSE if needed <= CLOSELY else CLAUSE
    return any(word.lower in needed for word in words[at + 1 : at + 1 + reach])


def _subject(words: Sequence[Token], at: int) -> Phrase | None:
    """The phrase before a verb, or the voice that opens the sentence where that one is buried in another phrase."""
    going = words[at].lower.endswith("ing") and at > 0 and words[at - 1].lower in ("is", "are")
    phrase = before(words, at - 1 if going else at)
    buried = phrase is not None and phrase.first > 0 and words[phrase.first - 1].lower in PREPOSITIONS
    if phrase is not None and not buried and _headed(words, phrase):
        return phrase
    opening = _opening(words, at)
    nouns = speaker_lexicon().nouns
    paper = opening is not None and words[opening.last - 1].lower in nouns.papers | nouns.counts
    if paper and phrase is not None and any(map(is_name, words[phrase.first : phrase.last])):
        return phrase  # "data compiled by the council show": the council's
    if opening is not None or phrase is None or not buried:
        return opening or phrase
    last = words[phrase.last - 1]
    if last.lower in nameless_nouns():
        return phrase
    return Phrase(phrase.last - 1, phrase.last) if last.lower in canonical_names() else None


def _inverted(words: Sequence[Token], at: int) -> Frame | None:
    """`"...," said X`, `... said X`."""
    if words[at].lower not in speaker_lexicon().verbs.inverted or at == 0:
        return None
    previous = words[at - 1]
    lexicon = speaker_lexicon()
    pronouns = lexicon.anaphora.he | lexicon.anaphora.it | lexicon.anaphora.they
    phrase = after(words, at + 1, apposition=True)
    if phrase is None or not _plausible(words, phrase) or previous.lower in pronouns | lexicon.verbs.auxiliaries:
        return None
    marked = previous.text in (",", '"', "”", "»", "-", "—")
    if marked:
        unsaid = words[phrase.first].lower in lexicon.glue.articles and not voiced(words, phrase)
        unsaid = unsaid or (phrase.last < len(words) and words[phrase.last].lower in FINITE)
    else:
        going_on = phrase.last < len(words) and words[phrase.last].lower in lexicon.glue.breaks - lexicon.glue.clauses
        unsaid = (going_on or is_name(previous) or is_voice(previous)) and not _introduced(words, phrase)
    return None if unsaid else Frame(at, max(phrase.last, phrase.extra[1]), phrase, "left", "inverted")


def _introduced(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a function with a name, and the end of its clause: `spokesman Jan Novak on Friday`."""
    span = words[phrase.first : phrase.last]
    functions = speaker_lexicon().nouns.functionaries
    ended = phrase.last == len(words) or words[phrase.last].lower == "on" or not words[phrase.last].text[0].isalnum()
    return ended and span[0].lower in functions and is_name(span[-1])


def _opening(words: Sequence[Token], at: int) -> Phrase | None:
    """A voice at the sentence's start with a participle or an aside between it and the verb."""
    if at > TAIL * 3:
        return None
    phrase = after(words, 0)
    if phrase is None or phrase.last >= at or not is_voice(words[phrase.last - 1]):
        return None
    verbs = speaker_lexicon().verbs
    between = words[phrase.last : at]
    if any(w.lower in verbs.said or w.text in (".", ";") for w in between[:-1]):
        return None
    joined = between[-1].lower in ("and", "but") and not is_voice(words[at - 2])
    return phrase if joined or _modifies(words[: phrase.last], between) else None


def _modifies(voice: Sequence[Token], between: Sequence[Token]) -> bool:
    """Whether the words between a voice and its verb tell which voice it is."""
    glue = speaker_lexicon().glue
    lower = between[0].lower
    if lower.endswith(("ing", "ed")) or lower in ASIDES or (lower in glue.links and len(between) < HEADLINE):
        return True
    if lower in glue.behind:
        return len(between) <= TAIL and not any(word.lower in FINITE for word in between)
    apposed = lower in ("a", "an", "the") or (lower == "and" and any(word.lower in glue.links for word in voice))
    return apposed and not any(w.lower in glue.breaks - {"and"} or not w.text[0].isalpha() for w in between)


def _headed(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the last word of a phrase is a voice, a name or a pronoun."""
    last = words[phrase.last - 1]
    anaphora = speaker_lexicon().anaphora
    return is_voice(last) or is_name(last) or last.lower in anaphora.he | anaphora.it | anaphora.they | {")", "]"}


def _agrees(words: Sequence[Token], phrase: Phrase, at: int) -> bool:
    """Whether a verb that is a noun as well agrees with its subject in number: `officials report`, `the list shows`."""
    doubtful, verb = speaker_lexicon().verbs.doubtful, words[at].lower
    if verb not in doubtful or (phrase.first > 0 and words[phrase.first - 1].lower in ("by", "from")):
        return True
    first, links = words[phrase.first], speaker_lexicon().glue.links
    end = next((i for i in range(phrase.first + 1, phrase.last) if words[i].lower in links), phrase.last)
    head = words[end - 1]
    plural = (head.lower.endswith("s") and not is_name(head)) or head.lower in ("police", "people")
    if verb.endswith("s"):
        named = first.lower in speaker_lexicon().glue.articles or is_name(first) or is_voice(first)
        told = at + 1 == len(words) or words[at + 1].lower in ("that", "at", ".", ",")
        return named and not plural and (is_voice(head) or (is_name(head) and told))
    return plural or (head.lower.endswith("s") and is_voice(head))


def _plausible(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can speak: a voice, a name, a pronoun, or a person unknown to the lexicon."""
    lexicon = speaker_lexicon()
    if phrase.last - phrase.first == 1 and not phrase.extra[1]:
        lower = words[phrase.first].lower
        pronouns = lexicon.anaphora.he | lexicon.anaphora.it | lexicon.anaphora.they
        spoken = is_voice(words[phrase.first]) or is_name(words[phrase.first])
        return lower in pronouns or (spoken and lower not in lexicon.glue.articles)
    return voiced(words, phrase) or words[phrase.first].lower in ("a", "an", "the", "one", "another")


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
    lexicon = speaker_lexicon()
    if start < len(words) and words[start - 1].lower not in TELLING:
        opening = words[start]
        if opening.text[0].isdigit() or opening.lower in OBJECTS | lexicon.anaphora.he | lexicon.anaphora.it:
            return True
    for passed, word in enumerate(words[start:]):
        if word.lower in lexicon.verbs.participles or word.text in (",", ".", ";", ")"):
            return False
        if passed >= TAIL or word.lower == "that" or word.text in ('"', "“", "«", ":"):
            return True
    return False
