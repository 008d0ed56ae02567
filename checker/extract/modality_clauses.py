"""Where the clause that a cue or a modal verb weakens begins and ends."""

from collections.abc import Sequence

from checker.extract.syntax import Token
from checker.rulebook.modality import modality_lexicon

BREAKS = frozenset((",", ";", ":", "—", "\u2013", "-", '"', "”", "“", "»", "«", "(", ")", "[", "]"))


def is_figure(word: Token) -> bool:
    """Whether a token is a figure in digits or a small number in words."""
    return word.text[0].isdigit() or word.lower in modality_lexicon().clauses.figures


def clause_end(words: Sequence[Token], start: int) -> int:
    """The token index behind the clause that goes on at `start`; a comma in a list of figures does not end it."""
    ends = modality_lexicon().clauses.ends
    for at in range(start, len(words)):
        word = words[at]
        if word.text in BREAKS:
            follower = words[at + 1] if at + 1 < len(words) else None
            if at == start or word.text == "(" or (word.text == ")" and at + 1 < len(words)):
                continue
            if word.text == "," and follower is not None and is_figure(follower):
                continue
            return at
        if at > start and word.lower in ends:
            return at
        if word.lower in ("up", "down") and at + 1 < len(words) and words[at + 1].lower == "from":
            return at
    return len(words)


def clause_start(words: Sequence[Token], at: int) -> int:
    """The first token of the clause that holds `at`."""
    begins = modality_lexicon().clauses.begins
    for i in range(at - 1, -1, -1):
        if words[i].lower in begins or (words[i].text in BREAKS and words[i].text not in "()"):
            return i + 1
    return 0


def is_definite(words: Sequence[Token], start: int, at: int) -> bool:
    """Whether the figure of a subject counts known people or things: `the 187 could ...`."""
    definite = modality_lexicon().clauses.definite
    return any(is_figure(words[i]) and i > 0 and words[i - 1].lower in definite for i in range(start, at))
