"""Who stands before a verb of speaking: the phrase next to it, or the voice that opens the sentence."""

from collections.abc import Sequence

from checker.extract.speakers_after import after
from checker.extract.speakers_phrases import Phrase, before, is_voice
from checker.extract.speakers_sources import voiced
from checker.extract.syntax import Token
from checker.rulebook.speakers import canonical_names, nameless_nouns, speaker_lexicon

TAIL = 7  # tokens between a voice and its verb
JOINED = 42  # tokens before a verb that "and" ties to an earlier one of the same subject
WHOSE = 5  # tokens from "whose" to the verb
APART = 5  # tokens of a preposition's phrase behind a voice
ASIDES = frozenset(("who", "which", "that", "set", "seen", "held", "made"))  # they open an aside to a voice
FINITE = frozenset(("has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "may", "might"))
PLURALS = frozenset(("police", "people", "data", "media", "staff"))  # without an s
PREPOSITIONS = frozenset(("in", "near", "at", "from", "to", "of", "into", "by", "with", "over", "for", "under"))


def subject(words: Sequence[Token], at: int) -> Phrase | None:
    """The phrase before a verb, or the voice that opens the sentence where that one is buried in another phrase."""
    going = words[at].lower.endswith("ing") and at > 0 and words[at - 1].lower in ("is", "are")
    verb = at - 1 if going else at
    return _related(words, verb) or _nearest(words, verb)


def _nearest(words: Sequence[Token], at: int) -> Phrase | None:
    """The phrase that ends before `at`, or the voice that opens the sentence."""
    phrase = before(words, at) or _set_apart(words, at)
    if phrase is not None and _makes(words, phrase.first):
        return phrase
    buried = phrase is not None and phrase.first > 0 and words[phrase.first - 1].lower in PREPOSITIONS
    if phrase is not None and not buried and _headed(words, phrase):
        return phrase
    opening = _opening(words, at)
    nouns = speaker_lexicon().nouns
    paper = opening is not None and words[opening.last - 1].lower in nouns.records
    if paper and phrase is not None and any(word.named for word in words[phrase.first : phrase.last]):
        return phrase  # "data compiled by the council show": the council's
    if opening is not None or phrase is None or not buried:
        return opening or phrase
    last = words[phrase.last - 1]
    if last.lower in nameless_nouns():
        return phrase
    return Phrase(phrase.last - 1, phrase.last) if last.lower in canonical_names() else None


def _related(words: Sequence[Token], at: int) -> Phrase | None:
    """The voice before `, which says` and `, whose authors say`."""
    for relative in range(at - 1, max(0, at - WHOSE), -1):
        lower = words[relative].text
        if lower == "whose" or (lower in ("who", "which") and relative == at - 1):
            end = relative - (words[relative - 1].text == ",")
            phrase = before(words, end) if end > 0 else None
            return phrase if phrase is not None and voiced(words, phrase) else None
        if not words[relative].text[0].isalpha():
            return None
    return None


def _makes(words: Sequence[Token], first: int) -> bool:
    """Whether a phrase stands behind the paper that its voice has made: `a report by X, published in May, put ...`."""
    nouns = speaker_lexicon().nouns
    at = first - 1
    if at < 1 or words[at].lower not in ("by", "from"):
        return False
    at -= 1 + (words[at - 1].lower in nouns.made)
    return at >= 0 and words[at].lower in nouns.records


def _set_apart(words: Sequence[Token], at: int) -> Phrase | None:
    """The name between the last two commas before a verb: `the officer on duty at the time, Jan Novak, said`."""
    if at < len(("officer", ",", "Jan", "Novak", ",")) or words[at - 1].text != ",":
        return None
    first = at - 1
    while first > 0 and (words[first - 1].named or words[first - 1].lower in speaker_lexicon().glue.particles):
        first -= 1
    return Phrase(first, at - 1) if words[first - 1].text == "," and at - 1 - first > 1 else None


def _opening(words: Sequence[Token], at: int) -> Phrase | None:
    """A voice at the sentence's start with a participle or an aside between it and the verb."""
    while at > 1 and words[at - 1].lower in speaker_lexicon().verbs.auxiliaries:
        at -= 1
    joined = words[at - 1].lower in ("and", "but") and not is_voice(words[at - 2])
    if at > (JOINED if joined else TAIL * 3):
        return None
    phrase = after(words, 0)
    if (
        phrase is None
        or phrase.last >= at
        or not (is_voice(words[phrase.last - 1]) or (joined and _someone(words, phrase)))
    ):
        return None
    verbs = speaker_lexicon().verbs
    between = words[phrase.last : at]
    if any(w.lower in verbs.said or w.text in (".", ";") for w in between[:-1]):
        return None
    if not joined and not _modifies(words[: phrase.last], between):
        return None
    plain = between[0].lower in speaker_lexicon().glue.behind and all(word.text[0].isalnum() for word in between)
    return phrase._replace(tail=(phrase.last, at)) if plain and not joined else phrase


def _someone(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun, or a name with what tells a person: a function, a title, or a second name."""
    span = words[phrase.first : phrase.last]
    anaphora = speaker_lexicon().anaphora
    if len(span) == 1 and span[0].lower in anaphora.pronouns:
        return True
    return span[-1].named and (any(map(is_voice, span)) or (len(span) > 1 and all(word.named for word in span)))


def _modifies(voice: Sequence[Token], between: Sequence[Token]) -> bool:
    """Whether the words between a voice and its verb tell which voice it is."""
    glue = speaker_lexicon().glue
    lower = between[0].lower
    if (
        lower.endswith(("ing", "ed"))
        or lower in ASIDES
        or lower in speaker_lexicon().releases.own
        or (lower in glue.links and len(between) < APART)
    ):
        return True
    if lower in glue.behind:
        return len(between) <= TAIL and not any(word.lower in FINITE for word in between)
    apposed = lower in ("a", "an", "the") or (lower == "and" and any(word.lower in glue.links for word in voice))
    return apposed and not any(w.lower in glue.breaks - {"and"} or not w.text[0].isalpha() for w in between)


def _headed(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the last word of a phrase is a voice, a name or a pronoun, or the one before its first preposition is."""
    last = words[phrase.last - 1]
    links = speaker_lexicon().glue.links
    end = next((at for at in range(phrase.first + 1, phrase.last) if words[at].lower in links), phrase.last)
    anaphora = speaker_lexicon().anaphora
    return is_voice(last) or is_voice(words[end - 1]) or last.named or last.lower in anaphora.pronouns | {")", "]"}


def agrees(words: Sequence[Token], phrase: Phrase, at: int) -> bool:
    """Whether a verb that is a noun as well agrees with its subject in number: `officials report`, `the list shows`."""
    doubtful, verb = speaker_lexicon().verbs.doubtful, words[at].lower
    if verb not in doubtful or (phrase.first > 0 and words[phrase.first - 1].lower in ("by", "from")):
        return True
    first, links = words[phrase.first], speaker_lexicon().glue.links
    ends = (i for i in range(phrase.first + 1, phrase.last) if words[i].lower in links or words[i].text in ("(", "["))
    head = words[next(ends, phrase.last) - 1]
    anaphora = speaker_lexicon().anaphora
    if head.lower in anaphora.pronouns:
        return True
    plural = (head.lower.endswith("s") and not head.named) or head.lower in PLURALS
    if verb.endswith("s"):
        named = first.lower in speaker_lexicon().glue.articles or first.named or is_voice(first)
        told = at + 1 == len(words) or words[at + 1].lower in ("that", "at", ".", ",")
        return named and not plural and (is_voice(head) or (head.named and told))
    return plural or (head.lower.endswith("s") and is_voice(head))


def plausible(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can speak: a voice, a name, a pronoun, or a person unknown to the lexicon."""
    lexicon = speaker_lexicon()
    if phrase.last - phrase.first == 1 and not phrase.extra[1]:
        lower = words[phrase.first].lower
        pronouns = lexicon.anaphora.pronouns
        spoken = is_voice(words[phrase.first]) or words[phrase.first].named
        return lower in pronouns or (spoken and lower not in lexicon.glue.articles)
    return voiced(words, phrase) or words[phrase.first].lower in ("a", "an", "the", "one", "another")
