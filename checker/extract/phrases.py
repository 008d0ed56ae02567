"""Stretches of a sentence that read as a phrase: what restricts a noun from behind, and what ends before a verb."""

from checker.extract.chunks import POSSESSIVE, noun_phrase
from checker.extract.syntax import Token
from checker.extract.triggers import Clauses
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures

LONGEST = 9  # tokens of one restriction
MOST = 3  # restrictions of one noun
VERBS = frozenset(("past", "present", "participle", "base"))


def text(clauses: Clauses, first: int, last: int) -> str:
    """The tokens of a stretch as written, on one line and without marks of emphasis."""
    if first >= last:
        return ""
    sentence, tokens = clauses.sentence, clauses.tokens
    return " ".join(
        sentence.text[tokens[first].start - sentence.start : tokens[last - 1].end - sentence.start]
        .replace("*", " ")
        .split()
    )


def restricted_until(clauses: Clauses, at: int, *, verbs: bool = True) -> int:
    """The token behind all that restricts a noun which ends at `at`: of the ferry, held on charges, who fled.

    `verbs`: whether participles and relative clauses are taken too, or "of" and its like alone.
    """
    end = at
    for _ in range(MOST):
        further = _prepositional(clauses, end)
        if further == end and verbs:
            further = _participial(clauses, end)
        if further == end and verbs:
            further = _relative(clauses, end)
        if further == end or further - at > 2 * LONGEST:
            break
        end = further
    return end


def of_until(clauses: Clauses, at: int) -> int:
    """The token behind the "of" and its noun at a token."""
    if _lower(clauses, at) != "of":
        return at
    return _object(clauses, at + 1) or at


def clause_until(clauses: Clauses, at: int) -> int:
    """Where what a verb before `at` says ends: at a mark, a time, a figure or another clause."""
    words, end = clause_words(), at
    while end < len(clauses.tokens) and end - at < LONGEST:
        lower = clauses.tokens[end].lower
        if not _plain(clauses.tokens[end]) or end in clauses.blocked or end in clauses.starts:
            break
        finite = lower in words.finite and end > at
        if finite or lower in words.subordinators or lower in words.relatives or lower in {"and", "or", "but"}:
            break
        if lower in grammar().words.saying:
            return at
        end += 1
    return _trimmed(clauses, at, end)


def phrase_before(clauses: Clauses, at: int) -> tuple[int, int]:
    """The noun phrase, with what restricts it, that ends before a token; empty where none does."""
    last = at
    while last > 0 and _light(clauses, last - 1):
        last -= 1
    last = _before_aside(clauses, last)
    first = last
    while first > 0 and last - first < 2 * LONGEST and _within(clauses, first - 1):
        first -= 1
    return _opened(clauses, first, last)


def sentence_subject(clauses: Clauses, at: int) -> tuple[int, int]:
    """The noun phrase before the first verb of the sentence, which stands before a token."""
    for verb in range(1, at):
        if clauses.tokens[verb].lower in clause_words().be | clause_words().perfect or is_verbal(clauses, verb):
            return phrase_before(clauses, verb)
    return at, at


def _before_aside(clauses: Clauses, last: int) -> int:
    """Before what is set off between a noun and its verb: the seat, which is free, | costs."""
    if last < 1 or clauses.tokens[last - 1].text != ",":
        return last
    opened = next((i for i in range(last - 2, max(-1, last - 2 * LONGEST), -1) if clauses.tokens[i].text == ","), -1)
    return opened if opened > 0 else last - 1


def _prepositional(clauses: Clauses, at: int) -> int:
    """Behind a preposition and its noun phrase."""
    if _lower(clauses, at) not in clause_words().restricting or at in clauses.blocked:
        return at
    return _object(clauses, at + 1) or at


def _object(clauses: Clauses, at: int) -> int:
    """Behind the noun phrase at a token, its article included; 0 where there is none."""
    start, tokens = at, clauses.tokens
    while start < len(tokens) and tokens[start].lower in grammar().words.determiners:
        start += 1
    stops = frozenset(clauses.starts) | clauses.blocked
    phrase = noun_phrase(tokens, start, stops) if start < len(tokens) and start not in stops else None
    if phrase is None or _lower(clauses, phrase.last) in POSSESSIVE or phrase.last in clauses.starts:
        return 0
    last = phrase.last
    if _lower(clauses, last) == "and" and tokens[last - 1].text[0].isupper():
        other = noun_phrase(tokens, last + 1, stops) if last + 1 < len(tokens) and last + 1 not in stops else None
        last = other.last if other and tokens[other.last - 1].text[0].isupper() else last
    return last


