"""Lines that date their report: letterheads, bylines, numbered decisions, the period that a report covers."""

import re

from checker.extract.profile_lines import MARKS, Line, Stated, is_prose, is_title_case, opens_with, rest_of
from checker.extract.temporal_parse import parse
from checker.extract.temporal_terms import Day
from checker.extract.temporal_terms import Span as Stretch
from checker.extract.tokens import tokens
from checker.model import DateSource
from checker.rulebook.furniture import furniture

OPENING = 5  # lines near the top
FEW_BEFORE = 6  # words before a date that ends a line
REST = 90  # characters beside the date in a letterhead
FEW = 3  # words beside the date in a line at the end

_OF_NUMBER = re.compile(r"\bno\.? ?\d[\d/.-]* (?:of|dated) $", re.IGNORECASE)


def letterhead(line: Line, stated: Stated) -> DateSource | None:
    """A short line that names an office, paper or place and the date, or holds nothing but the date."""
    rest = "" if _own_part(line, stated) else rest_of(line, stated)
    forms = furniture().source.forms
    if is_prose(line) and not line.text.lstrip().startswith(("*", "[", "_", "(")):
        return None
    if not rest:
        furnished = line.rank == 0 and not line.text[0].isalnum() and line.text[0] not in "*#[_"
        return DateSource.FURNITURE if furnished else DateSource.DATELINE
    if stated.day.floating and stated.day.weekday is None and not any(form in rest.casefold() for form in forms):
        return None
    if len(rest) > REST or (not is_title_case(rest) and not any(form in rest.casefold() for form in forms)):
        return None
    if line.rank < 0 and len(rest.split()) > FEW:
        return None
    return DateSource.DATELINE


def numbered(line: Line, stated: Stated) -> bool:
    """Whether a line near the top dates the document by its number, or ends with the date behind a comma.

    Decision no. 12/3 of 14 October 2026 on the recount; To the press, January 9, 2026.
    """
    if stated.day.floating or not 0 <= line.rank < OPENING:
        return False
    before, behind = line.text[: stated.start - line.start], line.text[stated.end - line.start :]
    if _OF_NUMBER.search(before):
        return True
    short = len(before.split()) <= FEW_BEFORE and not is_prose(line)
    return short and not behind.strip(MARKS + ".") and before.rstrip().endswith(",")


def closes_byline(line: Line, stated: Stated) -> bool:
    """Whether the line is a byline and ends with the date: From our correspondent in Patras. Saturday, 12 July 2025."""
    before = line.text[: stated.start - line.start].strip(MARKS)
    behind = line.text[stated.end - line.start :].strip(MARKS + ".")
    named = opens_with(before.casefold(), furniture().source.byline) and len(before) <= REST
    return named and not behind and before.endswith((".", ",", ";"))


def _own_part(line: Line, stated: Stated) -> bool:
    """Whether the date stands alone between the bars of a line."""
    before, behind = line.text[: stated.start - line.start], line.text[stated.end - line.start :]
    bars = before.count("|") + behind.count("|")
    return bars > 0 and not (before.rpartition("|")[2] + behind.partition("|")[0]).strip(MARKS)


def covered(line: Line, *, month_first: bool) -> Stated | None:
    """The last day of the time that a report says to cover: Reporting period: 1 to 28 March 2026."""
    if is_prose(line) or not opens_with(line.text.strip(MARKS).casefold(), furniture().published.covered):
        return None
    found = tokens(line.text, line.start)
    for index in range(len(found)):
        parsed = parse(found, index, month_first=month_first)
        if parsed and isinstance(parsed.term, Stretch) and isinstance(parsed.term.final, Day):
            return Stated(parsed.term.final, found[index].start, found[parsed.last - 1].end)
    return None
