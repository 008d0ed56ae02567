"""The dateline: "MANILA, Sept 3 (Pacific Press) -" before the first sentence of a report."""

import re
from functools import lru_cache

from checker.extract.profile_lines import AT_A_TIME, HEAD, PREFIX, Line, head, stated_days
from checker.model import Document

REACH = 110  # characters from the start of a line to the dash
WORDS = 6  # of the place
PROSE = 40  # characters behind the dash

_DASH = re.compile(r"\s(?:-{1,2}|–|—)\s|(?<=\))(?:–|—)|(?<=[A-Z])(?:–|—)\s")
_AGENCY = re.compile(r"\(([^()]{2,60})\)")
_SMALL = frozenset(("of", "de", "la", "el", "the", "and", "du", "da", "al", "and", "near", "/"))


def dateline_span(document: Document) -> tuple[int, int] | None:
    """Offsets from the place to the dash, included; None where no line of the head begins so."""
    for line in head(document):
        found = _dateline(line)
        if found:
            return found
    return None


def dateline_agency(document: Document) -> str | None:
    """The agency in the dateline's brackets."""
    span = dateline_span(document)
    match = _AGENCY.search(document.text, *span) if span else None
    return match.group(1).strip() if match else None


@lru_cache(maxsize=HEAD * AT_A_TIME)
def _dateline(line: Line) -> tuple[int, int] | None:
    text = line.text
    indent = len(text) - len(text.lstrip(" \t*_"))
    match = _DASH.search(text, indent, min(len(text), indent + REACH))
    if match is None or len(text) - match.end() < PROSE or not _is_prose(text[match.end() : PREFIX]):
        return None
    opening = text[indent : match.start()]
    agency = _AGENCY.search(opening)
    if agency:
        opening = opening[: agency.start()]
    days = stated_days(opening, 0, month_first=False)
    place = opening[: days[0].start] if days else opening
    words = place.replace(",", " ").split()
    if not 0 < len(words) <= WORDS or not all(word[0].isupper() or word.lower() in _SMALL for word in words):
        return None
    if any(character.isdigit() or character in ':;!?|"“' for character in place):
        return None
    marked = bool(days) or bool(agency) or words[0].strip(",").isupper()
    if not marked and len(words) > 2:  # noqa: PLR2004 - a town of two words without date or agency
        return None
    return line.start + indent, line.start + match.end()


def _is_prose(text: str) -> bool:
    """Whether running text follows: most of its words are lower case."""
    words = [word for word in text.split() if word[0].isalpha()]
    return len(words) > WORDS and 2 * sum(word[0].islower() for word in words) > len(words)
