"""The mark by which `check` knows the reports that it wrote itself: they are no news, wherever they lie."""

import re
from codecs import BOM_UTF8

MARK = "written by check"
LINE = f"# {MARK}"  # the first line of a plain text
COMMENT = f"<!-- {MARK} -->"  # the first line of Markdown
_ROWS = re.compile(
    rb'"id","(?:rule","severity|path","line|date_start","date_end)"|"fact","measure","population",'  # CSV
    rb'|\{"type": "run", "schema_version": "|\{"id": "[cik]-[0-9a-f]{8,16}", "|\{"version": "[\d.]*", "rules": "'
)
SHAPE = re.compile(rf"(?:{re.escape(LINE)}|{re.escape(COMMENT)})[ \t]*(?:\n|\Z)")


def marked(text: str) -> bool:
    """Whether the text begins with the mark: `check` wrote it and does not read it."""
    return SHAPE.match(text) is not None


def marked_bytes(data: bytes) -> bool:
    """Whether `check` wrote a file that begins with these bytes: it has the mark, or the head of rows and lines."""
    return _ROWS.match(data.removeprefix(BOM_UTF8)) is not None or marked(
        data[: 2 * len(COMMENT)].decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    )
