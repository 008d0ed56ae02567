"""The mark by which `check` knows the reports that it wrote itself: they are no news, wherever they lie."""

import re

MARK = "written by check"
LINE = f"# {MARK}"  # the first line of a plain text
COMMENT = f"<!-- {MARK} -->"  # the first line of Markdown
SHAPE = re.compile(rf"(?:{re.escape(LINE)}|{re.escape(COMMENT)})[ \t]*(?:\n|\Z)")


def marked(text: str) -> bool:
    """Whether the text begins with the mark: `check` wrote it and does not read it."""
    return SHAPE.match(text) is not None


def marked_bytes(data: bytes) -> bool:
    """Whether a file that begins with these bytes begins with the mark."""
    return marked(data[: 2 * len(COMMENT)].decode("utf-8-sig", errors="replace").replace("\r\n", "\n"))
