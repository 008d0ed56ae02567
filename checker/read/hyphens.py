"""Words that are broken at the end of a line: put together, with the hyphen where it is the word's own."""

import re
from collections.abc import Iterable

from checker.rulebook.styles import style_words

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LAST = re.compile(r"([^\W_]+(?:-[^\W_]+)*)-$")
_FIRST = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
SOFT = "\u00ad"
LONGEST = 100  # characters of a word


class Hyphens:
    """Knows the words of one text, and by them which hyphens belong."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = {word.casefold() for line in lines for word in _WORD.findall(line)}

    def join(self, before: str, after: str) -> str:
        """Two lines as one text."""
        if before.endswith(SOFT):
            return before[:-1] + after
        broken, rest = _LAST.search(before[-LONGEST:]), _FIRST.match(after)
        if broken is None or rest is None:
            return f"{before} {after}"
        return before + after if self._own(broken[1], rest[0]) else before[:-1] + after

    def _own(self, first: str, second: str) -> bool:
        """Whether the hyphen belongs to the word."""
        whole, parted = (first + second).casefold(), f"{first}-{second}".casefold()
        if not second[0].islower() or not first.isalpha():
            return True  # a name, a number, or a word that has hyphens already: 32-year-
        if (whole in self._words) != (parted in self._words):
            return parted in self._words
        return first.casefold() in style_words().hyphens.kept
