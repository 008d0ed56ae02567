"""The noun phrase that names a speaker, from the verb of speaking leftwards."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.syntax import Token
from checker.rulebook.speakers import speaker_lexicon, voice_nouns

LONGEST = 24  # tokens of a speaker's name with its function
ARTICLE_REACH = 5  # tokens between an article and its noun
BRACKET = 8  # tokens of a bracket between a name and its verb
LONGEST_NAME = 8  # tokens of a body's name before its "and"
APPOSITION = 12  # tokens between the commas that set off a speaker's function
CLOSERS = {")": "(", "]": "["}


class Phrase(NamedTuple):
    """Token indices, `last` excluded.

    `extra` is the apposition beside it and `tail` what tells which one is meant ("close to the talks"), both empty
    where there is none.
    """

    first: int
    last: int
    extra: tuple[int, int] = (0, 0)
    tail: tuple[int, int] = (0, 0)


def is_voice(word: Token) -> bool:
    """Whether a token is a noun for those who speak."""
    return word.lower in voice_nouns()


def before(words: Sequence[Token], stop: int) -> Phrase | None:
    """The phrase that ends where `stop` begins."""
    lexicon = speaker_lexicon()
    last = stop
    while last > 0 and words[last - 1].lower in lexicon.verbs.auxiliaries:
        last -= 1
    last = _without_time(words, last)
    if last == 0:
        return None
    if words[last - 1].text in (",", "-", "—", "\u2013"):
        return _set_off(words, last)
    first = _leftwards(words, last)
    return Phrase(first, last) if first < last else None


def _without_time(words: Sequence[Token], last: int) -> int:
    """The phrase's end before "on Thursday", "Thursday" or "of last week"."""
    glue = speaker_lexicon().glue
    while last > 1:
        if words[last - 1].lower in glue.dates:
            last -= 1
        elif words[last - 1].lower in glue.spans and words[last - 2].lower in glue.which:
            last -= 2
        else:
            break
        if last > 1 and words[last - 1].lower in ("on", "of", "in"):
            last -= 1
    return max(last, 0)


def _set_off(words: Sequence[Token], last: int) -> Phrase | None:
    """The phrase before an apposition or a relative clause between commas: `X, the head of Y, said`."""
    for start in range(last - 2, max(-1, last - 2 - 2 * APPOSITION), -1):
        if words[start].text not in (",", "-", "—", "\u2013"):
            continue
        follower = words[start + 1]
        relative = follower.lower in speaker_lexicon().glue.asides or follower.lower.endswith(("ed", "ing"))
        first = _leftwards(words, start)
        owned = first < start and words[first].lower in speaker_lexicon().glue.articles and follower.named
        named = first < start and (words[start - 1].named or is_voice(words[start - 1]) or owned)
        if named and (relative or _opens(words, first)):
            if not relative and (starts(follower) or follower.text.isdigit()):
                return Phrase(first, start, (start + 1, last - 1))
            return _with_role(words, first, start)
    return None


def _with_role(words: Sequence[Token], first: int, last: int) -> Phrase:
    """A name with the role that stands before its comma: `the prosecutor, Jan Novak`."""
    if first > 1 and words[first - 1].text == ",":
        role = _leftwards(words, first - 1)
        if role < first - 1 and is_voice(words[first - 2]) and _opens(words, role):
            return Phrase(role, first - 1, (first, last))
    return Phrase(first, last)


def starts(word: Token) -> bool:
    """Whether a phrase that names a voice may begin with a word."""
    lexicon = speaker_lexicon()
    return word.named or is_voice(word) or word.lower in lexicon.glue.articles or word.lower in lexicon.nouns.modifiers


def _opens(words: Sequence[Token], first: int) -> bool:
    """Whether a phrase stands where a clause may begin."""
    return (
        first == 0 or not words[first - 1].text[:1].isalnum() or words[first - 1].lower in ("and", "but", "as", "while")
    )


def _leftwards(words: Sequence[Token], last: int) -> int:
    """The first token of the phrase that ends before `last`; `last` itself where there is none."""
    anaphora = speaker_lexicon().anaphora
    if words[last - 1].lower in anaphora.pronouns:
        return last - 1
    begin = _before_bracket(words, last)
    first = begin
    while first > 0 and last - first <= LONGEST:
        before_it = _step_left(words, first, begin)
        if before_it is None:
            break
        first, final = before_it
        if final:
            break
    if first == begin:
        return last
    glue = speaker_lexicon().glue
    while first < begin and (words[first].lower in ("and", "'s", "'") or words[first].lower in glue.links):
        first += 1
    return first


def _before_bracket(words: Sequence[Token], last: int) -> int:
    """The end of a phrase without the acronym in brackets behind it."""
    opener = CLOSERS.get(words[last - 1].text)
    if opener is None:
        return last
    return next((i for i in range(last - 2, max(0, last - BRACKET), -1) if words[i].text == opener), last)


def _step_left(words: Sequence[Token], first: int, begin: int) -> tuple[int, bool] | None:
    """The phrase's start with what stands before `first`, and whether that is the whole; None where nothing fits."""
    glue = speaker_lexicon().glue
    at = first - 1
    word = words[at]
    if word.lower in glue.articles:
        if _links_back(words, at):
            return at - 2, False
        return _named_before(words, at), True
    if word.lower in glue.links:
        return (at - 1, False) if first < begin and at > 0 and _linkable(words, at) else None
    if word.lower == "and":
        joined = first < begin and at > 0 and (coordinates(words, at) or compounds(words, at))
        return (at, False) if joined else None
    return (at, False) if _inside(words, first, begin) else None


