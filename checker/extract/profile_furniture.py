"""Stretches of a report that are no prose, and the captions of its pictures."""

import re

from checker.extract.profile_lines import MARKS, Line, lines, opens_with
from checker.model import Document
from checker.rulebook.furniture import furniture

CREDIT = 60  # characters between the brackets of a credit
CAPTION = 400  # characters of a caption

_BRACKETS = re.compile(rf"[(\[]([^()\[\]\n]{{2,{CREDIT}}})[)\]]")
_COUNTED = re.compile(r"^\(?\d{1,6}\)?\s{0,9}|\s{0,9}\(?\d{1,6}\)?$")
_SENTENCE = re.compile(r"[.!?][\"”']?\s+(?=[A-Z\"“])|\n|(?:19|20)\d\d\s+(?=[A-Z])")

Spans = tuple[tuple[int, int], ...]


def furniture_spans(document: Document) -> Spans:
    """Lines whose numbers are no claims: publication lines, share bars, comments, advertisements, contacts."""
    return tuple((line.start, line.end) for line in lines(document) if _is_furniture(line))


def _is_furniture(line: Line) -> bool:
    words = furniture().furniture
    text = line.text.strip(MARKS).casefold()
    if len(text) > words.longest:
        return False
    if not text or _COUNTED.sub("", text).strip(" :") in words.whole:
        return True
    return opens_with(text, words.prefixes) or any(phrase in text for phrase in words.phrases)


def caption_spans(document: Document) -> Spans:
    """Lines that begin as captions do, and what stands before the credit of a picture."""
    found: list[tuple[int, int]] = []
    words = furniture().captions
    for line in lines(document):
        text = line.text.strip(MARKS).casefold()
        if len(text) <= CAPTION and opens_with(text, words.prefixes) and not _is_furniture(line):
            found.append((line.start, line.end))
            continue
        for match in _BRACKETS.finditer(line.text):
            if _credits(match.group(1).casefold()):
                found.append((line.start + _caption_start(line.text, match.start()), line.start + match.end()))
                break
    return tuple(found)


def _credits(text: str) -> bool:
    """Whether a bracket credits a picture."""
    words = re.findall(r"[a-z]+", text)
    return any(part in words if " " not in part else part in text for part in furniture().captions.credits)


def _caption_start(text: str, credit: int) -> int:
    """Where the sentence before the credit begins."""
    start = max(0, credit - CAPTION)
    for match in _SENTENCE.finditer(text, start, max(start, credit - 2)):
        start = match.end()
    return start
