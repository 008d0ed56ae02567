"""Phrases to speakers: who is meant, behind whom, and whom "he", "the ministry" and "Mr X" take up again."""

from collections import deque
from collections.abc import Sequence
from functools import cache
from itertools import islice

from checker.extract.speakers_after import after
from checker.extract.speakers_aliases import aliases
from checker.extract.speakers_anatomy import apposed, fold_name, head_of, parts, spelled_out, text_of, without_brackets
from checker.extract.speakers_bodies import Body, bodies, firms, meant, unkinded
from checker.extract.speakers_persons import introductions
from checker.extract.speakers_phrases import Phrase
from checker.extract.speakers_recall import Voice, takes_up, unowned
from checker.extract.syntax import Sentence, Token
from checker.model import Section, Speaker
from checker.rulebook.speakers import canonical_names, nameless_nouns, speaker_lexicon

REACH = 4  # sentences within which "it" and "they" find their speaker
PERSON_REACH = 7  # sentences within which "he" and "she" do
PAPER_REACH = 8  # sentences within which "the statement" is the last institution's
VEIL = 3  # words of a name that names nobody: "a monitoring group"
ADVERBIAL = 8  # tokens of what may stand before a sentence's subject and its comma
SUBJECTS = {"its": "it", "their": "they", "his": "he", "him": "he", "her": "she", "them": "they"}
OPENERS = frozenset(("he", "she", "it", "they"))
MEMORY = 200  # voices that a phrase can take up again


