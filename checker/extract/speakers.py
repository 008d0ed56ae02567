"""Who vouches for which stretch of a document: a state machine over its sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from checker.extract.speakers_accounts import between, briefed, carried, led, signed
from checker.extract.speakers_frames import frames
from checker.extract.speakers_hearsay import HEARSAY, hearsay, may_deny, unsourced
from checker.extract.speakers_quotes import SHORTEST, Quote, quotes
from checker.extract.speakers_releases import House, house, speaks_as_we
from checker.extract.speakers_sources import Frame
from checker.extract.speakers_turns import turns
from checker.extract.speakers_voices import Memory
from checker.extract.syntax import Attribution, Sentence
from checker.model import Section, Speaker
from checker.rulebook.speakers import canonical_names, speaker_lexicon

VEIL = 3  # words of a name that names nobody: "a monitoring group"
OWNERS = frozenset(("its", "their", "his", "her"))
NEAR = 2  # sentences between a speaker and a quotation that goes on


def attribute(sentences: tuple[Sentence, ...], source: str | None = None) -> tuple[Attribution, ...]:
    """The stretches of a document that a speaker vouches for, in order and without overlaps.

    What lies in none of them is the report's own word.

    Args:
        sentences: of one document, in order.
        source: who issued the document; an institution speaks wherever nobody else does.
    """
    memory = Memory(sentences)
    heads = [sentence.start for sentence in sentences]
    cited = quotes(sentences)
    starts = [quote.start for quote in cited]
    found: list[Attribution] = []
    for sentence in sentences:
        found.extend(_spoken(sentence, memory, cited, starts))
    found = _quoted(found, sentences, cited, memory)
    found = _unveiled(briefed(signed(led(carried(found, sentences), sentences), sentences), sentences))
    speeches = turns(sentences)
    if speeches:
        return tuple(_unheard(_spoken_in_turn(found, sentences, speeches), sentences))
    home = house(sentences, source, len({bisect_right(heads, a.start) for a in found}))
    if home is not None:
        found = _filled(_own(found, home) if home.whole else found, sentences, home)
    return tuple(_unsourced(_unheard(found, sentences), sentences))


def _spoken(sentence: Sentence, memory: Memory, cited: Sequence[Quote], starts: Sequence[int]) -> Iterator[Attribution]:
    """The attributions within a sentence."""

    def within(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and cited[at].words >= SHORTEST and offset < cited[at].end

    if sentence.section is Section.FURNITURE:
        return
    resolved = _resolved(sentence, frames(sentence, within), memory)
    if not resolved:
        memory.notice(sentence)
    begin = sentence.start
    for number, (frame, speaker) in enumerate(resolved):
        following = resolved[number + 1][0] if number + 1 < len(resolved) else None
        end = _end(sentence, frame, following)
        start = begin if frame.side == "left" or _leads(sentence, frame) else sentence.tokens[frame.first].start
        start = _behind_aside(sentence, frame) or start
        start = max(start, begin)
        if start < end:
            yield Attribution(start, end, speaker, frame.because)
            begin = end


def _resolved(sentence: Sentence, found: Sequence[Frame], memory: Memory) -> list[tuple[Frame, Speaker]]:
    """The frames of a sentence whose speakers are known; a "he" in it may be the one who opens it."""
    resolved: list[tuple[Frame, Speaker]] = []
    for frame in found:
        opening = sentence.tokens[frame.phrase.first].lower
        anaphora = speaker_lexicon().anaphora
        pronoun = opening in anaphora.pronouns or opening in OWNERS
        if not resolved and frame.phrase.first > 0 and pronoun:
            memory.notice(sentence)
        speaker = memory.resolve(sentence.tokens, frame.phrase, sentence.index)
        if speaker is not None:
            resolved.append((frame, speaker))
    return resolved


def _leads(sentence: Sentence, frame: Frame) -> bool:
    """Whether what stands before `X said` is only when and where: no clause word, no figure's clause."""
    clauses = speaker_lexicon().glue.clauses
    return not any(word.lower in clauses or word.text == ";" for word in sentence.tokens[: frame.first])


