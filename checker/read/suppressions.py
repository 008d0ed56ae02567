"""Comments in a report that say which findings not to raise, and why.

In Markdown `<!-- check: ignore RULE: reason -->`, in plain text a line `# check: ignore RULE: reason`. A comment on a
line of its own is for the next paragraph, one beside text for its line. Its words are blanked, so that they are no text
of the report and every offset stays.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.model import FileKind, Suppression

LONGEST = 1000  # characters of a comment
_IN_MARKDOWN = re.compile(rf"<!--[ \t]*check:[ \t]*ignore\b((?:(?!-->).){{0,{LONGEST}}})-->", re.DOTALL)
_IN_TEXT = re.compile(rf"^#[ \t]*check:[ \t]*ignore\b([^\n]{{0,{LONGEST}}})$", re.MULTILINE)
_PATTERNS = {FileKind.MARKDOWN: _IN_MARKDOWN, FileKind.TEXT: _IN_TEXT}
_WORDS = re.compile(r"\s*([\w-]+(?:\s*,\s*[\w-]+)*)?\s*(?::(.*))?", re.DOTALL)
_BLANK = re.compile(r"\n[ \t]*\n")
_INK = re.compile(r"[^\n]")


class Told(NamedTuple):
    """A text without the comments, and what they say."""

    text: str
    suppressions: tuple[Suppression, ...]


def take_suppressions(text: str, body: int, kind: FileKind) -> Told:
    """The text with its comments blanked, and these; nothing before the body is looked at."""
    if kind not in _PATTERNS:
        return Told(text, ())
    pattern = _PATTERNS[kind]
    found = list(pattern.finditer(text, body))
    if not found:
        return Told(text, ())
    blank = "".join(_blanked(text, found))
    return Told(blank, tuple(_suppression(blank, match) for match in found))


def _blanked(text: str, found: list[re.Match[str]]) -> Iterator[str]:
    done = 0
    for match in found:
        yield text[done : match.start()]
        yield _INK.sub(" ", match[0])
        done = match.end()
    yield text[done:]


def _suppression(blank: str, match: re.Match[str]) -> Suppression:
    words = _WORDS.fullmatch(match[1])
    first, last = _covered(blank, match.start(), match.end())
    return Suppression(
        line=blank.count("\n", 0, match.start()) + 1,
        rules=tuple(part.strip() for part in (words[1] or "").split(",") if part.strip()) if words else (),
        reason=" ".join((words[2] or "").split()) if words else "",
        first=first,
        last=last,
    )


def _covered(blank: str, start: int, end: int) -> tuple[int, int]:
    """The comment's own lines where they hold text, else the next paragraph."""
    line, behind = blank.rfind("\n", 0, start) + 1, blank.find("\n", end)
    behind = len(blank) if behind < 0 else behind
    if blank[line:behind].strip():
        return line, behind
    first = behind + len(blank[behind:]) - len(blank[behind:].lstrip())
    paragraph_end = _BLANK.search(blank, first)
    return first, paragraph_end.start() if paragraph_end else len(blank)
