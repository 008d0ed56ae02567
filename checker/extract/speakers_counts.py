"""Frames of a count that somebody keeps: `by the ministry's own figure`, `its count stands at`, `in a tally by X`."""

from collections.abc import Sequence

from checker.extract.speakers_after import after
from checker.extract.speakers_phrases import Phrase, before
from checker.extract.speakers_sources import Frame, strong, voiced
from checker.extract.syntax import Token
from checker.rulebook.speakers import speaker_lexicon

OWN = frozenset(("its", "their", "his", "her"))
MAKERS = frozenset(("by", "from", "for"))  # they tie a count to whoever made it or had it made
BY = frozenset(("by", "on", "in", "from"))  # they introduce a count: "by its count", "on its figures"


def count(words: Sequence[Token], at: int) -> Frame | None:
    """The frame of the count whose noun stands at `at`."""
    return _owned(words, at) or _made(words, at)


def _owned(words: Sequence[Token], at: int) -> Frame | None:
    """`by the ministry's own figure`, `the coalition's count stands at`, `its count stands at`."""
    own = at - 1
    while own > 0 and words[own].lower in speaker_lexicon().nouns.unowned | {"official"}:
        own -= 1
    if own < 0:
        return None
    if words[own].lower in OWN:
        return _pronoun(words, own, at)
    if words[own].lower not in ("'s", "'") or own < 1:
        return None
    phrase = before(words, own)
    if phrase is None or not voiced(words, phrase) or words[phrase.last - 1].lower in speaker_lexicon().glue.spans:
        return None
    first = phrase.first - 1
    if first >= 0 and words[first].lower in BY:
        return Frame(first, at + 1, phrase, "left" if first > 0 else "right", "count:own")
    opens = first < 0 or words[first].text in (",", ";") or words[first].lower in ("and", "but", "while")
    stands = (
        at + 1 < len(words) and words[at + 1].lower in speaker_lexicon().verbs.standing and strong(words, phrase, own)
    )
    return Frame(phrase.first, at + 1, phrase, "right", "count:stands") if opens and stands else None


def _pronoun(words: Sequence[Token], own: int, at: int) -> Frame | None:
    """`its count stands at ...`, `..., by her calculation`."""
    it = Phrase(own, own + 1)
    if own == 0:
        return Frame(0, at + 1, it, "right", "count:its") if words[own].lower in ("its", "their") else None
    by = words[own - 1].lower == "by"
    return Frame(own - 1, at + 1, it, "left" if own > 1 else "right", "count:its") if by else None


def _made(words: Sequence[Token], at: int) -> Frame | None:
    """`in a tally kept by the agency`, `by an estimate from the bank`."""
    first = at - 1
    lexicon = speaker_lexicon()
    while first > 0 and at - first <= len(("by", "a", "first", "rough")) and words[first].lower not in BY:
        if not words[first].text.isalpha() or words[first].lower in lexicon.glue.breaks:
            return None
        first -= 1
    if first < 0 or words[first].lower not in BY:
        return None
    start = at + 1
    if start < len(words) and words[start].lower in lexicon.nouns.made:
        start += 1
    links = MAKERS | {"of"} if words[at].lower in lexicon.nouns.views else MAKERS
    if start + 1 >= len(words) or words[start].lower not in links:
        return None
    phrase = after(words, start + 1)
    if phrase is None or not voiced(words, phrase):
        return None
    if not (words[phrase.last - 1].named or strong(words, phrase, len(words))):
        return None
    side = "left" if first > 0 and words[first - 1].text != ";" else "right"
    return Frame(first, phrase.last, phrase, side, "count:by")