def _inside(words: Sequence[Token], first: int, begin: int) -> bool:
    """Whether the word before `first` belongs to the phrase that goes on there: a name, a voice, an adjective."""
    glue, nouns = speaker_lexicon().glue, speaker_lexicon().nouns
    at = first - 1
    word = words[at]
    if word.named:
        return at > 0 or word.lower not in glue.breaks or word.text.isupper()
    if word.lower == "'s" or (word.lower == "'" and at > 0 and words[at - 1].lower.endswith("s")):
        return True
    named = first < begin and words[first].named
    if word.lower in glue.particles and named:
        return True
    if is_voice(word) or word.lower in nouns.modifiers:
        return True
    bounded = at == 0 or not words[at - 1].text[0].isalnum()
    plain = word.text.isalpha() and word.text.islower() and word.lower not in glue.breaks and is_voice(words[first])
    if plain and bounded and first == begin - 1 and at > 0:
        return True  # "..., wildlife officials said"
    return (not named and _article_near(words, at)) or (first < begin and hyphened(word)) or in_field(words, at)


def _named_before(words: Sequence[Token], article: int) -> int:
    """The start of a name to which the phrase at `article` stands in apposition without a comma, or the article."""
    glue = speaker_lexicon().glue
    at = article
    while at > 0 and article - at < 2 * ARTICLE_REACH:
        word = words[at - 1]
        within = at < article and (word.lower in glue.links or word.lower in glue.articles)
        if not word.named and not within:
            break
        at -= 1
    bounded = at == 0 or not words[at - 1].text[0].isalnum()
    return at if article - at > 1 and bounded else article


def hyphened(word: Token) -> bool:
    """Whether a token is a compound adjective as `Britain-based` and `212-page`."""
    return "-" in word.text[1:-1] and word.text[-1].isalpha()


def _links_back(words: Sequence[Token], at: int) -> bool:
    """Whether the article at `at` stands behind `head of`, `nurse at`."""
    tied = words[at - 1].lower in speaker_lexicon().glue.links or words[at - 1].lower == "and"
    return at > 1 and tied and is_voice(words[at - 2])


def _linkable(words: Sequence[Token], at: int) -> bool:
    """Whether the preposition at `at` ties its noun to a voice before it."""
    left, right = words[at - 1], words[at + 1]
    if is_voice(left):
        return True
    if words[at].lower == "of" and left.text.isalpha() and left.lower not in speaker_lexicon().glue.breaks:
        return _article_near(words, at - 1) or left.named
    return words[at].lower == "for" and left.named and right.named


def coordinates(words: Sequence[Token], at: int) -> bool:
    """Whether `and` at `at` joins two voices."""
    right = words[at + 1]
    nouns = speaker_lexicon().nouns
    if words[at - 1].named and right.lower in nouns.modifiers:
        return True  # "Lake Watch and four other groups"
    return is_voice(words[at - 1]) and (is_voice(right) or right.named or right.lower in nouns.modifiers)


def compounds(words: Sequence[Token], at: int) -> bool:
    """Whether `and` at `at` stands within a body's name: `the Ministry of Mines and Metals`."""
    if at + 1 >= len(words) or not (words[at - 1].named and words[at + 1].named):
        return False
    first, last = at - 1, at + 1
    while first > 0 and words[first - 1].named and at - first < LONGEST_NAME:
        first -= 1
    while last + 1 < len(words) and words[last + 1].named and last - at < LONGEST_NAME:
        last += 1
    opened = first > 0 and words[first - 1].lower == "the"
    if last > at + 1 and (opened or words[first].lower == "the"):
        return True  # "the Health and Safety Executive"
    for link in range(at - 1, max(0, at - LONGEST_NAME), -1):
        if words[link].lower in ("of", "for"):
            return words[link - 1].lower in speaker_lexicon().nouns.institutions
        if not words[link].named and words[link].text != ",":
            return False
    return False


def in_field(words: Sequence[Token], at: int) -> bool:
    """Whether a plain word tells a body's field: `the ministry of agriculture`, `the association of freight owners`."""
    word = words[at]
    if not word.text.isalpha() or word.text[0].isupper() or word.lower in speaker_lexicon().glue.breaks:
        return False
    link = at - 1 if at > 1 and words[at - 1].lower in ("of", "for") else at - 2
    far = link == at - 2 and not (at > 2 and words[at - 1].text.islower() and word.lower.endswith("s"))  # noqa: PLR2004
    return (
        not far and words[link].lower in ("of", "for") and words[link - 1].lower in speaker_lexicon().nouns.institutions
    )


def _article_near(words: Sequence[Token], at: int) -> bool:
    """Whether an article stands a few plain words before `at`, which then lies within its phrase."""
    glue = speaker_lexicon().glue
    for i in range(at, max(-1, at - ARTICLE_REACH), -1):
        lower = words[i].lower
        if lower in glue.articles or lower in ("'s", "own"):
            return True
        if lower in glue.breaks or lower in glue.links or not words[i].text[0].isalpha() or lower.endswith("ing"):
            return False
    return False