class Memory:
    """The voices of one document, in reading order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._aliases = dict(aliases(sentences))
        self._bodies = bodies(sentences)
        self._firms = firms(sentences)
        self._voices: deque[Voice] = deque(maxlen=MEMORY)
        self._persons = [(sentence, phrase) for sentence in sentences for phrase in introductions(sentence)]

    def last(self, sentence: int, reach: int = REACH) -> Speaker | None:
        """The last voice, where it is near enough."""
        return next((v.speaker for v in islice(reversed(self._voices), 1) if sentence - v.sentence <= reach), None)

    def person_at(self, sentence: int) -> Speaker | None:
        """The person who opens a sentence or the one before it."""
        near = (v for v in reversed(self._voices) if v.sentence <= sentence)
        voice = next((v for v in near if sentence - v.sentence <= 1), None)
        if voice is not None:
            return voice.speaker if voice.human and not voice.plural else None
        return self._introduced(sentence, REACH)

    def _introduced(self, sentence: int, reach: int) -> Speaker | None:
        """The last person introduced up to a sentence, who has not spoken yet."""
        found = [(s, phrase) for s, phrase in self._persons if 0 <= sentence - s.index <= reach]
        return self._new(found[-1][0].tokens, found[-1][1], sentence) if found else None

    def notice(self, sentence: Sentence) -> None:
        """Remembers who opens a sentence that is nobody's speech, for the "he" or "it says" of the next one."""
        if sentence.section is Section.HEADLINE:
            return
        words = sentence.tokens
        start = 1 if words and words[0].text[0].isdigit() and ":" in words[0].text else 0
        phrase = _opening(words, start)
        comma = next((at for at in range(start, min(len(words) - 1, start + ADVERBIAL)) if words[at].text == ","), None)
        if phrase is None and comma is not None:
            phrase = _opening(words, comma + 1)
        if phrase is None:
            return
        span = words[phrase.first : phrase.last]
        if len(span) == 1 and span[0].lower in speaker_lexicon().glue.breaks and not span[0].text.isupper():
            return  # "Is it dangerous?"
        person, _, role = parts(without_brackets(span), list(words[phrase.extra[0] : phrase.extra[1]]))
        nouns = speaker_lexicon().nouns
        titled = span[0].lower.rstrip(".") in nouns.titles and len(span) > 1
        human = any(word.lower in _answerable() for word in span)
        body = head_of(span) in nouns.institutions or " ".join(w.lower for w in span) in canonical_names()
        paper = span[-1].lower in nouns.papers
        several = head_of(span) in nameless_nouns()
        if person or titled or role or human or body or paper or several:
            self.resolve(words, phrase, sentence.index)

    def resolve(self, words: Sequence[Token], phrase: Phrase, sentence: int) -> Speaker | None:
        """The speaker that a phrase of a sentence means; None for a pronoun without antecedent."""
        lower = [word.lower for word in words[phrase.first : phrase.last]]
        anaphora = speaker_lexicon().anaphora
        pronoun = SUBJECTS.get(lower[0], lower[0])
        if len(lower) == 1 and pronoun in anaphora.pronouns:
            return self._pronoun(pronoun, sentence)
        if "'s" in lower:
            owned = self._owner(words, phrase, lower, sentence)
            if owned is not None:
                return owned
        if lower[-1] in speaker_lexicon().nouns.papers and unowned(lower):
            made = self.last(sentence, 1)
            if made is not None:
                return made
        found = self._earlier(words, phrase, lower, sentence)
        return found or self._new(words, phrase, sentence)

    def _owner(self, words: Sequence[Token], phrase: Phrase, lower: list[str], sentence: int) -> Speaker | None:
        """The body behind "the ministry's bulletin"."""
        counts = speaker_lexicon().nouns.records
        mark = lower.index("'s")
        if lower[-1] not in counts or mark == 0:
            return None
        return self.resolve(words, Phrase(phrase.first, phrase.first + mark), sentence)

    def _pronoun(self, pronoun: str, sentence: int) -> Speaker | None:
        anaphora = speaker_lexicon().anaphora
        reach = PERSON_REACH if pronoun in anaphora.he else REACH
        near = [voice for voice in self._voices if sentence - voice.sentence <= reach]
        for voice in reversed(near):
            if pronoun in anaphora.he and voice.human and not voice.plural:
                break
            if pronoun in anaphora.it and not voice.human:
                break
            if pronoun in anaphora.they and (voice.plural or not voice.human):
                break
        else:
            if pronoun in anaphora.he:
                return self._introduced(sentence, 2 * PERSON_REACH)
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
        glue = speaker_lexicon().glue
        core = [w for w in core if w not in glue.dates and w not in glue.which]
        if (
            (definite or lower[0] in ("a", "same"))
            and core[-1:]
            and core[-1] in nouns.issued
            and set(core[:-1]) <= nouns.unowned
        ):
            return next(
                (v.speaker for v in reversed(self._voices) if not v.human and sentence - v.sentence <= PAPER_REACH),
                None,
            )
        if definite and core and core[-1] in nouns.texts and all(w[0].isdigit() for w in core[:-1]):
            made = (
                v
                for v in reversed(self._voices)
                if v.speaker.name.split()[-1:] and v.speaker.name.split()[-1] in nouns.papers
            )
            paper = next((v for v in made if sentence - v.sentence <= REACH), None)
            if paper is not None:
                return paper.speaker
        if lower[0] == "this" and head_of(words[phrase.first : phrase.last]) in nouns.people:
            person = next((v for v in reversed(self._voices) if v.human and not v.plural), None)
            if person is not None and sentence - person.sentence <= REACH:
                return person.speaker
        for voice in reversed(self._voices):
            if takes_up(voice, core, words, phrase, definite=definite):
                self._voices.append(voice._replace(sentence=sentence))
                return voice.speaker
        return None

    def _new(self, words: Sequence[Token], phrase: Phrase, sentence: int) -> Speaker:
        nouns = speaker_lexicon().nouns
        first = phrase.first
        owner = self._possessor(words, phrase, sentence)
        opens = owner is not None or words[first].lower in ("the", "a", "an")
        first += opens and phrase.last - first > 1
        core, beside = apposed(words[first : phrase.last])
        extra = list(words[phrase.extra[0] : phrase.extra[1]]) or beside
        text = text_of(core) + (", " + text_of(extra) if extra else "")
        if phrase.tail[1]:
            text += " " + text_of(words[phrase.tail[0] : phrase.tail[1]])
        body = self._meant(words, phrase, sentence)
        if body is not None:
            text = f"{body.text}, the {text}"
        core = without_brackets(core)
        person, institution, role = parts(core, extra)
        head = head_of(core)
        plural = head.endswith("s") and head in nameless_nouns() and head not in nouns.persons
        apposite = core[-1].named and any(word.lower in nouns.persons for word in core[:-1])
        human = bool(person) or bool(role) or plural or apposite or head in nouns.persons or head in nameless_nouns()
        nameless = not person and (head in nameless_nouns() or head in nouns.persons)
        behind = self._institution(institution)
        if owner is not None:
            text, behind = f"{text}, {owner.text}", behind or owner.name
        elif body is not None:
            behind = body.name
        elif not human:
            made = head in nouns.records and institution
            behind = self._institution(institution if made else text_of(core))
        short = tuple(w for w in person.casefold().split() if w.rstrip(".") not in nouns.titles)
        name = fold_name(text) if nameless else behind or " ".join(short) or fold_name(text)
        via = (person or role) if human and behind and not nameless else ""
        if not human and len(core) == 1 and core[0].text.isupper():
            text = spelled_out(text, name)
        speaker = Speaker(text=text, name=name, via=via.casefold(), named=not nameless)
        content = frozenset(w.lower for w in core + extra if w.text[0].isalnum())
        spoken = frozenset(name.split()) if behind else frozenset()
        self._voices.append(Voice(speaker, content | spoken, short, human, plural, sentence))
        return speaker

    def _possessor(self, words: Sequence[Token], phrase: Phrase, sentence: int) -> Speaker | None:
        """The body of "its director" or the person of "her lawyer", named in the sentence or shortly before."""
        pronoun = words[phrase.first].lower
        bare = phrase.last - phrase.first == 1 or (
            phrase.last - phrase.first == len(("a", "spokesman")) and pronoun in ("a", "the", "one", "another")
        )
        if bare and not phrase.extra[1] and words[phrase.last - 1].lower in speaker_lexicon().nouns.mouths:
            return next((v.speaker for v in reversed(self._voices) if not v.human and sentence - v.sentence <= 1), None)
        if pronoun not in ("its", "their", "his", "her") or phrase.last - phrase.first == 1:
            return None
        human = pronoun in ("his", "her")
        reach = REACH if human else 1
        near = (v.speaker for v in reversed(self._voices) if v.human == human and sentence - v.sentence <= reach)
        return next(near, None)

    def _meant(self, words: Sequence[Token], phrase: Phrase, sentence: int) -> Body | None:
        """The body that "the company", of which nobody has spoken yet, takes up again."""
        span = [word.lower for word in words[phrase.first : phrase.last]]
        nouns = speaker_lexicon().nouns
        if span[0] == "the" and span[-1] in nouns.trade and not words[phrase.last - 1].named and not phrase.extra[1]:
            named = meant(self._bodies, span[-1], sentence)
            return named or (unkinded(self._firms, sentence, phrase.first) if span[-1] not in nouns.generic else None)
        if len(span) != len(("the", "company")) or span[0] != "the" or phrase.extra[1] or words[phrase.last - 1].named:
            return None
        return meant(self._bodies, span[1], sentence)

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
        if text.islower() and len(folded.split()) <= VEIL and folded.split()[-1] in speaker_lexicon().nouns.generic:
            return next((v.speaker.name for v in reversed(self._voices) if not v.human), fold_name(text))
        part = set(folded.split())
        for voice in reversed(self._voices):
            if voice.speaker.named and not voice.person and part <= set(voice.speaker.name.split()):
                return voice.speaker.name
        return fold_name(text)


@cache
def _answerable() -> frozenset[str]:
    """Nouns for persons who can be held to what they say."""
    nouns = speaker_lexicon().nouns
    return nouns.functionaries | (nouns.persons - nameless_nouns())


def _opening(words: Sequence[Token], start: int) -> Phrase | None:
    """The phrase at `start`, where a verb or an apposition's comma follows it."""
    phrase = after(words, start, apposition=True)
    glue = speaker_lexicon().glue
    lower = words[start].lower if start < len(words) else ""
    if (
        phrase is None
        or phrase.first != start
        or lower in glue.links
        or (lower in glue.breaks and lower not in OPENERS)
    ):
        return None
    end = max(phrase.last, phrase.extra[1])
    goes_on = end < len(words) and (
        words[end].text == "," or (words[end].text[0].isalpha() and words[end].text.islower())
    )
    return phrase if goes_on else None
