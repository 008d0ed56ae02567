"""A page read in the process of the test: the child that reads it in earnest takes a second to start."""

from checker.model import Document, FileKind
from checker.read.documents import Given, document
from checker.read.html import read_html
from checker.read.parts import Source
from checker.rulebook.limits import limits


def read_here(name: str, data: bytes) -> Document:
    """The document that a page becomes."""
    (parts,) = read_html(Source(name, data, limits()))
    return document(Given(name, data), FileKind.HTML, parts)