def _behind_aside(sentence: Sentence, frame: Frame) -> int:
    """Where the words of `Jan Novak, who owns 14 boats, said ...` begin, 0 where nothing is told of the speaker."""
    words = sentence.tokens
    aside = words[max(frame.phrase.last, frame.phrase.extra[1]) : frame.last - 1]
    told = len(aside) > 1 and aside[0].text == "," and aside[1].text in ("who", "which", "whose")
    return words[frame.last - 1].start if told and frame.side == "right" and frame.phrase.first == 0 else 0


def _end(sentence: Sentence, frame: Frame, following: Frame | None) -> int:
    """Where the stretch of a frame ends: at the sentence's end, or where the next one's begins."""
    words = sentence.tokens
    if frame.side == "left" and [word.lower for word in words[frame.last : frame.last + 2]] in (
        [",", "who"],
        [",", "whose"],
    ):
        return words[frame.last].start  # "..., said X, who farms five hectares": the report's word
    if following is None:
        return sentence.end
    if following.side == "right":
        return words[following.first].start
    for at in range(following.first - 1, frame.last, -1):
        if words[at].lower in ("and", "but", "while", "though", ";") and words[at - 1].text in (",", ";", '"'):
            return words[at].start
    return words[frame.last - 1].end if frame.side == "left" else words[following.first].start


def _quoted(
    found: list[Attribution], sentences: Sequence[Sentence], cited: Sequence[Quote], memory: Memory
) -> list[Attribution]:
    """The attributions with the quotations that run beyond them, or that follow without a verb of their own."""
    done = sorted(found)
    added: list[Attribution] = []
    for quote in cited:
        if quote.words < SHORTEST:
            continue
        touching = _touching(done, quote.start, quote.end)
        if touching:
            speaker = touching[0].speaker if len({a.speaker for a in touching}) == 1 else None
        else:
            speaker = _continued(done, added, sentences, quote, memory)
        if speaker is not None:
            added.extend(between(touching, quote.start, quote.end, speaker, "quotation"))
    return sorted(done + added)


def _touching(done: Sequence[Attribution], start: int, end: int) -> list[Attribution]:
    """The attributions, which are sorted and do not overlap, that share text with a stretch."""
    last = bisect_left(done, end, key=lambda attribution: attribution.start)
    first = last
    while first > 0 and done[first - 1].end > start:
        first -= 1
    return list(done[first:last])


def _body(speaker: Speaker) -> Speaker:
    """The institution itself where a person speaks for it."""
    if not speaker.via:
        return speaker
    small = speaker_lexicon().glue.links | speaker_lexicon().glue.articles
    text = " ".join(word if word in small else word.capitalize() for word in speaker.name.split())
    return Speaker(text=text, name=speaker.name)


def _unveiled(found: list[Attribution]) -> list[Attribution]:
    """The attributions with a short name, or a nameless monitoring group, replaced by the full name in the report."""
    nouns = speaker_lexicon().nouns
    full: dict[str, Speaker] = {}
    for attribution in found:
        body = _body(attribution.speaker)
        known = full.get(body.name)
        if (
            body.named
            and body.text[:1].isupper()
            and len(body.name.split()) > 1
            and (known is None or len(known.text) < len(body.text))
        ):
            full[body.name] = body
    monitor = next((full[name] for name in full if nouns.monitors & set(name.split())), None)

    def named(attribution: Attribution) -> Attribution:
        speaker = attribution.speaker
        words = speaker.name.split()
        veil = speaker.text.casefold().split()
        if monitor is not None and len(veil) <= VEIL and veil[-1] in nouns.generic and nouns.watching & set(veil):
            told = speaker.model_copy(update={"text": f"{speaker.text}, the {monitor.text}", "name": monitor.name})
            return attribution._replace(speaker=told.model_copy(update={"named": True}))
        if len(words) == 1 and words[0] in nouns.monitors:
            whole = next((full[name] for name in full if words[0] in name.split()), None)
            if whole is not None:
                text = speaker.text if speaker.via else whole.text
                return attribution._replace(speaker=speaker.model_copy(update={"name": whole.name, "text": text}))
        return attribution

    return [named(attribution) for attribution in found]


