"""What a report says of itself in several places: a title or a publisher that belongs to another report."""

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.judge.draft import Case, Passage
from checker.judge.single_fault import Fault, shortened
from checker.judge.total_lines import folded
from checker.model import Document, Field
from checker.rulebook.rule_single import SingleRule

FEWEST = 4  # words of a title that tells what a report is about
STEM = 5  # letters by which words are held against each other: flood, floods, flooded
LONG = 4  # letters of a word that carries meaning
BODY = 20_000  # characters in which the words of a title are looked for
LIKE = 3  # letters of the shortest abbreviation that is looked for within a name

_WORD = re.compile(r"[^\W_]+")
_HOST = re.compile(r"^https?://(?:www\.)?([^/:?#]+)")


def titles(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Titles that share no word of weight with the report's first title, and few with its text."""
    for identity, document in sorted(case.documents.items()):
        told = [document.front[key] for key in rule.keys if key in document.front]
        known = [(each, _weighty(each.value)) for each in told if len(_WORD.findall(each.value)) >= FEWEST]
        if len(known) < 2:  # noqa: PLR2004 one title cannot differ from itself
            continue
        text = _weighty(document.text[document.body : document.body + BODY])
        (first, words), *others = known
        for other, its_words in others:
            if words and its_words and not words & its_words and len(its_words & text) <= rule.slack * len(its_words):
                why = f"No word of weight in {shortened(other.value)!r} stands in the other title, and few in the text."
                yield _fault(identity, first, other, why)
                break


def _weighty(text: str) -> frozenset[str]:
    """The beginnings of the longer words, and all figures."""
    words = _WORD.findall(text.casefold())
    return frozenset(word[:STEM] for word in words if len(word) >= LONG or word.isdigit())


def sources(rule: SingleRule, case: Case) -> Iterator[Fault]:
    """Two names for who publishes a report, of which its address bears out one and not the other."""
    for identity, document in sorted(case.documents.items()):
        told = [document.front[key] for key in rule.keys if key in document.front]
        host = _host(document)
        for first, second in pairwise(told):
            if host and _apart(rule, first.value, second.value, host):
                why = f"The report's address is at {host}."
                yield _fault(identity, first, second, why)
                break


def _host(document: Document) -> str:
    match = _HOST.match(document.front["url"].value) if "url" in document.front else None
    return match[1].casefold() if match else ""


def _apart(rule: SingleRule, first: str, second: str, host: str) -> bool:
    """Whether two names share nothing, neither is a company's, and the address bears just one of them out."""
    a, b = _name(rule, first), _name(rule, second)
    if not a or not b or set(a) & set(b) or _short_for(a, b) or _short_for(b, a):
        return False
    letters = re.sub(r"[^a-z0-9]", "", host)
    return _borne_out(a, letters) != _borne_out(b, letters)


def _name(rule: SingleRule, name: str) -> tuple[str, ...]:
    """The words of a name that are its own; none for that of a company."""
    words = folded(name)
    if any(f" {phrase} " in f" {words} " for phrase in rule.excuses):
        return ()
    return tuple(word for word in _WORD.findall(words) if word not in rule.cues)


def _short_for(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether one name is an abbreviation of the other, or is written within it."""
    letters, initials = "".join(short), "".join(word[0] for word in name)
    return letters == initials or (len(letters) >= LIKE and letters in "".join(name))


def _borne_out(words: tuple[str, ...], host: str) -> bool:
    initials = "".join(word[0] for word in words)
    return "".join(words) in host or (len(initials) >= LIKE and initials in host) or all(word in host for word in words)


def _fault(identity: str, first: Field, other: Field, why: str) -> Fault:
    passages = tuple(Passage(identity, field.start, field.end) for field in (first, other))
    return Fault(shortened(first.value), shortened(other.value), shortened(other.value), why, passages=passages)
