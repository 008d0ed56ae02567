"""Phrases to speakers: who is meant, behind whom, and whom "he", "the ministry" and "Mr X" take up again."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.speakers_phrases import Phrase, before, is_name
from checker.extract.syntax import Sentence, Token
from checker.model import Speaker
from checker.rulebook.speakers import canonical_names, speaker_lexicon

REACH = 4  # sentences within which a pronoun finds its speaker
PAPER_REACH = 8  # sentences within which "the statement" is the last institution's
ACRONYM = 8  # letters of an acronym in brackets at most


class Voice(NamedTuple):
    """A speaker that the document has named; `words` are the folded words that may take it up again."""

    speaker: Speaker
    words: frozenset[str]
    person: tuple[str, ...]  # folded words of a personal name
    human: bool
    plural: bool
    sentence: int


def fold_name(text: str) -> str:
    """An institution's folded name, the one that stands for all where it has several."""
    folded = " ".join(text.casefold().replace("’", "'").replace(" 's", "'s").replace("**", "").split())
    folded = " ".join(w for w in folded.removeprefix("the ").split() if not w.endswith(("-based", "-linked")))
    return canonical_names().get(folded, folded)


class Memory:
    """The voices of one document, in reading order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._aliases = dict(_aliases(sentences))
        self._voices: list[Voice] = []

    def last(self, sentence: int, reach: int = REACH) -> Speaker | None:
        """The last voice, where it is near enough."""
        return next((v.speaker for v in self._voices[-1:] if sentence - v.sentence <= reach), None)

    def resolve(self, words: Sequence[Token], phrase: Phrase, sentence: int) -> Speaker | None:
        """The speaker that a phrase of a sentence means; None for a pronoun without antecedent."""
        lower = [word.lower for word in words[phrase.first : phrase.last]]
        anaphora = speaker_lexicon().anaphora
        pronoun = {"its": "it", "their": "they"}.get(lower[0], lower[0])
        if len(lower) == 1 and pronoun in anaphora.he | anaphora.it | anaphora.they:
            return self._pronoun(pronoun, sentence)
        if "'s" in lower:
            owned = self._owner(words, phrase, lower, sentence)
            if owned is not None:
                return owned
        found = self._earlier(words, phrase, lower, sentence)
        return found or self._new(words, phrase, sentence)

    def _owner(self, words: Sequence[Token], phrase: Phrase, lower: list[str], sentence: int) -> Speaker | None:
        """The body behind "the ministry's bulletin"."""
        counts = speaker_lexicon().nouns.counts | speaker_lexicon().nouns.papers
        mark = lower.index("'s")
        if lower[-1] not in counts or mark == 0:
            return None
        return self.resolve(words, Phrase(phrase.first, phrase.first + mark), sentence)

    def _pronoun(self, pronoun: str, sentence: int) -> Speaker | None:
        anaphora = speaker_lexicon().anaphora
        for voice in reversed(self._voices):
            if sentence - voice.sentence > REACH:
                return None
            if pronoun in anaphora.he and voice.human and not voice.plural:
                break
            if pronoun in anaphora.it and not voice.human:
                break
            if pronoun in anaphora.they and (voice.plural or not voice.human):
                break
        else:
            return self.last(sentence) if pronoun in anaphora.it else None
        self._voices.append(voice._replace(sentence=sentence))
        return voice.speaker

    def _earlier(self, words: Sequence[Token], phrase: Phrase, lower: list[str], sentence: int) -> Speaker | None:
        """The voice that a definite phrase, a surname or an acronym takes up again."""
        nouns = speaker_lexicon().nouns
        definite = lower[0] in ("the", "this", "that", "its")
        core = [w for w in lower if w not in speaker_lexicon().glue.articles and w.rstrip(".") not in nouns.titles]
        if not core:
            core = lower[1:] if definite else lower
        if not core:
            return None
        if definite and core in (["statement"], ["report"], ["bulletin"], ["release"], ["communique"], ["communiqué"]):
            return next(
                (v.speaker for v in reversed(self._voices) if not v.human and sentence - v.sentence <= PAPER_REACH),
                None,
            )
        for voice in reversed(self._voices):
            if self._takes_up(voice, core, words, phrase, definite=definite):
                self._voices.append(voice._replace(sentence=sentence))
                return voice.speaker
        return None

    def _takes_up(
        self, voice: Voice, core: list[str], words: Sequence[Token], phrase: Phrase, *, definite: bool
    ) -> bool:
        nouns = speaker_lexicon().nouns
        for size in (3, 2, 1):
            tail = tuple(core[-size:])
            if len(tail) == size and voice.person[-size:] == tail and is_name(words[phrase.last - 1]):
                return size == len(core) or size > 1 or any(w in nouns.functionaries for w in core)
        if not definite and not is_name(words[phrase.first]) and core[-1] not in nouns.institutions:
            return False
        if len(core) == 1 and definite and core[0] in nouns.generic:
            return not voice.human
        if voice.human and not voice.person and not definite:
            return False
        if voice.human and voice.person and not any(w in nouns.functionaries | nouns.persons for w in core):
            return False
        return set(core) <= voice.words

    def _new(self, words: Sequence[Token], phrase: Phrase, sentence: int) -> Speaker:
        nouns = speaker_lexicon().nouns
        first = phrase.first
        if words[first].lower in ("the", "a", "an") and phrase.last - first > 1:
            first += 1
        extra = list(words[phrase.extra[0] : phrase.extra[1]])
        core = list(words[first : phrase.last])
        person, institution, role = _parts(core, extra)
        text = _text(core) + (", " + _text(extra) if extra else "")
        head = _head(core)
        plural = head.endswith("s") and head in nouns.nameless and head not in nouns.persons
        human = bool(person) or bool(role) or plural or head in nouns.persons or head in nouns.nameless
        nameless = not person and (head in nouns.nameless or head in nouns.persons)
        behind = self._institution(institution)
        if not human:
            behind = self._institution(_text(core))
        name = behind or fold_name(person or text)
        if nameless:
            name = fold_name(text)
        via = (person or role) if human and behind and not nameless else ""
        speaker = Speaker(text=text, name=name, via=via.casefold(), named=not nameless)
        content = frozenset(w.lower for w in core + extra if w.text[0].isalnum())
        spoken = frozenset(name.split()) if behind else frozenset()
        short = tuple(w for w in person.casefold().split() if w.rstrip(".") not in nouns.titles)
        self._voices.append(Voice(speaker, content | spoken, short, human, plural, sentence))
        return speaker

    def _institution(self, text: str) -> str:
        """An institution's canonical name: by the document's brackets, its earlier names, or the lexicon."""
        if not text:
            return ""
        folded = " ".join(text.casefold().split()).removeprefix("the ")
        if folded in self._aliases:
            return self._aliases[folded]
        known = canonical_names().get(folded)
        if known is not None:
            return known
        if folded.split()[-1] in speaker_lexicon().nouns.generic:
            return next((v.speaker.name for v in reversed(self._voices) if not v.human), fold_name(text))
        part = set(folded.split())
        for voice in reversed(self._voices):
            if voice.speaker.named and not voice.person and part <= set(voice.speaker.name.split()):
                return voice.speaker.name
        return fold_name(text)


def _aliases(sentences: Sequence[Sentence]) -> list[tuple[str, str]]:
    """The acronyms and short names in brackets behind full names, with those names."""
    found = []
    for sentence in sentences:
        words = sentence.tokens
        for at in range(1, len(words) - 2):
            if words[at].text not in ("(", "[") or words[at + 2].text not in (")", "]"):
                continue
            short = words[at + 1]
            if len(short.text) > ACRONYM or not short.text.isupper() or not short.text.isalpha():
                continue
            phrase = before(words, at)
            if phrase is not None:
                full = _text(words[phrase.first : phrase.last])
                found.append(
                    (
                        short.lower,
                        fold_name(full) if fold_name(full) != full.casefold() else _initials(full, short.lower),
                    )
                )
    return found


def _initials(full: str, short: str) -> str:
    """The tail of the full name that the acronym's letters begin, or all of it."""
    words = full.split()
    for size in range(len(words), 1, -1):
        tail = words[-size:]
        letters = "".join(w[0] for w in tail if w[0].isupper()).casefold()
        if letters == short:
            return fold_name(" ".join(tail))
    return fold_name(full)


