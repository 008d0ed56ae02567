"""Which stretches of a text are not plainly asserted: denied, planned, feared, projected, conditional, told of old."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from checker.extract.modality_clauses import BREAKS, clause_end, clause_start, is_definite, is_figure
from checker.extract.syntax import ModalStretch, Sentence, Token
from checker.model import Modality, Section
from checker.rulebook.modality import Cue, cues_by_word, modality_lexicon

OBJECT_REACH = 4  # tokens behind a refusal in which its object is looked for
HEADLINE_REACH = 6  # tokens of a headline before "to" and its infinitive
OLD = 2  # years before the report's own from which on a year tells of old
SHORT_REBUTTAL = 14  # tokens of a sentence that says only that the one before is wrong
ASIDE = 8  # tokens of "which the governor of the province denied"
NOUN_REACH = 5  # tokens between a figure and "planned" behind its noun

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_RANK = (
    Modality.DENIED,
    Modality.REBUTTED,
    Modality.CONDITIONAL,
    Modality.FEARED,
    Modality.PROJECTED,
    Modality.PLANNED,
    Modality.HISTORICAL,
)


def modality(sentences: Sequence[Sentence], year: int | None = None) -> tuple[ModalStretch, ...]:
    """The modal stretches of a document in order, without overlaps.

    Args:
        sentences: of one document, in order.
        year: of the report; events of years well before it are historical. None: nothing is.
    """
    found: list[tuple[ModalStretch, ...]] = []
    for index, sentence in enumerate(sentences):
        if index > 0 and _rebuts(sentence):
            before = sentences[index - 1]
            whole = ModalStretch(before.start, before.end, Modality.REBUTTED, "rebutted next")
            found[-1] = _ranked([*found[-1], whole])
        found.append(modal_stretches(sentence, year))
    return tuple(stretch for stretches in found for stretch in stretches)


def modal_stretches(sentence: Sentence, year: int | None = None) -> tuple[ModalStretch, ...]:
    """The modal stretches of a sentence in order, without overlaps; offsets in the document."""
    words = sentence.tokens
    cues = cues_by_word()
    modals = modality_lexicon().modals.defaults
    if not _may_weaken(sentence, dated=year is not None):
        return ()
    nouns = modality_lexicon().clauses.definite | {"a", "free", "good", "political"}
    found: list[ModalStretch] = []
    for at, word in enumerate(words):
        if word.lower in cues:
            found.extend(_cued(words, at))
        if word.lower in modals and word.text[0].islower() and not (at and words[at - 1].lower in nouns):
            found.extend(_modal(words, at))
        elif year is not None and len(word.text) == len("2000") and _YEAR.fullmatch(word.text):
            found.extend(_historical(words, at, year))
    if any(stretch.modality is Modality.CONDITIONAL for stretch in found):
        found.extend(_condition(words))
    if sentence.section is Section.HEADLINE:
        found.extend(_announced(words))
    return _ranked(found) if found else ()


def _may_weaken(sentence: Sentence, *, dated: bool) -> bool:
    """Whether a sentence holds a word that may be a cue or a modal, or a year, or is a headline."""
    words = sentence.words
    if not words.isdisjoint(cues_by_word().keys()) or not words.isdisjoint(modality_lexicon().modals.defaults):
        return True
    return sentence.section is Section.HEADLINE or (dated and any(word[0].isdigit() for word in words))


def _cued(words: Sequence[Token], at: int) -> Iterator[ModalStretch]:
    """The stretches of the cues that begin at a token."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    for phrase, cue in cues_by_word()[words[at].lower]:
        if len(phrase) > 1 and phrase[1] != following:
            continue
        end = at + len(phrase)
        if tuple(word.lower for word in words[at:end]) != phrase or cue.reach == "previous":
            continue
        if cue.unless and phrase[-1] not in ("that", "of") and _spared(words, end, cue):
            continue
        if cue.figure and not _figured(words, end):
            continue
        because = "cue:" + " ".join(phrase)
        if cue.modality is Modality.DENIED and (end == len(words) or words[end].text in BREAKS):
            yield from _denied_aside(words, at, because)
        elif cue.reach == "after":
            yield from _spans(words, at, clause_end(words, end), cue.modality, because)
        else:
            first = _first_before(words, at, cue, phrase)
            last = clause_end(words, end) if cue.reach == "clause" else end
            if first < at:
                yield ModalStretch(words[first].start, words[last - 1].end, cue.modality, because)


