"""The limits as documentation: docs/limits.md, and a table of the configuration. build_configuration.py writes both."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "limits.md"
LINE = re.compile(r"^(\w+) = (\S+)(?:\s+# (.+))?$", re.MULTILINE)
BOUND = re.compile(
    r"^(_?(?:MOST|LARGEST|LONGEST|DEEPEST|WIDEST)\w*)(?: *: *Final)? = (.+?)(?:  # (.+))?$", re.MULTILINE
)
BEYOND = {
    "document_bytes": "`too-large`; a file within an archive `failed`. A gigabyte is refused before it is read.",
    "archive_bytes": "`too-large`.",
    "unpacked_bytes": "`too-large`: what was unpacked before is checked.",
    "unpacked_ratio": "`too-large`: what was unpacked before is checked.",
    "entries": "`too-large`: the entries before are checked.",
    "articles": "`too-large`: the articles before are checked.",
    "nesting": "`partial`: the parts above are checked.",
    "header_bytes": "`partial`: the rest of the header is passed over.",
    "depth": "`too-large`, for the archive that lies too deep.",
    "pages": "`partial`: the pages before are checked.",
    "seconds": "`timeout`: the reader is ended, and the next document gets a new one.",
    "memory_bytes": "`crashed`: the reader is ended, and the next document gets a new one.",
    "text_characters": "`partial`: the text before is checked.",
    "checked_characters": "`partial`: the text before is checked.",
    "figures": "`partial`: the figures before are checked.",
    "claims": "`partial`: the claims before are checked.",
    "pairs_in_text": "`partial`: not all claims of the document were compared with each other.",
    "pairs_between": "`partial`, for all documents that meet there: not all claims were compared.",
}
USUAL = "`partial` or `too-large`, and the reason says what was not read."
READING = """\
Where one bounds what is read, the document is `partial` beyond it, with the reason. Others tell what something is, such
as a heading by its length: beyond them it is read as something else."""
GROUPS = (
    ("read", "What is read", READING),
    ("judge/findings.py", "What is shown of a place", "Longer passages are cut around their figure."),
    ("extract/assemble.py", "What is shown of a claim", "Longer sentences are cut around their figure."),
    ("extract/sentences.py", "Sentences", "A longer sentence is read in pieces, a longer heading as a sentence."),
    ("extract/numeral.py", "Numerals", "A longer run of digits is an identifier and no figure."),
    ("align/crowd.py", "Crowds of claims", "Claims that say the same are compared through the first of them."),
    ("engine", "Archives", "What is more tells no story; of the cache, what was not used for longest goes."),
    ("report", "What reports hold", "A report says how much more there is; the JSON report has everything."),
    ("gate", "Known findings", "Larger files are refused (status 2)."),
    ("rulebook/load.py", "Files of rules", "Larger files are refused (status 2)."),
    ("rulebook/toml.py", "Configuration", "Larger files are refused (status 2)."),
)
HEAD = """\
# Limits

Reports come from anywhere, and some are made to hold a program up. So whatever is read, compared and written has a
bound. Beyond it nothing passes in silence: the document is listed with a status and the reason, the report says
`complete: false`, and the command ends with 3 (`--allow-incomplete` makes it 0). The other documents are checked all
the same. `check documents PATH` lists how each document ended; `limits` in the JSON report holds what was in force.

## Limits that can be changed

`check.toml` changes single values; the others stay:

```toml
[limits]
document_bytes = 209_715_200
seconds = 300
```

| limit | default | of what | beyond it |
|---|---|---|---|
"""
FIXED = """
## Fixed bounds

These are part of the code, named where they stand.
"""


class Limit(NamedTuple):
    """A limit that can be changed: its key, its shipped value, and what it bounds."""

    key: str
    value: str
    what: str


class Bound(NamedTuple):
    """A bound in the code: its file below checker/, its name, its value, and what it bounds."""

    file: str
    name: str
    value: str
    what: str


def limits() -> list[Limit]:
    """The limits of rules/limits.toml, each with the comment beside it."""
    text = (ROOT / "rules" / "limits.toml").read_text(encoding="utf-8")
    return [Limit(key, f"{int(value):,}", what or "") for key, value, what in LINE.findall(text)]


def bounds(part: str) -> list[Bound]:
    """The constants of a file or folder of checker/ that bound something."""
    path = ROOT / "checker" / part
    files = [path] if path.suffix else sorted(path.rglob("*.py"))
    return [
        Bound(file.relative_to(ROOT / "checker").as_posix(), name, shown(value), what or "")
        for file in files
        for name, value, what in BOUND.findall(file.read_text(encoding="utf-8"))
        if shown(value)
    ]


def shown(value: str) -> str:
    """A number as people read it, "" for what is none."""
    value = value.rpartition(" = ")[2]
    try:
        found = eval(compile(ast.parse(value, mode="eval"), "limits", "eval"), {"__builtins__": {}})  # noqa: S307 our own code
    except (SyntaxError, NameError, TypeError):
        return ""
    return f"{found:,}" if isinstance(found, int) else f"{found:g}" if isinstance(found, float) else ""


def keys() -> Iterator[str]:
    """The table of `[limits]` in the reference of the configuration."""
    yield "| key | default | of what |"
    yield "|---|---|---|"
    for limit in limits():
        yield f"| `{limit.key}` | {limit.value} | {limit.what} |"


def page() -> str:
    """The whole of docs/limits.md."""
    changing = [f"| `{each.key}` | {each.value} | {each.what} | {BEYOND.get(each.key, USUAL)} |" for each in limits()]
    fixed = [line for part, title, beyond in GROUPS for line in _group(title, beyond, bounds(part))]
    return "\n".join([HEAD.rstrip("\n"), *changing, FIXED, *fixed]).rstrip("\n") + "\n"


def _group(title: str, beyond: str, found: Sequence[Bound]) -> Iterator[str]:
    if found:
        yield f"### {title}"
        yield ""
        yield beyond
        yield ""
        yield "| bound | value | of what |"
        yield "|---|---|---|"
        for each in found:
            yield f"| `{each.name}` in `{each.file}` | {each.value} | {each.what} |"
        yield ""
