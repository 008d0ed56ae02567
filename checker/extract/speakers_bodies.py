"""The bodies that a document names, for the "company" and the "union" that takes one of them up again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from checker.extract.speakers_anatomy import fold_name, text_of
from checker.extract.speakers_phrases import hyphened, is_voice
from checker.extract.syntax import Sentence, Token
from checker.rulebook.gazetteer import demonym_country, lookup
from checker.rulebook.speakers import speaker_lexicon

NAME = 8  # tokens of a body's name
HEAD = 3  # sentences in which the company of a report is named
SITED = frozenset(
    ("in", "at", "near", "from", "to", "of", "into", "outside", "around", "through", "off")
)  # before a place
BESIDE = 8  # tokens of an apposition in which its kind is told


class Body(NamedTuple):
    """A body as a text names it, its folded name, and the noun that tells its kind."""

    text: str
    name: str
    kind: str
    sentence: int
    at: int  # its first token in the sentence


def bodies(sentences: Sequence[Sentence]) -> tuple[Body, ...]:
    """The bodies that a document names together with their kind, in order."""
    return tuple(body for sentence in sentences for body in _named(sentence))


def meant(known: Sequence[Body], noun: str, sentence: int) -> Body | None:
    """The last body named up to a sentence that "the company" or "the union" means."""
    trade = speaker_lexicon().nouns.trade
    fits = [b for b in known if b.sentence <= sentence and (b.kind == noun or (noun in trade and b.kind in trade))]
    return fits[-1] if fits else None


def firms(sentences: Sequence[Sentence]) -> tuple[Body, ...]:
    """The names that may be companies', since they are neither places nor persons with a title."""
    return tuple(body for sentence in sentences for body in _unkinded(sentence))


def unkinded(known: Sequence[Body], sentence: int, at: int) -> Body | None:
    """The last such name before a token of a sentence, in it or in the one before, or the report's own company."""
    near = (body for body in reversed(known) if sentence - body.sentence in (0, 1))
    found = next((body for body in near if body.sentence < sentence or body.at < at), None)
    told = Counter(body.name for body in known)
    heads = (body for body in known if body.sentence < HEAD and told[body.name] > 1 and " " not in body.name)
    return found or next(heads, None)


def _unkinded(sentence: Sentence) -> Iterator[Body]:
    words = sentence.tokens
    nouns, titles = speaker_lexicon().nouns, _titles()
    end = 0
    for at in sentence.named:
        if at < end:
            continue
        end = _run(words, at)
        name = " ".join(word.lower for word in words[at:end])
        titled = at > 0 and words[at - 1].lower.rstrip(".") in titles
        tailed = end > at and words[end - 1].lower in nouns.corporate
        sited = at > 0 and words[at - 1].lower in SITED and not tailed
        begins = at == 0 or not words[at - 1].text[0].isalnum()
        if end > at and (tailed or not (begins and end - at == 1)) and not titled and not sited and not lookup(name):
            text = text_of(words[at:end])
            if not demonym_country(name) and not is_voice(words[end - 1]):
                yield Body(text, fold_name(text), "", sentence.index, at)


def _named(sentence: Sentence) -> Iterator[Body]:
    """`mining company Kovar`, `Kovar, a mining company`, `the Dockers' Union`, `the Union of Dockers`."""
    words = sentence.tokens
    institutions = speaker_lexicon().nouns.institutions
    end = 0
    for at in sentence.named:
        if at < end or (end := _run(words, at)) == at:
            continue
        kind = next((w.lower for w in (words[end - 1], words[at]) if w.lower in institutions), "")
        before = words[at - 1].lower if at else ""
        if not kind and before in institutions and words[at - 1].text.islower():
            kind = before
        if not kind:
            kind = _apposed(words, end)
        bare = end - at == 1 and words[at].lower in institutions
        if kind and not bare:
            text = text_of(words[at:end])
            yield Body(text, fold_name(text), kind, sentence.index, at)


def _run(words: Sequence[Token], start: int) -> int:
    """The end of the run of capitalised words at `start`, small words within included."""
    links = _links()
    end = at = start
    while at < len(words) and at - start < NAME:
        if words[at].named and words[at].text[0].isalpha() and not (hyphened(words[at]) and at == start):
            end = at + 1
        elif at == start or words[at].lower not in links:
            break
        at += 1
    return end


def _apposed(words: Sequence[Token], end: int) -> str:
    """The kind that an apposition tells: `, a mining company in the north,`."""
    if end + 2 >= len(words) or words[end].text != "," or words[end + 1].lower not in ("a", "an", "the"):
        return ""
    for word in words[end + 2 : end + BESIDE]:
        if word.lower in speaker_lexicon().nouns.institutions:
            return word.lower
        if not word.text[0].isalpha() or word.named:
            return ""
    return ""


@cache
def _titles() -> frozenset[str]:
    nouns = speaker_lexicon().nouns
    return nouns.titles | nouns.people


@cache
def _links() -> frozenset[str]:
    """Small words within a name."""
    return speaker_lexicon().glue.links | speaker_lexicon().glue.particles | {"and", "'s", "'"}
