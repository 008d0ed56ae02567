"""The acronyms that a document gives in brackets behind full names."""

from collections.abc import Sequence

from checker.extract.speakers_anatomy import fold_name, text_of
from checker.extract.speakers_phrases import before
from checker.extract.syntax import Sentence

ACRONYM = 10  # letters of an acronym in brackets at most


def aliases(sentences: Sequence[Sentence]) -> list[tuple[str, str]]:
    """The acronyms and short names in brackets behind full names, with those names."""
    found = []
    for sentence in sentences:
        if sentence.words.isdisjoint(("(", "[")):
            continue
        words = sentence.tokens
        for at in range(1, len(words) - 2):
            if words[at].text not in ("(", "[") or words[at + 2].text not in (")", "]"):
                continue
            short = words[at + 1]
            if len(short.text) > ACRONYM or not short.text.isupper() or not short.text.isalpha():
                continue
            phrase = before(words, at)
            if phrase is not None:
                full = text_of(words[phrase.first : phrase.last])
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
