"""Accounts that run on: sentences behind a speaker's that go on with what was said, and signed posts."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.extract.speakers_anatomy import fold_name, text_of
from checker.extract.syntax import Attribution, Sentence, Token
from checker.model import Section, Speaker
from checker.rulebook.numerals import numerals
from checker.rulebook.speakers import speaker_lexicon

PARAGRAPH = 5  # sentences of a paragraph that may be one speaker's account; longer ones have lost their breaks
STATE = 12  # tokens of a sentence that tells but the state of a further count
ADDED = 24  # tokens of a sentence that adds a further count
COMPARED = 14  # tokens of a sentence that gives a figure to compare with
OPENING = 7  # tokens in which such a sentence says so
HEADED = 5  # tokens of a line that holds a time of day
POST = 5  # sentences of a signed post
NAME = 5  # tokens of a signature's name
BRIEFED = 12  # sentences between two words of one who gave a first account


def carried(found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions, in order, with the sentences that go on with a speaker's account."""
    lengths = Counter(sentence.paragraph for sentence in sentences)
    starts = [attribution.start for attribution in found]
    done = list(found)
    running: Attribution | None = None
    near = False  # whether the sentence before is the speaker's
    timed = False  # whether the paragraph is an entry of a live blog
    end, paragraph = -1, -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            listed = lengths[sentence.paragraph] == 1 and len(sentence.tokens) <= COMPARED
            running = running if near and listed and sentence.start == end + 1 else None
            paragraph = sentence.paragraph
            timed = _timed(sentences, sentence.index)
        end = sentence.end
        at = bisect_left(starts, sentence.end) - 1
        if at >= 0 and found[at].end > sentence.start:
            last = found[at]
            running = last if last.because != "quotation" and last.end >= sentence.end - 1 else None
            near = running is not None
            continue
        short = lengths[paragraph] <= PARAGRAPH
        near = running is not None and (
            (near and _counts_on(sentence))
            or (near and short and (_takes_up(sentence) or _follows(sentence)))
            or (
                near
                and short
                and _told(running.because)
                and _goes_on(sentence, sentences[sentence.index - 1], timed=timed)
            )
        )
        if running is not None and near:
            done.append(Attribution(sentence.start, sentence.end, running.speaker, "account"))
    return sorted(done)


