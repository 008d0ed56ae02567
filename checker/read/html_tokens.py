"""HTML as tokens, in time that grows with its length, whatever it holds.

Parsers of other people build a tree, and some of them take minutes for a page that is nested deep or has a tag of a
megabyte. This one builds nothing: it measures a page before it is given to them, and reads what they cannot.
"""

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

MOST_ATTRIBUTES = 1_000  # of one tag; more are passed over
RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noembed"))  # elements whose content is no markup
UNSEEN = frozenset(("script", "style", "template", "noscript"))  # elements that show nothing
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)

_TAG = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s/>=]++)(\s*+=\s*+)?")
_BARE = re.compile(r"[^\s>]*+")
_GAP = re.compile(r"[\s/]*+")
_ENDLESS = re.compile(r"&#\d{8,}+;?|&#[xX][0-9a-fA-F]{8,}+;?")  # no character has such a number
_NO_ATTRIBUTES: dict[str, str] = {}


class Token(NamedTuple):
    """A tag or a run of text and where it stands; `dropped` counts attributes that were passed over."""

    kind: Literal["open", "close", "text"]
    name: str
    start: int
    end: int
    text: str = ""
    attributes: dict[str, str] = _NO_ATTRIBUTES
    dropped: int = 0


def plain(text: str) -> str:
    """Text with its entities as the characters they stand for."""
    return html.unescape(_ENDLESS.sub("\ufffd", text)) if "&" in text else text


class Tokens:
    """The tokens of a page, once; `unclosed` tells whether a comment in it has no end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._missing: dict[str, int] = {}
        self.unclosed = False

    def __iter__(self) -> Iterator[Token]:
        """One token after the other."""
        text, at = self._text, 0
        while at < len(text):
            start = text.find("<", at)
            start = len(text) if start < 0 else start
            if start > at:
                yield Token("text", "", at, start, plain(text[at:start]))
            at = start
            if at < len(text):
                found, at = self._markup(at)
                yield from found

    def _markup(self, at: int) -> tuple[tuple[Token, ...], int]:
        """What stands at a "<", and where the rest begins."""
        text = self._text
        if text.startswith(("<!", "<?"), at):
            return (), self._declaration(at)
        match = _TAG.match(text, at)
        if match is None:
            return (Token("text", "", at, at + 1, "<"),), at + 1
        name = match[1].lower()
        if text[at + 1] == "/":
            end = self._behind(">", match.end())
            return (Token("close", name, at, end),), end
        opened = self._opened(name, at, match.end())
        if name not in RAW:
            return (opened,), opened.end
        end = self._content(name, opened.end)
        kept = text[opened.end : end] if name != "style" else ""
        inner = kept if name == "script" else plain(kept)
        return (opened, Token("text", name, opened.end, end, inner)), end

    def _declaration(self, at: int) -> int:
        """Where a comment or declaration ends; of a comment without an end only the mark is passed over."""
        if not self._text.startswith("<!--", at):
            return self._behind(">", at)
        end = self._find("-->", at + 2)
        if end < 0:
            self.unclosed = True
            return at + len("<!--")
        return end + len("-->")

    def _opened(self, name: str, start: int, at: int) -> Token:
        """An opening tag with its attributes, the first of a name."""
        text = self._text
        found: dict[str, str] = {}
        dropped = 0
        while True:
            match = _ATTRIBUTE.match(text, at)
            if match is None:
                gap = _GAP.match(text, at)
                at = gap.end() if gap else at
                if text[at : at + 1] == "=":
                    at += 1
                    continue
                return Token("open", name, start, min(at + 1, len(text)), "", found, dropped)
            at = match.end()
            value = ""
            if match[2]:
                value, at = self._value(at)
            if len(found) < MOST_ATTRIBUTES:
                found.setdefault(match[1].lower(), value)
            else:
                dropped += 1

    def _value(self, at: int) -> tuple[str, int]:
        """The value of an attribute, and where the next begins."""
        text = self._text
        mark = text[at : at + 1]
        end = self._find(mark, at + 1) if mark in {'"', "'"} else -1
        if end >= 0:
            return plain(text[at + 1 : end]), end + 1
        match = _BARE.match(text, at)
        end = match.end() if match else at
        return plain(text[at:end]), end

    def _content(self, name: str, at: int) -> int:
        """Where the content of an element ends that holds no markup."""
        key = f"</{name}"
        if at >= self._missing.get(key, len(self._text) + 1):
            return at
        match = re.compile(rf"{key}(?=[\s/>])", re.IGNORECASE).search(self._text, at)
        if match is None:
            self._missing[key] = at
            return at  # it has no end: what follows is read as if it were markup
        return match.start()

    def _behind(self, what: str, at: int) -> int:
        end = self._find(what, at)
        return len(self._text) if end < 0 else end + len(what)

    def _find(self, what: str, at: int) -> int:
        """Where something stands next; that it stands nowhere is found out once."""
        if at >= self._missing.get(what, len(self._text) + 1):
            return -1
        found = self._text.find(what, at)
        if found < 0:
            self._missing[what] = at
        return found
