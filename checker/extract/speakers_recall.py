"""A voice that a document has named, and whether a phrase takes it up again."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.speakers_phrases import Phrase
from checker.extract.syntax import Token
from checker.model import Speaker
from checker.rulebook.speakers import speaker_lexicon


class Voice(NamedTuple):
    """A speaker that the document has named; `words` are the folded words that may take it up again."""

    speaker: Speaker
    words: frozenset[str]
    person: tuple[str, ...]  # folded words of a personal name
    human: bool
    plural: bool
    sentence: int


def takes_up(voice: Voice, core: list[str], words: Sequence[Token], phrase: Phrase, *, definite: bool) -> bool:
    """Whether a phrase, `core` without article and title, takes a voice up again: "Novak", "the ministry"."""
    nouns = speaker_lexicon().nouns
    if not core:
        return False
    if words[phrase.last - 1].named:
        shared = next((size for size in (3, 2, 1) if shares(voice.person, core, size)), 0)
        if shared:
            return shared > 1 or len(core) == 1 or any(w in nouns.functionaries for w in core)
    if voice.person and definite and core[0] in nouns.functionaries and core[-1] in nouns.generic:
        return core[0] in voice.words
    if len(core) == 1 and definite and core[0] in nouns.generic:
        return not voice.human
    marked = definite or words[phrase.first].named or core[-1] in nouns.institutions
    known = not voice.human or any(w in nouns.people for w in core)
    nameless = voice.human and not voice.person
    fits = marked and (definite or not nameless) and (nameless or known)
    if not definite and not set(core) <= set(voice.speaker.text.casefold().replace(",", " ").split()):
        return False
    return fits and set(core) <= voice.words


def unowned(lower: list[str]) -> bool:
    """Whether a paper's phrase tells nothing of its maker: "an initial assessment"."""
    lexicon = speaker_lexicon()
    return (
        len(lower) > 1
        and all(w in lexicon.glue.articles | lexicon.nouns.unowned for w in lower[:-1])
        and (lower[-2] in lexicon.nouns.unowned)
    )


def shares(person: tuple[str, ...], core: list[str], size: int) -> bool:
    """Whether a name and a phrase end in the same `size` words."""
    return len(core) >= size and person[-size:] == tuple(core[-size:])
