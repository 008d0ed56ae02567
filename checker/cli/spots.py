"""Claims by where they stand, as every message of the checker prints it: `path:line:column`, `path, page 3`."""

import os
import re
from collections.abc import Sequence
from textwrap import shorten
from typing import NamedTuple, Protocol, TypeVar

from checker.cli.options import wrong_paths
from checker.engine.compare import rules_that_compare, speak_of_one_fact
from checker.errors import UsageError
from checker.model import Claim, Document, Report
from checker.rulebook.rules import Rule

ID = re.compile(r"[fc]-[0-9a-f]{2,64}")
SPOT = re.compile(r"(?P<path>[^\0]+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?")
WITHIN = re.compile(r"(?P<path>[^\0]+?)[:,] ?(?P<within>page \d{1,9}|paragraph \d{1,9}|title|headline|date)")


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""


Item = TypeVar("Item", bound=Identified)


class Spot(NamedTuple):
    """A line of a document, and perhaps a column, or a page, paragraph or field of what is no plain text.

    All count from 1; `line` is 0 where `within` says where.
    """

    path: str
    line: int
    column: int | None
    within: str = ""

    def __str__(self) -> str:
        """As messages write it."""
        if self.within:
            return f"{self.path}, {self.within}"
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")


def spot_of(word: str) -> Spot | None:
    """The spot that the word names; None where it names none."""
    if within := WITHIN.fullmatch(word):
        return Spot(within["path"], 0, None, within["within"])
    found = SPOT.fullmatch(word)
    if not found:
        return None
    return Spot(found["path"], int(found["line"]), int(found["column"]) if found["column"] else None)


def names_something(word: str) -> bool:
    """Whether the word is an id or a place in a text, and no path that happens to look like one."""
    return bool(ID.fullmatch(word)) or (spot_of(word) is not None and not os.path.lexists(word))


def paths_named(paths: Sequence[str], named: Sequence[str], command: str) -> Sequence[str]:
    """The paths, or, where there are none, those of the texts in which the claims stand."""
    spots = [spot for word in named if (spot := spot_of(word))]
    if not paths and len(spots) == len(named):
        paths = tuple(dict.fromkeys(_file(spot.path) for spot in spots))
    if not paths:
        raise UsageError(f"name the reports too: check {command} {' '.join(named)} seeds/")
    if wrong := wrong_paths(paths):
        raise UsageError("\n".join(wrong))
    return paths


def _file(path: str) -> str:
    """The file that a document lies in: news.zip for news.zip!a.html."""
    outer = path
    while not os.path.lexists(outer) and "!" in outer:
        outer = outer.rpartition("!")[0]
    return outer if os.path.lexists(outer) else path


def claims_meant(report: Report, word: str) -> list[Claim]:
    """The claims that a word may mean: one for an id, all of a line for a place."""
    spot = None if ID.fullmatch(word) else spot_of(word)
    return claims_at(spot, report) if spot else [pick(report.claims, word)]


def pick(items: Sequence[Item], word: str) -> Item:
    """The one item whose id begins like this."""
    found = [item for item in items if item.id.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{word} stands for {len(found)} ids: {', '.join(item.id for item in found[:5])}")
    raise UsageError(f"no {'finding' if word.startswith('f') else 'claim'} {word} in these reports")


def claims_at(spot: Spot, report: Report) -> list[Claim]:
    """The claims whose figure stands on the line; with a column, the one that is nearest to it.

    Raises:
        UsageError: no such document, or no claim on that line.
    """
    document = _document(spot, report)
    if spot.within:
        return _claims_within(spot, report, document)
    placed = {claim.id: _place(claim, document) for claim in report.claims if claim.document == document.id}
    here = [claim for claim in report.claims if placed.get(claim.id, (0, 0))[0] == spot.line]
    if not here:
        lines = sorted({line for line, _ in placed.values()}, key=lambda line: (abs(line - spot.line), line))
        near = f"; the nearest one is in line {lines[0]}" if lines else ""
        raise UsageError(f"{spot}: no claim was found in that line{near}")
    if spot.column is None:
        return here
    wanted = spot.column
    return [min(here, key=lambda claim: _distance(placed[claim.id][1], len(claim.number.text), wanted))]


def _claims_within(spot: Spot, report: Report, document: Document) -> list[Claim]:
    """The claims whose figure stands in a page, paragraph or field."""
    told = {claim.id: document.spot(claim.number.start) for claim in report.claims if claim.document == document.id}
    here = [claim for claim in report.claims if told.get(claim.id) == spot.within]
    if not here:
        known = ", ".join(dict.fromkeys(place for place in told.values() if place))
        where = f"; there are some in {shorten(known, 200, placeholder=' ...')}" if known else ""
        raise UsageError(f"{spot}: no claim was found there{where}")
    return here


def choose_pair(
    first: Sequence[Claim], second: Sequence[Claim], words: Sequence[str], rules: Sequence[Rule]
) -> tuple[Claim, Claim]:
    """The pair that is meant: the only one there is, else the only one of one fact, else the only one a rule compares.

    Raises:
        UsageError: several pairs may be meant, or a claim would be compared with itself; the message lists the claims.
    """
    pairs = list({frozenset((a.id, b.id)): (a, b) for a in first for b in second if a.id != b.id}.values())
    if not pairs:
        raise UsageError(f"{words[0]} and {words[1]} are one claim, {first[0].id}; name two")
    if len(pairs) == 1:
        return pairs[0]
    close = [pair for pair in pairs if speak_of_one_fact(*pair)]
    close = close or [pair for pair in pairs if rules_that_compare(*pair, rules)]
    if len(close) == 1:
        return close[0]
    listed = [_listed(word, claims) for word, claims in zip(words, (first, second), strict=True)]
    head = f"several claims may be meant, and {f'{len(close)} pairs' if close else 'no pair'} of them can be compared"
    raise UsageError("\n".join((head, *listed, "add a column, or name two of the ids and the reports")))


def _listed(word: str, claims: Sequence[Claim]) -> str:
    return f"{word}: " + ", ".join(f"{claim.id} ({claim.number.text} {claim.measure})" for claim in claims)


def _document(spot: Spot, report: Report) -> Document:
    """The document of that path, however the path is written."""
    wanted = os.path.normpath(spot.path)
    for document in report.documents:
        if document.path == spot.path or os.path.normpath(document.path) == wanted:
            return document
    for document in report.documents:
        if os.path.realpath(document.path) == os.path.realpath(spot.path):
            return document
    raise UsageError(f"{spot.path} is not among these reports")


def _place(claim: Claim, document: Document) -> tuple[int, int]:
    """Line and column of the claim's figure."""
    start = claim.number.start
    return document.text.count("\n", 0, start) + 1, start - document.text.rfind("\n", 0, start)


def _distance(column: int, length: int, wanted: int) -> int:
    """Columns from the wanted one to the figure; 0 within it."""
    return max(0, column - wanted, wanted - (column + length - 1))
