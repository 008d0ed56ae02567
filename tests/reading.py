"""What became of bytes that were read, in a form that tests compare."""

from checker.model import Document
from checker.read import read_bytes


def documents(name: str, data: bytes) -> dict[str, Document]:
    """The documents that some bytes hold, by path; what was passed over is none of them."""
    return {found.path: found for found in read_bytes(name, data) if isinstance(found, Document)}


def outcomes(name: str, data: bytes) -> dict[str, tuple[str, str]]:
    """What became of everything that some bytes hold: status and reason, by path."""
    return {
        found.path: (found.status.value if isinstance(found, Document) else "notice", found.reason)
        for found in read_bytes(name, data)
    }


def told(document: Document) -> dict[str, str]:
    """The front matter; that each value stands where it says is part of the question."""
    for field in document.front.values():
        assert document.text[field.start : field.end] == field.value
    return {key: field.value for key, field in document.front.items()}


def body(document: Document) -> str:
    """The text behind the front matter."""
    return document.text[document.body :]
