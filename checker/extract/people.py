"""Persons named in a document: runs of capitalised words that a title, a role, an age or speech shows to be people."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.extract.lines import line_starts, span
from checker.extract.people_signs import stated_age, surroundings
from checker.extract.syntax import Sentence, Token
from checker.extract.words import KNOWN
from checker.model import Document, Mention, Section
from checker.rulebook.names import names_lexicon
from checker.rulebook.speakers import canonical_names, speaker_lexicon

LONGEST = 6  # words of a name
INITIAL = 2  # characters of an initial: `J.`
QUOTE = 400  # characters of a mention's quote


class _Name(NamedTuple):
    """A candidate: token indices of the bare name, its role words, facts, and whether something shows a person."""

    first: int
    last: int
    role: str
    facts: tuple[tuple[str, str], ...]
    shown: bool


def find_people(document: Document, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The mentions of persons in a document, in order; a name once shown to be a person's counts wherever it stands."""
    found: list[tuple[Sentence, _Name]] = []
    for sentence in sentences:
        if sentence.section is not Section.FURNITURE and not _titled_line(sentence):
            found.extend((sentence, name) for name in _names(sentence))
    known = {_folded(s.tokens, name) for s, name in found if name.shown}
    lines = line_starts(document.text)
    return tuple(
        _mention(document, lines, sentence, name) for sentence, name in found if _folded(sentence.tokens, name) in known
    )


def fold_person(text: str) -> str:
    """A name without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).replace("\u2019", "'").split())


def _titled_line(sentence: Sentence) -> bool:
    """Whether a line capitalises nearly all its words, so that capitals tell nothing."""
    if len(sentence.uppers) <= LONGEST * 3 // 4:
        return False
    words = [word for word in sentence.tokens if word.text.isalpha()]
    return sum(word.text[0].isupper() for word in words) > len(words) * 3 // 4 and len(words) > LONGEST


def _mention(document: Document, lines: Sequence[int], sentence: Sentence, name: _Name) -> Mention:
    start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
    return Mention(
        document=document.id,
        span=span(lines, start, end),
        quote=document.text[sentence.start : min(sentence.end, sentence.start + QUOTE)],
        text=document.text[start:end],
        folded=_folded(sentence.tokens, name),
        role=name.role,
        facts=name.facts,
    )


def _folded(words: Sequence[Token], name: _Name) -> str:
    return fold_person(" ".join(word.text for word in words[name.first : name.last]))


def _names(sentence: Sentence) -> Iterator[_Name]:
    """The candidates of a sentence."""
    words = sentence.tokens
    end = 0
    for at in sentence.named:
        if at < end or not _capital(words[at]):
            continue
        end = _run(words, at)
        name = _name(words, at, end)
        if name is not None:
            yield name


def _capital(word: Token) -> bool:
    """Whether a token may stand in a name: capitalised, in letters, no acronym and no compound as `US-led`."""
    if not word.named or (word.text[-1] == "." and len(word.text) > INITIAL and not _title(word)):
        return False
    return _proper(word.text)


@lru_cache(maxsize=KNOWN)
def _proper(text: str) -> bool:
    """Whether a capitalised word is in letters, no acronym, and capitalised behind its hyphens too."""
    tail = text.rpartition("-")[2]
    shouted = len(text) > 1 and text.isupper() and text[-1] != "."
    return tail[:1].isupper() and not shouted and not any(char.isdigit() for char in text)


def _title(word: Token) -> bool:
    return word.lower.rstrip(".") in speaker_lexicon().nouns.titles


def _run(words: Sequence[Token], first: int) -> int:
    """The token behind the run of capitalised words and particles that begins at `first`."""
    particles = speaker_lexicon().glue.particles
    at = first
    while at < len(words) and at - first < 2 * LONGEST:
        inner = words[at].lower in particles and at + 1 < len(words) and _capital(words[at + 1]) and at > first
        if not (_capital(words[at]) or inner):
            break
        at += 1
    return at


def _name(words: Sequence[Token], first: int, end: int) -> _Name | None:
    """The name in a run, its titles taken off, or None where the run names something else."""
    nouns = speaker_lexicon().nouns
    people = names_lexicon().people
    start = first
    roles: list[str] = []
    for at in range(first, end):
        lower = words[at].lower.rstrip(".")
        if lower in nouns.titles or lower in nouns.functionaries or (at == 0 and lower in nouns.persons):
            start = at + 1
            if lower not in people.ranks:
                roles.append(people.titles.get(lower, lower))
    bare = words[start:end]
    titled = start > first
    if not bare or len(bare) > LONGEST or (len(bare) == 1 and not titled):
        return None
    if start == 0 and bare[0].lower in speaker_lexicon().glue.breaks | speaker_lexicon().glue.articles:
        return None
    lowers = [word.lower for word in bare]
    if any(lower in people.never or lower in nouns.institutions for lower in lowers):
        return None
    if " ".join(lowers) in canonical_names() or (first > 0 and words[first - 1].lower in people.carriers):
        return None
    if not titled and first > 0 and words[first - 1].lower in ("the", "in", "at", "near", "of", "to", "from"):
        return None
    around, shown = surroundings(words, first, end)
    age = stated_age(words, first, end)
    facts = (("age", age),) if age else ()
    role = " ".join(dict.fromkeys([*roles, *around]))
    return _Name(start, end, role, facts, titled or shown or bool(age))