def _text(words: Sequence[Token]) -> str:
    """The words as they would be written."""
    text = " ".join(word.text for word in words).replace(" 's", "'s").replace(" ’s", "’s").replace(" ,", ",")
    return text.replace("( ", "(").replace(" )", ")").replace("[ ", "[").replace(" ]", "]")


def _head(core: Sequence[Token]) -> str:
    """The head noun: the last word before the first preposition."""
    links = speaker_lexicon().glue.links
    end = next((i for i, word in enumerate(core) if i and word.lower in links), len(core))
    return core[end - 1].lower if core else ""


def _parts(core: list[Token], extra: list[Token]) -> tuple[str, str, str]:
    """Personal name, institution and role of a phrase and its apposition; empty where there are none."""
    nouns = speaker_lexicon().nouns
    roles = [i for i, w in enumerate(core) if w.lower in nouns.functionaries and w.lower not in nouns.institutions]
    if extra and not roles:
        person = _person(core)
        other, institution, role = _parts(extra, [])
        return (person or other), institution, role
    if not roles:
        institution, start = "", 0
        links = speaker_lexicon().glue.links
        link = next((i for i, w in enumerate(core) if i and w.lower in links), None)
        if link is not None:
            institution = _body(core[link + 1 :])
            return _person(core[:link]), institution, ""
        return _person(core[start:]), institution, ""
    at = roles[0]
    behind = at + 1
    if behind < len(core) and core[behind].lower in speaker_lexicon().glue.links:
        return _person(core[:at]) or _person(extra), _body(core[behind + 1 :]), _text(core[at:])
    while behind < len(core) and core[behind].lower in nouns.functionaries:
        at, behind = behind, behind + 1
    person = _person(core[roles[0] :]) or _person(extra)
    return person, _body(core[: roles[0]], spoken=True), _text(core[: at + 1])