def _spared(words: Sequence[Token], end: int, cue: Cue) -> bool:
    """Whether a refusal is none of a statement: "rejected the offer"."""
    return any(word.lower in cue.unless for word in words[end : end + OBJECT_REACH])


def _figured(words: Sequence[Token], at: int) -> bool:
    """Whether a figure follows, hedges passed over."""
    hedges = modality_lexicon().clauses.hedges
    while at < len(words) and (words[at].lower in hedges or words[at].lower in ("at", "least", "up", "to")):
        at += 1
    return at < len(words) and (is_figure(words[at]) or words[at].text in "$€£")


def _denied_aside(words: Sequence[Token], at: int, because: str) -> Iterator[ModalStretch]:
    """The clause before "which the governor denied"."""
    which = next((i for i in range(at - 1, max(-1, at - ASIDE), -1) if words[i].lower == "which"), 0)
    stop = which - 1 if which and words[which - 1].text == "," else which
    if stop > 0:
        start = clause_start(words, stop)
        yield ModalStretch(words[start].start, words[stop - 1].end, Modality.DENIED, because)


def _first_before(words: Sequence[Token], at: int, cue: Cue, phrase: tuple[str, ...]) -> int:
    """Where the stretch before a cue begins: its clause's start, or the figure that a lone participle belongs to."""
    if cue.modality is Modality.PLANNED and len(phrase) == 1:
        figure = next((i for i in range(at - 1, max(-1, at - NOUN_REACH), -1) if words[i].text[0].isdigit()), at)
        joined = all(word.text.isalpha() or word.text[0].isdigit() for word in words[figure:at])
        return figure if joined else at
    start = clause_start(words, at)
    if cue.modality in (Modality.FEARED, Modality.PROJECTED, Modality.PLANNED) and is_definite(words, start, at):
        return at
    return start


def _modal(words: Sequence[Token], at: int) -> Iterator[ModalStretch]:
    """The stretch of a modal verb: its clause from the verb on, a fear's or a projection's subject included."""
    lexicon = modality_lexicon().modals
    verb = at + 1
    while verb < len(words) and words[verb].lower in lexicon.adverbs:
        verb += 1
    if verb >= len(words) or not words[verb].text[0].isalpha():
        return
    kind = _modal_kind(words, at, verb)
    start = at
    if kind in (Modality.FEARED, Modality.PROJECTED, Modality.CONDITIONAL):
        clause = clause_start(words, at)
        if not is_definite(words, clause, at) and words[verb].lower not in lexicon.projected:
            start = clause
    yield from _spans(words, start, clause_end(words, verb), kind, "modal:" + words[at].lower)


def _condition(words: Sequence[Token]) -> Iterator[ModalStretch]:
    """The clause of the sentence's first `if`."""
    at = next((i for i, word in enumerate(words) if word.lower in ("if", "unless")), None)
    if at is not None:
        end = clause_end(words, at + 1)
        yield ModalStretch(words[at].start, words[end - 1].end, Modality.CONDITIONAL, "condition")


def _modal_kind(words: Sequence[Token], at: int, verb: int) -> Modality:
    """What a modal and the verb behind it make of the clause."""
    lexicon = modality_lexicon().modals
    modal, lower = words[at].lower, words[verb].lower
    if any(word.lower in ("if", "unless") for word in words):
        return Modality.CONDITIONAL
    if lower in lexicon.projected:
        return Modality.PROJECTED
    if modal in ("will", "would", "shall"):
        counterfactual = modal == "would" and lower == "have"
        return Modality.CONDITIONAL if counterfactual else lexicon.defaults[modal]
    if lower in lexicon.feared or lower == "have":
        return Modality.FEARED
    if lower == "be" and any(word.lower in lexicon.harm for word in words[verb + 1 : verb + 1 + OBJECT_REACH]):
        return Modality.FEARED
    return lexicon.defaults[modal]


