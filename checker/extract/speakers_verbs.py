"""Frames that a verb of speaking carries: `X said ...`, `..., X said`, `..., said X`."""

from collections.abc import Sequence

from checker.extract.speakers_after import after
from checker.extract.speakers_phrases import Phrase, is_voice
from checker.extract.speakers_sources import Frame, strong, voiced
from checker.extract.speakers_subjects import FINITE, PREPOSITIONS, TAIL, agrees, plausible, subject
from checker.extract.syntax import Token
from checker.rulebook.speakers import speaker_lexicon

QUOTING = frozenset(('"', "”", "»", "-", "–", "—"))  # before a verb, what was said stands before them
CLAUSE = 24  # tokens behind a verb in which a word that it needs may stand
OBJECTS = frozenset(("a", "an", "the", "its", "his", "her", "their", "they", "there", "no", "some", "another"))
CLOSING = frozenset(
    ("last", "this", "next", "on", "here", "there", "again", "later", "if", "adding", "saying", "citing")
)
SUPPOSING = frozenset(("if", "unless", "whether"))  # what is not said yet: "if the ministry confirmed it"
UNTIL = frozenset(
    ("before", "until", "once")
)  # as well, before a verb of the present: "until the ministry confirms it"
CLOSE = 2  # tokens behind a verb in which its particle stands
TAKEN = 5  # tokens behind a verb in which an object shows that it is none of speaking: claimed more than 12 lives


def told(words: Sequence[Token], at: int) -> Frame | None:
    """The frame of the verb at `at`; None where it is none of speaking here, or nobody known speaks."""
    verbs = speaker_lexicon().verbs
    verb = words[at].lower
    following = words[at + 1].lower if at + 1 < len(words) else ""
    unheard = verb == "told" and not following  # "..., senators told": they only heard it
    doubled = following in verbs.said and verb not in verbs.said
    if unheard or doubled or (verb in verbs.needs and not _completed(words, at, verbs.needs[verb])):
        return None
    if any(word.lower in verbs.unlike.get(verb, ()) for word in words[at + 1 : at + 1 + TAKEN]):
        return None
    turned = _inverted(words, at)
    if turned is not None:
        return turned
    phrase = subject(words, at)
    if phrase is None or (verb in verbs.weighed and not strong(words, phrase, at)):
        return None
    supposing = SUPPOSING | UNTIL if verb.endswith("s") else SUPPOSING
    supposed = phrase.first > 0 and words[phrase.first - 1].lower in supposing
    if supposed or not plausible(words, phrase) or not agrees(words, phrase, at):
        return None
    return Frame(phrase.first, at + 1, phrase, _side(words, phrase, at), "speech:" + verb)


def _completed(words: Sequence[Token], at: int, needed: frozenset[str]) -> bool:
    """Whether a word that the verb at `at` needs follows it: a particle at once, an object within the clause."""
    reach = CLOSE if words[at].lower in speaker_lexicon().verbs.close else CLAUSE
    return any(word.lower in needed for word in words[at + 1 : at + 1 + reach])


def _inverted(words: Sequence[Token], at: int) -> Frame | None:
    """`"...," said X`, `... said X`."""
    if at == 0:
        return None
    previous = words[at - 1]
    quoting = previous.text in QUOTING or (previous.text == "," and words[at - 2].text in ('"', "”", "»"))
    if not quoting and words[at].lower not in speaker_lexicon().verbs.inverted:
        return None
    lexicon = speaker_lexicon()
    pronouns = lexicon.anaphora.pronouns
    phrase = after(words, _past(words, at + 1), apposition=True)
    if phrase is None or not plausible(words, phrase) or previous.lower in pronouns | lexicon.verbs.auxiliaries:
        return None
    marked = previous.text in (",", '"', "”", "»", "-", "—")
    if marked:
        unsaid = words[phrase.first].lower in lexicon.glue.articles and not voiced(words, phrase)
        unsaid = unsaid or _governs(words, phrase, quoted=quoting)
    else:
        going_on = phrase.last < len(words) and words[phrase.last].lower in lexicon.glue.breaks - lexicon.glue.clauses
        unsaid = (going_on or previous.named or is_voice(previous)) and not _introduced(words, phrase)
        unsaid = unsaid or not voiced(words, phrase) or _governs(words, phrase, quoted=True)
    return None if unsaid else Frame(at, max(phrase.last, phrase.extra[1]), phrase, "left", "inverted")


def _past(words: Sequence[Token], at: int) -> int:
    """The token behind `to reporters` and `for his part`."""
    if at + 2 < len(words) and words[at].lower in ("for", "on") and words[at + 2].lower in ("part", "side"):
        return at + len(("for", "his", "part"))
    hearer = after(words, at + 1) if at < len(words) and words[at].lower == "to" else None
    return hearer.last if hearer is not None else at


def _governs(words: Sequence[Token], phrase: Phrase, *, quoted: bool) -> bool:
    """Whether a verb follows a phrase or the age behind it: it is what was said, not who says what was quoted."""
    end = phrase.last
    if end + 2 < len(words) and words[end].text == "," and words[end + 1].text.isdigit():
        end += len((",", "44", ","))
    if end >= len(words) or not words[end].text[0].isalpha():
        return False
    lexicon = speaker_lexicon()
    ends = PREPOSITIONS | lexicon.glue.links | lexicon.glue.dates | lexicon.glue.clauses | lexicon.glue.asides | CLOSING
    return words[end].lower in FINITE or (not quoted and words[end].text.islower() and words[end].lower not in ends)


def _introduced(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a function with a name, and the end of its clause: `spokesman Jan Novak on Friday`."""
    span = words[phrase.first : phrase.last]
    functions = speaker_lexicon().nouns.functionaries
    ended = phrase.last == len(words) or words[phrase.last].lower == "on" or not words[phrase.last].text[0].isalnum()
    return ended and span[0].lower in functions and span[-1].named


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
    if start < len(words) and words[start - 1].lower not in speaker_lexicon().verbs.telling:
        opening = words[start]
        if opening.text[0].isdigit() or opening.lower in OBJECTS | lexicon.anaphora.he | lexicon.anaphora.it:
            return True
    for passed, word in enumerate(words[start:]):
        if word.lower in lexicon.verbs.participles or word.text in (",", ".", ";", ")"):
            return False
        if passed >= TAIL or word.lower == "that" or word.text in ('"', "“", "«", ":"):
            return True
    return False
