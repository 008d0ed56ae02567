"""Whose word a report is as a whole: an institution's release, or an essay in which its author says "we"."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.speakers_after import after
from checker.extract.speakers_anatomy import fold_name, text_of
from checker.extract.syntax import Sentence
from checker.model import Section, Speaker
from checker.rulebook.furniture import furniture
from checker.rulebook.gazetteer import lookup
from checker.rulebook.speakers import canonical_names, speaker_lexicon

HEAD = 6  # sentences of a report that may be its letterhead
LETTERHEAD = 14  # tokens of a letterhead's line
CAPITALS = 2  # words of a name in capitals that heads a release
ACRONYM = 6  # letters of a name that is left in capitals
OTHERS = 5  # a release leaves at most one sentence in so many to other voices


class House(NamedTuple):
    """Who issued a report; `whole`: all of it is the issuer's word, otherwise only what it says as "we"."""

    speaker: Speaker
    whole: bool


def house(sentences: Sequence[Sentence], source: str | None, voiced: int) -> House | None:
    """The issuer of a report; None for news and where nothing tells.

    Args:
        sentences: of one document, in order.
        source: who published it, as its head says.
        voiced: how many of its sentences others speak.
    """
    releases = speaker_lexicon().releases
    if any(_reporting(sentence) for sentence in sentences):
        return None
    lines = [sentence for sentence in sentences[:HEAD] if _line(sentence)]
    heads = [" " + " ".join(token.lower for token in line.tokens) + " " for line in lines]
    form = any(f" {name} " in head for name in releases.forms for head in heads)
    essay = not form and any(f" {name} " in head for name in releases.essays for head in heads)
    known = source if source is not None and not _desk(source) else None
    if known is not None and _media(known.partition(",")[0]):
        return None
    issuer = _named(known) if known is not None else None
    if issuer is None and form:
        headed = known is None and any(head.strip(" #*").startswith(releases.forms) for head in heads)
        issuer = _letterhead(lines, heads) or (_informing(sentences) if headed else None)
    if issuer is None and known is None:
        known = _signed(lines) if any(speaks_as_we(sentence) for sentence in sentences) else None
    if issuer is None and known is not None:
        own = form or (any(speaks_as_we(sentence) for sentence in sentences) and voiced * OTHERS <= len(sentences))
        return House(_speaker(known), whole=own and not essay)
    return House(issuer, whole=not essay) if issuer is not None else None


def speaks_as_we(sentence: Sentence) -> bool:
    """Whether a sentence speaks of "us", outside quotation marks."""
    own = speaker_lexicon().releases.own
    if sentence.words.isdisjoint(own):
        return False
    quoted = False
    for token in sentence.tokens:
        if token.text in ("“", "”", '"', "«", "»"):
            quoted = not quoted
        elif not quoted and token.lower in own and not token.text.isupper():
            return True
    return False


def _reporting(sentence: Sentence) -> bool:
    """Whether a sentence tells of "our correspondent" or "this newspaper": the text is news."""
    words = sentence.tokens
    trade = speaker_lexicon().releases.trade
    if trade.isdisjoint(sentence.words):
        return False
    return any(words[at].lower in ("our", "this") and words[at + 1].lower in trade for at in range(len(words) - 1))


def _line(sentence: Sentence) -> bool:
    """Whether a sentence may be a line of the head: the headline, or a few words without a stop."""
    if sentence.section is Section.HEADLINE:
        return True
    lower = " ".join(token.lower for token in sentence.tokens)
    releases = speaker_lexicon().releases
    open_end = sentence.text.rstrip()[-1:] not in (".", "!", "?", "”", '"')
    return len(sentence.tokens) <= LETTERHEAD and (open_end or lower.startswith((*releases.forms, *releases.essays)))


def _desk(source: str) -> bool:
    """Whether a source names nobody: "defence staff", a place, a heading, a line with a date."""
    folded = source.casefold()
    if folded in canonical_names():
        return False
    small = speaker_lexicon().glue.links | speaker_lexicon().glue.articles | {"and", "-", "&"}
    plain = any(word[0].islower() and word not in small for word in source.partition(",")[0].split())
    headed = folded.startswith((*speaker_lexicon().releases.forms, *furniture().source.headings))
    return plain or headed or any(char.isdigit() or char == ":" for char in source) or bool(lookup(folded))


