"""The words by which English news names those who speak: rules/lexicon/en/speakers.toml."""

from functools import cache, cached_property

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon


class SpeechVerbs(Frozen):
    """Verbs and participles of speaking, in all their finite forms."""

    said: frozenset[str]
    weighed: frozenset[str]
    inverted: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    doubtful: frozenset[str]
    needs: dict[str, frozenset[str]]
    unlike: dict[str, frozenset[str]]
    gapped: frozenset[str]
    recording: frozenset[str]
    telling: frozenset[str]
    deeds: frozenset[str]
    close: frozenset[str]
    passive: frozenset[str]
    standing: frozenset[str]
    unsourced: frozenset[str]


class VoiceNouns(Frozen):
    """Nouns for those who speak, and the words that may stand before them."""

    institutions: frozenset[str]
    functionaries: frozenset[str]
    persons: frozenset[str]
    nameless: frozenset[str]
    papers: frozenset[str]
    unowned: frozenset[str]
    issued: frozenset[str]
    made: frozenset[str]
    counts: frozenset[str]
    views: frozenset[str]
    mouths: frozenset[str]
    generic: frozenset[str]
    corporate: frozenset[str]
    trade: frozenset[str]
    texts: frozenset[str]
    watching: frozenset[str]
    monitors: frozenset[str]
    modifiers: frozenset[str]
    degrees: frozenset[str]
    titles: frozenset[str]

    @cached_property
    def people(self) -> frozenset[str]:
        """Those who speak for a body and those who only speak."""
        return self.functionaries | self.persons

    @cached_property
    def records(self) -> frozenset[str]:
        """What is written and what is counted."""
        return self.papers | self.counts


class Glue(Frozen):
    """Small words within, before and after the name of a voice."""

    articles: frozenset[str]
    links: frozenset[str]
    particles: frozenset[str]
    dates: frozenset[str]
    areas: frozenset[str]
    behind: frozenset[str]
    asides: frozenset[str]
    which: frozenset[str]
    spans: frozenset[str]
    breaks: frozenset[str]
    clauses: frozenset[str]


class Anaphora(Frozen):
    """Pronouns that take a speaker up again, and words of a sentence that goes on with an account."""

    he: frozenset[str]
    it: frozenset[str]
    they: frozenset[str]
    accounts: frozenset[str]
    goes_on: frozenset[str]
    adding: frozenset[str]
    states: frozenset[str]
    takes_up: frozenset[str]
    compared: frozenset[str]
    accounts_of: frozenset[str]
    giving: frozenset[str]

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Those that take anybody up again."""
        return self.he | self.it | self.they


class Turns(Frozen):
    """Labels of a transcript's turns that name nobody."""

    asking: frozenset[str]
    answering: frozenset[str]
    notices: frozenset[str]


class Hearsay(Frozen):
    """What is said by nobody who is heard; `denials` maps a word that denies it to its participle."""

    nouns: frozenset[str]
    denials: dict[str, str]


class Releases(Frozen):
    """What tells an institution's own release from news about it."""

    forms: tuple[str, ...]
    own: frozenset[str]
    trade: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    essays: tuple[str, ...]


class Shouted(Frozen):
    """Words of names that are written in capitals."""

    words: frozenset[str]


class SpeakerLexicon(Frozen):
    """The file; `aliases` maps an institution's name to its other names, `parents` a body to the one above it."""

    verbs: SpeechVerbs
    nouns: VoiceNouns
    glue: Glue
    anaphora: Anaphora
    turns: Turns
    hearsay: Hearsay
    releases: Releases
    aliases: dict[str, tuple[str, ...]]
    shouted: Shouted
    parents: dict[str, str]


@cache
def speaker_lexicon() -> SpeakerLexicon:
    """The lexicon of speakers.

    Raises:
        RulebookError: where the file is missing or wrong.
    """
    return read_lexicon("speakers.toml", SpeakerLexicon)


@cache
def canonical_names() -> dict[str, str]:
    """Every folded name and alias of an institution, with the name that stands for all."""
    names: dict[str, str] = {}
    for name, others in speaker_lexicon().aliases.items():
        names[name] = name
        for other in others:
            names[other] = name
    return names


@cache
def nameless_nouns() -> frozenset[str]:
    """All nouns for voices that nobody can be held to, the plurals of trades and functions among them."""
    nouns = speaker_lexicon().nouns
    return nouns.nameless | frozenset(f"{noun}s" for noun in nouns.persons | nouns.functionaries)


@cache
def voice_nouns() -> frozenset[str]:
    """All nouns that make a phrase a voice."""
    nouns = speaker_lexicon().nouns
    return nouns.institutions | nouns.functionaries | nouns.persons | nameless_nouns() | nouns.papers
