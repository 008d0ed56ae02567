"""Persons named in a document: runs of capitalised words that a title, a role, an age or speech shows to be people."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.extract.speakers_phrases import is_name
from checker.extract.syntax import Sentence, Token
from checker.model import Document, Mention, Section, Span
from checker.rulebook.names import names_lexicon
from checker.rulebook.speakers import canonical_names, speaker_lexicon

LONGEST = 6  # words of a name
ROLE_REACH = 8  # tokens of an apposition that may hold a role
OLDEST = 130  # years
DIGITS = 3  # of an age
INITIAL = 2  # characters of an initial: `J.`
SHORT = 5  # letters of a surname on -s; longer ones may be plurals
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
            found.extend((sentence, name) for name in _names(sentence.tokens))
    known = {_folded(s.tokens, name) for s, name in found if name.shown}
    lines = [0]
    for at, char in enumerate(document.text):
        if char == "\n":
            lines.append(at + 1)
    return tuple(
        _mention(document, lines, sentence, name) for sentence, name in found if _folded(sentence.tokens, name) in known
    )


def fold_person(text: str) -> str:
    """A name without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).replace("\u2019", "'").split())


def _titled_line(sentence: Sentence) -> bool:
    """Whether a line capitalises nearly all its words, so that capitals tell nothing."""
    words = [word for word in sentence.tokens if word.text.isalpha()]
    return sum(word.text[0].isupper() for word in words) > len(words) * 3 // 4 and len(words) > LONGEST


def _mention(document: Document, lines: Sequence[int], sentence: Sentence, name: _Name) -> Mention:
    start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
    line = bisect_right(lines, start)
    return Mention(
        document=document.id,
        span=Span(start=start, end=end, line=line, column=start - lines[line - 1] + 1),
        quote=document.text[sentence.start : min(sentence.end, sentence.start + QUOTE)],
        text=document.text[start:end],
        folded=_folded(sentence.tokens, name),
        role=name.role,
        facts=name.facts,
    )


def _folded(words: Sequence[Token], name: _Name) -> str:
    return fold_person(" ".join(word.text for word in words[name.first : name.last]))


def _names(words: Sequence[Token]) -> Iterator[_Name]:
    """The candidates of a sentence."""
    at = 0
    while at < len(words):
        if not _capital(words[at]):
            at += 1
            continue
        end = _run(words, at)
        name = _name(words, at, end)
        if name is not None:
            yield name
        at = max(end, at + 1)


def _capital(word: Token) -> bool:
    """Whether a token may stand in a name: capitalised, in letters, no acronym and no compound as `US-led`."""
    if not is_name(word) or (word.text[-1] == "." and len(word.text) > INITIAL and not _title(word)):
        return False
    tail = word.text.rpartition("-")[2]
    shouted = len(word.text) > 1 and word.text.isupper() and word.text[-1] != "."
    return tail[:1].isupper() and not shouted and not any(char.isdigit() for char in word.text)


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
    around, shown = _surroundings(words, first, end)
    age = _age(words, first, end)
    facts = (("age", age),) if age else ()
    role = " ".join(dict.fromkeys([*roles, *around]))
    return _Name(start, end, role, facts, titled or shown or bool(age))


def _surroundings(words: Sequence[Token], first: int, end: int) -> tuple[list[str], bool]:
    """The role words beside a name, and whether what stands beside it shows a person."""
    lexicon = speaker_lexicon()
    people = names_lexicon().people
    functions = lexicon.nouns.functionaries | lexicon.nouns.persons
    roles: list[str] = []
    shown = False
    at = first - 1
    if at >= 0 and words[at].lower in functions and words[at].text.islower():
        roles.append(words[at].lower)
    elif at >= 1 and words[at].text == "," and first - 1 > 0:
        for i in range(at - 1, max(-1, at - ROLE_REACH), -1):
            if words[i].text in (",", ".", ";"):
                break
            if words[i].lower in functions and (i == at - 1 or words[i + 1].lower in lexicon.glue.links):
                opened = i == 0 or words[i - 1].lower in lexicon.glue.articles | lexicon.nouns.modifiers
                if opened:
                    roles.append(words[i].lower)
                break
    elif at >= 1 and words[at].lower == "by" and words[at - 1].lower in people.doers:
        roles.append(people.doers[words[at - 1].lower])
    elif at >= 0 and words[at].text.islower() and words[at].lower in people.naming | lexicon.verbs.inverted:
        shown = True
    roles.extend(_apposition(words, end))
    behind = words[end] if end < len(words) else None
    if behind is not None:
        speaks = behind.text.islower() and (behind.lower in lexicon.verbs.said or behind.lower == "who")
        related = behind.text == "," and end + 1 < len(words) and words[end + 1].lower == "who"
        shown = shown or (speaks and _personal(words, first, end)) or related
    return roles, shown or bool(roles)


def _personal(words: Sequence[Token], first: int, end: int) -> bool:
    """Whether a speaking name of capitals can be a person's: bodies speak as well, but rarely in two words."""
    return end - first > 1 and not any(
        word.lower.endswith("s") and len(word.text) > SHORT for word in words[end - 1 : end]
    )


def _apposition(words: Sequence[Token], end: int) -> Iterator[str]:
    """The role in `X, commander of the operation,` or `X, a local official,`; nothing behind the next mark."""
    lexicon = speaker_lexicon()
    functions = lexicon.nouns.functionaries | lexicon.nouns.persons
    if end >= len(words):
        return
    start = end + 1 if words[end].text in (",", "(") else end
    for at in range(start, min(len(words), start + ROLE_REACH)):
        word = words[at]
        if word.lower in functions and word.text.islower():
            if at + 1 == len(words) or not words[at + 1].text[0].isalpha() or words[at + 1].lower in lexicon.glue.links:
                yield word.lower
            return
        plain = word.lower in lexicon.glue.articles or word.lower in lexicon.nouns.modifiers or is_name(word)
        if not plain or (at == start and start == end and is_name(word)):
            return


def _age(words: Sequence[Token], first: int, end: int) -> str:
    """The age beside a name: `, 19,`, `(19)`, `aged 19`, `19-year-old X`."""
    for at, follower in ((end + 1, end + 2), (end + 2, end + 3)):
        if at >= len(words) or not words[at].text.isdigit() or len(words[at].text) > DIGITS:
            continue
        opener = words[at - 1]
        if opener.text not in (",", "(") and opener.lower != "aged":
            continue
        closed = follower >= len(words) or words[follower].text in (",", ")", ".", ";", '"', "”")
        if closed and 0 < int(words[at].text) <= OLDEST:
            return words[at].text
    if first > 0 and words[first - 1].lower.endswith("-year-old"):
        years = words[first - 1].text.partition("-")[0]
        return years if years.isdigit() and len(years) <= DIGITS else ""
    return ""