def _signed(lines: Sequence[Sentence]) -> str | None:
    """The body that a line of the head names, alone or with a date: `Lake Justice Network, May 2025`."""
    parts = (part.strip() for line in lines if line.section is Section.BODY for part in line.text.split(","))
    return next((part for part in parts if len(part.split()) > 1 and _institution(part)), None)


def _informing(sentences: Sequence[Sentence]) -> Speaker | None:
    """The body that opens one of the first sentences of the prose: `The Ministry of Mines informs the public ...`."""
    for sentence in [s for s in sentences if s.section is Section.BODY][:HEAD]:
        phrase = after(sentence.tokens, 0)
        if phrase is None or phrase.last == len(sentence.tokens) or sentence.tokens[phrase.last].text == ":":
            continue
        span = sentence.tokens[phrase.first : phrase.last]
        span = span[1:] if span[0].lower in speaker_lexicon().glue.articles else span
        if len(span) > 1 and _institution(text_of(span)):
            return _speaker(text_of(span))
    return None


def _words(text: str) -> list[str]:
    plain = text.replace("'s", " ").replace("\u2019s", " ")
    return [word.strip("(),.:;'\"\u2019").casefold() for word in plain.split()]


def _media(source: str) -> bool:
    return any(word in speaker_lexicon().releases.media for word in _words(source))


def _named(source: str) -> Speaker | None:
    """The institution that a source names, its place or its desk behind the comma left out where it can be."""
    parts = [source, *source.split(",")]
    return next((_speaker(part) for part in parts if _institution(part.strip())), None)


def _letterhead(lines: Sequence[Sentence], heads: Sequence[str]) -> Speaker | None:
    """The body that the lines up to the release's form name."""
    forms = speaker_lexicon().releases.forms
    last = max(at for at, head in enumerate(heads) if any(f" {form} " in head for form in forms))
    parts = [part for line in lines[: last + 1] for part in _parts(line)]
    body = next((part for part in parts if _institution(part)), None)
    shouted = (part for part in parts if part.isupper() and len(part.split()) >= CAPITALS)
    found = body or next(shouted, None)
    return _speaker(found) if found else None


def _parts(sentence: Sentence) -> list[str]:
    """A letterhead's line cut at its dashes, form words taken away."""
    text = sentence.text.replace("\u2013", "-").replace("\u2014", "-").replace("|", "-")
    parts = (part for piece in text.split(" - ") for part in piece.split(". "))
    return [cut for part in parts if (cut := _without_form(part.strip("*#_ ")))]


def _without_form(part: str) -> str:
    """`Health cluster` of `Health cluster situation report 9`, and of `Statement by the Health cluster`."""
    folded = part.casefold()
    forms = sorted(speaker_lexicon().releases.forms, key=len, reverse=True)
    for form in forms:
        for link in (" by the ", " by ", " of the ", " of ", " from the ", " from ", ": "):
            if folded.startswith(form + link):
                return part[len(form + link) :]
    found = (folded.find(form) for form in forms)
    return part[: min((at for at in found if at > 0), default=len(part))].strip(" -,")


def _institution(text: str) -> bool:
    """Whether a source's name is that of a body that is no medium."""
    words = _words(text)
    if not words or _media(text) or len(words) > LETTERHEAD or not text[:1].isupper():
        return False
    lexicon = speaker_lexicon()
    small = lexicon.glue.links | lexicon.glue.articles | {"and", "-"}
    bodies = lexicon.nouns.institutions | lexicon.releases.bodies
    proper = all(word[:1].isupper() or word.strip("(),.:;").casefold() in small | bodies for word in text.split())
    return text.strip("(),.:;").casefold() in canonical_names() or (proper and any(word in bodies for word in words))


def _speaker(source: str) -> Speaker:
    """The issuer, its capitals taken back."""
    text = source.strip()
    acronym = len(text) <= ACRONYM and " " not in text
    if text.isupper() and not acronym and text.casefold() not in canonical_names():
        small = speaker_lexicon().glue.links | {"and", "the"}
        words = [
            word.casefold() if at and word.casefold() in small else word.capitalize()
            for at, word in enumerate(text.split())
        ]
        text = " ".join(words)
    return Speaker(text=text, name=fold_name(text))
