"""Text of reports within Markdown, where it must make no link, image, mention, list or HTML."""

import re
from collections.abc import Iterator, Sequence

from checker.report.escape import visible

MARKS = re.compile(r"[\\`*_\[\]<>|~&$]|(?i:(?<=www)\.)|:(?=//)|^[-+=#>:](?=\s|$|[-=#:])|(?<=\d)[.)](?=\s|$)")
NAMED = re.compile(r"[@#](?=\w)|(?i:(?<=\bgh)-(?=\d))")  # sites link these when Markdown is done with: mentions, issues
RUNS = re.compile("`+")


def escaped(text: str) -> str:
    """The text on one line, as it reads; an empty element parts @ and # from the name or number behind them."""
    plain = MARKS.sub(r"\\\g<0>", visible(text).strip())
    return NAMED.sub(r"\g<0><i></i>", plain)


def code(text: str) -> str:
    """The text as a span of code, which may stand in a cell of a table."""
    shown = visible(text)
    fence = "`" * (max(map(len, RUNS.findall(shown)), default=0) + 1)
    pad = " " if shown[:1] in ("`", " ", "") or shown[-1:] in ("`", " ") else ""
    return f"{fence}{pad}{shown}{pad}{fence}".replace("|", "\\|")


def code_block(lines: Sequence[str]) -> Iterator[str]:
    """The lines, which are fit to print, as a block of code."""
    longest = max((len(run) for line in lines for run in RUNS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}text"
    yield from lines
    yield fence


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table; the cells are Markdown already."""
    for cells in (header, ["---"] * len(header), *rows):
        yield f"| {' | '.join(cells)} |"