def led(found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions, in order, with the leads that the sentence behind them takes up.

    `Nine divers drowned on Monday. The victims were from one club, the coast guard said.`
    """
    added: list[Attribution] = []
    for lead, following in pairwise(sentences):
        at = bisect_left(found, lead.end, key=lambda attribution: attribution.start)
        free = at == 0 or found[at - 1].end <= lead.start
        if at and lead.index and found[at - 1].end > sentences[lead.index - 1].start:
            free = free and sentences[lead.index - 1].paragraph != lead.paragraph
        if not free or lead.section is not Section.BODY or at == len(found) or not _refers(following):
            continue
        told = found[at]
        if told.start <= following.start and told.end >= following.end - 1 and any(map(_numeral, lead.tokens)):
            added.append(Attribution(lead.start, lead.end, told.speaker, "lead"))
    return sorted([*found, *added])


def _refers(sentence: Sentence) -> bool:
    """Whether a sentence opens with words for those of whom the one before told."""
    opening = [word.lower for word in sentence.tokens[:2]]
    takes_up = speaker_lexicon().anaphora.takes_up
    return opening[0] in takes_up or " ".join(opening) in takes_up


def _told(because: str) -> bool:
    """Whether a stretch is one of plain speech: `X said`, `according to X`, `X: ...`."""
    verbs = speaker_lexicon().verbs
    kind, _, verb = because.partition(":")
    return kind in ("inverted", "label") or verb in verbs.said | {"say", "according"}


def _timed(sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a paragraph begins with a time of day, or stands behind a line that is one."""
    heads = sentences[max(0, at - 1) : at + 1]
    return any(
        bool(digits) and ":" in digits[0]
        for sentence in heads
        if (digits := [word.text for word in sentence.tokens[:3] if word.text[0].isdigit()])
        and (sentence.index == at or len(sentence.tokens) <= HEADED)
    )


def _goes_on(sentence: Sentence, before: Sentence, *, timed: bool) -> bool:
    """Whether a sentence stays with what the one before told: it names nobody and no time of its own.

    Outside the entries of a live blog it has to open with "the" or "it" as well.
    """
    words = sentence.tokens
    if words[0].text in ("-", "\u2013", "\u2014"):
        return sentence.paragraph == before.paragraph
    known = {word.lower for word in before.tokens}
    dates = speaker_lexicon().glue.dates | speaker_lexicon().glue.which
    new = (word.named and word.lower not in known for word in words[1:])
    dated = (_year(word) or word.lower in dates for word in words)
    opens = timed or words[0].lower in speaker_lexicon().anaphora.goes_on
    if words[0].lower == "the" and any(word.lower in ("has", "have") for word in words[1:OPENING]):
        return False  # what a town or a company has is common knowledge
    return opens and not any(new) and not any(dated)


def _takes_up(sentence: Sentence) -> bool:
    """Whether a sentence opens with words that take up the one before."""
    accounts = speaker_lexicon().anaphora.accounts
    opening = [word.lower for word in sentence.tokens[:3]]
    of_them = _numeral(sentence.tokens[0]) and opening[1:] in (["of", "them"], ["of", "these"], ["of", "those"])
    return of_them or opening[0] in accounts or " ".join(opening[:2]) in accounts


def _counts_on(sentence: Sentence) -> bool:
    """Whether a sentence adds a further count to the one before: "Four were also killed"."""
    anaphora = speaker_lexicon().anaphora
    lower = [word.lower for word in sentence.tokens]
    if len(lower) > ADDED or not any(word in anaphora.adding for word in lower[: ADDED // 2]):
        return False
    return any(map(_numeral, sentence.tokens)) and any(word in anaphora.states for word in lower)


def _follows(sentence: Sentence) -> bool:
    """Whether a sentence is told as reported speech, tells a bare state, or compares with the figure before it."""
    anaphora = speaker_lexicon().anaphora
    words = sentence.tokens
    lower = [word.lower for word in words]
    opening = [" ".join(lower[at : at + 2]) for at in range(min(OPENING, len(lower)))]
    if "would" in lower and not any(word in lower for word in ("if", "have", "i")):
        return True
    if len(lower) <= COMPARED and any(pair in anaphora.compared for pair in opening[1:]):
        return any(map(_numeral, words))
    dated = any(_year(word) or word.lower in speaker_lexicon().glue.dates for word in words)
    return len(lower) <= STATE and not dated and _numeral(words[0]) and any(w in anaphora.states for w in lower)


def _numeral(word: Token) -> bool:
    """Whether a token is a number in digits or in words."""
    return word.text[0].isdigit() or word.lower.partition("-")[0] in numerals().cardinals


def _year(word: Token) -> bool:
    return len(word.text) == len("2000") and word.text.isdigit() and word.text[:2] in ("18", "19", "20")


def signed(found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions with the posts that a signature ends: `... - Jan Novak (@jnovak) May 4, 2024`."""
    starts = [attribution.start for attribution in found]
    added: list[Attribution] = []
    for sentence in sentences:
        for at, speaker in _signatures(sentence):
            stop = sentence.tokens[at].start
            begin, paragraph = stop, sentence.paragraph
            for before in reversed(sentences[max(0, sentence.index - POST) : sentence.index + 1]):
                taken = bisect_left(starts, min(before.end, stop)) - 1
                free = taken < 0 or found[taken].end <= before.start
                if before.section is not sentence.section or not free or paragraph - before.paragraph > 1:
                    break
                if any(attribution.end > before.start for attribution in added) or before.label != sentence.label:
                    break
                begin, paragraph = before.start, before.paragraph
                if (
                    paragraph != sentence.paragraph
                    and before.index
                    and sentences[before.index - 1].paragraph != paragraph
                ):
                    break
            if begin < stop:
                added.append(Attribution(begin, stop, speaker, "signature"))
    return sorted([*found, *added])


def _signatures(sentence: Sentence) -> Iterator[tuple[int, Speaker]]:
    """Where a signature begins in a sentence, and whose it is."""
    words = sentence.tokens if "@" in sentence.words else ()
    for at in range(1, len(words) - 2):
        if words[at].text != "(" or words[at + 1].text != "@":
            continue
        first = at
        while first > 0 and at - first < NAME and words[first - 1].named:
            first -= 1
        if first < at:
            name = text_of(words[first:at])
            yield first, Speaker(text=name, name=fold_name(name))


def briefed(found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions with the prose between one's first account of an event and the last word one has in the report.

    `The commission gave its first account on Monday of the fire.` opens such an account.
    """
    opened = next((opening for sentence in sentences[:BRIEFED] if (opening := _gives_account(sentence))), None)
    if opened is None:
        return list(found)
    first, head = opened
    own = [a for a in found if a.start > first.end and head in f"{a.speaker.text} {a.speaker.name}".casefold().split()]
    if not own:
        return list(found)
    last, speaker = own[-1].start, own[0].speaker
    gaps = [
        gap
        for sentence in sentences
        if first.start <= sentence.start < last and sentence.section is Section.BODY
        for gap in between(found, sentence.start, sentence.end, speaker, "briefing")
    ]
    return sorted([*found, *gaps])


def _gives_account(sentence: Sentence) -> tuple[Sentence, str] | None:
    """The sentence and the body's noun where a body gives an account of its work."""
    lexicon = speaker_lexicon()
    if sentence.words.isdisjoint(lexicon.anaphora.accounts_of):
        return None
    words = sentence.tokens
    for at, word in enumerate(words):
        if word.lower not in lexicon.anaphora.accounts_of or sentence.section is not Section.BODY:
            continue
        verb = next(
            (i for i in range(at - 1, max(-1, at - OPENING), -1) if words[i].lower in lexicon.anaphora.giving), 0
        )
        body = next((w.lower for w in words[:verb] if w.lower in lexicon.nouns.institutions), "")
        if verb and body and words[verb + 1].lower in ("its", "their", "the", "first", "initial"):
            return sentence, body
    return None


def between(done: Sequence[Attribution], start: int, end: int, speaker: Speaker, because: str) -> Iterator[Attribution]:
    """The parts of a stretch that no attribution holds, as the speaker's."""
    at = start
    for attribution in done:
        if attribution.end <= at or attribution.start >= end:
            continue
        if attribution.start > at:
            yield Attribution(at, attribution.start, speaker, because)
        at = max(at, attribution.end)
    if at < end:
        yield Attribution(at, end, speaker, because)