def _participial(clauses: Clauses, at: int) -> int:
    """Behind a participle that restricts the noun before it, and what follows that: held on charges, meant for half."""
    for found in clauses.at(at):
        if found.last in clauses.starts:
            continue  # villas worth $6 million
        taken = found.trigger.form == "participle" and found.trigger.argument == "object"
        passive = taken and _closes(clauses, found.last)
        if passive or found.trigger.form == "ing":
            return clause_until(clauses, found.last)
    return at


def _closes(clauses: Clauses, at: int) -> bool:
    """Whether what follows a participle is no object of it."""
    if at >= len(clauses.tokens):
        return True
    token, words = clauses.tokens[at], grammar().words
    return not token.text[0].isalpha() or (token.lower in words.closed and token.lower not in words.determiners)


def _relative(clauses: Clauses, at: int) -> int:
    """Behind a relative clause."""
    if _lower(clauses, at) not in clause_words().relatives:
        return at
    end = clause_until(clauses, at + 1)
    return end if end > at + 1 else at


def _trimmed(clauses: Clauses, first: int, last: int) -> int:
    """The end without words that need another behind them."""
    keep = grammar().words.pronouns | {"home", "alive", "away", "out", "up", "down", "off", "abroad", "back"}
    while last > first and clauses.tokens[last - 1].lower in grammar().words.closed - keep:
        last -= 1
    return last


def _opened(clauses: Clauses, first: int, last: int) -> tuple[int, int]:
    """A stretch without what cannot open a noun phrase: articles, and a preposition with its noun before another."""
    words = grammar().words
    while first < last:
        lower = clauses.tokens[first].lower
        counted = clauses.starts.get(first)
        if counted is not None:
            first = min(last, counted.noun.first if counted.noun else counted.last)
            continue
        if lower in words.prepositions | words.conjunctions:
            inner = _object(clauses, first + 1)
            first = inner if inner and inner < last and lower in words.prepositions else first + 1
        elif lower in words.closed or lower in POSSESSIVE:
            first += 1
        else:
            break
    while last > first and clauses.tokens[last - 1].lower in words.closed:
        last -= 1
    return first, last


def _within(clauses: Clauses, at: int) -> bool:
    """Whether a token may stand within a phrase that is read from its end."""
    token, words = clauses.tokens[at], grammar().words
    if at in clauses.blocked:
        return False
    if (
        token.lower in POSSESSIVE
        or at in clauses.inside
        or token.lower in clause_words().restricting | words.determiners
    ):
        return True
    if not token.text[0].isalpha() or token.lower in words.closed | words.saying:
        return False
    return not is_verbal(clauses, at)


def is_verbal(clauses: Clauses, at: int) -> bool:
    """Whether a token is a finite verb, of the lexicon or a silent one."""
    forms = {found.trigger.form for found in clauses.at(at)} & VERBS
    token, before = clauses.tokens[at], clauses.tokens[at - 1].lower if at else ""
    infinite = (
        before in clause_words().infinitive and token.text.islower() and token.lower not in grammar().words.closed
    )
    if infinite and token.text[0].isalpha():
        return True
    if forms - {"base"}:
        return not clauses.is_noun(at)
    return token.text.islower() and token.lower in measures().verbs.silent_forms and not clauses.is_noun(at)


def _light(clauses: Clauses, at: int) -> bool:
    """Whether a token stands between a subject and its verb and belongs to neither."""
    token, words = clauses.tokens[at], grammar().words
    if at in clauses.blocked or at in clauses.inside:
        return False
    also = clause_words().relatives | clause_words().copulas
    return clauses.is_light(at) or token.lower in words.auxiliaries | also


def _plain(token: Token) -> bool:
    return token.text[0].isalnum() or token.lower in POSSESSIVE


def _lower(clauses: Clauses, at: int) -> str:
    return clauses.tokens[at].lower if at < len(clauses.tokens) else ""