def _historical(words: Sequence[Token], at: int, year: int) -> Iterator[ModalStretch]:
    """The clause of "in 1987", where the year is long past and the clause tells of nothing that holds still."""
    if int(words[at].text) > year - OLD:
        return
    first = next((i for i in (at - 1, at - 2) if i >= 0 and words[i].lower in ("in", "during")), None)
    if first is None:
        return
    start, end = clause_start(words, at), clause_end(words, at + 1)
    if first == start:
        if end < len(words) and words[end].text == "," and end == at + 1:
            end = clause_end(words, end + 1)
        yield ModalStretch(words[start].start, words[end - 1].end, Modality.HISTORICAL, "year")
        return
    still = modality_lexicon().clauses.still
    said = words[first - 1].lower.endswith(("ed", "built", "made")) and words[first - 2].lower not in ("was", "were")
    if not said and not any(word.lower in still for word in words[start:end]):
        yield ModalStretch(words[start].start, words[first - 1].end, Modality.HISTORICAL, "year")


def _announced(words: Sequence[Token]) -> Iterator[ModalStretch]:
    """A headline's infinitive: `Ministry to send 300 engineers`."""
    modals = modality_lexicon().modals.defaults
    for at in range(1, min(len(words) - 1, HEADLINE_REACH)):
        before, verb = words[at - 1], words[at + 1]
        if words[at].lower != "to" or any(word.lower in modals for word in words[:at]):
            continue
        infinitive = verb.text.isalpha() and verb.lower not in ("the", "a", "an", "its", "his", "their", "at", "under")
        subject = before.text[0].isupper() or before.lower.endswith("s")
        movement = any(word.text[0].isdigit() for word in words[:at])
        if infinitive and subject and not movement:
            yield from _spans(words, at, clause_end(words, at + 1), Modality.PLANNED, "headline infinitive")
            return


def _spans(words: Sequence[Token], first: int, last: int, kind: Modality, because: str) -> Iterator[ModalStretch]:
    """A stretch without the starts of movements in it: `from 1,400 to 1,000` leaves the first figure asserted."""
    clauses = modality_lexicon().clauses
    begin, at = first, first
    while at < last:
        if words[at].lower in clauses.definite and kind not in (Modality.DENIED, Modality.REBUTTED):
            figure = at + 1
            while figure < last and words[figure].lower in clauses.hedges:
                figure += 1
            if figure < last and is_figure(words[figure]):
                if at > begin:
                    yield ModalStretch(words[begin].start, words[at - 1].end, kind, because)
                begin = at = figure + 1
                continue
        if words[at].lower in clauses.origins and kind not in (Modality.DENIED, Modality.REBUTTED):
            goal = next((i for i in range(at + 1, last) if words[i].lower == "to"), last)
            if any(is_figure(word) for word in words[at:goal]):
                if at > begin:
                    yield ModalStretch(words[begin].start, words[at - 1].end, kind, because)
                begin = at = goal
                continue
        at += 1
    if begin < last:
        yield ModalStretch(words[begin].start, words[last - 1].end, kind, because)


def _rebuts(sentence: Sentence) -> bool:
    """Whether a sentence says that the one before is wrong, and little else."""
    cues = cues_by_word()
    if len(sentence.tokens) > SHORT_REBUTTAL or sentence.words.isdisjoint(cues):
        return False
    words = tuple(word.lower for word in sentence.tokens)
    return any(
        cue.reach == "previous" and words[at : at + len(phrase)] == phrase
        for at, word in enumerate(words)
        if word in cues
        for phrase, cue in cues[word]
    )


def _ranked(found: Sequence[ModalStretch]) -> tuple[ModalStretch, ...]:
    """The stretches in order, each without what a stronger one holds already."""
    done: list[ModalStretch] = []
    for stretch in sorted(dict.fromkeys(found), key=lambda s: (_RANK.index(s.modality), s.start, -s.end)):
        start = stretch.start
        at = max(0, bisect_left(done, start, key=lambda s: s.start) - 1)
        pieces = []
        while at < len(done) and done[at].start < stretch.end:
            other = done[at]
            if other.start > start:
                pieces.append(stretch._replace(start=start, end=other.start))
            start = max(start, other.end)
            at += 1
        if start < stretch.end:
            pieces.append(stretch._replace(start=start))
        for piece in pieces:
            insort(done, piece)
    return tuple(done)