def _continued(
    done: Sequence[Attribution],
    added: Sequence[Attribution],
    sentences: Sequence[Sentence],
    quote: Quote,
    memory: Memory,
) -> Speaker | None:
    """Whose words a quotation at a sentence's start gives that no verb tells of.

    They are those of the speaker before it in its paragraph or a sentence or two away, or of the person who opens the
    sentence before it.
    """
    here = bisect_right(sentences, quote.start, key=lambda sentence: sentence.start) - 1
    if sentences[here].start != quote.start:
        return None
    at = bisect_left(done, quote.start, key=lambda attribution: attribution.start)
    before = max([*done[max(0, at - 1) : at], *added[-1:]], key=lambda attribution: attribution.end, default=None)
    if before is not None and before.end <= quote.start:
        last = bisect_right(sentences, before.end - 1, key=lambda sentence: sentence.start) - 1
        if here - last <= NEAR or sentences[last].paragraph == sentences[here].paragraph:
            return before.speaker
    return memory.person_at(here - 1) if here else None


def _filled(found: list[Attribution], sentences: Sequence[Sentence], home: House) -> list[Attribution]:
    """The attributions with the issuer's in every gap, or in those of the sentences that say "we"."""
    gaps = [
        gap
        for sentence in sentences
        if sentence.section is not Section.FURNITURE and (home.whole or speaks_as_we(sentence))
        for gap in between(
            _touching(found, sentence.start, sentence.end), sentence.start, sentence.end, home.speaker, "release"
        )
    ]
    return sorted(found + gaps)


def _spoken_in_turn(
    found: list[Attribution], sentences: Sequence[Sentence], speeches: Mapping[int, tuple[int, Speaker | None]]
) -> list[Attribution]:
    """The attributions of a transcript, its turns filled up with those who speak them."""
    gaps = [
        gap
        for index, (start, speaker) in speeches.items()
        if speaker is not None
        for gap in between(found, start, sentences[index].end, speaker, "turn")
    ]
    return sorted(found + gaps)


def _own(found: list[Attribution], home: House) -> list[Attribution]:
    """The attributions of a release without the counts of the issuer's own organs and papers."""
    lexicon = speaker_lexicon()
    recording = {f"speech:{verb}" for verb in lexicon.verbs.recording}
    names = set(canonical_names().values())

    def own(a: Attribution) -> bool:
        words = a.speaker.text.casefold().split()
        paper = words[-1] in lexicon.nouns.records and a.speaker.text.islower()
        paper = paper or (len(words) == 1 and words[0] in lexicon.nouns.generic | {"office", "headquarters"})
        if set(words) <= set(home.speaker.text.casefold().replace(",", " ").split()):
            return True  # "the Ministry" in the ministry's release
        return a.speaker.name not in names and (a.because in recording or words[0] in lexicon.releases.own or paper)

    return [a for a in found if not own(a)]


def _unsourced(found: list[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions with the sentences that nobody vouches for but "reportedly"."""
    added = []
    for sentence in sentences:
        told = unsourced(sentence) if sentence.section is not Section.FURNITURE else None
        if told is not None and told[2] is not None and not _touching(found, sentence.start, sentence.end):
            added.append(Attribution(told[0], told[1], told[2], "unsourced"))
    return sorted(found + added)


def _unheard(found: list[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions with the figures that a sentence denies taken from whoever denies them."""
    done = found
    for sentence in filter(may_deny, sentences):
        over = _touching(found, sentence.start, sentence.end)
        for start, end, speaker in hearsay(sentence, over[0].speaker if over else None):
            done = [piece for attribution in done for piece in _without(attribution, start, end)]
            if speaker is not None:
                done.append(Attribution(start, end, speaker, HEARSAY))
    return sorted(done)


def _without(attribution: Attribution, start: int, end: int) -> Iterator[Attribution]:
    """The parts of an attribution that lie outside a stretch."""
    if attribution.end <= start or attribution.start >= end:
        yield attribution
        return
    if attribution.start < start:
        yield attribution._replace(end=start)
    if attribution.end > end:
        yield attribution._replace(start=end)