def _body(words: Sequence[Token], *, spoken: bool = False) -> str:
    """The institution that the words name, empty where they name none."""
    nouns = speaker_lexicon().nouns
    words = [w for w in words if w.lower not in speaker_lexicon().glue.articles]
    text = _text(words).removesuffix("'s")
    if not words:
        return ""
    folded = text.casefold()
    if folded in canonical_names() or any(w.lower in nouns.institutions for w in words):
        return text
    acronym = words[-1].text.isupper() and len(words[-1].text) > 1
    return text if acronym or (spoken and is_name(words[-1]) and words[-1].text[0].isupper()) else ""


def _person(words: Sequence[Token]) -> str:
    """The personal name among the words: two capitalised ones, or a title and one."""
    nouns, glue = speaker_lexicon().nouns, speaker_lexicon().glue
    run: list[Token] = []
    for word in words:
        titled = word.lower.rstrip(".") in nouns.titles
        if is_name(word) and (titled or word.lower not in nouns.institutions | nouns.functionaries):
            run.append(word)
        elif run and word.lower in glue.particles:
            run.append(word)
        elif run:
            break
    bare = [w for w in run if w.lower.rstrip(".") not in nouns.titles]
    if _head(words) in nouns.institutions:
        return ""
    if not bare or len(run) < 2 or all(w.text.isupper() and len(w.text) > 1 for w in bare):
        return ""
    if _text(bare).casefold() in canonical_names() or any(w.lower in nouns.institutions for w in words[: len(run)]):
        return ""
    return _text(run)
