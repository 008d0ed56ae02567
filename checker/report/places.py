"""Where something stands, as people and editors are told: path:line:column, or the page of what is no plain text."""

from checker.model import Document
from checker.report.escape import visible


def where(document: Document, offset: int) -> str:
    """The place of an offset: a.md:3:17; report.pdf, page 3; the path alone where nothing else leads a reader."""
    line, column = position(document.text, offset)
    return told(document.path, document.spot(offset), (line, column) if document.plain else None)


def told(path: str, spot: str, at: tuple[int, int] | None) -> str:
    """A path with the spot in it, or with line and column where these lead a reader."""
    name = "<stdin>" if path == "-" else visible(path)
    if at:
        return f"{name}:{at[0]}:{at[1]}"
    return f"{name}, {visible(spot)}" if spot else name


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
