"""Who stands before a verb of speaking: the phrase next to it, or the voice that opens the sentence."""

from collections.abc import Sequence

from checker.extract.speakers_after import after
from checker.extract.speakers_phrases import Phrase, before, is_name, is_voice
from checker.extract.speakers_sources import voiced
from checker.extract.syntax import Token
from checker.rulebook.speakers import canonical_names, nameless_nouns, speaker_lexicon

TAIL = 7  # tokens between a voice and its verb
JOINED = 42  # tokens before a verb that "and" ties to an earlier one of the same subject
APART = 5  # tokens of a preposition's phrase behind a voice
ASIDES = frozenset(("who", "which", "that", "set", "seen", "held", "made"))  # they open an aside to a voice
FINITE = frozenset(("has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "may", "might"))
PREPOSITIONS = frozenset(("in", "near", "at", "from", "to", "of", "into", "by", "with", "over", "for", "under"))


def subject(words: Sequence[Token], at: int) -> Phrase | None:
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


def _opening(words: Sequence[Token], at: int) -> Phrase | None:
    """A voice at the sentence's start with a participle or an aside between it and the verb."""
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
    return phrase if joined or _modifies(words[: phrase.last], between) else None


def _someone(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a name with what tells a person: a function, a title, or a second name."""
    span = words[phrase.first : phrase.last]
    return is_name(span[-1]) and (any(map(is_voice, span)) or (len(span) > 1 and all(map(is_name, span))))


def _modifies(voice: Sequence[Token], between: Sequence[Token]) -> bool:
    """Whether the words between a voice and its verb tell which voice it is."""
    glue = speaker_lexicon().glue
    lower = between[0].lower
    if lower.endswith(("ing", "ed")) or lower in ASIDES or (lower in glue.links and len(between) < APART):
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


def agrees(words: Sequence[Token], phrase: Phrase, at: int) -> bool:
    """Whether a verb that is a noun as well agrees with its subject in number: `officials report`, `the list shows`."""
    doubtful, verb = speaker_lexicon().verbs.doubtful, words[at].lower
    if verb not in doubtful or (phrase.first > 0 and words[phrase.first - 1].lower in ("by", "from")):
        return True
    first, links = words[phrase.first], speaker_lexicon().glue.links
    end = next((i for i in range(phrase.first + 1, phrase.last) if words[i].lower in links), phrase.last)
    head = words[end - 1]
    anaphora = speaker_lexicon().anaphora
    if head.lower in anaphora.he | anaphora.it | anaphora.they:
        return True
    plural = (head.lower.endswith("s") and not is_name(head)) or head.lower in ("police", "people")
    if verb.endswith("s"):
        named = first.lower in speaker_lexicon().glue.articles or is_name(first) or is_voice(first)
        told = at + 1 == len(words) or words[at + 1].lower in ("that", "at", ".", ",")
        return named and not plural and (is_voice(head) or (is_name(head) and told))
    return plural or (head.lower.endswith("s") and is_voice(head))


def plausible(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can speak: a voice, a name, a pronoun, or a person unknown to the lexicon."""
    lexicon = speaker_lexicon()
    if phrase.last - phrase.first == 1 and not phrase.extra[1]:
        lower = words[phrase.first].lower
        pronouns = lexicon.anaphora.he | lexicon.anaphora.it | lexicon.anaphora.they
        spoken = is_voice(words[phrase.first]) or is_name(words[phrase.first])
        return lower in pronouns or (spoken and lower not in lexicon.glue.articles)
    return voiced(words, phrase) or words[phrase.first].lower in ("a", "an", "the", "one", "another")
